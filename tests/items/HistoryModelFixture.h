#pragma once

#include "models/items/HistoryModel.h"
#include "tests/support/FakeDeskSession.h"
#include "tests/support/HistoryMaker.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace addressdesk {

/// A model on a session whose address 1 lives in Paris, 75002.
struct HistoryModelFixture
{
    inline static const QString addressId = QStringLiteral("a00000001");

    /// Of the clock, unless a test moves it.
    [[nodiscard]] static QDateTime noon()
    {
        return QDateTime::fromString(QStringLiteral("2026-03-10T12:00:00.000Z"), Qt::ISODateWithMs);
    }

    FakeDeskSession session;
    QDateTime now = noon();
    HistoryModel model{nullptr, [this] {
                           return now;
                       }};
    std::optional<QAbstractItemModelTester> tester;

    HistoryModelFixture()
    {
        session.setRows({FakeDeskSession::generatedRow(1)});
        tester.emplace(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    HistoryMaker past() { return {session, addressId}; }

    void load(const QString &field = {})
    {
        QSignalSpy loaded(&model, &HistoryModel::loaded);
        model.setSession(&session);
        model.show(addressId, field);
        QTRY_COMPARE(loaded.count(), 1);
    }

    QVariant at(int row, int role = Qt::DisplayRole) const { return model.index(row).data(role); }
    QString text(int row, int role = Qt::DisplayRole) const { return at(row, role).toString(); }
};

} // namespace addressdesk

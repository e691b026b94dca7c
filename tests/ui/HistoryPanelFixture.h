#pragma once

#include "tests/support/FakeDeskSession.h"
#include "tests/support/HistoryMaker.h"
#include "ui/history/HistoryPanel.h"
#include "ui/history/HistoryView.h"
#include "ui/history/RevertDialog.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace addressdesk {

/// The history panel over two addresses in memory; the first one is shown.
struct HistoryPanelFixture
{
    inline static const QString addressId = QStringLiteral("a00000001");
    inline static const QString otherId = QStringLiteral("a00000002");

    FakeDeskSession session;
    HistoryPanel panel;

    HistoryPanelFixture()
    {
        session.setRows({FakeDeskSession::generatedRow(1), FakeDeskSession::generatedRow(2)});
        panel.resize(380, 700);
        panel.show();
    }
    ~HistoryPanelFixture() { panel.setSession(nullptr); }

    HistoryMaker past() { return {session, addressId}; }

    void open()
    {
        QSignalSpy loaded(&panel.model(), &HistoryModel::loaded);
        panel.setSession(&session);
        panel.showAddress(addressId);
        QTRY_COMPARE(loaded.count(), 1);
    }

    template<typename T> T *child(const char *name) const
    {
        auto *found = panel.findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QPushButton *setBack() const { return child<QPushButton>("setBackButton"); }
    QPushButton *setSaveBack() const { return child<QPushButton>("setSaveBackButton"); }
    HistoryView *view() const { return child<HistoryView>("historyView"); }
    QString notice() const { return child<QLabel>("historyNoticeText")->text(); }
    bool hasNotice() const { return child<QWidget>("historyNotice")->isVisible(); }
    QString state() const { return child<QLabel>("historyState")->text(); }
    QString why() const { return child<QLabel>("historyWhy")->text(); }
    int row() const { return view()->currentIndex().row(); }
    FieldValue stored(const QString &field) const
    {
        return session.stored(addressId)->address.values.value(field);
    }
    RevertDialog *dialog() const { return panel.findChild<RevertDialog *>(); }

    /// A change as another desk makes it.
    void saveElsewhere(const QString &field, const QString &to)
    {
        const FieldValue from = stored(field);
        const int before = panel.model().rowCount();
        session.save({addressId, {{field, from, to}}, std::nullopt}, &session,
                     [this](const auto &) { emit session.addressesChanged({addressId}); });
        QTRY_COMPARE(panel.model().rowCount(), before + 1);
    }
    /// A button that records one event more.
    void press(const char *button)
    {
        const int before = panel.model().rowCount();
        child<QPushButton>(button)->click();
        QTRY_COMPARE(panel.model().rowCount(), before + 1);
    }
};

} // namespace addressdesk

#pragma once

#include "models/storage/SqlDeskConnector.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/TestDatabase.h"
#include "ui/connection/ConnectionController.h"
#include "ui/history/HistoryPanel.h"
#include "ui/history/HistoryView.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace addressdesk::historyDesk {

inline const QString customerId = QStringLiteral("0b6f9a52-8f5c-4f6e-9f57-0d5a4a6c1e01");
inline const QString city = QStringLiteral("city");
inline const QString zipCode = QStringLiteral("zipCode");

/// A desk: the dialogs' controller and a history panel, on the real connector.
struct Desk
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    SqlDeskConnector connector;
    MemoryCredentialStore credentials;
    QWidget window;
    ConnectionController controller{connector, credentials, settings, &window};
    std::shared_ptr<DeskSession> session;
    HistoryPanel panel;
    QSignalSpy failed{&controller, &ConnectionController::openFailed};

    Desk()
    {
        QObject::connect(&controller, &ConnectionController::sessionOpened, &panel,
                         [this](const std::shared_ptr<DeskSession> &opened) {
                             session = opened;
                             panel.setSession(opened.get());
                         });
        window.show();
        panel.resize(380, 700);
        panel.show();
    }
    ~Desk() { panel.setSession(nullptr); }

    void open(const DatabaseUrl &url)
    {
        controller.openUrl(url);
        QTRY_VERIFY2(session || failed.count() > 0, "neither opened nor failed");
        QVERIFY2(session,
                 qPrintable(failed.value(0).value(0).toString() + failed.value(0).value(1).toString()));
    }

    QString create(const FieldValues &values)
    {
        QString id;
        session->createAddress(customerId, values, {}, &panel, [&id](const Result<SaveOutcome> &outcome) {
            id = outcome ? outcome->addressId : QStringLiteral("failed");
        });
        (void)QTest::qWaitFor([&id] { return !id.isEmpty(); });
        return id;
    }

    /// Whether it was recorded.
    bool save(const QString &id, const QList<FieldEdit> &edits, const FieldValue &reason = {})
    {
        std::optional<bool> isRecorded;
        session->save({id, edits, reason}, &panel, [&isRecorded](const Result<SaveOutcome> &outcome) {
            isRecorded = outcome && outcome->kind == SaveOutcome::Kind::Recorded;
        });
        (void)QTest::qWaitFor([&isRecorded] { return isRecorded.has_value(); });
        return isRecorded.value_or(false);
    }

    FieldValues stored(const QString &id)
    {
        std::optional<FieldValues> values;
        session->fetchAddress(id, &panel, [&values](const Result<AddressRow> &row) {
            values = row ? row->address.values : FieldValues();
        });
        (void)QTest::qWaitFor([&values] { return values.has_value(); });
        return values.value_or(FieldValues());
    }

    template<typename T> T *child(const char *name) const
    {
        auto *found = panel.findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QPushButton *setBack() const { return child<QPushButton>("setBackButton"); }
    void choose(int row) { child<HistoryView>("historyView")->setCurrentIndex(panel.model().index(row)); }
    QString why() const { return child<QLabel>("historyWhy")->text(); }
    int rows() const { return panel.model().rowCount(); }
};

inline void addCustomer(const TestDatabase &database)
{
    database.run(QStringLiteral(
                     "INSERT INTO users (id, first_name, last_name, email) VALUES ('%1', 'Anna', 'Lefèvre', "
                     "'anna@example.com')")
                     .arg(customerId));
}

/// An address that was created, then moved from Lyon to Paris in one save of two fields.
inline QString movedAddress(Desk &desk)
{
    const QString id = desk.create({{QStringLiteral("label"), QStringLiteral("Home")},
                                    {zipCode, QStringLiteral("69001")},
                                    {city, QStringLiteral("Lyon")},
                                    {QStringLiteral("country"), QStringLiteral("France")}});
    const bool isMoved = desk.save(id,
                                   {{city, QStringLiteral("Lyon"), QStringLiteral("Paris")},
                                    {zipCode, QStringLiteral("69001"), QStringLiteral("75002")}},
                                   QStringLiteral("moved"));
    return isMoved ? id : QString();
}

} // namespace addressdesk::historyDesk

/// In every test of the suite.
#define OPEN_DESK(content)                                                                                   \
    QFETCH_GLOBAL(DatabaseUrl::Kind, kind);                                                                  \
    REQUIRE_DATABASE(kind);                                                                                  \
    const TestDatabase database(kind, content);                                                              \
    Desk desk;

#pragma once

#include "tests/storage/SessionHarness.h"
#include "tests/support/FakeDeskSession.h"

namespace addressdesk {

enum class Desk { Fake, Sqlite, Postgresql };

} // namespace addressdesk

Q_DECLARE_METATYPE(addressdesk::Desk)

namespace addressdesk {

/// Asks the session in memory and real ones the same, so that tests of the window on the one tell of the
/// others. There is one customer with two addresses.
class DeskSessionTest : public QObject
{
protected:
    inline static const QString anna = QStringLiteral("00000000-0000-4000-8000-000000000001");
    inline static const QString home = QStringLiteral("00000000-0000-4000-8000-00000000000a");
    inline static const QString work = QStringLiteral("00000000-0000-4000-8000-00000000000b");
    inline static const QString nowhere = QStringLiteral("00000000-0000-4000-8000-0000000000ff");
    inline static const QString label = QStringLiteral("label");
    inline static const QString city = QStringLiteral("city");

    static void addDesks()
    {
        QTest::addColumn<Desk>("desk");
        QTest::newRow("in memory") << Desk::Fake;
        QTest::newRow("SQLite") << Desk::Sqlite;
        QTest::newRow("PostgreSQL") << Desk::Postgresql;
    }

    /// In init().
    void openDesk()
    {
        QFETCH_GLOBAL(addressdesk::Desk, desk);
        if (desk == Desk::Fake) {
            const auto row = [](const QString &id, const QString &name, const QString &place) {
                FieldValues values;
                for (const QString &field : SchemaMapping::native().fieldIds())
                    values.insert(field, std::nullopt);
                values.insert(label, name);
                values.insert(city, place);
                return AddressRow{{id, anna, values},
                                  {anna, QStringLiteral("Anna"), QStringLiteral("Martin"),
                                   QStringLiteral("anna@example.com")}};
            };
            auto fake = std::make_shared<FakeDeskSession>();
            fake->setRows({row(home, QStringLiteral("Home"), QStringLiteral("Lyon")),
                           row(work, QStringLiteral("Work"), QStringLiteral("Paris"))});
            m_session = fake;
            return;
        }
        const auto kind = desk == Desk::Sqlite ? DatabaseUrl::Kind::Sqlite : DatabaseUrl::Kind::Postgresql;
        REQUIRE_DATABASE(kind);
        m_database = std::make_unique<TestDatabase>(kind);
        m_database->run(QStringLiteral("INSERT INTO users (id, first_name, last_name, email) VALUES ('%1', "
                                       "'Anna', 'Martin', 'anna@example.com')")
                            .arg(anna));
        m_database->run(QStringLiteral("INSERT INTO addresses (id, user_id, label, city) VALUES "
                                       "('%1', '%3', 'Home', 'Lyon'), ('%2', '%3', 'Work', 'Paris')")
                            .arg(home, work, anna));
        ConnectRequest request;
        request.url = m_database->url();
        const auto session = openSession(m_connector, request);
        QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().detail));
        m_session = *session;
    }
    /// In cleanup().
    void closeDesk()
    {
        m_session.reset();
        m_database.reset();
    }

    /// The answer to one request.
    template<typename T> Result<T> asked(const std::function<void(DeskSession::Handler<T>)> &ask)
    {
        Answered<T> answered;
        ask(answered.handler());
        if (!answered.wait())
            return failure(ErrorCode::Internal, QStringLiteral("no answer"));
        return *answered.result;
    }
    Result<SaveOutcome> save(const QList<FieldEdit> &edits, const FieldValue &reason = {},
                             const QString &address = home)
    {
        return asked<SaveOutcome>([&](const auto &handler) {
            m_session->save({address, edits, reason}, this, handler);
        });
    }
    Result<SaveOutcome> create(const QString &customer, const FieldValues &values)
    {
        return asked<SaveOutcome>(
            [&](const auto &handler) { m_session->createAddress(customer, values, {}, this, handler); });
    }
    Result<SaveOutcome> remove(const QString &address, const FieldValues &expected,
                               const FieldValue &reason = {})
    {
        return asked<SaveOutcome>(
            [&](const auto &handler) { m_session->deleteAddress(address, expected, reason, this, handler); });
    }
    Result<RevertOutcome> restore(const QString &address)
    {
        return asked<RevertOutcome>(
            [&](const auto &handler) { m_session->restoreAddress(address, this, handler); });
    }
    Result<RevertOutcome> revert(const RevertRequest &request)
    {
        return asked<RevertOutcome>([&](const auto &handler) { m_session->revert(request, this, handler); });
    }
    static RevertRequest change(qint64 sequenceNum)
    {
        RevertRequest request;
        request.sequenceNum = sequenceNum;
        return request;
    }
    Result<History> history(const QString &address, int limit = 50)
    {
        return asked<History>([&](const auto &handler) {
            m_session->fetchHistory({address, {}, 0, limit}, this, handler);
        });
    }
    QStringList deleted(const QString &search, int limit)
    {
        const auto found = asked<QList<DeletedAddress>>(
            [&](const auto &handler) { m_session->fetchDeleted(search, limit, this, handler); });
        QStringList ids;
        for (const DeletedAddress &address : found.value_or(QList<DeletedAddress>()))
            ids.append(address.deletion.streamId);
        return ids;
    }

private:
    std::unique_ptr<TestDatabase> m_database;
    SqlDeskConnector m_connector;
    std::shared_ptr<DeskSession> m_session;
};

} // namespace addressdesk

#include "SessionHarness.h"

#include "tests/support/TestPostgres.h"

#include <QFile>
#include <QTemporaryDir>

using namespace addressdesk;

namespace {

const QString anna = QStringLiteral("00000000-0000-4000-8000-000000000001");
const QString home = QStringLiteral("00000000-0000-4000-8000-00000000000a");
const QString city = QStringLiteral("city");

void fill(const TestDatabase &database)
{
    database.run(QStringLiteral("INSERT INTO users (id, first_name, last_name, email) VALUES ('%1', 'Anna', "
                                "'Lefèvre', 'anna@example.com')")
                     .arg(anna));
    database.run(
        QStringLiteral("INSERT INTO addresses (id, user_id, label, city) VALUES ('%1', '%2', 'Home', 'Lyon')")
            .arg(home, anna));
}

ConnectRequest requestFor(const DatabaseUrl &url)
{
    ConnectRequest request;
    request.url = url;
    return request;
}

SaveRequest saveCity(const FieldValue &from, const FieldValue &to)
{
    return {home, {{city, from, to}}, std::nullopt};
}

} // namespace

class TestSqlDeskSession final : public QObject
{
    Q_OBJECT

private slots:
    void open_tellsWhatIsWorthTelling_data() { TestDatabase::addKinds(); }
    void open_tellsWhatIsWorthTelling();
    void open_withoutTables_isSchemaMissing_thenInitialises_data() { TestDatabase::addKinds(); }
    void open_withoutTables_isSchemaMissing_thenInitialises();
    void open_whenContextIsGone_isDropped();
    void test_createsNothing();
    void test_saysWhetherTheServerLetsItWrite();
    void read_answersWithTheRows_data() { TestDatabase::addKinds(); }
    void read_answersWithTheRows();
    void save_isAnsweredAndAnnounced_data() { TestDatabase::addKinds(); }
    void save_isAnsweredAndAnnounced();
    void save_ofAnotherDesk_isAnnouncedByName_data() { TestDatabase::addKinds(); }
    void save_ofAnotherDesk_isAnnouncedByName();
    void write_aroundTheDesk_isAnnouncedOnSqlite();
    void cancel_ofAQueuedRequest_answersOnce_data() { TestDatabase::addKinds(); }
    void cancel_ofAQueuedRequest_answersOnce();
    void handler_whenItsContextIsGone_isDropped();
    void destruction_whileASaveRuns_keepsTheSave_data() { TestDatabase::addKinds(); }
    void destruction_whileASaveRuns_keepsTheSave();
    void server_whenItComesBack_isUsedAgain();
    void file_whenItIsDeleted_isLost();
};

void TestSqlDeskSession::open_tellsWhatIsWorthTelling()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    SqlDeskConnector connector;
    const auto session = openSession(connector, requestFor(database.url()));
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().detail));
    const DatabaseDescription &description = (*session)->description();
    QCOMPARE(description.url, database.url());
    QVERIFY(
        description.serverVersion.startsWith(database.isPostgresql() ? u"PostgreSQL 1"_qs : u"SQLite 3"_qs));
    QCOMPARE(description.mapping.fields, SchemaMapping::native().fields);
    if (database.isPostgresql())
        QCOMPARE(description.actor, *database.value(u"SELECT CAST(session_user AS text)"_qs));
    else
        QVERIFY(!description.actor.isEmpty());
}

void TestSqlDeskSession::open_withoutTables_isSchemaMissing_thenInitialises()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind, TestDatabase::Content::Empty);
    SqlDeskConnector connector;
    ConnectRequest request = requestFor(database.url());
    const auto refused = openSession(connector, request);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::SchemaMissing);
    request.schemaPolicy = SchemaPolicy::Initialise;
    request.mailLanguage = u"fr"_qs;
    QVERIFY(openSession(connector, request).has_value());
    QCOMPARE(database.value(u"SELECT CAST(COUNT(*) AS text) FROM events"_qs), FieldValue(u"0"_qs));
    const QString language = u"SELECT value FROM address_desk_settings WHERE name = 'language'"_qs;
    QCOMPARE(database.value(language), FieldValue(u"fr"_qs));
    // An office that is there already keeps what it says.
    database.run(u"UPDATE address_desk_settings SET value = 'en' WHERE name = 'language'"_qs);
    QVERIFY(openSession(connector, request).has_value());
    QCOMPARE(database.value(language), FieldValue(u"en"_qs));
}

void TestSqlDeskSession::open_whenContextIsGone_isDropped()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    SqlDeskConnector connector;
    Answered<std::shared_ptr<DeskSession>> opened;
    {
        QObject context;
        connector.open(requestFor(database.url()), &context, opened.handler());
    }
    // A second opening ends after the first one would have been told.
    QVERIFY(openSession(connector, requestFor(database.url())).has_value());
    QCOMPARE(opened.count, 0);
}

void TestSqlDeskSession::test_createsNothing()
{
    QTemporaryDir folder;
    const DatabaseUrl url = DatabaseUrl::sqlite(folder.filePath(u"none.sqlite"_qs));
    SqlDeskConnector connector;
    Answered<DatabaseDescription> missing;
    connector.test(requestFor(url), this, missing.handler());
    QVERIFY(missing.wait());
    QCOMPARE(missing.result->error().code, ErrorCode::FileMissing);
    QVERIFY(!QFile::exists(url.file));

    const TestDatabase empty(DatabaseUrl::Kind::Sqlite, TestDatabase::Content::Empty);
    Answered<DatabaseDescription> tested;
    connector.test(requestFor(empty.url()), this, tested.handler());
    QVERIFY(tested.wait());
    QVERIFY(tested.result->has_value());
    QCOMPARE(empty.value(u"SELECT CAST(COUNT(*) AS text) FROM sqlite_master"_qs), FieldValue(u"0"_qs));
}

void TestSqlDeskSession::test_saysWhetherTheServerLetsItWrite()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    const TestDatabase database(DatabaseUrl::Kind::Postgresql);
    for (const bool isReadOnly : {false, true}) {
        database.run(u"ALTER DATABASE \"%1\" SET default_transaction_read_only = %2"_qs.arg(
            database.url().database, isReadOnly ? u"on"_qs : u"off"_qs));
        SqlDeskConnector connector;
        Answered<DatabaseDescription> tested;
        connector.test(requestFor(database.url()), this, tested.handler());
        QVERIFY(tested.wait());
        QVERIFY(tested.result->has_value());
        QCOMPARE((*tested.result)->isReadOnly, isReadOnly);
    }
}

void TestSqlDeskSession::read_answersWithTheRows()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    fill(database);
    SqlDeskConnector connector;
    const auto session = *openSession(connector, requestFor(database.url()));

    Answered<AddressPage> page;
    Answered<qint64> count;
    Answered<History> history;
    Answered<QList<Customer>> customers;
    Answered<QList<DeletedAddress>> deleted;
    Answered<AddressRow> unknown;
    session->fetchPage({{u"lefevre lyon"_qs, {}}, 0, 10, {}}, this, page.handler());
    session->countAddresses({u"lefevre"_qs, {}}, this, count.handler());
    session->fetchHistory({home, {}, 0, 50}, this, history.handler());
    session->findCustomers(u"anna"_qs, 10, this, customers.handler());
    session->fetchDeleted({}, 10, this, deleted.handler());
    session->fetchAddress(u"no such key"_qs, this, unknown.handler());
    QVERIFY(unknown.wait());
    QVERIFY(count.wait()); // Gives way to the others.
    QVERIFY(page.result->has_value());
    QCOMPARE((*page.result)->rows.first().address.values.value(city), FieldValue(u"Lyon"_qs));
    QCOMPARE(**count.result, 1);
    QVERIFY((*history.result)->entries.isEmpty());
    QCOMPARE((*history.result)->current.customer.lastName, FieldValue(u"Lefèvre"_qs));
    QCOMPARE((*customers.result)->size(), 1);
    QVERIFY((*deleted.result)->isEmpty());
    QCOMPARE(unknown.result->error().code, ErrorCode::NotFound);
}

void TestSqlDeskSession::save_isAnsweredAndAnnounced()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    fill(database);
    SqlDeskConnector connector;
    const auto session = *openSession(connector, requestFor(database.url()));
    QSignalSpy changed(session.get(), &DeskSession::addressesChanged);
    Answered<SaveOutcome> saved;
    session->save(saveCity(u"Lyon"_qs, u"Paris"_qs), this, saved.handler());
    QVERIFY(saved.wait());
    QVERIFY(saved.result->has_value());
    QCOMPARE((*saved.result)->kind, SaveOutcome::Kind::Recorded);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toStringList(), QStringList{home});
    QCOMPARE(database.value(u"SELECT city FROM addresses"_qs), FieldValue(u"Paris"_qs));
}

void TestSqlDeskSession::save_ofAnotherDesk_isAnnouncedByName()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    fill(database);
    SqlDeskConnector connector;
    const auto mine = *openSession(connector, requestFor(database.url()));
    const auto theirs = *openSession(connector, requestFor(database.url()));
    QSignalSpy changed(mine.get(), &DeskSession::addressesChanged);
    Answered<SaveOutcome> saved;
    theirs->save(saveCity(u"Lyon"_qs, u"Paris"_qs), this, saved.handler());
    QVERIFY(saved.wait());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toStringList(), QStringList{home});

    Answered<SaveOutcome> conflict;
    mine->save(saveCity(u"Lyon"_qs, u"Nice"_qs), this, conflict.handler());
    QVERIFY(conflict.wait());
    QCOMPARE((*conflict.result)->kind, SaveOutcome::Kind::Conflict);
}

void TestSqlDeskSession::write_aroundTheDesk_isAnnouncedOnSqlite()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    fill(database);
    SqlDeskConnector connector;
    const auto session = *openSession(connector, requestFor(database.url()));
    QSignalSpy changed(session.get(), &DeskSession::addressesChanged);
    database.run(u"UPDATE addresses SET city = 'Brest'"_qs);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(changed.first().first().toStringList().isEmpty());
}

void TestSqlDeskSession::cancel_ofAQueuedRequest_answersOnce()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    fill(database);
    SqlDeskConnector connector;
    const auto session = *openSession(connector, requestFor(database.url()));
    // The worker cannot have taken all of these when the last one is cancelled.
    std::array<Answered<AddressPage>, 40> pages;
    DeskSession::RequestId last = 0;
    for (auto &page : pages)
        last = session->fetchPage({{u"zzz"_qs, {}}, 0, 10, {}}, this, page.handler());
    session->cancel(last);
    session->cancel(last);
    session->cancel(99999);
    QVERIFY(pages.back().wait());
    QVERIFY(pages[pages.size() - 2].wait());
    QCOMPARE(pages.back().result->error().code, ErrorCode::Cancelled);
    QVERIFY(pages.front().result->has_value());
    for (const auto &page : pages)
        QCOMPARE(page.count, 1);
}

void TestSqlDeskSession::handler_whenItsContextIsGone_isDropped()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    SqlDeskConnector connector;
    const auto session = *openSession(connector, requestFor(database.url()));
    Answered<qint64> dropped;
    {
        QObject context;
        session->countAddresses({}, &context, dropped.handler());
    }
    Answered<qint64> next;
    session->countAddresses({}, this, next.handler());
    QVERIFY(next.wait());
    QCOMPARE(dropped.count, 0);
}

void TestSqlDeskSession::destruction_whileASaveRuns_keepsTheSave()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    fill(database);
    SqlDeskConnector connector;
    auto session = *openSession(connector, requestFor(database.url()));
    Answered<SaveOutcome> first;
    session->save(saveCity(u"Lyon"_qs, u"Paris"_qs), this, first.handler());
    QVERIFY(first.wait());
    session->save(saveCity(u"Paris"_qs, u"Nice"_qs), this, [](const Result<SaveOutcome> &) {});
    session.reset();
    // Whether the second save had begun is the scheduler's choice; history and row agree in any case.
    const FieldValue events = database.value(u"SELECT CAST(COUNT(*) AS text) FROM events"_qs);
    const FieldValue value = database.value(u"SELECT city FROM addresses"_qs);
    QVERIFY(events == FieldValue(u"1"_qs) || events == FieldValue(u"2"_qs));
    QCOMPARE(value, events == FieldValue(u"1"_qs) ? FieldValue(u"Paris"_qs) : FieldValue(u"Nice"_qs));
}

void TestSqlDeskSession::server_whenItComesBack_isUsedAgain()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    const TestDatabase database(DatabaseUrl::Kind::Postgresql);
    fill(database);
    SqlDeskConnector connector;
    const auto session = *openSession(connector, requestFor(database.url()));
    QSignalSpy lost(session.get(), &DeskSession::connectionLost);
    QSignalSpy restored(session.get(), &DeskSession::connectionRestored);
    QSignalSpy changed(session.get(), &DeskSession::addressesChanged);

    QVERIFY(TestPostgres::instance()->stop());
    Answered<SaveOutcome> refused;
    session->save(saveCity(u"Lyon"_qs, u"Paris"_qs), this, refused.handler());
    QVERIFY(refused.wait());
    QCOMPARE(refused.result->error().code, ErrorCode::ConnectionLost);
    QTRY_COMPARE(lost.size(), 1);

    QVERIFY(TestPostgres::instance()->start());
    QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, 30000);
    QCOMPARE(lost.size(), 1);
    Answered<SaveOutcome> saved;
    session->save(saveCity(u"Lyon"_qs, u"Paris"_qs), this, saved.handler());
    QVERIFY(saved.wait());
    QVERIFY(saved.result->has_value());
    QCOMPARE((*saved.result)->kind, SaveOutcome::Kind::Recorded);
    // Listening goes on: first "read again", then the save by name.
    QTRY_VERIFY(!changed.isEmpty() && changed.last().first().toStringList() == QStringList{home});
    QVERIFY(changed.first().first().toStringList().isEmpty());
}

void TestSqlDeskSession::file_whenItIsDeleted_isLost()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    fill(database);
    SqlDeskConnector connector;
    const auto session = *openSession(connector, requestFor(database.url()));
    QSignalSpy lost(session.get(), &DeskSession::connectionLost);
    QVERIFY(QFile::remove(database.url().file));
    Answered<SaveOutcome> refused;
    session->save(saveCity(u"Lyon"_qs, u"Paris"_qs), this, refused.handler());
    QVERIFY(refused.wait());
    QVERIFY(!refused.result->has_value());
    QCOMPARE(refused.result->error().code, ErrorCode::ConnectionLost);
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!QFile::exists(database.url().file));
}

QTEST_GUILESS_MAIN(TestSqlDeskSession)
#include "tst_sqldesksession.moc"

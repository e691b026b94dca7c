#include "tests/support/TestDatabase.h"

#include "models/storage/SchemaInitialiser.h"
#include "tests/support/TestPostgres.h"

namespace addressdesk {

namespace {

QString nativeTemplate; ///< The PostgreSQL database that has been initialised once and is copied.

void initialise(const DatabaseUrl &url)
{
    ConnectionOptions options;
    options.mayCreateFile = true;
    const auto connection = SqlConnection::open(url, {}, options);
    if (!connection)
        qFatal("no connection: %s", qPrintable(connection.error().detail));
    if (const Done done = SchemaInitialiser(**connection, SchemaMapping::native()).apply(); !done)
        qFatal("no tables: %s", qPrintable(done.error().detail));
}

QString documentTables()
{
    return QStringLiteral(
        "CREATE TABLE users (id UUID PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT);"
        "CREATE TABLE addresses (id UUID PRIMARY KEY, user_id UUID REFERENCES users (id), street_number TEXT,"
        " street_name TEXT, zip_code TEXT, city TEXT, country TEXT);"
        "INSERT INTO users VALUES ('11111111-0000-4000-8000-000000000001', 'Anna', 'Lefèvre', "
        "'anna@example.com');"
        "INSERT INTO users VALUES ('11111111-0000-4000-8000-000000000002', 'Marc', 'Leroy', NULL);"
        "INSERT INTO addresses VALUES ('22222222-0000-4000-8000-000000000001',"
        " '11111111-0000-4000-8000-000000000001', '4', 'Rue de la Paix', '75002', 'Paris', 'France');"
        "INSERT INTO addresses VALUES ('22222222-0000-4000-8000-000000000002',"
        " '11111111-0000-4000-8000-000000000002', '7bis', 'Rue Haute', '35000', 'Rennes', NULL);");
}

DatabaseUrl nativePostgres(TestPostgres &server)
{
    if (nativeTemplate.isEmpty()) {
        const DatabaseUrl url = server.createDatabase();
        initialise(url);
        nativeTemplate = url.database;
    }
    return server.createDatabase(nativeTemplate);
}

} // namespace

TestDatabase::TestDatabase(DatabaseUrl::Kind kind, Content content)
{
    if (kind == DatabaseUrl::Kind::Postgresql) {
        TestPostgres *server = TestPostgres::instance();
        if (!server)
            qFatal("no PostgreSQL: %s", qPrintable(TestPostgres::problem()));
        m_url = content == Content::Native ? nativePostgres(*server) : server->createDatabase();
    } else {
        m_url = DatabaseUrl::sqlite(m_folder.filePath(QStringLiteral("desk.sqlite")));
        if (content == Content::Native)
            initialise(m_url);
    }
    if (content != Content::Native) {
        ConnectionOptions options;
        options.mayCreateFile = true;
        const auto connection = connect(options);
        if (content == Content::Document) {
            if (const Done done = connection->execute(documentTables()); !done)
                qFatal("no tables: %s", qPrintable(done.error().detail));
        }
    }
}

TestDatabase::~TestDatabase()
{
    if (isPostgresql() && TestPostgres::instance())
        TestPostgres::instance()->dropDatabase(m_url.database);
}

std::unique_ptr<SqlConnection> TestDatabase::connect(const ConnectionOptions &options) const
{
    auto connection = SqlConnection::open(m_url, {}, options);
    if (!connection)
        qFatal("no connection: %s", qPrintable(connection.error().detail));
    return std::move(*connection);
}

void TestDatabase::run(const QString &sql) const
{
    if (const Done done = connect()->execute(sql); !done)
        qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().detail));
}

FieldValue TestDatabase::value(const QString &sql) const
{
    const auto connection = connect();
    const auto statement = connection->prepared(sql);
    if (!statement)
        qFatal("%s: %s", qPrintable(sql), qPrintable(statement.error().detail));
    if (const Done done = (*statement)->exec(); !done)
        qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().detail));
    const bool hasRow = (*statement)->next();
    if (const Done fetched = (*statement)->fetchError(); !fetched)
        qFatal("%s: %s", qPrintable(sql), qPrintable(fetched.error().detail));
    return hasRow ? (*statement)->text(0) : std::nullopt;
}

void TestDatabase::addKinds()
{
    QTest::addColumn<DatabaseUrl::Kind>("kind");
    QTest::newRow("SQLite") << DatabaseUrl::Kind::Sqlite;
    QTest::newRow("PostgreSQL") << DatabaseUrl::Kind::Postgresql;
}

QString TestDatabase::missing(DatabaseUrl::Kind kind)
{
    if (kind == DatabaseUrl::Kind::Sqlite || TestPostgres::instance())
        return {};
    return TestPostgres::problem();
}

bool TestDatabase::isMandatory()
{
    return qEnvironmentVariableIsSet("CI");
}

} // namespace addressdesk

#include "models/storage/Migrator.h"

#include "models/domain/OfficeSettings.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/StatementRun.h"
#include "models/storage/UnitOfWork.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr QLatin1String alreadyThere(" (already there)");

QList<Migration> readMigrations(const QString &folder)
{
    static const QRegularExpression fileName(QStringLiteral("^(\\d{3})_(\\w+)\\.sql$"));
    QList<Migration> migrations;
    const QDir dir(QStringLiteral(":/sql/") + folder);
    const QStringList names = dir.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        const auto match = fileName.match(name);
        const bool isReadable = match.hasMatch() && file.open(QIODevice::ReadOnly);
        Q_ASSERT(isReadable);
        if (isReadable)
            migrations.append(
                {match.captured(1).toInt(), match.captured(2), QString::fromUtf8(file.readAll())});
    }
    Q_ASSERT(!migrations.isEmpty());
    return migrations;
}

} // namespace

QList<SchemaStep> Migration::creations() const
{
    using Kind = SchemaStep::Kind;
    static const QHash<QString, Kind> kinds{{QStringLiteral("TABLE"), Kind::CreateTable},
                                            {QStringLiteral("INDEX"), Kind::CreateIndex},
                                            {QStringLiteral("TRIGGER"), Kind::CreateTrigger},
                                            {QStringLiteral("FUNCTION"), Kind::CreateFunction}};
    // At the beginning of a line, or of a statement that the script puts together itself.
    static const QRegularExpression head(
        QStringLiteral("(?:^|EXECUTE (?:format\\()?')CREATE (?:UNIQUE |CONSTRAINT "
                       ")?(TABLE|INDEX|TRIGGER|FUNCTION) (\\w+)"),
        QRegularExpression::MultilineOption);
    QList<SchemaStep> list;
    for (auto matches = head.globalMatch(script); matches.hasNext();) {
        const auto match = matches.next();
        list.append({kinds.value(match.captured(1)), match.captured(2)});
    }
    return list;
}

Migrator::Migrator(SqlConnection &connection)
    : m_connection(connection), m_known(readMigrations(connection.dialect().migrationFolder()))
{
}

QString Migrator::recordTable()
{
    return QStringLiteral("address_desk_migrations");
}

int Migrator::newestVersion() const
{
    return m_known.isEmpty() ? 0 : m_known.constLast().version;
}

Result<QList<int>> Migrator::applied() const
{
    const auto table = Catalogue(m_connection).table(recordTable());
    if (!table)
        return tl::unexpected(table.error());
    if (!*table)
        return QList<int>();
    return statements::allRows<int>(
        m_connection, QStringLiteral("SELECT version FROM address_desk_migrations ORDER BY version"),
        [](Statement &) {}, [](const Statement &s) -> Result<int> { return static_cast<int>(s.integer(0)); });
}

Result<bool> Migrator::hasOwnAddressTables() const
{
    return statements::firstRow<QString>(
               m_connection, QStringLiteral("SELECT name FROM address_desk_migrations WHERE version = ?"),
               [](Statement &s) { s.bind(qint64(addressTablesVersion)); },
               [](const Statement &s) -> Result<QString> { return s.text(0).value_or(QString()); })
        .map([](const std::optional<QString> &name) { return name && !name->endsWith(alreadyThere); });
}

Result<QList<Migration>> Migrator::pending() const
{
    const Result<QList<int>> versions = applied();
    if (!versions)
        return tl::unexpected(versions.error());
    if (!versions->isEmpty() && versions->constLast() > newestVersion()) {
        return failure(ErrorCode::SchemaTooNew,
                       QStringLiteral("the database has version %1, this program knows %2")
                           .arg(versions->constLast())
                           .arg(newestVersion()));
    }
    QList<Migration> list;
    std::copy_if(m_known.cbegin(), m_known.cend(), std::back_inserter(list),
                 [&versions](const Migration &m) { return !versions->contains(m.version); });
    return list;
}

Done Migrator::apply(const Migration &migration, const SchemaMapping &mapping, const KeyTypes &keyTypes) const
{
    return record(migration, scriptFor(migration, mapping, keyTypes));
}

QString Migrator::scriptFor(const Migration &migration, const SchemaMapping &mapping,
                            const KeyTypes &keyTypes) const
{
    const Dialect &dialect = m_connection.dialect();
    const QList<std::pair<QString, QString>> placeholders{
        {QStringLiteral("{{addressKeyType}}"), keyTypes.address},
        {QStringLiteral("{{customerKeyType}}"), keyTypes.customer},
        {QStringLiteral("{{addressTable}}"), dialect.quoted(mapping.addressTable)},
        {QStringLiteral("{{addressKey}}"), dialect.quoted(mapping.addressKey)},
        {QStringLiteral("{{addressCustomer}}"), dialect.quoted(mapping.addressCustomer)},
        {QStringLiteral("{{customerTable}}"), dialect.quoted(mapping.customerTable)},
        {QStringLiteral("{{customerKey}}"), dialect.quoted(mapping.customerKey)},
        {QStringLiteral("{{customerEmail}}"), dialect.quoted(mapping.customerEmail)},
        {QStringLiteral("{{mostLinkDays}}"), QString::number(OfficeSettings::mostLinkDays)}};
    QString script = migration.script;
    for (const auto &[placeholder, value] : placeholders)
        script.replace(placeholder, value);
    return script;
}

Done Migrator::skip(const Migration &migration) const
{
    return record(migration, {});
}

Done Migrator::record(const Migration &migration, const QString &script) const
{
    if (const QString before = m_connection.dialect().beforeMigration(); !before.isEmpty()) {
        if (const Done done = m_connection.execute(before); !done)
            return done;
    }
    auto work = UnitOfWork::begin(m_connection);
    if (!work)
        return tl::unexpected(work.error());
    const QString lock = m_connection.dialect().lockForMigration();
    if (!lock.isEmpty()) {
        if (const Done done = m_connection.execute(lock); !done)
            return done;
    }
    const Done created = m_connection.execute(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS address_desk_migrations ("
        "version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)"));
    if (!created)
        return created;
    const Result<QList<int>> versions = applied();
    if (!versions)
        return tl::unexpected(versions.error());
    if (versions->contains(migration.version))
        return work->commit();
    if (!script.isEmpty()) {
        if (const Done done = m_connection.execute(script); !done)
            return done;
    }
    const QString clock = m_connection.dialect().instantText(m_connection.dialect().clock());
    const auto insert = m_connection.prepared(
        QStringLiteral("INSERT INTO address_desk_migrations (version, name, applied_at) VALUES (?, ?, %1)")
            .arg(clock));
    if (!insert)
        return tl::unexpected(insert.error());
    const QString name = script.isEmpty() ? migration.name + alreadyThere : migration.name;
    if (const Done done = (*insert)->bind(qint64(migration.version)).bind(name).exec(); !done)
        return done;
    return work->commit();
}

Done Migrator::finish() const
{
    const QString sql = m_connection.dialect().afterMigration();
    return sql.isEmpty() ? Done{} : m_connection.execute(sql);
}

} // namespace addressdesk

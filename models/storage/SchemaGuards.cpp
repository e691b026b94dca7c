#include "models/storage/SchemaGuards.h"

#include "models/storage/Migrator.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/StatementRun.h"
#include "models/storage/UnitOfWork.h"

#include <QRegularExpression>

#include <algorithm>

namespace addressdesk {

namespace {

const QString revoke = QStringLiteral("REVOKE ");

/// The parts of a migration that make triggers, functions and the history's unique indexes: they can be run
/// again.
QStringList guardScripts(const QString &migration)
{
    static const QRegularExpression part(
        QStringLiteral("^(?:CREATE TRIGGER [^;]*\\nBEGIN\\n.*?^END;" // SQLite
                       "|CREATE (?:CONSTRAINT )?TRIGGER [^;]*;"
                       "|CREATE (?:OR REPLACE )?FUNCTION .*?^\\$\\$;"
                       "|CREATE UNIQUE INDEX events_[^;]*;"
                       "|DO (\\$\\w*\\$).*?^\\1;"
                       "|REVOKE [^;]*;)"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QStringList scripts;
    for (auto matches = part.globalMatch(migration); matches.hasNext();)
        scripts.append(matches.next().captured());
    return scripts;
}

bool makesTriggerAlone(const QString &script)
{
    static const QRegularExpression head(QStringLiteral("^CREATE (?:CONSTRAINT )?TRIGGER "));
    return head.match(script).hasMatch();
}

bool makesIndex(const QString &script)
{
    return script.contains(QStringLiteral("UNIQUE ")); // Or a constraint, which is kept by one.
}

} // namespace

SchemaGuards::SchemaGuards(SqlConnection &connection, SchemaMapping effective, KeyTypes keyTypes)
    : m_connection(connection), m_mapping(std::move(effective)), m_keyTypes(std::move(keyTypes))
{
}

Result<GuardedTables> SchemaGuards::tables() const
{
    const Dialect &dialect = m_connection.dialect();
    const QString query = dialect.guardedTablesQuery();
    if (query.isEmpty())
        return GuardedTables();
    return statements::firstRow<GuardedTables>(
               m_connection, query,
               [&](Statement &s) {
                   s.bind(dialect.quoted(m_mapping.addressTable))
                       .bind(dialect.quoted(m_mapping.customerTable));
               },
               [](const Statement &s) -> Result<GuardedTables> {
                   return GuardedTables{s.text(0).value_or(QString()), s.text(1).value_or(QString()),
                                        s.text(2).value_or(QString())};
               })
        .map([](const std::optional<GuardedTables> &tables) { return tables.value_or(GuardedTables()); });
}

/// In an order in which they can be made: triggers after all functions. Of a function that a later migration
/// replaces, only what that one makes.
Result<QList<SchemaGuards::Part>> SchemaGuards::parts() const
{
    const Dialect &dialect = m_connection.dialect();
    const Result<GuardedTables> there = tables();
    if (!there)
        return tl::unexpected(there.error());
    QList<Part> parts;
    const Migrator migrator(m_connection);
    for (Migration migration : migrator.known()) {
        // Not to be found anew when the session's path is another.
        if (!there->addresses.isEmpty())
            migration.script.replace(QStringLiteral("{{addressTable}}"), there->addresses);
        if (!there->customers.isEmpty())
            migration.script.replace(QStringLiteral("{{customerTable}}"), there->customers);
        for (const QString &script : guardScripts(migrator.scriptFor(migration, m_mapping, m_keyTypes))) {
            const QList<SchemaGuard> guards = dialect.guardsOf(script, *there);
            Q_ASSERT(guards.size() >= (Migration{0, {}, script}.creations().size()));
            for (Part &earlier : parts)
                earlier.guards.removeIf([&guards](const SchemaGuard &old) {
                    return std::any_of(guards.cbegin(), guards.cend(),
                                       [&old](const SchemaGuard &g) { return g.name == old.name; });
                });
            if (script.startsWith(revoke) && !parts.isEmpty())
                parts.last().script += u'\n' + script; // Of the function just made.
            else
                parts.append({script, guards});
        }
    }
    parts.removeIf([](const Part &part) { return part.guards.isEmpty(); });
    const QString versions = dialect.uniqueVersionsScript();
    parts.append({versions, dialect.guardsOf(versions, *there)});
    std::stable_partition(parts.begin(), parts.end(),
                          [](const Part &part) { return !makesTriggerAlone(part.script); });
    return parts;
}

Result<QList<SchemaGuard>> SchemaGuards::inForce() const
{
    return statements::allRows<SchemaGuard>(
        m_connection, m_connection.dialect().guardsQuery(), [](Statement &) {},
        [](const Statement &s) -> Result<SchemaGuard> {
            return SchemaGuard{s.text(0).value_or(QString()), s.text(1).value_or(QString())};
        });
}

Result<QList<SchemaStep>> SchemaGuards::missing() const
{
    const Result<QList<Part>> wanted = parts();
    if (!wanted)
        return tl::unexpected(wanted.error());
    const Result<QList<SchemaGuard>> there = inForce();
    if (!there)
        return tl::unexpected(there.error());
    QList<SchemaStep> steps;
    for (const Part &part : *wanted) {
        for (const SchemaGuard &guard : part.guards) {
            if (!there->contains(guard))
                steps.append({SchemaStep::Kind::RenewGuard, guard.name});
        }
    }
    return steps;
}

/// A script for a database that may have what it makes, or something else by the same names.
QString SchemaGuards::repeatable(QString script) const
{
    static const QRegularExpression trigger(
        QStringLiteral("CREATE (?:CONSTRAINT )?TRIGGER (\\w+) [^;]*? ON (\\w+)"));
    static const QRegularExpression index(QStringLiteral("^CREATE UNIQUE INDEX (\\w+)"));
    QString drops;
    for (auto matches = trigger.globalMatch(script); matches.hasNext();) {
        const auto match = matches.next();
        drops += m_connection.dialect().dropTrigger(match.captured(1), match.captured(2));
    }
    if (const auto match = index.match(script); match.hasMatch())
        drops += QStringLiteral("DROP INDEX IF EXISTS %1;\n").arg(match.captured(1));
    script.replace(QStringLiteral("CREATE FUNCTION"), QStringLiteral("CREATE OR REPLACE FUNCTION"));
    return drops + script;
}

Done SchemaGuards::renew() const
{
    Result<QList<Part>> wanted = parts();
    if (!wanted)
        return tl::unexpected(wanted.error());
    const auto firstIndex = std::stable_partition(wanted->begin(), wanted->end(),
                                                  [](const Part &part) { return !makesIndex(part.script); });
    const QList<Part> indexes(firstIndex, wanted->end());
    wanted->erase(firstIndex, wanted->end());
    if (const Done done = renew(*wanted); !done)
        return done;
    for (const Part &index : indexes) {
        if (const Done done = renew({index}); !done)
            return done;
    }
    return {};
}

Done SchemaGuards::renew(const QList<Part> &parts) const
{
    const Dialect &dialect = m_connection.dialect();
    auto work = UnitOfWork::begin(m_connection);
    if (!work)
        return tl::unexpected(work.error());
    for (const QString &before : {dialect.lockForMigration(), dialect.namesAtHistory()}) {
        if (before.isEmpty())
            continue;
        if (const Done done = m_connection.execute(before); !done)
            return done;
    }
    const Result<QList<SchemaGuard>> there = inForce(); // Another program may have been quicker.
    if (!there)
        return tl::unexpected(there.error());
    for (const Part &part : parts) {
        const bool isThere =
            std::all_of(part.guards.cbegin(), part.guards.cend(),
                        [&there](const SchemaGuard &guard) { return there->contains(guard); });
        if (isThere)
            continue;
        if (const Done done = m_connection.execute(repeatable(part.script)); !done)
            return done;
    }
    return work->commit();
}

} // namespace addressdesk

#include "models/storage/SchemaGuards.h"

#include "models/storage/Migrator.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/StatementRun.h"
#include "models/storage/UnitOfWork.h"

#include <QRegularExpression>

namespace addressdesk {

namespace {

const QString recipientFunction = QStringLiteral("address_desk_address_mail");

/// The parts of a migration that make triggers and functions: they can be run again.
QStringList guardScripts(const QString &migration)
{
    static const QRegularExpression part(
        QStringLiteral("^(?:CREATE TRIGGER [^;]*\\nBEGIN\\n.*?^END;" // SQLite
                       "|CREATE (?:CONSTRAINT )?TRIGGER [^;]*;"
                       "|CREATE (?:OR REPLACE )?FUNCTION .*?^\\$\\$;"
                       "|DO (\\$\\w*\\$).*?^\\1;"
                       "|REVOKE [^;]*;)"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QStringList scripts;
    for (auto matches = part.globalMatch(migration); matches.hasNext();)
        scripts.append(matches.next().captured());
    return scripts;
}

/// The same for a database that may have what it makes.
QString repeatable(QString script, DatabaseUrl::Kind kind)
{
    static const QRegularExpression trigger(
        QStringLiteral("CREATE (?:CONSTRAINT )?TRIGGER (\\w+) [^;]*? ON (\\w+)"));
    QString drops;
    for (auto matches = trigger.globalMatch(script); matches.hasNext();) {
        const auto match = matches.next();
        drops += QStringLiteral("DROP TRIGGER IF EXISTS ") + match.captured(1);
        if (kind == DatabaseUrl::Kind::Postgresql)
            drops += QStringLiteral(" ON ") + match.captured(2);
        drops += QStringLiteral(";\n");
    }
    script.replace(QStringLiteral("CREATE FUNCTION"), QStringLiteral("CREATE OR REPLACE FUNCTION"));
    return drops + script;
}

} // namespace

SchemaGuards::SchemaGuards(SqlConnection &connection, const SchemaMapping &effective,
                           const KeyTypes &keyTypes)
    : m_connection(connection), m_mapping(effective)
{
    const Migrator migrator(connection);
    for (const Migration &migration : migrator.known())
        m_scripts += guardScripts(migrator.scriptFor(migration, effective, keyTypes));
}

Result<QStringList> SchemaGuards::names(const QString &sql) const
{
    return statements::allRows<QString>(
        m_connection, sql, [](Statement &) {},
        [](const Statement &s) -> Result<QString> { return s.text(0).value_or(QString()); });
}

Result<QList<SchemaStep>> SchemaGuards::missing() const
{
    const Result<QStringList> there = names(m_connection.dialect().guardNames());
    if (!there)
        return tl::unexpected(there.error());
    const Result<bool> isOutdated = isRecipientOutdated();
    if (!isOutdated)
        return tl::unexpected(isOutdated.error());
    QList<SchemaStep> steps;
    for (const QString &script : m_scripts) {
        for (const SchemaStep &step : Migration{0, {}, script}.creations()) {
            if (!there->contains(step.name) || (step.name == recipientFunction && *isOutdated))
                steps.append({SchemaStep::Kind::RenewGuard, step.name});
        }
    }
    return steps;
}

/// The function names the tables with their schema, as they were when it was made.
Result<bool> SchemaGuards::isRecipientOutdated() const
{
    const Dialect &dialect = m_connection.dialect();
    const QString query = dialect.outdatedFunctionQuery();
    static const QRegularExpression body(
        QStringLiteral("CREATE FUNCTION %1.*?\\$function\\$(.*?)\\$function\\$").arg(recipientFunction),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = body.match(m_scripts.join(u'\n'));
    if (query.isEmpty() || !match.hasMatch())
        return false;
    return statements::firstRow<bool>(
               m_connection, query,
               [&](Statement &s) {
                   s.bind(match.captured(1))
                       .bind(dialect.quoted(m_mapping.addressTable))
                       .bind(dialect.quoted(m_mapping.customerTable))
                       .bind(recipientFunction);
               },
               [](const Statement &s) -> Result<bool> { return s.integer(0) != 0; })
        .map([](const std::optional<bool> &isOutdated) { return isOutdated.value_or(false); });
}

Done SchemaGuards::renew() const
{
    auto work = UnitOfWork::begin(m_connection);
    if (!work)
        return tl::unexpected(work.error());
    if (m_connection.dialect().kind() == DatabaseUrl::Kind::Postgresql) {
        // Where the history is, whatever schema stands before that in the session's path.
        const Done placed = m_connection.execute(QStringLiteral(
            "DO $$ BEGIN PERFORM set_config('search_path', (SELECT quote_ident(n.nspname) FROM pg_class AS c "
            "JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = to_regclass('events')) || ', ' "
            "|| "
            "current_setting('search_path') || ', pg_temp', true); END $$"));
        if (!placed)
            return placed;
    }
    for (const QString &script : m_scripts) {
        const Done done = m_connection.execute(repeatable(script, m_connection.dialect().kind()));
        if (!done)
            return done;
    }
    return work->commit();
}

} // namespace addressdesk

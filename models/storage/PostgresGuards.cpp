#include "models/storage/PostgresGuards.h"

#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace addressdesk::postgresGuards {

namespace {

const QString place = QStringLiteral("(SELECT relnamespace FROM pg_class WHERE oid = to_regclass('events'))");
const QString separator = QStringLiteral("|");

/// Bits of pg_trigger.tgtype.
enum TriggerType { ForEachRow = 1, Before = 2, OnInsert = 4, OnDelete = 8, OnUpdate = 16, OnTruncate = 32 };

QString withoutBracketsAndSpaces(QString expression)
{
    static const QRegularExpression signs(QStringLiteral("[()\\s]"));
    return expression.remove(signs);
}

/// A script's DO block with the statements that it puts together in one piece.
QString joined(QString script)
{
    if (!script.startsWith(QStringLiteral("DO ")))
        return script;
    static const QRegularExpression continued(QStringLiteral("'\\n\\s*'"));
    static const QRegularExpression restricted(QStringLiteral("'\\s*\\|\\|\\s*restricted\\s*\\|\\|\\s*'"));
    return script.remove(continued).replace(
        restricted, QStringLiteral("WHEN (NOT has_table_privilege(SESSION_USER, <settings>::regclass::oid, "
                                   "'UPDATE'::text))"));
}

QString triggerType(const QRegularExpressionMatch &trigger)
{
    static const QMap<QString, int> bits{{QStringLiteral("INSERT"), OnInsert},
                                         {QStringLiteral("DELETE"), OnDelete},
                                         {QStringLiteral("UPDATE"), OnUpdate},
                                         {QStringLiteral("TRUNCATE"), OnTruncate}};
    int type = trigger.captured(QStringLiteral("time")) == u"BEFORE" ? Before : 0;
    if (trigger.captured(QStringLiteral("each")) == u"ROW")
        type |= ForEachRow;
    for (const QString &event : trigger.captured(QStringLiteral("events")).split(QStringLiteral(" OR ")))
        type |= bits.value(event);
    return QString::number(type);
}

QList<SchemaGuard> triggers(const QString &script)
{
    static const QRegularExpression head(
        QStringLiteral("CREATE (?<constraint>CONSTRAINT )?TRIGGER (?<name>\\w+) (?<time>BEFORE|AFTER) "
                       "(?<events>[A-Z ]+?) ON (?<table>\\w+)\\s+"
                       "(?:REFERENCING NEW TABLE AS (?<rows>\\w+)\\s+)?"
                       "(?<deferred>DEFERRABLE INITIALLY DEFERRED )?FOR EACH (?<each>ROW|STATEMENT)\\s+"
                       "(?:WHEN \\((?<when>.*?)\\)\\s+)?EXECUTE FUNCTION (?<function>\\w+)\\(\\)"));
    QList<SchemaGuard> guards;
    for (auto matches = head.globalMatch(script); matches.hasNext();) {
        const auto trigger = matches.next();
        const auto isThere = [&trigger](const QString &part) {
            return trigger.capturedLength(part) > 0 ? QStringLiteral("1") : QStringLiteral("0");
        };
        const QString condition = withoutBracketsAndSpaces(trigger.captured(QStringLiteral("when")))
                                      .replace(QStringLiteral("NEW."), QStringLiteral("new."));
        const QStringList definition{QStringLiteral("trigger"),
                                     trigger.captured(QStringLiteral("table")),
                                     triggerType(trigger),
                                     trigger.captured(QStringLiteral("function")),
                                     isThere(QStringLiteral("constraint")),
                                     isThere(QStringLiteral("deferred")),
                                     trigger.captured(QStringLiteral("rows")),
                                     condition};
        guards.append({trigger.captured(QStringLiteral("name")), definition.join(separator)});
    }
    return guards;
}

/// What format() makes of a pattern.
QString formatted(QString pattern, const QString &arguments, const GuardedTables &tables)
{
    const QMap<QString, QString> values{{QStringLiteral("addresses"), tables.addresses},
                                        {QStringLiteral("customers"), tables.customers},
                                        {QStringLiteral("schema"), tables.schema},
                                        {QStringLiteral("current_schema()"), tables.schema}};
    const QStringList names = arguments.split(QStringLiteral(", "));
    for (qsizetype i = 0; i < names.size(); ++i) {
        for (const QString &kind : {QStringLiteral("$s"), QStringLiteral("$I")})
            pattern.replace(QStringLiteral("%") + QString::number(i + 1) + kind,
                            values.value(names.at(i).trimmed()));
    }
    return pattern.replace(QStringLiteral("%I"), tables.schema);
}

QList<SchemaGuard> functions(const QString &script, const GuardedTables &tables)
{
    static const QRegularExpression head(
        QStringLiteral(
            "CREATE (?:OR REPLACE )?FUNCTION (?<name>\\w+)\\((?<takes>[^)]*)\\) "
            "RETURNS (?<gives>\\w+) LANGUAGE (?<language>\\w+)\\s+(?<definer>SECURITY DEFINER )?"
            "SET search_path = (?<path>[\\w, ]+?)\\s+AS (?:\\$\\$(?<body>.*?)\\$\\$|%L',\\s*format\\("
            "(?:\\$function\\$(?<pattern>.*?)\\$function\\$|'(?<text>(?:[^']|'')*)'),\\s*"
            "(?<arguments>(?:[\\w, ]|\\(\\))+)\\))"),
        QRegularExpression::DotMatchesEverythingOption);
    QList<SchemaGuard> guards;
    for (auto matches = head.globalMatch(script); matches.hasNext();) {
        const auto function = matches.next();
        const auto part = [&function](QLatin1String name) {
            return function.captured(name);
        };
        QString body = part(QLatin1String("body"));
        if (body.isEmpty())
            body =
                formatted(part(QLatin1String("pattern")) +
                              part(QLatin1String("text")).replace(QStringLiteral("''"), QStringLiteral("'")),
                          part(QLatin1String("arguments")), tables);
        const bool isDefiner = !part(QLatin1String("definer")).isEmpty();
        const QStringList definition{QStringLiteral("function"),
                                     part(QLatin1String("takes")),
                                     part(QLatin1String("gives")),
                                     part(QLatin1String("language")),
                                     isDefiner ? QStringLiteral("1") : QStringLiteral("0"),
                                     QStringLiteral("search_path=") + part(QLatin1String("path")),
                                     body};
        guards.append({part(QLatin1String("name")), definition.join(separator)});
    }
    return guards;
}

/// The conditions of an index as PostgreSQL words them.
QList<SchemaGuard> indexes(const QString &script)
{
    const QString tokens = QStringLiteral("events_token_used_once");
    const QString versions = QStringLiteral("events_stream_id_stream_version_key");
    QList<SchemaGuard> guards;
    if (script.contains(QStringLiteral("INDEX ") + tokens))
        guards.append({tokens, QStringLiteral("index|payload->>'revertToken'::text|event_type=ANYARRAY["
                                              "'AddressFieldReverted'::text,'AddressRestored'::text]AND"
                                              "payload->>'revertToken'::textISNOTNULL")});
    if (script.contains(QStringLiteral("CONSTRAINT ") + versions))
        guards.append({versions, QStringLiteral("index|stream_id,stream_version")});
    return guards;
}

QString triggersQuery()
{
    // In force: for a session as this program's, which is no replica.
    return QStringLiteral(
               "SELECT CAST(t.tgname AS text), concat_ws('|', 'trigger', c.relname, t.tgtype, "
               "CASE WHEN p.pronamespace = c.relnamespace AND t.tgnargs = 0 AND t.tgattr = '' "
               "AND t.tgoldtable IS NULL THEN p.proname ELSE '' END, "
               "CAST(t.tgconstraint <> 0 AS integer), CAST(t.tgdeferrable AND t.tginitdeferred AS integer), "
               "COALESCE(t.tgnewtable, ''), replace(translate(COALESCE(substring(pg_get_triggerdef(t.oid) "
               "from ' WHEN [(](.*)[)] EXECUTE '), ''), '() ', ''), translate(COALESCE(quote_literal(CAST("
               "to_regclass(format('%I.address_desk_settings', n.nspname)) AS text)), 'none'), '() ', ''), "
               "'<settings>')) FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid "
               "JOIN pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_proc AS p ON p.oid = t.tgfoid "
               "WHERE c.relnamespace = ") +
           place + QStringLiteral(" AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')");
}

QString functionsQuery()
{
    return QStringLiteral(
               "SELECT CAST(p.proname AS text), concat_ws('|', 'function', "
               "pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid), l.lanname, "
               "CAST(p.prosecdef AS integer), COALESCE(array_to_string(p.proconfig, ';'), ''), p.prosrc) "
               "FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang "
               "WHERE p.prokind = 'f' AND p.pronamespace = ") +
           place;
}

QString indexesQuery()
{
    const QString unique = QStringLiteral("i.indrelid = to_regclass('events') AND i.indisunique "
                                          "AND i.indisvalid AND i.indislive AND i.indimmediate");
    return QStringLiteral(
               "SELECT CAST(c.relname AS text), translate(concat_ws('|', 'index', pg_get_expr(i.indexprs, "
               "i.indrelid), pg_get_expr(i.indpred, i.indrelid)), '() ', '') FROM pg_index AS i "
               "JOIN pg_class AS c ON c.oid = i.indexrelid WHERE i.indnatts = 1 AND i.indexprs IS NOT NULL "
               "AND ") +
           unique
           // By whatever name.
           + QStringLiteral(
                 " UNION ALL SELECT 'events_stream_id_stream_version_key', 'index|stream_id,stream_version' "
                 "WHERE EXISTS (SELECT FROM pg_index AS i WHERE i.indpred IS NULL AND i.indexprs IS NULL "
                 "AND ARRAY['stream_id', 'stream_version'] = (SELECT array_agg(CAST(a.attname AS text) "
                 "ORDER BY a.attname) FROM pg_attribute AS a WHERE a.attrelid = i.indrelid "
                 "AND a.attnum = ANY (i.indkey)) AND ") +
           unique + QStringLiteral(")");
}

} // namespace

QList<SchemaGuard> madeBy(const QString &script, const GuardedTables &tables)
{
    const QString whole = joined(script);
    return functions(whole, tables) + triggers(whole) + indexes(whole);
}

QString inForceQuery()
{
    return QStringList{triggersQuery(), functionsQuery(), indexesQuery()}.join(QStringLiteral(" UNION ALL "));
}

QString tablesQuery()
{
    const QString named = QStringLiteral(
        "(SELECT format('%I.%I', t.nspname, c.relname) FROM pg_class AS c JOIN pg_namespace AS t "
        "ON t.oid = c.relnamespace WHERE c.oid = to_regclass(?))");
    return QStringLiteral("SELECT quote_ident(n.nspname), %1, %1 FROM pg_namespace AS n WHERE n.oid = %2")
        .arg(named, place);
}

QString atHistory()
{
    return QStringLiteral("SELECT set_config('search_path', concat_ws(', ', (SELECT quote_ident(nspname) "
                          "FROM pg_namespace WHERE oid = %1), NULLIF(current_setting('search_path'), ''), "
                          "'pg_temp'), true)")
        .arg(place);
}

QString uniqueVersionsScript()
{
    return QStringLiteral(
        "ALTER TABLE events DROP CONSTRAINT IF EXISTS events_stream_id_stream_version_key;\n"
        "DROP INDEX IF EXISTS events_stream_id_stream_version_key;\n"
        "ALTER TABLE events ADD CONSTRAINT events_stream_id_stream_version_key "
        "UNIQUE (stream_id, stream_version);");
}

} // namespace addressdesk::postgresGuards

#include "models/storage/PostgresDialect.h"

#include "models/storage/PostgresGuards.h"
#include "models/storage/PostgresSearchPattern.h"
#include "models/storage/SearchFolding.h"

#include <QHash>
#include <QRegularExpression>
#include <QUuid>

#include <array>
#include <utility>

namespace addressdesk {

namespace {

/// An expression's text folded as SearchFolding does.
QString folded(const QString &expression)
{
    // Upper-case letters without decomposition are named too, because lower() knows ASCII only where the
    // locale is C.
    QString letters =
        QStringLiteral(
            "lower(translate(regexp_replace(normalize(%1, NFD), '[%2]+', '', 'g'), 'ŒÆØŁĐẞ', 'œæøłđß'))")
            .arg(expression, postgresSearchPattern::nonSpacingMarks());
    for (const auto &[letter, plain] : searchFolding::specialLetters())
        letters = QStringLiteral("replace(%1, '%2', '%3')").arg(letters, QChar(letter), plain);
    return QStringLiteral("CASE WHEN octet_length(%1) = length(%1) THEN lower(%1 COLLATE \"C\") ELSE %2 END")
        .arg(expression, letters);
}

} // namespace

QString PostgresDialect::migrationFolder() const
{
    return QStringLiteral("postgresql");
}

QString PostgresDialect::keyPlaceholder() const
{
    return QStringLiteral("?");
}

QString PostgresDialect::sameValue(const QString &left, const QString &right) const
{
    return left + QStringLiteral(" IS NOT DISTINCT FROM ") + right;
}

QString PostgresDialect::beginWrite() const
{
    return QStringLiteral("BEGIN");
}

QString PostgresDialect::beginRead() const
{
    return QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
}

SqlCondition PostgresDialect::containsWord(const QStringList &columns, const QString &word) const
{
    QStringList texts;
    for (const QString &column : columns)
        texts.append(QStringLiteral("CAST(%1 AS text)").arg(column));
    const QString whole = QStringLiteral("concat_ws(chr(10), %1)").arg(texts.join(u", "));
    if (word.size() <= postgresSearchPattern::longestWord)
        return {whole + QStringLiteral(" ~ ?"), {FieldValue(postgresSearchPattern::of(word))}};
    return {QStringLiteral("strpos(%1, ?) > 0").arg(folded(whole)), {FieldValue(word)}};
}

QString PostgresDialect::joinInOrder() const
{
    return QStringLiteral(" JOIN ");
}

QString PostgresDialect::isInList(const QString &key, const QString &keyType) const
{
    return QStringLiteral("%1 IN (SELECT CAST(value AS %2) FROM json_array_elements_text(CAST(? AS json)))")
        .arg(key, keyType);
}

bool PostgresDialect::canBeKey(const QString &text, const QString &keyType) const
{
    bool canBe = !text.contains(QChar::Null);
    if (keyType == u"uuid")
        canBe = !QUuid::fromString(text).isNull() || text == QUuid().toString(QUuid::WithoutBraces);
    else if (keyType == u"bigint")
        text.toLongLong(&canBe);
    else if (keyType == u"integer")
        text.toInt(&canBe);
    else if (keyType == u"smallint")
        text.toShort(&canBe);
    return canBe;
}

QString PostgresDialect::sortTerm(const QString &expression) const
{
    return expression;
}

QString PostgresDialect::nullsSmallest(bool isDescending) const
{
    return isDescending ? QStringLiteral(" NULLS LAST") : QStringLiteral(" NULLS FIRST");
}

QString PostgresDialect::sessionActor() const
{
    return QStringLiteral("CAST(session_user AS text)");
}

QString PostgresDialect::clock() const
{
    // Not now(): a transaction that waited for a lock began before its predecessor's events.
    return QStringLiteral("clock_timestamp()");
}

QString PostgresDialect::clockMoved() const
{
    return QStringLiteral("clock_timestamp() + make_interval(secs => CAST(? AS double precision))");
}

QString PostgresDialect::isDue() const
{
    return QStringLiteral("next_attempt_at <= ") + clock();
}

QString PostgresDialect::leaseHasEnded() const
{
    return QStringLiteral("lease_until <= ") + clock();
}

QString PostgresDialect::isFreeToSend() const
{
    return QStringLiteral("TRUE");
}

QString PostgresDialect::skipTaken() const
{
    return QStringLiteral(" FOR UPDATE SKIP LOCKED");
}

QString PostgresDialect::announcePageFetched() const
{
    return QStringLiteral("SELECT CAST(pg_notify('address_desk_pages', ?) AS text)");
}

QString PostgresDialect::mayReadColumns(const QString &table, const QStringList &columns) const
{
    QStringList conditions;
    for (const QString &column : columns)
        conditions.append(
            QStringLiteral("has_column_privilege('%1', '%2', 'SELECT')").arg(quoted(table), column));
    return QStringLiteral("SELECT CASE WHEN %1 THEN 1 ELSE 0 END").arg(conditions.join(u" AND "));
}

QList<SchemaGuard> PostgresDialect::guardsOf(const QString &script, const GuardedTables &tables) const
{
    return postgresGuards::madeBy(script, tables);
}

QString PostgresDialect::guardsQuery() const
{
    return postgresGuards::inForceQuery();
}

QString PostgresDialect::guardedTablesQuery() const
{
    return postgresGuards::tablesQuery();
}

QString PostgresDialect::namesAtHistory() const
{
    return postgresGuards::atHistory();
}

QString PostgresDialect::dropTrigger(const QString &name, const QString &table) const
{
    return QStringLiteral("DROP TRIGGER IF EXISTS %1 ON %2;\n").arg(name, table);
}

QString PostgresDialect::uniqueVersionsScript() const
{
    return postgresGuards::uniqueVersionsScript();
}

QString PostgresDialect::letterSecretQuery() const
{
    return QStringLiteral("SELECT address_desk_letter_secret(CAST(? AS bigint))");
}

QString PostgresDialect::instantText(const QString &expression) const
{
    return QStringLiteral("to_char(%1 AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
        .arg(expression);
}

QString PostgresDialect::jsonText(const QString &expression) const
{
    return QStringLiteral("CAST(%1 AS text)").arg(expression);
}

QString PostgresDialect::columnsQuery() const
{
    return QStringLiteral(
        "SELECT c.relname, a.attname, format_type(COALESCE(NULLIF(t.typbasetype, 0), t.oid), NULL), "
        "a.attgenerated <> '' "
        "FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid "
        "JOIN pg_type AS t ON t.oid = a.atttypid "
        "WHERE c.relname = ? AND c.relkind IN ('r', 'p', 'v', 'f') AND pg_table_is_visible(c.oid) "
        "AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum");
}

QString PostgresDialect::anyTableQuery() const
{
    return QStringLiteral("SELECT 1 FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'f') "
                          "AND relnamespace = current_schema()::regnamespace LIMIT 1");
}

QString PostgresDialect::uniqueColumnQuery() const
{
    return QStringLiteral(
        "SELECT 1 FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid "
        "WHERE c.relname = ? AND a.attname = ? AND pg_table_is_visible(c.oid) AND (c.relkind <> 'r' OR EXISTS "
        "(SELECT 1 FROM pg_index AS i WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND "
        "i.indpred IS NULL AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum)) LIMIT 1");
}

std::optional<QString> PostgresDialect::keyType(const QString &declaredType) const
{
    static const QHash<QString, QString> types{
        {QStringLiteral("uuid"), QStringLiteral("uuid")},
        {QStringLiteral("text"), QStringLiteral("text")},
        {QStringLiteral("character varying"), QStringLiteral("text")},
        {QStringLiteral("bigint"), QStringLiteral("bigint")},
        {QStringLiteral("integer"), QStringLiteral("integer")},
        {QStringLiteral("smallint"), QStringLiteral("smallint")},
    };
    const auto found = types.constFind(declaredType);
    return found == types.cend() ? std::nullopt : std::optional(*found);
}

QString PostgresDialect::lockForMigration() const
{
    return QStringLiteral("SELECT pg_advisory_xact_lock(7310879514)");
}

QString PostgresDialect::beforeMigration() const
{
    return {};
}

QString PostgresDialect::afterMigration() const
{
    return {};
}

ErrorCode PostgresDialect::codeOf(const QString &sqlState)
{
    static const QHash<QString, ErrorCode> exact{
        {QStringLiteral("25006"), ErrorCode::ReadOnly},
        {QStringLiteral("28000"), ErrorCode::AuthenticationFailed},
        {QStringLiteral("28P01"), ErrorCode::AuthenticationFailed},
        {QStringLiteral("3D000"), ErrorCode::DatabaseMissing},
        {QStringLiteral("40001"), ErrorCode::Busy},
        {QStringLiteral("40P01"), ErrorCode::Busy},
        {QStringLiteral("42501"), ErrorCode::PermissionDenied},
        {QStringLiteral("42P01"), ErrorCode::SchemaMismatch},
        {QStringLiteral("42703"), ErrorCode::SchemaMismatch},
        {QStringLiteral("53100"), ErrorCode::DiskFull},
        {QStringLiteral("53300"), ErrorCode::ConnectionFailed},
        {QStringLiteral("55P03"), ErrorCode::Locked},
        {QStringLiteral("57014"), ErrorCode::Cancelled},
        {QStringLiteral("25P03"), ErrorCode::ConnectionLost}, // Idle in a transaction for too long.
        {QStringLiteral("57P03"), ErrorCode::ConnectionFailed},
        {QStringLiteral("44000"), ErrorCode::ConstraintViolated},
        {QStringLiteral("P0001"), ErrorCode::ConstraintViolated},
    };
    if (const auto found = exact.constFind(sqlState); found != exact.cend())
        return *found;
    static const std::array<std::pair<QLatin1String, ErrorCode>, 5> classes{{
        {QLatin1String("08"), ErrorCode::ConnectionLost},
        {QLatin1String("22"), ErrorCode::ConstraintViolated},
        {QLatin1String("23"), ErrorCode::ConstraintViolated},
        {QLatin1String("57P"), ErrorCode::ConnectionLost},
        {QLatin1String("53"), ErrorCode::Busy},
    }};
    for (const auto &[prefix, code] : classes) {
        if (sqlState.startsWith(prefix))
            return code;
    }
    return ErrorCode::Internal;
}

std::optional<ErrorCode> PostgresDialect::codeOfConnectionText(const QString &text)
{
    static const std::array<std::pair<QLatin1String, ErrorCode>, 17> fragments{{
        {QLatin1String("no password supplied"), ErrorCode::PasswordRequired},
        {QLatin1String("server does not support SSL"), ErrorCode::TlsUnavailable},
        {QLatin1String("certificate verify failed"), ErrorCode::CertificateRejected},
        {QLatin1String("server certificate"), ErrorCode::CertificateRejected},
        {QLatin1String("root certificate file"), ErrorCode::CertificateRejected},
        {QLatin1String("sslrootcert"), ErrorCode::CertificateRejected},
        {QLatin1String("SSL error"), ErrorCode::CertificateRejected},
        {QLatin1String("password authentication failed"), ErrorCode::AuthenticationFailed},
        {QLatin1String("authentication failed"), ErrorCode::AuthenticationFailed},
        {QLatin1String("no pg_hba.conf entry"), ErrorCode::AuthenticationFailed},
        {QLatin1String("permission denied for database"), ErrorCode::PermissionDenied},
        {QLatin1String("Connection refused"), ErrorCode::ConnectionFailed},
        {QLatin1String("No such file or directory"), ErrorCode::ConnectionFailed},
        {QLatin1String("could not translate host name"), ErrorCode::ConnectionFailed},
        {QLatin1String("timeout expired"), ErrorCode::ConnectionFailed},
        {QLatin1String("could not connect to server"), ErrorCode::ConnectionFailed},
        {QLatin1String("closed the connection unexpectedly"), ErrorCode::ConnectionFailed},
    }};
    for (const auto &[fragment, code] : fragments) {
        if (text.contains(fragment))
            return code;
    }
    return std::nullopt;
}

QString PostgresDialect::withoutValues(const QString &text)
{
    // "invalid input syntax for type uuid: "…"" quotes what was typed; names of tables and constraints follow
    // no colon.
    static const QRegularExpression quotedInput(QStringLiteral(": \".*"));
    QString sentence = text.section(u'\n', 0, 0).trimmed();
    const qsizetype afterSeverity = sentence.indexOf(u':') + 1;
    const QString head = sentence.left(afterSeverity);
    return head + sentence.mid(afterSeverity).remove(quotedInput);
}

} // namespace addressdesk

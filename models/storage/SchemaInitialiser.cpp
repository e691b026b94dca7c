#include "models/storage/SchemaInitialiser.h"

#include "models/storage/Migrator.h"
#include "models/storage/SchemaGuards.h"
#include "models/storage/SqlConnection.h"

#include <algorithm>

namespace addressdesk {

struct SchemaInitialiser::Situation
{
    QList<Migration> pending;
    bool hasAddressTables = false; ///< `mapping` and `keyTypes` are set.
    SchemaMapping mapping;
    KeyTypes keyTypes;
};

namespace {

const QStringList &companionTables()
{
    static const QStringList names{QStringLiteral("events"), QStringLiteral("mail_outbox")};
    return names;
}

/// Columns that the program needs of a companion table; a table with the same name and others is somebody
/// else's.
QStringList companionColumns(const QString &table)
{
    if (table == u"events") {
        return {QStringLiteral("sequence_num"), QStringLiteral("stream_id"), QStringLiteral("stream_version"),
                QStringLiteral("event_type"),   QStringLiteral("payload"),   QStringLiteral("occurred_at"),
                QStringLiteral("actor"),        QStringLiteral("change_id"), QStringLiteral("reason"),
                QStringLiteral("chain_hash")};
    }
    return {QStringLiteral("id"),        QStringLiteral("change_id"),      QStringLiteral("address_id"),
            QStringLiteral("recipient"), QStringLiteral("content"),        QStringLiteral("state"),
            QStringLiteral("attempts"),  QStringLiteral("next_attempt_at")};
}

} // namespace

SchemaInitialiser::SchemaInitialiser(SqlConnection &connection, const SchemaMapping &wanted)
    : m_connection(connection), m_wanted(wanted)
{
}

Result<SchemaInitialiser::Situation> SchemaInitialiser::inspect() const
{
    const auto pending = Migrator(m_connection).pending();
    if (!pending)
        return tl::unexpected(pending.error());
    Situation situation;
    situation.pending = *pending;

    const Catalogue catalogue(m_connection);
    const Result<SchemaMapping> mapping = catalogue.effective(m_wanted);
    if (!mapping && mapping.error().code != ErrorCode::SchemaMissing)
        return tl::unexpected(mapping.error());
    if (mapping) {
        const Result<KeyTypes> keyTypes = catalogue.keyTypes(*mapping);
        if (!keyTypes)
            return tl::unexpected(keyTypes.error());
        situation.hasAddressTables = true;
        situation.mapping = *mapping;
        situation.keyTypes = *keyTypes;
    }
    return situation;
}

Result<QStringList> SchemaInitialiser::missingCompanionColumns(const QString &name) const
{
    const auto table = Catalogue(m_connection).table(name);
    if (!table)
        return tl::unexpected(table.error());
    QStringList missing = companionColumns(name);
    if (*table)
        missing.removeIf([&table](const QString &column) { return (*table)->column(column) != nullptr; });
    return missing;
}

Done SchemaInitialiser::checkCompanionNamesFree() const
{
    for (const QString &name : companionTables()) {
        const auto table = Catalogue(m_connection).table(name);
        if (!table)
            return tl::unexpected(table.error());
        if (!*table)
            continue;
        const Result<QStringList> missing = missingCompanionColumns(name);
        if (!missing)
            return tl::unexpected(missing.error());
        const QString detail =
            missing->isEmpty()
                ? QStringLiteral("a table %1 is there that this program did not record").arg(name)
                : QStringLiteral("a table %1 of another shape is there, without %2")
                      .arg(name, missing->join(u", "));
        return failure(ErrorCode::SchemaMismatch, detail);
    }
    return {};
}

Done SchemaInitialiser::checkInitialisable(const Situation &situation) const
{
    const bool needsAddressTables = !situation.hasAddressTables;
    if (needsAddressTables && m_wanted.addressTable != SchemaMapping::native().addressTable)
        return failure(ErrorCode::SchemaMissing, m_wanted.addressTable);
    if (situation.hasAddressTables) {
        if (const Done unique = Catalogue(m_connection).checkKeysUnique(situation.mapping); !unique)
            return unique;
    }
    const bool needsHistory =
        std::any_of(situation.pending.cbegin(), situation.pending.cend(),
                    [](const Migration &m) { return m.version == Migrator::historyVersion; });
    return needsHistory ? checkCompanionNamesFree() : Done{};
}

Result<QList<SchemaStep>> SchemaInitialiser::plan() const
{
    const Result<Situation> situation = inspect();
    if (!situation)
        return tl::unexpected(situation.error());
    using Kind = SchemaStep::Kind;
    if (situation->pending.isEmpty())
        return missingGuards(*situation);
    QList<SchemaStep> steps;
    if (const Done possible = checkInitialisable(*situation); !possible)
        return tl::unexpected(possible.error());
    for (const Migration &migration : situation->pending) {
        if (migration.version == Migrator::addressTablesVersion && situation->hasAddressTables) {
            steps.append({Kind::KeepTable, situation->mapping.customerTable});
            steps.append({Kind::KeepTable, situation->mapping.addressTable});
            steps.append(withoutColumns(situation->mapping));
            continue;
        }
        steps.append(migration.creations());
    }
    steps.append({Kind::RecordVersion, Migrator::recordTable()});
    return steps;
}

QList<SchemaStep> SchemaInitialiser::withoutColumns(const SchemaMapping &effective) const
{
    QList<SchemaStep> steps;
    const QStringList found = effective.fieldIds();
    for (const FieldMapping &field : m_wanted.fields) {
        if (!found.contains(field.id))
            steps.append({SchemaStep::Kind::LeaveOutColumn, effective.addressTable + u'.' + field.column});
    }
    return steps;
}

Result<QList<SchemaStep>> SchemaInitialiser::missingGuards() const
{
    const Result<Situation> situation = inspect();
    if (!situation)
        return tl::unexpected(situation.error());
    return missingGuards(*situation);
}

Result<QList<SchemaStep>> SchemaInitialiser::missingGuards(const Situation &situation) const
{
    if (!situation.pending.isEmpty() || !situation.hasAddressTables)
        return QList<SchemaStep>();
    return SchemaGuards(m_connection, situation.mapping, situation.keyTypes).missing();
}

Done SchemaInitialiser::apply() const
{
    const Result<Situation> situation = inspect();
    if (!situation)
        return tl::unexpected(situation.error());
    if (situation->pending.isEmpty()) {
        const Result<QList<SchemaStep>> missing = missingGuards(*situation);
        if (!missing)
            return tl::unexpected(missing.error());
        return missing->isEmpty()
                   ? Done{}
                   : SchemaGuards(m_connection, situation->mapping, situation->keyTypes).renew();
    }
    if (const Done possible = checkInitialisable(*situation); !possible)
        return possible;
    const Migrator migrator(m_connection);
    for (const Migration &migration : situation->pending) {
        const bool isThere =
            migration.version == Migrator::addressTablesVersion && situation->hasAddressTables;
        const Done done = isThere ? migrator.skip(migration)
                                  : migrator.apply(migration, situation->mapping, situation->keyTypes);
        if (!done)
            return done;
        if (migration.version == Migrator::addressTablesVersion && !isThere) {
            return apply(); // Again from the catalogue: the others need the type of the key that this one
                            // made.
        }
    }
    return migrator.finish();
}

Result<EffectiveSchema> SchemaInitialiser::effective() const
{
    const Result<Situation> situation = inspect();
    if (!situation)
        return tl::unexpected(situation.error());
    if (!situation->pending.isEmpty() || !situation->hasAddressTables)
        return failure(ErrorCode::SchemaMissing, m_wanted.addressTable);
    for (const QString &name : companionTables()) {
        const Result<QStringList> missing = missingCompanionColumns(name);
        if (!missing)
            return tl::unexpected(missing.error());
        if (!missing->isEmpty())
            return failure(ErrorCode::SchemaMismatch,
                           QStringLiteral("table %1 lacks %2").arg(name, missing->join(u", ")));
    }
    const Result<bool> isOwn = Migrator(m_connection).hasOwnAddressTables();
    if (!isOwn)
        return tl::unexpected(isOwn.error());
    return EffectiveSchema{situation->mapping, situation->keyTypes,
                           *isOwn && m_wanted.addressTable == SchemaMapping::native().addressTable};
}

} // namespace addressdesk

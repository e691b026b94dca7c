#include "models/storage/BulkLoader.h"

#include "models/storage/PostgresBulkLoader.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/SqliteBulkLoader.h"

namespace addressdesk {

namespace {

Done refuseRows(SqlConnection &connection, const QString &table)
{
    const auto statement = connection.prepared(
        QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(connection.dialect().quoted(table)));
    if (!statement)
        return tl::unexpected(statement.error());
    if (const Done done = (*statement)->exec(); !done)
        return done;
    const bool hasRows = (*statement)->next();
    const Done fetched = (*statement)->fetchError();
    (*statement)->finish();
    if (hasRows)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("the table %1 is not empty").arg(table));
    return fetched;
}

} // namespace

Result<std::unique_ptr<BulkLoader>> BulkLoader::begin(SqlConnection &connection, const SchemaMapping &mapping)
{
    std::unique_ptr<BulkLoader> loader;
    if (connection.dialect().kind() == DatabaseUrl::Kind::Sqlite)
        loader = std::make_unique<SqliteBulkLoader>(connection, mapping);
    else
        loader = std::make_unique<PostgresBulkLoader>(connection, mapping);
    if (const Done started = loader->start(); !started)
        return tl::unexpected(started.error());
    for (const QString &table : {mapping.customerTable, mapping.addressTable, QStringLiteral("events")}) {
        if (const Done empty = refuseRows(connection, table); !empty)
            return tl::unexpected(empty.error());
    }
    if (const Done prepared = loader->prepare(); !prepared)
        return tl::unexpected(prepared.error());
    return loader;
}

} // namespace addressdesk

#pragma once

#include "models/domain/SchemaMapping.h"
#include "models/domain/StreamDifference.h"
#include "models/storage/EventRow.h"

namespace addressdesk {

class FoldTable;
class RecorderSql;
class SqlConnection;

/// What a verification looked at and found.
struct VerifyReport
{
    qint64 eventCount = 0;
    qint64 streamCount = 0;
    qint64 addressCount = 0;
    QList<StreamDifference> differences; ///< At most Verifier::maximumListed.
    qint64 differenceCount = 0;          ///< All of them.

    [[nodiscard]] bool isClean() const { return differenceCount == 0; }
};

/// Folds the history against the rows and recomputes every chain hash. Finds rows that were changed past the
/// program, and events that were edited, removed from within a stream, or reordered. What it cannot see: a
/// stream that was removed whole, or cut at its end together with the row.
///
/// Reads one moment of the database, forward only. Large databases want a connection without a statement
/// time-out.
class Verifier final
{
public:
    static constexpr qsizetype maximumListed = 10000;

    Verifier(SqlConnection &connection, const SchemaMapping &effective);
    ~Verifier();
    Verifier(const Verifier &) = delete;
    Verifier &operator=(const Verifier &) = delete;

    /// The whole database. Needs about a hundred bytes for each address that has a history.
    [[nodiscard]] Result<VerifyReport> verify();
    /// One address. Errors: NotFound when there is neither a row nor an event.
    [[nodiscard]] Result<VerifyReport> verify(const QString &addressId);

private:
    /// Of one stream, or of all when `streamId` is empty.
    [[nodiscard]] Done foldEvents(FoldTable &table, VerifyReport &report, const QString &streamId = {});
    [[nodiscard]] Done compareRows(FoldTable &table, VerifyReport &report);
    [[nodiscard]] Done nameMissing(const FoldTable &table, VerifyReport &report);

    SqlConnection &m_connection;
    SchemaMapping m_mapping;
    std::unique_ptr<RecorderSql> m_sql;
};

} // namespace addressdesk

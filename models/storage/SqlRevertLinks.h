#pragma once

#include "models/domain/RevertLinks.h"
#include "models/domain/SaveRequest.h"
#include "models/storage/ChangeTransaction.h"
#include "models/storage/SchemaInitialiser.h"
#include "models/storage/TaskRepository.h"

namespace addressdesk {

class ChangeRecorder;

/// A database as the gateway sees it, on a connection of its own. Used on the thread that made it.
class SqlRevertLinks final : public RevertLinks
{
public:
    SqlRevertLinks(std::unique_ptr<SqlConnection> connection, const EffectiveSchema &schema);
    ~SqlRevertLinks() override;

    [[nodiscard]] Result<LinkView> look(const RevertToken &token) override;
    [[nodiscard]] Result<LinkView> putBack(const RevertToken &token) override;

    /// Opens the connection and reads the schema. A statement that takes longer than `statementTimeout` fails
    /// with TimedOut. Errors: as opening a database.
    [[nodiscard]] static Result<std::unique_ptr<RevertLinks>>
    open(const DatabaseUrl &url, const QString &password, std::chrono::milliseconds statementTimeout);

private:
    /// What is told whatever the state: which fields, when, which address. `current` is empty when there is
    /// no such address.
    [[nodiscard]] LinkView described(const QList<Event> &targets, const FieldValues &current) const;
    /// The same by the address as it is now, with the state Erased when the customer is gone with it.
    struct Told
    {
        std::optional<FieldValues> values; ///< std::nullopt when there is no such address.
        LinkView view;
    };
    [[nodiscard]] Result<Told> toldNow(const QList<Event> &targets);
    [[nodiscard]] Result<LinkView> judged(const QList<Event> &targets);
    [[nodiscard]] Result<bool> isErased(const QList<Event> &targets, const std::optional<AddressRow> &row);
    [[nodiscard]] Result<LinkView> notPutBack(const QList<Event> &targets,
                                              const Result<RevertOutcome> &outcome);
    [[nodiscard]] Done leaveTasks(const QList<HistoryEntry> &refusals);
    template<typename Work> [[nodiscard]] Result<LinkView> reconnecting(Work work);
    void makeParts();

    std::unique_ptr<SqlConnection> m_connection;
    EffectiveSchema m_schema;
    std::unique_ptr<RecorderParts> m_parts;
    std::unique_ptr<ChangeRecorder> m_recorder;
    std::unique_ptr<TaskRepository> m_tasks;
};

} // namespace addressdesk

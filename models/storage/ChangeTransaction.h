#pragma once

#include "models/storage/AddressTable.h"
#include "models/storage/ChangeDrafts.h"
#include "models/storage/EventStore.h"
#include "models/storage/OutboxRepository.h"
#include "models/storage/RevertCodes.h"
#include "models/storage/UnitOfWork.h"

namespace addressdesk {

/// What the steps of a recorded change work with. Belongs to one ChangeRecorder.
struct RecorderParts
{
    RecorderParts(SqlConnection &connection, const SchemaMapping &mapping, const QString &actor);
    ~RecorderParts();

    SqlConnection &connection;
    SchemaMapping mapping;
    std::unique_ptr<RecorderSql> sql;
    AddressTable addresses;
    EventStore events;
    OutboxRepository outbox;
    RevertCodes codes;
    bool isCommitInDoubt = false; ///< The last commit failed; what it wrote may be there all the same.
};

/// What all events of a save share.
struct SaveLabel
{
    QString changeId;
    FieldValue reason;
};

/// One save under way: the caller changes rows of `addresses`, hands over the events, and commits. Rolls back
/// unless committed.
class ChangeTransaction final
{
public:
    [[nodiscard]] static Result<ChangeTransaction> begin(RecorderParts &parts, const SaveLabel &label);

    /// Appends the events to the address's stream and queues their mail. `told` is the address as the mail
    /// shows it, `head` the stream's, if this transaction has read it. That the mail is refused may come out
    /// with the next statement or the commit.
    [[nodiscard]] Result<QList<Event>> record(const AddressRow &told, const ChangeDrafts &drafts,
                                              const std::optional<StreamHead> &head = {});
    [[nodiscard]] Done commit();

private:
    ChangeTransaction(RecorderParts &parts, const SaveLabel &label, UnitOfWork unit);

    RecorderParts &m_parts;
    SaveLabel m_label;
    UnitOfWork m_unit;
};

} // namespace addressdesk

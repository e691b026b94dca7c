#pragma once

#include "models/domain/CodeMatch.h"
#include "models/domain/SaveRequest.h"
#include "models/domain/SchemaMapping.h"

#include <memory>

namespace addressdesk {

class SqlConnection;

/// The one writer of the product: every change of an address, from whichever side it comes, is one call of
/// this class. A call changes the row, appends the events and queues the mail in one transaction, or does
/// nothing at all.
///
/// Used on the connection's thread, outside any transaction. Every call may be given the id of the save that
/// it makes (a UUID without braces); without one it makes its own. Whoever loses the connection while a call
/// runs asks recordedSave() or recordedRevert() with that id, once the connection is back, whether the save
/// is there.
///
/// Errors of every call: what the database says (Locked, ReadOnly, DiskFull, ConnectionLost, TimedOut,
/// PermissionDenied, ConstraintViolated …), Busy when concurrent saves collided more often than the recorder
/// retries, InvalidArgument for unknown fields, malformed change ids and empty requests.
class ChangeRecorder final
{
public:
    /// `effective` names only columns that exist. `actor` is who changes are recorded as on SQLite; on
    /// PostgreSQL it is the session's user, whatever is given here.
    ChangeRecorder(SqlConnection &connection, const SchemaMapping &effective, const QString &actor);
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder &) = delete;
    ChangeRecorder &operator=(const ChangeRecorder &) = delete;

    /// A key that cannot be one (text where the key is a number) is AddressMissing.
    [[nodiscard]] Result<SaveOutcome> save(const SaveRequest &request, const QString &changeId = {});

    /// Fields that `values` does not name get their column's default, mostly NULL. Errors: NotFound when the
    /// customer does not exist.
    [[nodiscard]] Result<SaveOutcome> create(const QString &customerId, const FieldValues &values,
                                             const FieldValue &reason, const QString &changeId = {});

    /// Every field in `expected` must still have that value (null-safe), otherwise the outcome is a Conflict
    /// whose `mine` is the base.
    [[nodiscard]] Result<SaveOutcome> remove(const QString &addressId, const FieldValues &expected,
                                             const FieldValue &reason, const QString &changeId = {});

    /// From the newest deletion's snapshot. An address that exists is refused: AlreadyBack, or
    /// AlreadyReverted when the deletion was put back before. Errors: NotFound when nothing tells of a
    /// deletion, or when the address's customer is gone.
    [[nodiscard]] Result<RevertOutcome> restore(const QString &addressId, const QString &changeId = {});

    /// A whole save is put back in one transaction; fields that are already as they were before it are passed
    /// over. A token acts in the name "customer"; neither a token nor a code overrides. Errors: NotFound for
    /// an unknown event, save, token or code; InvalidArgument for a code that fits several changes;
    /// TooManyAttempts after too many wrong codes.
    [[nodiscard]] Result<RevertOutcome> revert(const RevertRequest &request, const QString &changeId = {});

    /// The same for who has looked up what the request means: `targets`, oldest first and at least one.
    [[nodiscard]] Result<RevertOutcome> revert(const RevertRequest &request, const QList<Event> &targets,
                                               const QString &changeId = {});

    /// What the save with this id did, std::nullopt when no such save is recorded. Events, address and kind
    /// are filled in.
    [[nodiscard]] Result<std::optional<SaveOutcome>> recordedSave(const QString &changeId);
    [[nodiscard]] Result<std::optional<RevertOutcome>> recordedRevert(const QString &changeId);

    /// What a revert code stands for. Errors: NotFound, TooManyAttempts, InvalidArgument when it fits several
    /// changes.
    [[nodiscard]] Result<CodeMatch> findCode(const QString &typed);

    /// A fresh id for a save: a random UUID without braces.
    [[nodiscard]] static QString newChangeId();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace addressdesk

#pragma once

#include "models/domain/FieldValue.h"

namespace addressdesk {

/// Whether an event can be put back, and if not, why.
enum class Reversibility {
    Revertible,      ///< Nothing has changed since: one click.
    AlreadyReverted, ///< Its revert token has been used.
    AlreadyBack,     ///< The address is already as it was before this event.
    ChangedSince,    ///< The value has changed since; an operator may override, a customer may not.
    Expired,         ///< The link that asks for it is too old; only what a token may do ends so.
    AddressDeleted,  ///< A field of an address that does not exist now: restore the address first.
    NotSupported     ///< The event is of a kind or shape that cannot be put back.
};

/// What RevertRules says about one event. It is advice when shown in a history and binding when
/// ChangeRecorder asks again inside its transaction.
struct Verdict
{
    Reversibility state = Reversibility::NotSupported;
    qint64 becauseSequenceNum =
        0; ///< The event that explains the state; 0 when none does (the row was changed elsewhere).
    QString becauseAt; ///< When that event happened, as Event::occurredAt.
    QString becauseActor;
    bool isBecauseRevert = false; ///< Whether that event is itself a revert.
    qint64 againSequenceNum = 0;  ///< AlreadyReverted: the event that took that revert back; 0 when none did.
    QString againAt;              ///< When that event happened, as Event::occurredAt.
    QString againActor;
    bool isAgainRevert = false; ///< Whether that event is itself a revert.
    FieldValue now;             ///< Current value of the event's field (field events only).
    FieldValue wouldBecome;     ///< Value after putting back (field events only).

    [[nodiscard]] bool isRevertible() const { return state == Reversibility::Revertible; }
    /// What put the event back was itself taken back: the event counts again, its token is used up.
    [[nodiscard]] bool isInForceAgain() const { return againSequenceNum != 0; }
    [[nodiscard]] bool isOverridable() const { return state == Reversibility::ChangedSince; }
    [[nodiscard]] bool operator==(const Verdict &) const = default;
};

} // namespace addressdesk

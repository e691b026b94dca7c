#pragma once

#include "models/domain/Address.h"
#include "models/domain/Event.h"
#include "models/domain/History.h"
#include "models/domain/ValueRules.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

namespace addressdesk {

/// One edited field: the value that the person saw and the value that they typed.
struct FieldEdit
{
    QString field;
    FieldValue expected; ///< What the UPDATE insists on finding (null-safe).
    FieldValue value;
};

/// One save of one address. All of it happens or none.
struct SaveRequest
{
    QString addressId;
    QList<FieldEdit> edits; ///< At most one for each field.
    FieldValue reason;
};

/// A field that somebody else changed first.
struct FieldConflict
{
    QString field;
    FieldValue base;   ///< What the person saw.
    FieldValue theirs; ///< What the database holds now.
    FieldValue mine;   ///< What the person typed.

    [[nodiscard]] bool operator==(const FieldConflict &) const = default;
};

/// How a save, creation or deletion ended. Nothing was written unless `kind` is Recorded.
struct SaveOutcome
{
    enum class Kind {
        Recorded,
        Unchanged,      ///< Every value equals the current one: no event, no mail.
        Conflict,       ///< `conflicts` says where.
        AddressMissing, ///< The address does not exist (any more).
        InvalidValue    ///< `problemField` and `problem` say which and why.
    };

    Kind kind = Kind::Unchanged;
    QString addressId;
    QString changeId;
    QList<Event> events;
    QList<FieldConflict>
        conflicts;       ///< Only fields whose current value is neither what was expected nor what was typed.
    FieldValues current; ///< The row's values afterwards (Recorded, Unchanged, Conflict).
    QString problemField;
    ValueProblem problem;
};

/// What to put back, and how strictly.
struct RevertRequest
{
    enum class Target { Event, Save, Token, Code };

    Target target = Target::Event;
    qint64 sequenceNum = 0; ///< Target::Event
    QString text;           ///< Save: the change id; Token: the secret; Code: as typed.
    QStringList onlyFields; ///< Save: put back the changes of these fields only; empty for the whole save.
    bool overrideLaterChanges = false; ///< Operators only; ignored for Token and Code.
    FieldValue reason;
};

/// How a revert ended. Nothing was written unless `isReverted`.
struct RevertOutcome
{
    bool isReverted = false;
    QString addressId;
    QString changeId;             ///< Of the new save.
    QList<Event> events;          ///< The new events.
    QList<HistoryEntry> refusals; ///< The events that stand in the way, each with its binding verdict.
    FieldValues current; ///< Of an address whose fields were put back, or which was deleted: as it was last.
};

} // namespace addressdesk

Q_DECLARE_METATYPE(addressdesk::SaveOutcome)
Q_DECLARE_METATYPE(addressdesk::RevertOutcome)

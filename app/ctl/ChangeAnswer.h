#pragma once

#include "app/ctl/CommandContext.h"
#include "models/domain/SaveRequest.h"

namespace addressdesk {

/// Tells how a change ended, in text or JSON.
class ChangeAnswer final
{
public:
    /// Whether the same request could go against later changes when it is made once more, with --override.
    enum class Override { NotPossible, Possible };

    ChangeAnswer(const CommandContext &context, DeskDatabase &database)
        : m_context(context), m_database(database)
    {
    }

    [[nodiscard]] CommandResult tell(const Result<SaveOutcome> &outcome) const;
    [[nodiscard]] CommandResult tell(const Result<RevertOutcome> &outcome,
                                     Override override = Override::NotPossible) const;

    /// A refusal with a field's base, theirs and mine.
    [[nodiscard]] static Refusal conflict(const QList<FieldConflict> &conflicts,
                                          const SchemaMapping &mapping);
    [[nodiscard]] Refusal addressMissing(const QString &addressId) const;

    /// Lines about events, for people: number, field or kind, old and new value, verdict.
    [[nodiscard]] static QStringList eventLines(const QList<HistoryEntry> &entries,
                                                const SchemaMapping &mapping);

private:
    [[nodiscard]] Refusal failed(const Error &error) const;
    [[nodiscard]] CommandResult recorded(const QString &result, const QString &addressId,
                                         const QString &changeId, const QList<Event> &events) const;
    [[nodiscard]] Refusal notRevertible(const RevertOutcome &outcome, Override override) const;
    [[nodiscard]] QList<HistoryEntry> judged(const QString &addressId, QList<Event> events) const;

    const CommandContext &m_context;
    DeskDatabase &m_database;
};

} // namespace addressdesk

#pragma once

#include "models/domain/History.h"

#include <optional>

namespace addressdesk {

/// What can be put back, as a pure function of one stream: a token works once, from whichever side comes
/// first; a value that has changed since is not overwritten unasked; and what was put back can be changed
/// again, with a token of its own. Values decide, not positions: a change is revertible when its field still
/// has, or has again, the value that it set.
class RevertRules final
{
public:
    /// `row` is the address as it is now, std::nullopt when it does not exist.
    explicit RevertRules(std::optional<FieldValues> row);

    /// The verdict on the next older event. Events are given newest first; the rules remember the newer ones.
    /// With events of one field only, verdicts on that field's events stay right.
    [[nodiscard]] Verdict judge(const Event &event);

    /// Verdicts on events that are given newest first and reach the head of the stream.
    [[nodiscard]] static QList<HistoryEntry> judged(const QList<Event> &newestFirst,
                                                    std::optional<FieldValues> row);

private:
    [[nodiscard]] Verdict judgeField(const Event &event) const;
    [[nodiscard]] Verdict judgeWhole(const Event &event) const;
    void remember(const Event &event);

    std::optional<FieldValues> m_row;
    QMap<QString, Event> m_tokenUses;       ///< Token digest → the event that used it up.
    QMap<QString, Event> m_fieldEvents;     ///< Field → its newest event seen so far.
    std::optional<Event> m_newestExistence; ///< The newest creation, deletion or restoration seen so far.
    std::optional<Event> m_newest;
};

} // namespace addressdesk

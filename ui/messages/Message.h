#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace addressdesk {

/// Something to tell a person in the window: what happened, what it means, what they can do.
struct Message
{
    enum class Kind { Information, Warning, Problem };

    /// A button; pressing it also dismisses the message.
    struct Action
    {
        QString text;
        std::function<void()> run;
        bool isUndo = false; ///< Undoes what the message tells of: the window's Undo does it too.
    };

    QString topic; ///< A message replaces an earlier one of the same topic.
    Kind kind = Kind::Information;
    QString text; ///< Shown as plain text.
    QList<Action> actions;
    QString details; ///< Technical words, folded away; empty for none.
    /// It waits for an answer: the last action, which changes nothing, has the focus at first, and Escape
    /// does it too.
    bool isQuestion = false;
};

} // namespace addressdesk

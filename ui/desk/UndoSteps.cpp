#include "ui/desk/UndoSteps.h"

#include "models/wording/Sentences.h"
#include "ui/desk/EditCommand.h"

#include <utility>
#include <vector>

namespace addressdesk {

namespace {

using Commands = std::vector<std::unique_ptr<EditCommand>>;

/// Of one step, which may be several edits discarded at once: those of other addresses.
Commands othersOf(const QUndoCommand &step, const QString &addressId)
{
    Commands kept;
    const auto take = [&](const QUndoCommand *part) {
        const auto *edit = dynamic_cast<const EditCommand *>(part);
        if (edit && edit->addressId() != addressId)
            kept.push_back(edit->copy());
    };
    take(&step);
    for (int i = 0; i < step.childCount(); ++i)
        take(step.child(i));
    return kept;
}

} // namespace

UndoSteps::UndoSteps(StagedEdits &edits, QObject *parent) : QObject(parent), m_edits(edits)
{
    connect(&m_edits, &StagedEdits::stepMade, this, &UndoSteps::remember);
    connect(&m_edits, &StagedEdits::forgotten, this, &UndoSteps::forget);
}

void UndoSteps::remember(const QString &addressId, const QString &fieldId, const StagedEdits::Edit &before,
                         const StagedEdits::Edit &after, StagedEdits::TypingId typing)
{
    auto *command = new EditCommand(m_edits, addressId, fieldId, before, after, typing,
                                    [this](const QString &id) { emit stepped(id); });
    //: After "Undo" or "Redo"; %1 is a field's title
    command->setText(tr("edit of %1").arg(wording::fieldTitle(m_mapping, fieldId)));
    m_stack.push(command);
}

/// Edits that were given up with their address would come back as ghosts. The steps of others stay; what
/// could be redone goes, as with every new step.
void UndoSteps::forget(const QString &addressId)
{
    std::vector<std::pair<QString, Commands>> kept;
    for (int i = 0; i < m_stack.index(); ++i) {
        const QUndoCommand *step = m_stack.command(i);
        if (Commands others = othersOf(*step, addressId); !others.empty())
            kept.emplace_back(step->childCount() > 0 ? step->text() : QString(), std::move(others));
    }
    m_stack.clear();
    for (auto &[macro, commands] : kept) {
        if (!macro.isEmpty())
            m_stack.beginMacro(macro);
        for (std::unique_ptr<EditCommand> &command : commands)
            m_stack.push(command.release());
        if (!macro.isEmpty())
            m_stack.endMacro();
    }
}

void UndoSteps::discardAll()
{
    //: After "Undo" or "Redo"
    m_stack.beginMacro(tr("discarding"));
    m_edits.takeAllBack();
    m_stack.endMacro();
}

} // namespace addressdesk

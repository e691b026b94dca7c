#include "ui/desk/UndoSteps.h"

#include "models/wording/Sentences.h"
#include "ui/desk/EditCommand.h"

namespace addressdesk {

UndoSteps::UndoSteps(StagedEdits &edits, QObject *parent) : QObject(parent), m_edits(edits)
{
    connect(&m_edits, &StagedEdits::stepMade, this, &UndoSteps::remember);
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

void UndoSteps::discardAll()
{
    //: After "Undo" or "Redo"
    m_stack.beginMacro(tr("discarding"));
    m_edits.takeAllBack();
    m_stack.endMacro();
}

} // namespace addressdesk

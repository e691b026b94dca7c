#include "ui/desk/EditCommand.h"

#include <utility>

namespace addressdesk {

EditCommand::EditCommand(StagedEdits &edits, QString addressId, QString fieldId, StagedEdits::Edit before,
                         StagedEdits::Edit after, StagedEdits::TypingId typing,
                         std::function<void(const QString &)> stepped)
    : m_edits(edits), m_addressId(std::move(addressId)), m_fieldId(std::move(fieldId)),
      m_before(std::move(before)), m_after(std::move(after)), m_typing(typing), m_stepped(std::move(stepped))
{
}

std::unique_ptr<EditCommand> EditCommand::copy() const
{
    auto command = std::make_unique<EditCommand>(m_edits, m_addressId, m_fieldId, m_before, m_after, m_typing,
                                                 m_stepped);
    command->setText(text());
    return command;
}

void EditCommand::undo()
{
    m_edits.put(m_addressId, m_fieldId, m_before);
    m_stepped(m_addressId);
}

void EditCommand::redo()
{
    // QUndoStack::push() redoes at once.
    if (std::exchange(m_isDone, false))
        return;
    m_edits.put(m_addressId, m_fieldId, m_after);
    m_stepped(m_addressId);
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditCommand *>(other);
    const bool isSame = m_typing != 0 && m_typing == next->m_typing && m_addressId == next->m_addressId &&
                        m_fieldId == next->m_fieldId;
    if (!isSame)
        return false;
    m_after = next->m_after;
    setObsolete(m_before == m_after);
    return true;
}

} // namespace addressdesk

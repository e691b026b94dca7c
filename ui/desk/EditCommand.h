#pragma once

#include "models/items/StagedEdits.h"

#include <QUndoCommand>

#include <functional>
#include <memory>

namespace addressdesk {

/// One step of unsaved editing; it has already been done when it is made.
class EditCommand final : public QUndoCommand
{
public:
    /// `stepped` is told the address after undo() and redo().
    EditCommand(StagedEdits &edits, QString addressId, QString fieldId, StagedEdits::Edit before,
                StagedEdits::Edit after, StagedEdits::TypingId typing,
                std::function<void(const QString &)> stepped);

    void undo() override;
    void redo() override;
    /// The same step, as done as it was when this one was made.
    [[nodiscard]] std::unique_ptr<EditCommand> copy() const;
    [[nodiscard]] const QString &addressId() const { return m_addressId; }
    [[nodiscard]] int id() const override { return 1; }
    /// What is typed into one field without leaving it is one step.
    bool mergeWith(const QUndoCommand *other) override;

private:
    StagedEdits &m_edits;
    QString m_addressId;
    QString m_fieldId;
    StagedEdits::Edit m_before;
    StagedEdits::Edit m_after;
    StagedEdits::TypingId m_typing;
    std::function<void(const QString &)> m_stepped;
    bool m_isDone = true;
};

} // namespace addressdesk

#pragma once

#include "models/domain/SchemaMapping.h"
#include "models/items/StagedEdits.h"

#include <QUndoStack>

namespace addressdesk {

/// Undo and redo of unsaved edits, one step a field.
class UndoSteps final : public QObject
{
    Q_OBJECT

public:
    explicit UndoSteps(StagedEdits &edits, QObject *parent = nullptr);

    void setMapping(const SchemaMapping &mapping) { m_mapping = mapping; }
    [[nodiscard]] QUndoStack &stack() { return m_stack; }
    /// Takes every edit back, as one step.
    void discardAll();

signals:
    /// A step was undone or redone here.
    void stepped(const QString &addressId);

private:
    void remember(const QString &addressId, const QString &fieldId, const StagedEdits::Edit &before,
                  const StagedEdits::Edit &after, StagedEdits::TypingId typing);
    void forget(const QString &addressId);

    StagedEdits &m_edits;
    SchemaMapping m_mapping;
    QUndoStack m_stack;
};

} // namespace addressdesk

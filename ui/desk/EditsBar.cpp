#include "ui/desk/EditsBar.h"

#include "models/items/StagedEdits.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/addresses/SaveBar.h"
#include "ui/desk/SideDocks.h"

#include <QLayout>
#include <QMainWindow>
#include <QShortcut>

namespace addressdesk {

EditsBar::EditsBar(const StagedEdits &edits, AddressGrid &grid, SideDocks &docks, QMainWindow &window)
    : QToolBar(tr("Unsaved edits"), &window), m_edits(edits), m_grid(grid), m_docks(docks),
      m_saveBar(new SaveBar(this)), m_reasonKey(new QShortcut(m_saveBar->reasonKey(), &window))
{
    setObjectName(QStringLiteral("saveToolBar"));
    setMovable(false);
    toggleViewAction()->setVisible(false);
    addWidget(m_saveBar);
    layout()->setContentsMargins(0, 0, 0, 0);
    window.addToolBar(Qt::BottomToolBarArea, this);
    hide();
    m_reasonKey->setEnabled(false);
    connect(m_reasonKey, &QShortcut::activated, this, &EditsBar::reasonRequested);
}

void EditsBar::showEdits()
{
    m_saveBar->setCounts(m_edits.fieldCount(), m_edits.addressCount());
    if (m_isArranging)
        QMetaObject::invokeMethod(this, &EditsBar::comeOrGo, Qt::QueuedConnection);
    else
        comeOrGo();
}

/// The bar takes its room from the history, and the current row may not end up under it.
void EditsBar::comeOrGo()
{
    const bool hasEdits = !m_edits.isEmpty();
    if (isHidden() != hasEdits)
        return;
    m_docks.keepHeightDuring([this, hasEdits] { setVisible(hasEdits); });
    if (!hasEdits)
        return;
    QMetaObject::invokeMethod(
        &m_grid,
        [grid = &m_grid] {
            if (grid->currentIndex().isValid() && !grid->isEditing())
                grid->scrollTo(grid->currentIndex());
        },
        Qt::QueuedConnection);
}

void EditsBar::setTyping(bool isTyping)
{
    m_reasonKey->setEnabled(isTyping && m_edits.isEmpty());
}

} // namespace addressdesk

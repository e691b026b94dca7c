#include "ui/desk/EditsDesk.h"

#include "models/items/AddressTableModel.h"
#include "models/items/DraftStore.h"
#include "ui/addresses/AddressForm.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/addresses/SaveBar.h"
#include "ui/desk/DeliveryDoubts.h"
#include "ui/desk/DeskActions.h"
#include "ui/desk/DiscardController.h"
#include "ui/desk/DraftNews.h"
#include "ui/desk/EditsBar.h"
#include "ui/desk/RefusedTexts.h"
#include "ui/desk/SaveController.h"
#include "ui/desk/SideDocks.h"
#include "ui/desk/UndoSteps.h"
#include "ui/history/HistoryPanel.h"
#include "ui/messages/MessageBar.h"
#include "ui/messages/StatusLine.h"

#include <QAction>
#include <QMainWindow>
#include <QPushButton>

namespace addressdesk {

EditsDesk::EditsDesk(const Parts &parts, QMainWindow &window)
    : QObject(&window), m_parts(parts), m_window(window),
      m_bar(new EditsBar(parts.edits, parts.grid, parts.docks, window)),
      m_doubts(new DeliveryDoubts(parts.edits, parts.model, parts.current, m_bar->saveBar(), this)),
      m_news(new DraftNews(parts.drafts, m_bar->saveBar(), parts.messages, this)),
      m_discarding(new DiscardController(parts.edits, parts.undo, parts.saving, parts.messages, &window))
{
    m_bar->saveBar().setDiscardKey(m_parts.actions.discard->shortcut());
    m_bar->saveBar().setRecentReasons(m_parts.reasons.all());
    connectActions();
    connectEdits();
    connectBar();
    connectSaving();
}

void EditsDesk::connectActions()
{
    const DeskActions &actions = m_parts.actions;
    connect(actions.save, &QAction::triggered, this, &EditsDesk::save);
    connect(&actions, &DeskActions::idleSaveRequested, this, &EditsDesk::save);
    connect(actions.discard, &QAction::triggered, this, &EditsDesk::discard);
    connect(actions.reason, &QAction::triggered, this, &EditsDesk::giveReason);
}

void EditsDesk::connectEdits()
{
    connect(&m_parts.edits, &StagedEdits::fieldChanged, this, &EditsDesk::show);
    // What was told of the edits before is over with the next one.
    StatusLine *status = &m_parts.status;
    connect(&m_parts.edits, &StagedEdits::stepMade, status, &StatusLine::forget);
    connect(&m_parts.undo, &UndoSteps::stepped, status, &StatusLine::forget);
    connect(&m_parts.grid, &AddressGrid::editorOpened, status, &StatusLine::forget);
    // So it is with the next deletion or creation, which says itself what it was.
    connect(&m_parts.messages, &MessageBar::undoOffered, status, &StatusLine::forget);
    connect(&m_parts.grid, &AddressGrid::editorOpened, this, &EditsDesk::updateTyping);
    connect(&m_parts.grid, &AddressGrid::editorClosed, this, &EditsDesk::updateTyping);
    connect(&m_parts.grid, &AddressGrid::editImpossible, status, [status](bool isOfCustomer) {
        status->tell(isOfCustomer
                         ? tr("Names and e-mail addresses of customers are changed in your company's "
                              "own program; their addresses are corrected here.")
                         : tr("This database can only be read."));
    });
    connect(&m_parts.grid, &AddressGrid::escaped, this, &EditsDesk::askDiscard);
    connect(&m_parts.docks.form(), &AddressForm::escaped, this, &EditsDesk::askDiscard);
}

void EditsDesk::connectBar()
{
    const SaveBar *bar = &m_bar->saveBar();
    connect(m_bar, &EditsBar::reasonRequested, this, &EditsDesk::giveReason);
    connect(bar, &SaveBar::showRequested, m_parts.actions.nextEdit, &QAction::trigger);
    connect(bar, &SaveBar::saveRequested, this, &EditsDesk::save);
    connect(bar, &SaveBar::discardRequested, this, &EditsDesk::discard);
    connect(bar, &SaveBar::escaped, this, &EditsDesk::askDiscard);
    connect(m_discarding, &DiscardController::discarding, this, [this] {
        emit barLeft();
        m_news->noteOver();
    });
}

void EditsDesk::connectSaving()
{
    const SaveController *saving = &m_parts.saving;
    connect(saving, &SaveController::savingChanged, this, &EditsDesk::setSaving);
    connect(saving, &SaveController::reasonRefused, &m_bar->saveBar(), &SaveBar::focusReason);
    connect(saving, &SaveController::recorded, m_doubts, &DeliveryDoubts::noteSaved);
    connect(saving, &SaveController::finished, this, &EditsDesk::tellSaved);
    HistoryPanel *history = &m_parts.docks.history();
    connect(saving, &SaveController::finished, history, [history](bool, int savedFields) {
        if (savedFields > 0)
            history->chooseNewest();
    });
}

void EditsDesk::setMapping(const SchemaMapping &mapping)
{
    m_parts.undo.setMapping(mapping);
    m_parts.refused.setMapping(mapping);
    m_doubts->setMapping(mapping);
}

void EditsDesk::restore(const DatabaseUrl &url)
{
    m_news->restore(url);
}

void EditsDesk::noteSeen()
{
    m_news->noteSeen();
}

bool EditsDesk::finishTyping()
{
    return m_parts.grid.commitEditor() && !m_parts.refused.tellFirst();
}

void EditsDesk::takeReverted(const RevertOutcome &outcome)
{
    for (const Event &event : outcome.events) {
        if (!event.field().isEmpty())
            m_parts.edits.rebase(outcome.addressId, event.field(), event.to());
    }
}

void EditsDesk::save()
{
    if (!finishTyping())
        return;
    if (m_parts.edits.isEmpty()) {
        m_parts.status.tell(tr("There is nothing to save."));
        return;
    }
    emit barLeft();
    m_parts.saving.save(m_bar->saveBar().reason());
}

void EditsDesk::discard()
{
    m_discarding->discard();
}

void EditsDesk::askDiscard()
{
    m_discarding->askDiscard();
}

void EditsDesk::setSaving(bool isSaving)
{
    m_bar->saveBar().setSaving(isSaving);
    m_parts.actions.setSaving(isSaving);
    m_parts.status.setBusy(QStringLiteral("saving"), isSaving);
}

void EditsDesk::tellSaved(bool isEverythingSaved, int fields, int addresses)
{
    SaveBar &bar = m_bar->saveBar();
    if (addresses > 0) {
        m_parts.undo.stack().clear();
        m_parts.reasons.add(bar.reason());
        bar.setRecentReasons(m_parts.reasons.all());
        //: Both halves of "Saved: 2 fields in 1 address."
        const QString where = tr("%n address(es)", nullptr, addresses);
        QStringList told{tr("Saved: %1 in %2.").arg(tr("%n field(s)", nullptr, fields), where),
                         m_doubts->takeSaved()};
        told.removeAll(QString());
        m_parts.status.tell(told.join(u' '));
    }
    if (isEverythingSaved) {
        bar.setReason({});
        m_news->noteOver();
    }
}

void EditsDesk::show()
{
    const bool hasEdits = !m_parts.edits.isEmpty();
    if (!hasEdits && m_bar->isAncestorOf(m_window.focusWidget()))
        emit barLeft(); // Before its buttons go and the focus wanders off.
    m_parts.status.setUnsaved(m_parts.edits.fieldCount());
    m_parts.actions.setHasEdits(hasEdits);
    updateTyping();
    m_window.setWindowModified(hasEdits);
    m_bar->showEdits();
}

/// What is typed in a cell becomes an edit first, so that the reason is about it.
void EditsDesk::giveReason()
{
    if (m_parts.grid.commitEditor() && !m_parts.edits.isEmpty())
        m_bar->saveBar().focusReason();
}

void EditsDesk::updateTyping()
{
    m_parts.actions.setTyping(m_parts.grid.isEditing());
    m_bar->setTyping(m_parts.grid.isEditing());
}

} // namespace addressdesk

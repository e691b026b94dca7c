#include "ui/history/HistoryPanel.h"

#include "models/wording/Sentences.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/history/HistoryActions.h"
#include "ui/history/HistoryMenu.h"
#include "ui/history/HistoryNotice.h"
#include "ui/history/HistoryReverter.h"
#include "ui/history/HistorySentences.h"
#include "ui/history/HistoryView.h"
#include "ui/history/RevertDialog.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <chrono>
#include <utility>

namespace addressdesk {

using namespace std::chrono_literals;

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent), m_model(new HistoryModel(this)), m_reverter(new HistoryReverter(this))
{
    setObjectName(QStringLiteral("historyPanel"));
    setAccessibleName(tr("History of the address"));
    buildWidgets();
    buildActions();
    connectParts();
    fillFilter();
    m_clock.start(30s);
    m_busyIndicator.setSingleShot(true);
    m_busyIndicator.setInterval(300ms);
    m_settling.setSingleShot(true);
    m_settling.setInterval(150ms);
    showState();
}

HistoryPanel::~HistoryPanel()
{
    m_model->disconnect(this);
    m_reverter->disconnect(this);
}

void HistoryPanel::setSession(DeskSession *session)
{
    m_session = session;
    m_wantedSequenceNum = 0;
    m_notice->dismiss();
    m_error.reset();
    m_reverter->setSession(session);
    m_model->setSession(session);
    fillFilter();
    showState();
}

void HistoryPanel::showAddress(const QString &addressId)
{
    if (addressId == m_model->addressId())
        return;
    m_notice->dismiss();
    m_error.reset();
    m_chosenSequenceNum = 0;
    m_isTopWanted = false;
    if (!addressId.isEmpty() && std::exchange(m_filteredAddressId, addressId) != addressId) {
        const QSignalBlocker quiet(m_filter);
        m_filter->setCurrentIndex(0);
    }
    holdPicture();
    m_view->beginAtTop();
    m_model->show(addressId, m_filter->currentData().toString());
    showState();
}

void HistoryPanel::showField(const QString &fieldId)
{
    m_filter->setCurrentIndex(std::max(0, m_filter->findData(fieldId)));
}

void HistoryPanel::showChange(const QString &addressId, qint64 sequenceNum)
{
    m_wantedAddressId = addressId;
    m_wantedSequenceNum = sequenceNum;
    m_filter->setCurrentIndex(0);
    if (addressId == m_model->addressId() && m_model->isLoaded())
        chooseWanted();
}

/// False until the change is there that somebody wants to see.
bool HistoryPanel::chooseWanted()
{
    const bool isAwaited = m_wantedSequenceNum != 0 && m_wantedAddressId == m_model->addressId();
    const int row = isAwaited ? m_model->rowOf(m_wantedSequenceNum) : -1;
    if (row < 0)
        return false;
    m_wantedSequenceNum = 0;
    choose(row);
    // A list that is only now shown, or gets another height, has its rows in place a moment later.
    QMetaObject::invokeMethod(
        m_view, [view = m_view] { view->scrollTo(view->currentIndex()); }, Qt::QueuedConnection);
    return true;
}

void HistoryPanel::setTakenMnemonics(const QString &letters)
{
    m_notice->setTakenMnemonics(letters);
}

QString HistoryPanel::usedMnemonics() const
{
    return m_notice->usedMnemonics();
}

void HistoryPanel::reload()
{
    m_model->reload();
}

void HistoryPanel::chooseNewest()
{
    m_chosenSequenceNum = 0;
    m_view->beginAtTop();
    m_model->reload();
}

void HistoryPanel::setBackSelected()
{
    const HistoryEntry *entry = chosenEntry();
    if (!entry)
        return;
    if (!m_actions->canSetBack()) {
        if (!m_reverter->isBusy())
            m_notice->sayProblem(m_actions->why());
        return;
    }
    if (entry->verdict.isOverridable())
        askThenSetBack({*entry}, {});
    else
        m_reverter->revert(HistoryReverter::ofEvent(entry->event.sequenceNum));
}

void HistoryPanel::setSaveBackSelected()
{
    const HistoryEntry *entry = chosenEntry();
    if (!entry)
        return;
    if (!m_model->fieldId().isEmpty()) {
        m_notice->sayProblem(tr("To set a whole save back, show the changes of all fields first."));
        return;
    }
    const QList<HistoryEntry> save = chosenSave();
    if (save.size() <= 1) {
        setBackSelected();
        return;
    }
    if (!m_actions->canSetSaveBack()) {
        if (!m_reverter->isBusy())
            m_notice->sayProblem(tr("None of the changes of this save can be set back."));
        return;
    }
    QList<HistoryEntry> possible;
    std::copy_if(save.cbegin(), save.cend(), std::back_inserter(possible),
                 [](const HistoryEntry &e) { return e.verdict.isRevertible() || e.verdict.isOverridable(); });
    const bool isSafe = std::all_of(possible.cbegin(), possible.cend(),
                                    [](const HistoryEntry &e) { return e.verdict.isRevertible(); });
    if (!isSafe) {
        askThenSetBack(possible, entry->event.changeId);
        return;
    }
    QStringList fields;
    if (possible.size() < save.size()) {
        for (const HistoryEntry &e : std::as_const(possible))
            fields.append(e.event.field());
    }
    m_reverter->revert(HistoryReverter::ofSave(entry->event.changeId, fields));
}

void HistoryPanel::selectNext()
{
    choose(m_view->currentIndex().row() + 1);
}

void HistoryPanel::selectPrevious()
{
    choose(std::max(1, m_view->currentIndex().row() - 1));
}

void HistoryPanel::choose(int row)
{
    const QModelIndex index = m_model->index(std::min(row, m_model->rowCount() - 1), 0);
    if (index.isValid())
        m_view->reveal(index);
}

void HistoryPanel::chooseDefault()
{
    if (chooseWanted()) {
        m_rowsShown = m_model->rowCount();
        showChosen();
        return;
    }
    int row = m_chosenSequenceNum == 0 ? -1 : m_model->rowOf(m_chosenSequenceNum);
    if (row < 0)
        row = m_model->newestRevertibleRow();
    // What only reads differently now moves nothing.
    const int rowsBefore = std::exchange(m_rowsShown, m_model->rowCount());
    const bool isChosen = rowsBefore == m_rowsShown && row > 0 && row == m_view->currentIndex().row();
    if (m_model->rowCount() > 1 && !isChosen)
        m_view->chooseByDefault(m_model->index(std::max(1, row)));
    showChosen();
    // Heights follow a moment later from what is said now.
    if (std::exchange(m_isTopWanted, false))
        QMetaObject::invokeMethod(this, &HistoryPanel::showTop, Qt::QueuedConnection);
}

/// What has just been recorded is seen; what was chosen stays so while it is seen, too.
void HistoryPanel::showTop()
{
    m_view->beginAtTop();
    const QRect chosen = m_view->visualRect(m_view->currentIndex());
    if (chosen.top() < 0 || chosen.bottom() >= m_view->viewport()->height())
        m_view->chooseByDefault(m_model->index(1));
}

void HistoryPanel::showChosen()
{
    const HistoryEntry *entry = chosenEntry();
    const bool hadFocus = m_actions->hasFocusInside();
    if (!entry)
        m_actions->showNothing();
    else
        m_actions->showChange(m_model->mapping(), *entry, chosenSave());
    if (hadFocus && !m_actions->hasFocusInside())
        m_view->setFocus();
}

void HistoryPanel::showState()
{
    QString sentence;
    const bool isEmpty = m_model->isLoaded() && m_model->rowCount() <= 1;
    if (m_model->addressId().isEmpty())
        sentence = tr("Select an address to see its history.");
    else if (m_error)
        sentence = wording::sentence(*m_error, m_session ? &m_session->description().url : nullptr);
    else if (m_isBusy && !m_busyIndicator.isActive())
        sentence = m_reverter->isBusy() ? tr("Setting back…") : tr("Reading the history…");
    else if (isEmpty && !m_model->fieldId().isEmpty())
        sentence = tr("No changes of this field yet.");
    else if (isEmpty)
        sentence = tr("No changes yet: this address is as it was before Address Desk.");
    m_state->setText(sentence);
    m_state->setToolTip(m_error ? appearance::plainToolTip(wording::technicalDetails(*m_error)) : QString());
    m_state->setVisible(!sentence.isEmpty());
    m_retry->setVisible(m_error.has_value());
    m_view->setVisible(m_model->isLoaded());
    setFocusProxy(m_view->isHidden() ? static_cast<QWidget *>(m_filter) : m_view);
    m_actions->setVisible(m_model->rowCount() > 1);
    m_filter->setEnabled(m_session);
    if (!m_isBusy)
        setUpdatesEnabled(true);
}

void HistoryPanel::holdPicture()
{
    // Between two addresses nothing flickers: the new history is painted when it is there, or when it takes
    // its time.
    setUpdatesEnabled(false);
    m_settling.start();
}

void HistoryPanel::showFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_error = error;
    showState();
}

void HistoryPanel::tellReverted(const RevertOutcome &outcome)
{
    const bool wasUndone = std::exchange(m_isUndoing, false);
    if (outcome.addressId == m_model->addressId()) {
        m_notice->sayDone(wasUndone ? tr("Setting back was undone.")
                                    : historySentences::reverted(m_model->mapping(), outcome),
                          outcome, !wasUndone);
        if (wasUndone) // The change that it concerned is used up: the new one is what counts now.
            m_chosenSequenceNum = 0;
        m_isTopWanted = true;
        m_model->reload();
    }
    emit reverted(outcome);
    for (const Event &event : outcome.events) {
        if (!event.field().isEmpty())
            emit fieldSetBack(outcome.addressId, event.field());
    }
}

void HistoryPanel::tellRefused(const RevertOutcome &outcome)
{
    m_isUndoing = false;
    m_notice->sayProblem(historySentences::refused(m_model->mapping(), outcome));
    m_model->reload();
}

void HistoryPanel::openMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    auto *menu = new HistoryMenu(index, this);
    menu->offerSetBack(m_actions->canSetBack(), m_actions->canSetSaveBack());
    connect(menu, &HistoryMenu::setBackRequested, this, &HistoryPanel::setBackSelected);
    connect(menu, &HistoryMenu::setSaveBackRequested, this, &HistoryPanel::setSaveBackSelected);
    if (!m_model->fieldId().isEmpty())
        menu->offerAllFields();
    connect(menu, &HistoryMenu::fieldRequested, this, &HistoryPanel::showField);
    if (const qint64 letter = m_model->letterId(index.row()); letter != 0) {
        menu->offerLetter();
        connect(menu, &HistoryMenu::letterRequested, this, [this, letter] { emit letterRequested(letter); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void HistoryPanel::askThenSetBack(const QList<HistoryEntry> &entries, const QString &changeId)
{
    auto *dialog = new RevertDialog(m_model->mapping(), entries, m_model->currentValues(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, changeId] {
        const QList<HistoryEntry> chosen = dialog->chosen();
        if (changeId.isEmpty()) {
            m_reverter->revert(HistoryReverter::ofEvent(chosen.constFirst().event.sequenceNum, true));
            return;
        }
        QStringList fields;
        for (const HistoryEntry &entry : chosen)
            fields.append(entry.event.field());
        m_reverter->revert(HistoryReverter::ofSave(changeId, fields, true));
    });
    dialog->open();
}

void HistoryPanel::updateBusy()
{
    const bool isBusy = m_model->isLoading() || m_reverter->isBusy();
    m_actions->setBusy(m_reverter->isBusy());
    if (isBusy == m_isBusy)
        return;
    m_isBusy = isBusy;
    if (isBusy)
        m_busyIndicator.start();
    else
        m_busyIndicator.stop();
    showState();
    emit busyChanged(isBusy);
}

const HistoryEntry *HistoryPanel::chosenEntry() const
{
    return m_model->entry(m_view->currentIndex().row());
}

QList<HistoryEntry> HistoryPanel::chosenSave() const
{
    // With a filter only a part of the save is known.
    const HistoryEntry *entry = chosenEntry();
    if (!entry || !m_model->fieldId().isEmpty())
        return {};
    return m_model->entriesOfSave(entry->event.changeId);
}

} // namespace addressdesk

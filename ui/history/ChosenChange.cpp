#include "ui/history/ChosenChange.h"

#include "ui/history/HistoryActions.h"
#include "ui/history/HistoryNotice.h"
#include "ui/history/HistoryParts.h"
#include "ui/history/HistoryReverter.h"
#include "ui/history/HistoryView.h"
#include "ui/history/RevertDialog.h"

#include <algorithm>
#include <iterator>

namespace addressdesk {

namespace {

/// Those of a save that can be set back, some of them after a question.
QList<HistoryEntry> possible(const QList<HistoryEntry> &save)
{
    QList<HistoryEntry> possible;
    std::copy_if(save.cbegin(), save.cend(), std::back_inserter(possible),
                 [](const HistoryEntry &e) { return e.verdict.isRevertible() || e.verdict.isOverridable(); });
    return possible;
}

} // namespace

ChosenChange::ChosenChange(HistoryModel &model, HistoryParts &parts, HistoryReverter &reverter,
                           QObject *parent)
    : QObject(parent), m_model(model), m_parts(parts), m_reverter(reverter)
{
    connect(m_parts.view().selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (const HistoryEntry *entry = m_model.entry(current.row()))
                    m_sequenceNum = entry->event.sequenceNum;
                showActions();
            });
}

const HistoryEntry *ChosenChange::entry() const
{
    return m_model.entry(m_parts.view().currentIndex().row());
}

QList<HistoryEntry> ChosenChange::save() const
{
    // With a filter only a part of the save is known.
    const HistoryEntry *entry = this->entry();
    if (!entry || !m_model.fieldId().isEmpty())
        return {};
    return m_model.entriesOfSave(entry->event.changeId);
}

void ChosenChange::startAnew()
{
    forget();
    m_isTopWanted = false;
}

void ChosenChange::want(const QString &addressId, qint64 sequenceNum)
{
    m_wantedAddressId = addressId;
    m_wantedSequenceNum = sequenceNum;
    if (addressId == m_model.addressId() && m_model.isLoaded())
        chooseWanted();
}

void ChosenChange::chooseOlder()
{
    choose(m_parts.view().currentIndex().row() + 1);
}

void ChosenChange::chooseNewer()
{
    choose(std::max(1, m_parts.view().currentIndex().row() - 1));
}

void ChosenChange::choose(int row)
{
    const QModelIndex index = m_model.index(std::min(row, m_model.rowCount() - 1), 0);
    if (index.isValid())
        m_parts.view().reveal(index);
}

void ChosenChange::takeHistory()
{
    if (chooseWanted()) {
        m_rowsShown = m_model.rowCount();
        showActions();
        return;
    }
    int row = m_sequenceNum == 0 ? -1 : m_model.rowOf(m_sequenceNum);
    if (row < 0)
        row = m_model.newestRevertibleRow();
    // What only reads differently now moves nothing.
    const int rowsBefore = std::exchange(m_rowsShown, m_model.rowCount());
    const bool isChosen = rowsBefore == m_rowsShown && row > 0 && row == m_parts.view().currentIndex().row();
    if (m_model.rowCount() > 1 && !isChosen)
        m_parts.view().chooseByDefault(m_model.index(std::max(1, row)));
    showActions();
    // Heights follow a moment later from what is said now.
    if (std::exchange(m_isTopWanted, false))
        QMetaObject::invokeMethod(this, &ChosenChange::showTop, Qt::QueuedConnection);
}

/// What has just been recorded is seen; what was chosen stays so while it is seen, too.
void ChosenChange::showTop()
{
    m_parts.view().beginAtTop();
    const QRect chosen = m_parts.view().visualRect(m_parts.view().currentIndex());
    if (chosen.top() < 0 || chosen.bottom() >= m_parts.view().viewport()->height())
        m_parts.view().chooseByDefault(m_model.index(1));
}

void ChosenChange::showActions()
{
    const HistoryEntry *entry = this->entry();
    const bool hadFocus = m_parts.actions().hasFocusInside();
    if (!entry)
        m_parts.actions().showNothing();
    else
        m_parts.actions().showChange(m_model.mapping(), *entry, save());
    m_parts.actions().setLetterDue(m_model.isLetterDue(m_parts.view().currentIndex().row()));
    if (hadFocus && !m_parts.actions().hasFocusInside())
        m_parts.view().setFocus();
}

/// False until the change is there that somebody wants to see.
bool ChosenChange::chooseWanted()
{
    const bool isAwaited = m_wantedSequenceNum != 0 && m_wantedAddressId == m_model.addressId();
    const int row = isAwaited ? m_model.rowOf(m_wantedSequenceNum) : -1;
    if (row < 0)
        return false;
    m_wantedSequenceNum = 0;
    choose(row);
    // A list that is only now shown, or gets another height, has its rows in place a moment later.
    QMetaObject::invokeMethod(
        &m_parts.view(), [view = &m_parts.view()] { view->scrollTo(view->currentIndex()); },
        Qt::QueuedConnection);
    return true;
}

QList<HistoryEntry> ChosenChange::meant(bool isWholeSave) const
{
    const HistoryEntry *entry = this->entry();
    if (!entry || (isWholeSave && !m_model.fieldId().isEmpty()))
        return {};
    const QList<HistoryEntry> save = this->save();
    if (isWholeSave && save.size() > 1)
        return possible(save);
    return m_parts.actions().canSetBack() ? QList<HistoryEntry>{*entry} : QList<HistoryEntry>();
}

void ChosenChange::setBack()
{
    const HistoryEntry *entry = this->entry();
    if (!entry)
        return;
    if (!m_parts.actions().canSetBack()) {
        if (!m_reverter.isBusy())
            m_parts.notice().sayProblem(m_parts.actions().why());
        return;
    }
    if (entry->verdict.isOverridable())
        askThenSetBack({*entry}, {});
    else
        m_reverter.revert(HistoryReverter::ofEvent(entry->event.sequenceNum));
}

void ChosenChange::setSaveBack()
{
    const HistoryEntry *entry = this->entry();
    if (!entry)
        return;
    if (!m_model.fieldId().isEmpty()) {
        m_parts.notice().sayProblem(tr("To set a whole save back, show the changes of all fields first."));
        return;
    }
    const QList<HistoryEntry> save = this->save();
    if (save.size() <= 1) {
        setBack();
        return;
    }
    if (!m_parts.actions().canSetSaveBack()) {
        if (!m_reverter.isBusy())
            m_parts.notice().sayProblem(m_parts.actions().whyNotSave());
        return;
    }
    const QList<HistoryEntry> wanted = possible(save);
    const bool isSafe = std::all_of(wanted.cbegin(), wanted.cend(),
                                    [](const HistoryEntry &e) { return e.verdict.isRevertible(); });
    if (!isSafe) {
        askThenSetBack(wanted, entry->event.changeId);
        return;
    }
    QStringList fields;
    if (wanted.size() < save.size()) {
        for (const HistoryEntry &e : wanted)
            fields.append(e.event.field());
    }
    m_reverter.revert(HistoryReverter::ofSave(entry->event.changeId, fields));
}

void ChosenChange::giveQuestionUp()
{
    if (m_question)
        m_question->reject();
}

void ChosenChange::askThenSetBack(const QList<HistoryEntry> &entries, const QString &changeId)
{
    auto *dialog =
        new RevertDialog(m_model.mapping(), entries, m_model.currentValues(), m_parts.view().parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_question = dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog, changeId] {
        const QList<HistoryEntry> chosen = dialog->chosen();
        if (changeId.isEmpty()) {
            m_reverter.revert(HistoryReverter::ofEvent(chosen.constFirst().event.sequenceNum, true));
            return;
        }
        QStringList fields;
        for (const HistoryEntry &entry : chosen)
            fields.append(entry.event.field());
        m_reverter.revert(HistoryReverter::ofSave(changeId, fields, true));
    });
    dialog->open();
}

} // namespace addressdesk

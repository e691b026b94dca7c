#include "ui/history/ChosenChange.h"

#include "ui/history/HistoryActions.h"
#include "ui/history/HistoryNotice.h"
#include "ui/history/HistoryPanel.h"
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
        m_parts.notice().sayProblem(
            HistoryPanel::tr("To set a whole save back, show the changes of all fields first."));
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

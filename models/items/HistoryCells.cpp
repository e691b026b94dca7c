#include "models/items/HistoryCells.h"

#include "models/items/HistoryModel.h"
#include "models/items/HistoryText.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

#include <utility>

namespace addressdesk {

namespace {

QVariant variant(const FieldValue &value)
{
    return value ? QVariant(*value) : QVariant();
}

QStringList mailTexts(const QList<HistoryMailLine> &lines)
{
    QStringList texts;
    for (const HistoryMailLine &line : lines)
        texts.append(line.text);
    return texts;
}

} // namespace

HistoryCells::HistoryCells(const SchemaMapping &mapping, const History &history, const HistoryMails &mails,
                           QDateTime now)
    : m_mapping(mapping), m_history(history), m_mails(mails), m_now(std::move(now))
{
}

QVariant HistoryCells::current(int role, const QString &fieldId) const
{
    const FieldValues &values = m_history.current.address.values;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return historyText::currentSentence(m_mapping, m_history, fieldId);
    case HistoryModel::IsCurrentRole:
    case HistoryModel::IsFirstOfSaveRole:
    case HistoryModel::IsLastOfSaveRole:
        return true;
    case HistoryModel::TitleRole:
        return fieldId.isEmpty() ? QString() : wording::fieldTitle(m_mapping, fieldId);
    case HistoryModel::SummaryRole:
        if (m_history.isDeleted)
            return historyText::currentSentence(m_mapping, m_history, fieldId);
        return fieldId.isEmpty() ? historyText::summary(m_mapping, values) : shownText(values.value(fieldId));
    default:
        return {};
    }
}

QVariant HistoryCells::event(qsizetype position, int role) const
{
    const HistoryEntry &entry = m_history.entries.at(position);
    switch (role) {
    case Qt::DisplayRole:
        return historyText::eventSentence(m_mapping, entry.event);
    case Qt::ToolTipRole:
        return historyText::tooltip(m_mapping, entry, m_mails.details(entry.event));
    case Qt::AccessibleTextRole:
        return historyText::rowSentence(m_mapping, entry, mailTexts(mailLines(position)), m_now);
    case HistoryModel::IsCurrentRole:
        return false;
    case HistoryModel::StateRole:
    case HistoryModel::ReversibilityRole:
    case HistoryModel::BecauseRole:
    case HistoryModel::IsInForceAgainRole:
        return verdict(entry, role);
    case HistoryModel::ChangeIdRole:
    case HistoryModel::WhenRole:
    case HistoryModel::ActorRole:
    case HistoryModel::ReasonRole:
    case HistoryModel::IsFirstOfSaveRole:
    case HistoryModel::IsLastOfSaveRole:
    case HistoryModel::MailLinesRole:
        return save(position, role);
    default:
        return value(entry.event, role);
    }
}

QVariant HistoryCells::value(const Event &event, int role) const
{
    const bool isOfOneField = !event.field().isEmpty();
    switch (role) {
    case HistoryModel::SequenceNumRole:
        return event.sequenceNum;
    case HistoryModel::EventTypeRole:
        return static_cast<int>(event.type);
    case HistoryModel::FieldRole:
        return event.field();
    case HistoryModel::TitleRole:
        return isOfOneField ? wording::fieldTitle(m_mapping, event.field()) : wording::eventTitle(event.type);
    case HistoryModel::FromRole:
        return variant(event.from());
    case HistoryModel::ToRole:
        return variant(event.to());
    case HistoryModel::SummaryRole:
        return isOfOneField ? QString() : historyText::summary(m_mapping, event.snapshot());
    default:
        return {};
    }
}

QVariant HistoryCells::verdict(const HistoryEntry &entry, int role) const
{
    const Verdict &verdict = entry.verdict;
    switch (role) {
    case HistoryModel::StateRole:
        return verdict.isRevertible() ? QString() : wording::verdictSentence(entry.event, verdict);
    case HistoryModel::ReversibilityRole:
        return static_cast<int>(verdict.state);
    case HistoryModel::BecauseRole:
        return verdict.isInForceAgain() ? verdict.againSequenceNum : verdict.becauseSequenceNum;
    case HistoryModel::IsInForceAgainRole:
        return verdict.isInForceAgain();
    default:
        return {};
    }
}

QVariant HistoryCells::save(qsizetype position, int role) const
{
    const Event &event = m_history.entries.at(position).event;
    switch (role) {
    case HistoryModel::ChangeIdRole:
        return event.changeId;
    case HistoryModel::WhenRole:
        return wording::relativeTime(event.occurredAtTime(), m_now);
    case HistoryModel::ActorRole:
        //: who set a change back, in the place of an operator's name
        return event.isByCustomer() ? HistoryModel::tr("by the customer") : event.actor;
    case HistoryModel::ReasonRole:
        return shownText(event.reason);
    case HistoryModel::IsFirstOfSaveRole:
        return !sharesSave(position, position - 1);
    case HistoryModel::IsLastOfSaveRole:
        return !sharesSave(position, position + 1);
    case HistoryModel::MailLinesRole:
        return QVariant::fromValue(mailLines(position));
    default:
        return {};
    }
}

QList<HistoryMailLine> HistoryCells::mailLines(qsizetype position) const
{
    // Only the neighbours can be of the same save.
    qsizetype first = position;
    while (sharesSave(position, first - 1))
        --first;
    QList<Event> save;
    for (qsizetype shown = first; shown == position || sharesSave(position, shown); ++shown)
        save.append(m_history.entries.at(shown).event);
    return m_mails.lines(save);
}

bool HistoryCells::sharesSave(qsizetype position, qsizetype other) const
{
    const QList<HistoryEntry> &entries = m_history.entries;
    return other >= 0 && other < entries.size() &&
           entries.at(other).event.changeId == entries.at(position).event.changeId;
}

} // namespace addressdesk

#include "ui/history/CardTexts.h"

#include "models/domain/EventType.h"
#include "models/items/HistoryModel.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"

namespace addressdesk::cardTexts {

namespace {

FieldValue valueOf(const QModelIndex &index, int role)
{
    const QVariant value = index.data(role);
    return value.isValid() ? FieldValue(value.toString()) : std::nullopt;
}

MarkedText valueLine(const FieldValue &value, const QList<TextRun> &marks, QFont font)
{
    if (value && !value->isEmpty())
        return {*value, marks, font};
    font.setItalic(true);
    return {wording::quotedValue(value), {}, font};
}

bool isLastOfSave(const QModelIndex &index)
{
    return index.data(HistoryModel::IsLastOfSaveRole).toBool();
}

} // namespace

bool isPutBack(const QModelIndex &index)
{
    const auto type = static_cast<EventType>(index.data(HistoryModel::EventTypeRole).toInt());
    return type == EventType::AddressFieldReverted || type == EventType::AddressRestored;
}

std::pair<MarkedText, MarkedText> values(const QModelIndex &index, const QFont &font)
{
    const FieldValue before = valueOf(index, HistoryModel::FromRole);
    const FieldValue after = valueOf(index, HistoryModel::ToRole);
    const TextDifference difference = TextDifference::between(shownText(before), shownText(after));
    // Where nothing is alike, marking the new value says it all.
    const bool isAllNew = difference.before == QList<TextRun>{{0, shownText(before).size()}};
    return {valueLine(before, isAllNew ? QList<TextRun>() : difference.before, font),
            valueLine(after, difference.after, font)};
}

QString arrow(Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? QStringLiteral("\u2190") : QStringLiteral("\u2192");
}

QString reason(const QModelIndex &index)
{
    const QString reason = index.data(HistoryModel::ReasonRole).toString();
    return reason.isEmpty() || !isLastOfSave(index) ? QString() : wording::quotedValue(reason);
}

QList<HistoryMailLine> mails(const QModelIndex &index)
{
    return isLastOfSave(index) ? index.data(HistoryModel::MailLinesRole).value<QList<HistoryMailLine>>()
                               : QList<HistoryMailLine>();
}

QString dot()
{
    return QStringLiteral("·");
}

QFont stateFont(const QFont &font)
{
    return appearance::scaled(font, 0.9);
}

} // namespace addressdesk::cardTexts

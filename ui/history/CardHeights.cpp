#include "ui/history/CardHeights.h"

#include "models/items/HistoryModel.h"
#include "ui/history/CardLayout.h"
#include "ui/history/CardTexts.h"

#include <QStyleOptionViewItem>

namespace addressdesk {

void CardHeights::setTitles(const QStringList &titles)
{
    m_titles = titles;
    m_heights.clear();
}

int CardHeights::height(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (m_width != option.rect.width() || m_font != option.font) {
        m_heights.clear();
        m_width = option.rect.width();
        m_font = option.font;
    }
    const Cause cause = causeOf(index);
    Height &known = m_heights[index.data(HistoryModel::SequenceNumRole).toLongLong()];
    if (known.pixels <= 0 || known.cause != cause)
        known = {cause, CardLayout::of(option, index, m_titles).height};
    return known.pixels;
}

CardHeights::Cause CardHeights::causeOf(const QModelIndex &index)
{
    Cause cause{index.data(HistoryModel::ReversibilityRole).toInt(),
                index.data(HistoryModel::BecauseRole).toLongLong(),
                index.data(HistoryModel::IsFirstOfSaveRole).toBool(),
                index.data(HistoryModel::IsLastOfSaveRole).toBool(), 0};
    for (const HistoryMailLine &line : cardTexts::mails(index))
        cause.mails = qHash(line.text, cause.mails + 1);
    return cause;
}

} // namespace addressdesk

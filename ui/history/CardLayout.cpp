#include "ui/history/CardLayout.h"

#include "models/items/HistoryModel.h"
#include "ui/appearance/Appearance.h"
#include "ui/history/CardTexts.h"
#include "ui/history/TwoLineText.h"

#include <QStyleOptionViewItem>

#include <algorithm>
#include <cmath>

namespace addressdesk {

namespace {

using appearance::step;

constexpr int gap = 2 * step; ///< Between cards.
constexpr int mostLines = 3;  ///< Of a value.

int widthOf(const MarkedText &line)
{
    return static_cast<int>(std::ceil(line.width()));
}

int titleWidth(const QStyleOptionViewItem &option, const QStringList &titles, int room)
{
    int widest = 0;
    for (const QString &title : titles)
        widest = std::max(widest, option.fontMetrics.horizontalAdvance(title));
    return std::min(widest + step / 2, room * 2 / 5);
}

/// From `room` on, which is as high as one line.
void placeValues(CardLayout &layout, const QRect &room, const QStyleOptionViewItem &option,
                 const QModelIndex &index)
{
    constexpr int padding = CardLayout::padding;
    if (index.data(HistoryModel::FieldRole).toString().isEmpty()) {
        layout.before = room;
        return;
    }
    const auto [before, after] = cardTexts::values(index, option.font);
    const int arrowWidth = option.fontMetrics.horizontalAdvance(cardTexts::arrow(option.direction));
    const int beforeWidth = widthOf(before);
    if (beforeWidth + arrowWidth + widthOf(after) + 2 * padding <= room.width()) {
        layout.before = QRect(room.left(), room.top(), beforeWidth, room.height());
        layout.arrow = QRect(layout.before.right() + 1 + padding, room.top(), arrowWidth, room.height());
        layout.after = room;
        layout.after.setLeft(layout.arrow.right() + 1 + padding);
        return;
    }
    // Long values stand one above the other.
    const auto heightIn = [&room](const MarkedText &value, int width) {
        return value.lineCount(width, mostLines) * room.height();
    };
    layout.before = QRect(room.left(), room.top(), room.width(), heightIn(before, room.width()));
    const int second = layout.before.bottom() + 1 + step / 2;
    layout.arrow = QRect(room.left(), second, arrowWidth, room.height());
    const int width = room.width() - arrowWidth - padding;
    layout.after = QRect(room.left() + arrowWidth + padding, second, width, heightIn(after, width));
}

/// Below `y`; the new lower end.
int placeState(CardLayout &layout, const QRect &inner, int y, const QStyleOptionViewItem &option,
               const QModelIndex &index)
{
    const QString state = index.data(HistoryModel::StateRole).toString();
    if (state.isEmpty())
        return y;
    const int left = layout.before.left();
    const int width = inner.right() - left + 1;
    layout.state = QRect(left, y + step / 2, width,
                         twoLineText::height(cardTexts::stateFont(option.font), state, width));
    return layout.state.bottom() + 1;
}

/// Where there is room for both on a line: “moved, phoned” · mailed at 14:02
bool placeSideBySide(CardLayout &layout, const QRect &inner, int y, const QStyleOptionViewItem &option,
                     const QString &reason, const QString &mail)
{
    const QFontMetrics &metrics = option.fontMetrics;
    const int reasonWidth = widthOf(MarkedText(reason, {}, option.font));
    const int dotWidth = metrics.horizontalAdvance(cardTexts::dot());
    if (reasonWidth + step + dotWidth + step + metrics.horizontalAdvance(mail) > inner.width())
        return false;
    layout.reason = QRect(inner.left(), y, reasonWidth, metrics.height());
    layout.dot = QRect(layout.reason.right() + 1 + step, y, dotWidth, metrics.height());
    QRect rest(inner.left(), y, inner.width(), metrics.height());
    rest.setLeft(layout.dot.right() + 1 + step);
    layout.mails.append(rest);
    return true;
}

/// The reason and the mails, below `y`; the new lower end.
int placeFoot(CardLayout &layout, const QRect &inner, int y, const QStyleOptionViewItem &option,
              const QModelIndex &index)
{
    const QString reason = cardTexts::reason(index);
    const QList<HistoryMailLine> mails = cardTexts::mails(index);
    if (reason.isEmpty() && mails.isEmpty())
        return y;
    y += step / 2;
    if (!reason.isEmpty() && mails.size() == 1 &&
        placeSideBySide(layout, inner, y, option, reason, mails.constFirst().text))
        return layout.reason.bottom() + 1 + step;
    const auto placed = [&](const QString &text) {
        const QRect rect(inner.left(), y, inner.width(),
                         twoLineText::height(option.font, text, inner.width()));
        y = rect.bottom() + 1;
        return rect;
    };
    if (!reason.isEmpty())
        layout.reason = placed(reason);
    for (const HistoryMailLine &mail : mails)
        layout.mails.append(placed(mail.text));
    return y + step;
}

} // namespace

CardLayout CardLayout::of(const QStyleOptionViewItem &option, const QModelIndex &index,
                          const QStringList &titles)
{
    CardLayout layout;
    const bool isLast = index.data(HistoryModel::IsLastOfSaveRole).toBool();
    const QRect card(option.rect.left(), option.rect.top(), option.rect.width(), 0);
    const QRect inner = card.adjusted(padding, 0, -padding, 0);
    const int lineHeight = option.fontMetrics.height();
    int y = card.top();
    if (index.data(HistoryModel::IsFirstOfSaveRole).toBool()) {
        y += step + step / 2;
        layout.header = QRect(inner.left(), y, inner.width(), lineHeight);
        y += lineHeight;
    }
    layout.change = QRect(card.left() + 1, y + step / 2, card.width() - 2, 0);
    y += step + step / 2;
    layout.title = QRect(inner.left(), y, titleWidth(option, titles, inner.width()), lineHeight);
    const QRect room(inner.left(), y, inner.width(), lineHeight);
    placeValues(layout, room.adjusted(layout.title.width() + padding, 0, 0, 0), option, index);
    y = std::max(layout.before.bottom(), layout.after.bottom()) + 1;
    y = placeState(layout, inner, y, option, index) + step;
    layout.change.setBottom(y - 1 - step / 2);

    y = placeFoot(layout, inner, y, option, index);
    if (isLast)
        y += step / 2;
    layout.card = QRect(card.left(), card.top(), card.width(), y - card.top());
    layout.height = y - card.top() + (isLast ? gap : 0);
    return layout;
}

} // namespace addressdesk

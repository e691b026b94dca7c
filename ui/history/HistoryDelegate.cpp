#include "ui/history/HistoryDelegate.h"

#include "models/domain/EventType.h"
#include "models/domain/Verdict.h"
#include "models/items/HistoryModel.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/appearance/ReadingOrder.h"
#include "ui/history/TwoLineText.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace addressdesk {

namespace {

using appearance::step;

constexpr int padding = 2 * step;
constexpr int gap = 2 * step; ///< Between cards.
constexpr qreal radius = step;
/// The painter turns it round in right-to-left windows.
constexpr int leading = Qt::AlignLeft;

bool isRightToLeft(const QStyleOptionViewItem &option)
{
    return option.direction == Qt::RightToLeft;
}

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

EventType eventType(const QModelIndex &index)
{
    return static_cast<EventType>(index.data(HistoryModel::EventTypeRole).toInt());
}

bool isPutBack(const QModelIndex &index)
{
    const EventType type = eventType(index);
    return type == EventType::AddressFieldReverted || type == EventType::AddressRestored;
}

FieldValue valueOf(const QModelIndex &index, int role)
{
    const QVariant value = index.data(role);
    return value.isValid() ? FieldValue(value.toString()) : std::nullopt;
}

/// A value's line; NULL and '' are words in italics, unlike any text.
MarkedLine valueLine(const FieldValue &value, const QList<TextRun> &marks, QFont font)
{
    if (value && !value->isEmpty())
        return {*value, marks, font};
    font.setItalic(true);
    return {wording::quotedValue(value), {}, font};
}

std::pair<MarkedLine, MarkedLine> valueLines(const QModelIndex &index, const QFont &font)
{
    const FieldValue before = valueOf(index, HistoryModel::FromRole);
    const FieldValue after = valueOf(index, HistoryModel::ToRole);
    const TextDifference difference = TextDifference::between(shownText(before), shownText(after));
    // Where nothing is alike, marking the new value says it all.
    const bool isAllNew = difference.before == QList<TextRun>{{0, shownText(before).size()}};
    return {valueLine(before, isAllNew ? QList<TextRun>() : difference.before, font),
            valueLine(after, difference.after, font)};
}

QString arrow(const QStyleOptionViewItem &option)
{
    return isRightToLeft(option) ? QStringLiteral("\u2190") : QStringLiteral("\u2192");
}

QFont stateFont(const QStyleOptionViewItem &option)
{
    return appearance::scaled(option.font, 0.9);
}

QString reasonText(const QModelIndex &index)
{
    const QString reason = index.data(HistoryModel::ReasonRole).toString();
    return reason.isEmpty() || !index.data(HistoryModel::IsLastOfSaveRole).toBool()
               ? QString()
               : wording::quotedValue(reason);
}

/// What stands below the changes of a save.
QList<HistoryMailLine> mailLines(const QModelIndex &index)
{
    return index.data(HistoryModel::IsLastOfSaveRole).toBool()
               ? index.data(HistoryModel::MailLinesRole).value<QList<HistoryMailLine>>()
               : QList<HistoryMailLine>();
}

const QString dot = QStringLiteral("·");

} // namespace

void HistoryDelegate::setTitles(const QStringList &titles)
{
    m_titles = titles;
    m_heights.clear();
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(HistoryModel::IsCurrentRole).toBool()) {
        paintCurrent(painter, option, index);
        painter->restore();
        return;
    }
    const Parts all = parts(option, index);
    paintCard(painter, option, index, mirrored(option, all.card));
    if (!all.header.isEmpty())
        paintHeader(painter, option, index, mirrored(option, all.header));
    if (option.state.testFlag(QStyle::State_Selected))
        paintSelection(painter, option, mirrored(option, all.change));
    paintValues(painter, option, index, all);

    const QPalette &palette = option.palette;
    if (!all.state.isEmpty()) {
        const auto state = static_cast<Reversibility>(index.data(HistoryModel::ReversibilityRole).toInt());
        const bool isBack =
            (state == Reversibility::AlreadyReverted || state == Reversibility::AlreadyBack) &&
            !index.data(HistoryModel::IsInForceAgainRole).toBool();
        painter->setPen(isBack ? appearance::putBackAccent(palette) : appearance::quietText(palette));
        twoLineText::draw(painter, mirrored(option, all.state), stateFont(option),
                          index.data(HistoryModel::StateRole).toString());
    }
    paintFoot(painter, option, index, all);
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
        option.rect.setWidth(view->viewport()->width());
    if (index.data(HistoryModel::IsCurrentRole).toBool())
        return {option.rect.width(), option.fontMetrics.height() + 3 * step};
    return {option.rect.width(), changeHeight(option, index)};
}

int HistoryDelegate::changeHeight(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_heightsWidth != option.rect.width() || m_heightsFont != option.font) {
        m_heights.clear();
        m_heightsWidth = option.rect.width();
        m_heightsFont = option.font;
    }
    Height wanted{index.data(HistoryModel::ReversibilityRole).toInt(),
                  index.data(HistoryModel::BecauseRole).toLongLong(),
                  index.data(HistoryModel::IsFirstOfSaveRole).toBool(),
                  index.data(HistoryModel::IsLastOfSaveRole).toBool(),
                  0,
                  0};
    for (const HistoryMailLine &line : mailLines(index))
        wanted.mails = qHash(line.text, wanted.mails + 1);
    Height &known = m_heights[index.data(HistoryModel::SequenceNumRole).toLongLong()];
    const bool isKnown = known.pixels > 0 && known.reversibility == wanted.reversibility &&
                         known.because == wanted.because && known.isFirst == wanted.isFirst &&
                         known.isLast == wanted.isLast && known.mails == wanted.mails;
    if (!isKnown) {
        wanted.pixels = parts(option, index).height;
        known = wanted;
    }
    return known.pixels;
}

bool HistoryDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), appearance::plainToolTip(text), view);
    return true;
}

HistoryDelegate::Parts HistoryDelegate::parts(const QStyleOptionViewItem &option,
                                              const QModelIndex &index) const
{
    Parts result;
    const bool isFirst = index.data(HistoryModel::IsFirstOfSaveRole).toBool();
    const bool isLast = index.data(HistoryModel::IsLastOfSaveRole).toBool();
    const QRect card(option.rect.left(), option.rect.top(), option.rect.width(), 0);
    const QRect inner = card.adjusted(padding, 0, -padding, 0);
    int y = card.top();
    if (isFirst) {
        y += step + step / 2;
        result.header = QRect(inner.left(), y, inner.width(), option.fontMetrics.height());
        y += result.header.height();
    }
    result.change = QRect(card.left() + 1, y + step / 2, card.width() - 2, 0);
    y += step + step / 2;
    layOutValues(result, QRect(inner.left(), y, inner.width(), option.fontMetrics.height()), option, index);
    y = std::max(result.before.bottom(), result.after.bottom()) + 1;

    const QString state = index.data(HistoryModel::StateRole).toString();
    if (!state.isEmpty()) {
        const int left = result.before.left();
        const int width = inner.right() - left + 1;
        result.state = QRect(left, y + step / 2, width, twoLineText::height(stateFont(option), state, width));
        y = result.state.bottom() + 1;
    }
    y += step;
    result.change.setBottom(y - 1 - step / 2);

    y = layOutFoot(result, inner, y, option, index);
    if (isLast)
        y += step / 2;
    result.card = QRect(card.left(), card.top(), card.width(), y - card.top());
    result.height = y - card.top() + (isLast ? gap : 0);
    return result;
}

int HistoryDelegate::layOutFoot(Parts &parts, const QRect &inner, int y, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const QString reason = reasonText(index);
    const QList<HistoryMailLine> mails = mailLines(index);
    if (reason.isEmpty() && mails.isEmpty())
        return y;
    y += step / 2;
    const int lineHeight = option.fontMetrics.height();
    if (!reason.isEmpty() && mails.size() == 1) {
        // Side by side where there is room: “moved, phoned” · mailed at 14:02
        const int reasonWidth = static_cast<int>(std::ceil(MarkedLine(reason, {}, option.font).width()));
        const int dotWidth = option.fontMetrics.horizontalAdvance(dot);
        const int mailWidth = option.fontMetrics.horizontalAdvance(mails.constFirst().text);
        if (reasonWidth + step + dotWidth + step + mailWidth <= inner.width()) {
            parts.reason = QRect(inner.left(), y, reasonWidth, lineHeight);
            parts.dot = QRect(parts.reason.right() + 1 + step, y, dotWidth, lineHeight);
            QRect mail(inner.left(), y, inner.width(), lineHeight);
            mail.setLeft(parts.dot.right() + 1 + step);
            parts.mails.append(mail);
            return y + lineHeight + step;
        }
    }
    if (!reason.isEmpty()) {
        parts.reason =
            QRect(inner.left(), y, inner.width(), twoLineText::height(option.font, reason, inner.width()));
        y = parts.reason.bottom() + 1;
    }
    for (const HistoryMailLine &mail : mails) {
        parts.mails.append(QRect(inner.left(), y, inner.width(),
                                 twoLineText::height(option.font, mail.text, inner.width())));
        y = parts.mails.constLast().bottom() + 1;
    }
    return y + step;
}

void HistoryDelegate::paintFoot(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const Parts &parts) const
{
    if (!parts.reason.isEmpty()) {
        const QColor text = option.palette.color(QPalette::Text);
        painter->setPen(text);
        if (!parts.dot.isEmpty()) {
            MarkedLine reason(reasonText(index), {}, option.font);
            reason.setColors(text, {});
            reason.draw(painter, mirrored(option, parts.reason), option.direction);
        } else {
            twoLineText::draw(painter, mirrored(option, parts.reason), option.font, reasonText(index));
        }
    }
    if (!parts.dot.isEmpty()) {
        painter->setPen(appearance::quietText(option.palette));
        twoLineText::draw(painter, mirrored(option, parts.dot), option.font, dot);
    }
    const QList<HistoryMailLine> mails = mailLines(index);
    for (qsizetype i = 0; i < parts.mails.size(); ++i) {
        painter->setPen(mails.at(i).isTrouble ? appearance::problemAccent(option.palette)
                                              : appearance::quietText(option.palette));
        twoLineText::draw(painter, mirrored(option, parts.mails.at(i)), option.font, mails.at(i).text);
    }
}

void HistoryDelegate::layOutValues(Parts &parts, const QRect &room, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const int titled = titleWidth(option, room.width());
    parts.title = QRect(room.left(), room.top(), titled, room.height());
    const QRect values = room.adjusted(titled + padding, 0, 0, 0);
    if (index.data(HistoryModel::FieldRole).toString().isEmpty()) {
        parts.before = values;
        return;
    }
    const auto [before, after] = valueLines(index, option.font);
    const int arrowWidth = option.fontMetrics.horizontalAdvance(arrow(option));
    const int beforeWidth = static_cast<int>(std::ceil(before.width()));
    const int afterWidth = static_cast<int>(std::ceil(after.width()));
    if (beforeWidth + arrowWidth + afterWidth + 2 * padding <= values.width()) {
        parts.before = QRect(values.left(), values.top(), beforeWidth, values.height());
        parts.arrow = QRect(parts.before.right() + 1 + padding, values.top(), arrowWidth, values.height());
        parts.after = values;
        parts.after.setLeft(parts.arrow.right() + 1 + padding);
        return;
    }
    // Long values stand one above the other.
    parts.before = values;
    const int second = values.bottom() + 1 + step / 2;
    parts.arrow = QRect(values.left(), second, arrowWidth, values.height());
    parts.after = QRect(values.left() + arrowWidth + padding, second, values.width() - arrowWidth - padding,
                        values.height());
}

int HistoryDelegate::titleWidth(const QStyleOptionViewItem &option, int room) const
{
    int widest = 0;
    for (const QString &title : m_titles)
        widest = std::max(widest, option.fontMetrics.horizontalAdvance(title));
    return std::min(widest + step / 2, room * 2 / 5);
}

void HistoryDelegate::paintCurrent(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    QRect line = option.rect.adjusted(padding, step, -padding, -2 * step);
    if (option.state.testFlag(QStyle::State_Selected))
        paintSelection(painter, option, option.rect.adjusted(1, 1, -1, -step));

    const int dot = step + step / 2;
    const QRect dotRect(line.left(), line.center().y() - dot / 2, dot, dot);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.color(QPalette::Text));
    painter->drawEllipse(mirrored(option, dotRect));
    line.setLeft(line.left() + dot + padding);

    const QFont strong = appearance::bold(option.font);
    //: the address as it is now, on top of its history
    const QString now = tr("now");
    const int nowWidth = QFontMetrics(strong).horizontalAdvance(now);
    painter->setPen(palette.color(QPalette::Text));
    painter->setFont(strong);
    painter->drawText(mirrored(option, QRect(line.left(), line.top(), nowWidth, line.height())),
                      Qt::AlignVCenter, now);
    line.setLeft(line.left() + nowWidth + padding);
    MarkedLine text(index.data(HistoryModel::SummaryRole).toString(), {}, option.font);
    text.setColors(palette.color(QPalette::Text), {});
    text.draw(painter, mirrored(option, line), option.direction);
}

void HistoryDelegate::paintCard(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const QRect &card) const
{
    const bool isFirst = index.data(HistoryModel::IsFirstOfSaveRole).toBool();
    const bool isLast = index.data(HistoryModel::IsLastOfSaveRole).toBool();
    // The corners of rows inside a save lie outside the row, where they are clipped away.
    const int beyond = 4 * step;
    const QRectF shape = QRectF(card.adjusted(0, isFirst ? 0 : -beyond, 0, isLast ? 0 : beyond))
                             .adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setClipRect(card);
    painter->setPen(appearance::hairline(option.palette));
    painter->setBrush(option.palette.color(QPalette::Base));
    painter->drawRoundedRect(shape, radius, radius);
    painter->restore();
}

void HistoryDelegate::paintHeader(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, const QRect &rect) const
{
    const QFont strong = appearance::bold(option.font);
    const QString when = index.data(HistoryModel::WhenRole).toString();
    const int width = std::min(QFontMetrics(strong).horizontalAdvance(when), rect.width());
    const QRect whenRect =
        QStyle::alignedRect(option.direction, Qt::AlignLeft, QSize(width, rect.height()), rect);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->setFont(strong);
    painter->drawText(whenRect, Qt::AlignVCenter | leading, appearance::inOwnOrder(when, option.direction));

    const int rest = rect.width() - width - step;
    if (rest <= 0)
        return;
    //: who made a change, after the time: "today at 14:02 · marie"
    const QString actor = tr("· %1").arg(
        appearance::inOwnOrder(index.data(HistoryModel::ActorRole).toString(), option.direction));
    const QRect actorRect =
        QStyle::alignedRect(option.direction, Qt::AlignRight, QSize(rest, rect.height()), rect);
    painter->setPen(appearance::quietText(option.palette));
    painter->setFont(option.font);
    painter->drawText(actorRect, Qt::AlignVCenter | leading,
                      option.fontMetrics.elidedText(actor, Qt::ElideRight, rest));
}

void HistoryDelegate::paintSelection(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QRect &rect) const
{
    const QColor highlight = option.palette.color(QPalette::Highlight);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.palette.color(QPalette::AlternateBase));
    painter->drawRect(rect);
    const int bar = step - 1;
    const QRect edge(isRightToLeft(option) ? rect.right() - bar + 1 : rect.left(), rect.top(), bar,
                     rect.height());
    painter->setBrush(highlight);
    painter->drawRect(edge);
    if (hasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(highlight);
        painter->drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

void HistoryDelegate::paintValues(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, const Parts &parts) const
{
    const QPalette &palette = option.palette;
    const QColor quiet = appearance::quietText(palette);
    const QColor text = palette.color(QPalette::Text);
    const QColor accent =
        isPutBack(index) ? appearance::putBackAccent(palette) : appearance::changedAccent(palette);
    painter->setFont(option.font);
    painter->setPen(quiet);
    const QString title = index.data(HistoryModel::TitleRole).toString();
    painter->drawText(
        mirrored(option, parts.title), Qt::AlignVCenter | leading,
        appearance::inOwnOrder(option.fontMetrics.elidedText(title, Qt::ElideRight, parts.title.width()),
                               option.direction));

    if (parts.arrow.isEmpty()) {
        MarkedLine summary(index.data(HistoryModel::SummaryRole).toString(), {}, option.font);
        summary.setColors(text, {});
        summary.draw(painter, mirrored(option, parts.before), option.direction);
        return;
    }
    auto [before, after] = valueLines(index, option.font);
    before.setColors(quiet, quiet);
    after.setColors(text, accent);
    before.draw(painter, mirrored(option, parts.before), option.direction);
    painter->setFont(option.font);
    painter->setPen(quiet);
    painter->drawText(mirrored(option, parts.arrow), Qt::AlignCenter, arrow(option));
    after.draw(painter, mirrored(option, parts.after), option.direction);
}

} // namespace addressdesk

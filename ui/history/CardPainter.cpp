#include "ui/history/CardPainter.h"

#include "models/domain/Verdict.h"
#include "models/items/HistoryModel.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/ReadingOrder.h"
#include "ui/history/CardLayout.h"
#include "ui/history/CardTexts.h"
#include "ui/history/TwoLineText.h"

#include <QPainter>

#include <algorithm>

namespace addressdesk {

namespace {

using appearance::step;

constexpr int padding = CardLayout::padding;
constexpr qreal radius = step;
/// The painter turns it round in right-to-left windows.
constexpr int leading = Qt::AlignLeft;

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

} // namespace

CardPainter::CardPainter(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    : m_painter(painter), m_option(option), m_index(index), m_text(option.palette.color(QPalette::Text)),
      m_quiet(appearance::quietText(option.palette))
{
}

void CardPainter::paintCurrent()
{
    QRect line = m_option.rect.adjusted(padding, step, -padding, -2 * step);
    if (isSelected(m_option))
        paintSelection(m_option.rect.adjusted(1, 1, -1, -step));

    const int dot = step + step / 2;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_text);
    m_painter.drawEllipse(mirrored(QRect(line.left(), line.center().y() - dot / 2, dot, dot)));
    line.setLeft(line.left() + dot + padding);

    const QFont strong = appearance::bold(m_option.font);
    //: the address as it is now, on top of its history
    const QString now = tr("now");
    const int nowWidth = QFontMetrics(strong).horizontalAdvance(now);
    m_painter.setPen(m_text);
    m_painter.setFont(strong);
    m_painter.drawText(mirrored(QRect(line.left(), line.top(), nowWidth, line.height())), Qt::AlignVCenter,
                       now);
    line.setLeft(line.left() + nowWidth + padding);
    paintLine(m_index.data(HistoryModel::SummaryRole).toString(), line);
}

void CardPainter::paintChange(const CardLayout &layout)
{
    paintGround(mirrored(layout.card));
    if (!layout.header.isEmpty())
        paintHeader(mirrored(layout.header));
    if (isSelected(m_option))
        paintSelection(mirrored(layout.change));
    paintTitle(layout.title);
    paintValues(layout);
    if (!layout.state.isEmpty())
        paintState(mirrored(layout.state));
    paintReason(layout);
    paintMails(layout);
}

void CardPainter::paintGround(const QRect &card)
{
    const bool isFirst = m_index.data(HistoryModel::IsFirstOfSaveRole).toBool();
    const bool isLast = m_index.data(HistoryModel::IsLastOfSaveRole).toBool();
    // The corners of rows inside a save lie outside the row, where they are clipped away.
    const int beyond = 4 * step;
    const QRectF shape = QRectF(card.adjusted(0, isFirst ? 0 : -beyond, 0, isLast ? 0 : beyond))
                             .adjusted(0.5, 0.5, -0.5, -0.5);
    m_painter.save();
    m_painter.setClipRect(card);
    m_painter.setPen(appearance::hairline(m_option.palette));
    m_painter.setBrush(m_option.palette.color(QPalette::Base));
    m_painter.drawRoundedRect(shape, radius, radius);
    m_painter.restore();
}

void CardPainter::paintHeader(const QRect &rect)
{
    const Qt::LayoutDirection direction = m_option.direction;
    const QFont strong = appearance::bold(m_option.font);
    const QString when = m_index.data(HistoryModel::WhenRole).toString();
    const int width = std::min(QFontMetrics(strong).horizontalAdvance(when), rect.width());
    m_painter.setPen(m_text);
    m_painter.setFont(strong);
    m_painter.drawText(QStyle::alignedRect(direction, Qt::AlignLeft, QSize(width, rect.height()), rect),
                       Qt::AlignVCenter | leading, appearance::inOwnOrder(when, direction));

    const int rest = rect.width() - width - step;
    if (rest <= 0)
        return;
    //: who made a change, after the time: "today at 14:02 · marie"
    const QString actor =
        tr("· %1").arg(appearance::inOwnOrder(m_index.data(HistoryModel::ActorRole).toString(), direction));
    m_painter.setPen(m_quiet);
    m_painter.setFont(m_option.font);
    m_painter.drawText(QStyle::alignedRect(direction, Qt::AlignRight, QSize(rest, rect.height()), rect),
                       Qt::AlignVCenter | leading,
                       m_option.fontMetrics.elidedText(actor, Qt::ElideRight, rest));
}

void CardPainter::paintSelection(const QRect &rect)
{
    const QColor highlight = m_option.palette.color(QPalette::Highlight);
    m_painter.save();
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_option.palette.color(QPalette::AlternateBase));
    m_painter.drawRect(rect);
    const int bar = step - 1;
    const bool isOnTheRight = m_option.direction == Qt::RightToLeft;
    m_painter.setBrush(highlight);
    m_painter.drawRect(
        QRect(isOnTheRight ? rect.right() - bar + 1 : rect.left(), rect.top(), bar, rect.height()));
    if (m_option.state.testFlag(QStyle::State_HasFocus)) {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(highlight);
        m_painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    m_painter.restore();
}

void CardPainter::paintTitle(const QRect &rect)
{
    const QString title = m_index.data(HistoryModel::TitleRole).toString();
    m_painter.setFont(m_option.font);
    m_painter.setPen(m_quiet);
    m_painter.drawText(
        mirrored(rect), Qt::AlignVCenter | leading,
        appearance::inOwnOrder(m_option.fontMetrics.elidedText(title, Qt::ElideRight, rect.width()),
                               m_option.direction));
}

void CardPainter::paintValues(const CardLayout &layout)
{
    if (layout.arrow.isEmpty()) {
        paintLine(m_index.data(HistoryModel::SummaryRole).toString(), layout.before);
        return;
    }
    const QPalette &palette = m_option.palette;
    auto [before, after] = cardTexts::values(m_index, m_option.font);
    before.setColors(m_quiet, m_quiet);
    after.setColors(m_text, cardTexts::isPutBack(m_index) ? appearance::putBackAccent(palette)
                                                          : appearance::changedAccent(palette));
    before.draw(&m_painter, mirrored(layout.before), m_option.direction);
    m_painter.setFont(m_option.font);
    m_painter.setPen(m_quiet);
    m_painter.drawText(mirrored(layout.arrow), Qt::AlignCenter, cardTexts::arrow(m_option.direction));
    after.draw(&m_painter, mirrored(layout.after), m_option.direction);
}

void CardPainter::paintState(const QRect &rect)
{
    const auto state = static_cast<Reversibility>(m_index.data(HistoryModel::ReversibilityRole).toInt());
    const bool isBack = (state == Reversibility::AlreadyReverted || state == Reversibility::AlreadyBack) &&
                        !m_index.data(HistoryModel::IsInForceAgainRole).toBool();
    m_painter.setPen(isBack ? appearance::putBackAccent(m_option.palette) : m_quiet);
    twoLineText::draw(&m_painter, rect, cardTexts::stateFont(m_option.font),
                      m_index.data(HistoryModel::StateRole).toString());
}

void CardPainter::paintReason(const CardLayout &layout)
{
    if (layout.reason.isEmpty())
        return;
    const QString reason = cardTexts::reason(m_index);
    if (layout.dot.isEmpty()) {
        m_painter.setPen(m_text);
        twoLineText::draw(&m_painter, mirrored(layout.reason), m_option.font, reason);
        return;
    }
    paintLine(reason, layout.reason);
    m_painter.setPen(m_quiet);
    twoLineText::draw(&m_painter, mirrored(layout.dot), m_option.font, cardTexts::dot());
}

void CardPainter::paintMails(const CardLayout &layout)
{
    const QList<HistoryMailLine> mails = cardTexts::mails(m_index);
    for (qsizetype i = 0; i < layout.mails.size(); ++i) {
        m_painter.setPen(mails.at(i).isTrouble ? appearance::problemAccent(m_option.palette) : m_quiet);
        twoLineText::draw(&m_painter, mirrored(layout.mails.at(i)), m_option.font, mails.at(i).text);
    }
}

void CardPainter::paintLine(const QString &text, const QRect &rect)
{
    MarkedText line(text, {}, m_option.font);
    line.setColors(m_text, {});
    line.draw(&m_painter, mirrored(rect), m_option.direction);
}

QRect CardPainter::mirrored(const QRect &rect) const
{
    return QStyle::visualRect(m_option.direction, m_option.rect, rect);
}

} // namespace addressdesk

#include "ui/addresses/AddressDelegate.h"

#include "models/items/AddressTableModel.h"
#include "ui/appearance/Appearance.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace addressdesk {

namespace {

using appearance::step;
using Model = AddressTableModel;

/// The editor has its first text; what is typed afterwards belongs to the person.
constexpr const char *primed = "addressdesk_primed";

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

QColor accentOf(const QModelIndex &index, const QPalette &palette)
{
    return index.data(Model::IsRefusedRole).toBool() ? appearance::problemAccent(palette)
                                                     : appearance::changedAccent(palette);
}

} // namespace

void AddressDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    PlainTextDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    // The form and the history are about the whole row: a wash holds it together.
    const auto *view = qobject_cast<const QAbstractItemView *>(option->widget);
    if (view && view->currentIndex().row() == index.row())
        option->backgroundBrush =
            appearance::tint(option->palette.color(QPalette::Highlight), option->palette);
    if (!index.data(Model::IsEditedRole).toBool())
        return;
    const QColor accent = accentOf(index, option->palette);
    option->font.setItalic(true);
    option->font.setWeight(QFont::DemiBold);
    option->palette.setColor(QPalette::Text, accent);
    option->backgroundBrush = appearance::tint(accent, option->palette);
}

void AddressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    if (index.data(Model::IsLoadingRole).toBool()) {
        QStyledItemDelegate::paint(painter, option, index);
        paintLoading(painter, option, index.column());
        return;
    }
    if (!index.data(Model::IsEditedRole).toBool()) {
        QStyledItemDelegate::paint(painter, option, index);
    } else {
        paintBesideMark(painter, option, index);
        QStyleOptionViewItem marked = option;
        marked.displayAlignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        paintMark(painter, marked, accentOf(index, option.palette));
        if (index.data(Model::IsOvertakenRole).toBool())
            paintOvertaken(painter, marked, accentOf(index, option.palette));
    }
}

/// The whole cell's ground, and the text far enough in to leave the mark alone.
void AddressDelegate::paintBesideMark(QPainter *painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QStyle *style = option.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    QStyleOptionViewItem beside = option;
    const QRect room = option.rect.adjusted(std::max(0, 2 * step - margin), 0, 0, 0);
    beside.rect = QStyle::visualRect(option.direction, option.rect, room);
    QStyledItemDelegate::paint(painter, beside, index);
}

void AddressDelegate::paintLoading(QPainter *painter, const QStyleOptionViewItem &option, int column)
{
    const int width = std::min(option.rect.width() - 4 * step, (8 + column * 5 % 8) * step);
    if (width <= 0)
        return;
    QRect bar(0, 0, width, 2 * step);
    bar = QStyle::alignedRect(option.direction, Qt::AlignVCenter | Qt::AlignLeft, bar.size(),
                              option.rect.adjusted(2 * step, 0, -2 * step, 0));
    QColor color = appearance::hairline(option.palette);
    color.setAlphaF(0.5F);
    painter->fillRect(bar, color);
}

/// A bar at the leading edge. On a selection, whose colour may be anything, it keeps its own and stands on
/// the ground of a cell that is not selected.
void AddressDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QColor &color)
{
    const QRect bar(option.rect.left(), option.rect.top() + 1, step, option.rect.height() - 2);
    if (isSelected(option)) {
        const QRect ground(option.rect.left(), option.rect.top(), step + 2, option.rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, ground),
                          appearance::tint(color, option.palette));
    }
    painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), color);
}

/// A colleague was faster: a triangle, shape and not colour alone.
void AddressDelegate::paintOvertaken(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isSelected(option) ? option.palette.color(QPalette::HighlightedText) : color);
    const bool isTrailing = option.displayAlignment.testFlag(Qt::AlignRight);
    const int left = isTrailing ? option.rect.left() + 2 * step : option.rect.right() - 3 * step;
    const QRectF place(QStyle::visualRect(option.direction, option.rect,
                                          {left, option.rect.top() + step, 2 * step, 2 * step}));
    painter->drawPolygon(
        QPolygonF{{place.center().x(), place.top()}, place.bottomRight(), place.bottomLeft()});
    painter->restore();
}

QWidget *AddressDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setAutoFillBackground(true);
    editor->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    // As in the cell, whatever the direction of the text.
    const Qt::Alignment side(index.data(Qt::TextAlignmentRole).toInt());
    editor->setAlignment(QStyle::visualAlignment(option.direction, side) | Qt::AlignAbsolute);
    return editor;
}

void AddressDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (editor->property(primed).toBool())
        return;
    editor->setProperty(primed, true);
    QStyledItemDelegate::setEditorData(editor, index);
}

void AddressDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    // A narrow cell still gets room to type in, inside the view.
    const QRect view = editor->parentWidget()->rect();
    QRect rect = option.rect;
    const int wanted = std::max(rect.width(), option.fontMetrics.averageCharWidth() * 16);
    if (option.direction == Qt::RightToLeft)
        rect.setLeft(std::max(view.left(), rect.right() - wanted));
    else
        rect.setWidth(std::max(rect.width(), std::min(wanted, view.right() - rect.left())));
    editor->setGeometry(rect);
}

} // namespace addressdesk

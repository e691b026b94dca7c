#include "ui/addresses/AddressGrid.h"

#include "ui/addresses/AddressDelegate.h"
#include "ui/addresses/CopiedCells.h"
#include "ui/addresses/UsualColumns.h"
#include "ui/appearance/Appearance.h"
#include "ui/widgets/ColumnWidths.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

using appearance::step;

/// Larger selections are let go when rows change places: each cell would have to be followed.
constexpr int maximumFollowedCells = 2000;

} // namespace

AddressGrid::AddressGrid(AddressTableModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_widths(new ColumnWidths(this))
{
    setObjectName(QStringLiteral("addresses"));
    setAccessibleName(tr("Addresses"));
    setItemDelegate(new AddressDelegate(this));
    setModel(&model);
    setUpLook();
    setUpColumns();
    connect(&m_model, &AddressTableModel::aboutToShowOthers, this, [this] {
        if (const QLineEdit *editor = cellEditor())
            m_model.keepTyped(editor->text());
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AddressGrid::chooseAfterReset);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &AddressGrid::chooseNearest);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &AddressGrid::chooseNearest);
    connect(&m_model, &AddressTableModel::aboutToRearrange, this, &AddressGrid::limitSelection);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &topLeft, const QModelIndex &bottomRight) {
                const int row = currentIndex().row();
                if (row >= topLeft.row() && row <= bottomRight.row())
                    tellCurrent();
            });
}

void AddressGrid::setUpLook()
{
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::AnyKeyPressed);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    updateRowHeight();
    QHeaderView *header = horizontalHeader();
    header->setObjectName(QStringLiteral("addressesHeader"));
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setResizeContentsPrecision(0);
    header->setMinimumSectionSize(8 * step);
    header->setSortIndicator(0, Qt::AscendingOrder);
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) { m_model.sort(column, order); });
}

void AddressGrid::updateRowHeight()
{
    const int wanted = fontMetrics().height() + 2 * step;
    verticalHeader()->setMinimumSectionSize(step);
    verticalHeader()->setDefaultSectionSize((wanted + step - 1) / step * step);
}

void AddressGrid::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateRowHeight();
}

void AddressGrid::setUpColumns()
{
    QList<int> characters;
    QStringList samples;
    QStringList columnIds;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        characters.append(usualColumns::characters(column, m_model.columnKind(column)));
        samples.append(usualColumns::shortSample(m_model.columnKind(column)));
        columnIds.append(m_model.columnId(column));
    }
    if (columnIds == m_shownColumns)
        return;
    m_shownColumns = columnIds;
    m_fieldColumn = std::min<int>(AddressTableModel::FirstFieldColumn, m_model.columnCount() - 1);
    m_widths->setSamples(samples);
    m_widths->setShares(characters);
}

void AddressGrid::chooseAfterReset()
{
    setUpColumns();
    m_isRefused = false;
    emit editorClosed();
    const bool isSameSearch = m_shownSearch == m_model.query().search;
    m_shownSearch = m_model.query().search;
    if (m_model.rowCount() == 0) {
        tellCurrent();
        return;
    }
    const QString wanted = isSameSearch ? m_currentId : std::exchange(m_expectedId, {});
    const int row = wanted.isEmpty() ? 0 : std::max(0, m_model.rowOf(wanted));
    setCurrentIndex(m_model.index(row, m_fieldColumn));
    if (row == 0)
        scrollToTop();
    tellCurrent();
}

/// The current address went away: its neighbour takes its place, and is seen to.
void AddressGrid::chooseNearest()
{
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(std::min(m_currentRow, m_model.rowCount() - 1), m_fieldColumn));
    else if (currentIndex().isValid() && !selectionModel()->hasSelection())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    tellCurrent();
}

bool AddressGrid::chooseAddress(const QString &addressId)
{
    const int row = m_model.rowOf(addressId);
    if (row < 0)
        return false;
    setCurrentIndex(m_model.index(row, m_fieldColumn));
    return true;
}

void AddressGrid::chooseColumn(const QString &fieldId)
{
    const int column = m_model.columnOf(fieldId);
    if (column >= AddressTableModel::FirstFieldColumn && !isColumnHidden(column))
        m_fieldColumn = column;
}

void AddressGrid::limitSelection()
{
    qint64 cells = 0;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        cells += qint64(range.height()) * range.width();
    if (cells > maximumFollowedCells)
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
}

void AddressGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid()) {
        m_currentRow = current.row();
        if (current.column() >= AddressTableModel::FirstFieldColumn)
            m_fieldColumn = current.column();
    }
    if (current.row() != previous.row() || current.isValid() != previous.isValid()) {
        viewport()->update();
        tellCurrent();
    }
}

void AddressGrid::tellCurrent()
{
    if (m_model.rowCount() == 0) {
        emit nothingChosen();
        return;
    }
    // A row that is still loading is told when it is here.
    if (const auto row = m_model.addressAt(currentIndex().row())) {
        m_currentId = row->address.id;
        emit addressChosen(*row);
    }
}

QString AddressGrid::currentFieldId() const
{
    return currentIndex().data(AddressTableModel::FieldIdRole).toString();
}

void AddressGrid::focusCurrent()
{
    setFocus(Qt::ShortcutFocusReason);
    if (m_model.rowCount() == 0)
        return;
    const int row = std::max(0, currentIndex().row());
    const int column = isColumnHidden(m_fieldColumn) ? horizontalHeader()->logicalIndex(0) : m_fieldColumn;
    setCurrentIndex(m_model.index(row, column));
}

void AddressGrid::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, m_fieldColumn));
    // While the person was in the form, another row may have become the current one unasked.
    tellCurrent();
}

bool AddressGrid::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool wasEditing = isEditing();
    const bool isStarted = QTableView::edit(index, trigger, event);
    if (isStarted && !wasEditing && isEditing())
        m_model.beginTyping(index);
    if (isStarted)
        emit editorOpened();
    else if (trigger == DoubleClicked || trigger == AnyKeyPressed)
        tellUneditable(index);
    return isStarted;
}

void AddressGrid::tellUneditable(const QModelIndex &index)
{
    if (!index.isValid() || index.flags().testFlag(Qt::ItemIsEditable) ||
        index.data(AddressTableModel::IsLoadingRole).toBool())
        return;
    const QModelIndex field = m_model.index(index.row(), AddressTableModel::FirstFieldColumn);
    emit editImpossible(field.flags().testFlag(Qt::ItemIsEditable));
}

void AddressGrid::editCurrent()
{
    setFocus(Qt::ShortcutFocusReason);
    if (currentIndex().column() < AddressTableModel::FirstFieldColumn)
        setCurrentIndex(m_model.index(currentIndex().row(), m_fieldColumn));
    edit(currentIndex(), AllEditTriggers, nullptr);
}

void AddressGrid::commitData(QWidget *editor)
{
    const QMetaObject::Connection watch =
        connect(&m_model, &AddressTableModel::valueRefused, this, [this] { m_isRefused = true; });
    m_isRefused = false;
    QTableView::commitData(editor);
    disconnect(watch);
    if (const auto *line = qobject_cast<QLineEdit *>(editor); line && m_isRefused)
        connect(line, &QLineEdit::textChanged, this, &AddressGrid::refusedTextChanged, Qt::UniqueConnection);
}

void AddressGrid::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (m_isRefused && hint != QAbstractItemDelegate::RevertModelCache)
        return;
    m_isRefused = false;
    const bool isReturn = hint == QAbstractItemDelegate::SubmitModelCache &&
                          indexAt(editor->geometry().center()).row() == currentIndex().row();
    m_model.endTyping();
    QTableView::closeEditor(editor, hint);
    if (isReturn)
        moveDown(1);
    emit editorClosed();
}

QLineEdit *AddressGrid::cellEditor() const
{
    return viewport()->findChild<QLineEdit *>(QStringLiteral("cellEditor"), Qt::FindDirectChildrenOnly);
}

bool AddressGrid::commitEditor()
{
    if (!isEditing())
        return true;
    QLineEdit *editor = cellEditor();
    if (!editor)
        return true;
    commitData(editor);
    if (m_isRefused) {
        editor->setFocus();
        return false;
    }
    closeEditor(editor, QAbstractItemDelegate::NoHint);
    return true;
}

void AddressGrid::takeCurrentEditBack()
{
    const QModelIndex index = currentIndex();
    if (index.data(AddressTableModel::IsEditedRole).toBool())
        m_model.setData(index, index.data(AddressTableModel::BaseValueRole).toString());
}

void AddressGrid::moveDown(int rows)
{
    const QModelIndex index = currentIndex();
    const int row = std::clamp(index.row() + rows, 0, std::max(0, m_model.rowCount() - 1));
    if (index.isValid() && row != index.row())
        setCurrentIndex(m_model.index(row, index.column()));
}

void AddressGrid::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    takeKey(event);
    if (currentIndex().row() == row)
        return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit steppedOn();
    else
        emit rowChosen();
}

void AddressGrid::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    if (indexAt(event->position().toPoint()).isValid())
        emit rowChosen();
}

void AddressGrid::takeKey(QKeyEvent *event)
{
    if (isEditing()) {
        // The editor lets Return through after it has asked to be committed.
        event->accept();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        // Of an action that cannot be used now (back to the search before): no step to another cell.
        if (event->modifiers().testFlag(Qt::AltModifier))
            return;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        moveDown(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    case Qt::Key_Escape:
        emit escaped();
        return;
    default:
        if (event->matches(QKeySequence::Copy)) {
            copySelection();
            return;
        }
        if (event->modifiers() == Qt::NoModifier && changeCell(event->key()))
            return;
        break;
    }
    QTableView::keyPressEvent(event);
}

bool AddressGrid::changeCell(int key)
{
    switch (key) {
    case Qt::Key_Delete:
        m_model.setData(currentIndex(), QString());
        tellUneditable(currentIndex());
        return true;
    case Qt::Key_Space:
        // A blank alone would empty the cell, which a stray key must not do.
        if (!edit(currentIndex(), AllEditTriggers, nullptr))
            tellUneditable(currentIndex());
        return true;
    default:
        return false;
    }
}

void AddressGrid::copySelection() const
{
    const QItemSelection selection = selectionModel()->selection();
    if (!selection.isEmpty())
        QGuiApplication::clipboard()->setText(copiedText(*this, selection.constFirst()));
}

} // namespace addressdesk

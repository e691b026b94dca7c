#include "ui/desk/WindowState.h"

#include "models/items/AddressTableModel.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/appearance/Appearance.h"
#include "ui/widgets/ColumnWidths.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>

#include <algorithm>

namespace addressdesk {

namespace {

/// Raise when docks or toolbars change so that old layouts do not fit.
constexpr int layoutVersion = 1;

} // namespace

WindowState::WindowState(QSettings &settings, QMainWindow &window, AddressGrid &grid,
                         AddressTableModel &model)
    : QObject(&window), m_settings(settings), m_window(window), m_grid(grid), m_model(model)
{
}

void WindowState::restoreGeometry()
{
    if (!m_window.restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        const QSize room = m_window.screen() ? m_window.screen()->availableSize() : QSize(1280, 720);
        m_window.resize(std::min(room.width() * 9 / 10, 340 * appearance::step),
                        std::min(room.height() * 9 / 10, 200 * appearance::step));
    }
}

bool WindowState::showLayout(bool isOpen)
{
    const QList<QDockWidget *> docks = m_window.findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks)
        dock->setVisible(isOpen);
    return !isOpen || m_window.restoreState(m_settings.value(QStringLiteral("window/layout")).toByteArray(),
                                            layoutVersion);
}

void WindowState::saveWindow()
{
    m_settings.setValue(QStringLiteral("window/geometry"), m_window.saveGeometry());
    m_settings.setValue(QStringLiteral("window/layout"), m_window.saveState(layoutVersion));
    saveColumns();
}

QString WindowState::columnsKey() const
{
    QStringList ids;
    for (int column = 0; column < m_model.columnCount(); ++column)
        ids.append(m_model.columnId(column));
    return QStringLiteral("columns/") + ids.join(u'-');
}

void WindowState::restoreColumns()
{
    const QByteArray state = m_settings.value(columnsKey()).toByteArray();
    QHeaderView *header = m_grid.horizontalHeader();
    const bool areChosen = m_settings.value(columnsKey() + QStringLiteral(".widths"), false).toBool();
    const bool wasBlocked = header->blockSignals(true);
    const bool isRestored = !state.isEmpty() && header->restoreState(state);
    header->setSortIndicator(m_model.columnOf(m_model.query().sort.column), m_model.query().sort.direction);
    header->blockSignals(wasBlocked);
    if (isRestored && areChosen)
        m_grid.columnWidths().setChosen(true);
    else
        m_grid.columnWidths().fit();
}

void WindowState::saveColumns()
{
    m_settings.setValue(columnsKey(), m_grid.horizontalHeader()->saveState());
    m_settings.setValue(columnsKey() + QStringLiteral(".widths"), m_grid.columnWidths().isChosen());
    m_settings.setValue(QStringLiteral("sort/column"), m_model.query().sort.column);
    m_settings.setValue(QStringLiteral("sort/descending"),
                        m_model.query().sort.direction == Qt::DescendingOrder);
}

void WindowState::restoreSort()
{
    const QString column = m_settings.value(QStringLiteral("sort/column"), columns::customer).toString();
    const bool isDescending = m_settings.value(QStringLiteral("sort/descending"), false).toBool();
    m_model.setQuery(
        {m_model.query().search, {column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder}});
}

} // namespace addressdesk

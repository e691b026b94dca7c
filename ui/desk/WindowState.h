#pragma once

#include <QObject>

class QMainWindow;
class QSettings;

namespace addressdesk {

class AddressGrid;
class AddressTableModel;

/// Keeps how a person arranged the window: its size and docks, the columns, the sort order.
class WindowState final : public QObject
{
    Q_OBJECT

public:
    WindowState(QSettings &settings, QMainWindow &window, AddressGrid &grid, AddressTableModel &model);

    void restoreGeometry();
    /// Docks are hidden while no database is open, and come back as they were. False where nobody has
    /// arranged them yet.
    [[nodiscard]] bool showLayout(bool isOpen);
    /// Only while a database is open: a layout without docks is nobody's choice.
    void saveWindow();
    /// The columns of the mapping that the grid shows now, and the sort order.
    void restoreColumns();
    void saveColumns();
    /// Before the first query, so that the table is not read twice.
    void restoreSort();

private:
    [[nodiscard]] QString columnsKey() const;

    QSettings &m_settings;
    QMainWindow &m_window;
    AddressGrid &m_grid;
    AddressTableModel &m_model;
};

} // namespace addressdesk

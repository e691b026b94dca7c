#pragma once

#include <QStackedWidget>

namespace addressdesk {

class AddressGrid;
class AddressTableModel;
class WelcomePage;

/// What the window shows in its middle: a welcome while no database is open, then the rows.
class DeskPages final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit DeskPages(AddressTableModel &model, QWidget *parent = nullptr);

    [[nodiscard]] WelcomePage &welcome() { return *m_welcome; }
    [[nodiscard]] AddressGrid &grid() { return *m_grid; }
    /// The rows, or else the welcome.
    void showRows(bool isOpen);

private:
    WelcomePage *m_welcome;
    AddressGrid *m_grid;
};

} // namespace addressdesk

#pragma once

#include <QMenu>

namespace addressdesk {

class AddressGrid;

/// Shows and hides the columns of the grid; the last shown one stays. Also the context menu of its header.
/// Widths that the person has not chosen fit the window again.
class ColumnsMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit ColumnsMenu(AddressGrid &grid, QWidget *parent = nullptr);

private:
    void rebuild();
    void fitUnchosen();
    [[nodiscard]] int shownCount() const;

    AddressGrid &m_grid;
};

} // namespace addressdesk

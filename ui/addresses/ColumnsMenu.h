#pragma once

#include <QMenu>

class QTableView;

namespace addressdesk {

/// Shows and hides the columns of a table; the last shown one stays.
class ColumnsMenu final : public QMenu
{
    Q_OBJECT

public:
    ColumnsMenu(QTableView &table, QWidget *parent = nullptr);

signals:
    void columnsChanged();
    void fitRequested();

private:
    void rebuild();
    [[nodiscard]] int shownCount() const;

    QTableView &m_table;
};

} // namespace addressdesk

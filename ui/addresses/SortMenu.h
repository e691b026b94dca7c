#pragma once

#include <QMenu>

class QTableView;

namespace addressdesk {

/// Sorts a table by any of its columns, for those who do not press its headers.
class SortMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit SortMenu(QTableView &table, QWidget *parent = nullptr);

private:
    void rebuild();
    void addOrder(const QString &text, Qt::SortOrder order);

    QTableView &m_table;
};

} // namespace addressdesk

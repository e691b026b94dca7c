#pragma once

#include <QHash>
#include <QList>
#include <QObject>

class QTableView;

namespace addressdesk {

/// Shares the width of a table among its columns by what they usually hold, until a person resizes one.
class ColumnWidths final : public QObject
{
    Q_OBJECT

public:
    /// Owned by the table.
    explicit ColumnWidths(QTableView *table);

    /// Characters that a column usually holds; the shares are in proportion.
    void setShares(const QList<int> &characters);
    /// A text for each column, in the table's font, that it has room for like its title; empty: none.
    void setSamples(const QStringList &samples);
    /// Shares the width anew; forgets what a person chose.
    void fit();
    [[nodiscard]] bool isChosen() const { return m_isChosen; }
    /// A person's widths have been put in place: leave them.
    void setChosen(bool isChosen) { m_isChosen = isChosen; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void share();
    [[nodiscard]] int least(int column) const;
    [[nodiscard]] QHash<int, int> shared(QList<int> columns) const;

    QTableView *m_table;
    QList<int> m_characters;
    QStringList m_samples;
    bool m_isChosen = false;
    bool m_isSharing = false;
};

} // namespace addressdesk

#pragma once

#include <QListView>

namespace addressdesk {

/// The list of cards; accessible name "History". Asks for no more height than its rows need.
///
/// Scrolls only to what somebody chose: a row chosen by default leaves the list where it is, but for the
/// newest change, which stays whole at the cost of the line above it.
class HistoryView final : public QListView
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void doItemsLayout() override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    /// Shows the beginning, and forgets that somebody chose the current row.
    void beginAtTop();
    void chooseByDefault(const QModelIndex &index);
    /// Chooses a row for somebody who wants to see it.
    void reveal(const QModelIndex &index);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// It may vanish where there is no room at all.
    void setLow(bool isLow);
    /// Of three lines, or of all there is.
    [[nodiscard]] int usualMinimumHeight() const;
    /// So that the chosen row is whole, unless it has very many lines.
    [[nodiscard]] int heightForAChange() const;
    /// Of any address.
    [[nodiscard]] int usualHeightForAChange() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void applyGround();
    void keepNewestWhole();
    [[nodiscard]] int contentHeight() const;

    int m_ownScroll = 0; ///< Where keepNewestWhole() left the list.
    bool m_isLow = false;
    bool m_isChosenByDefault = true;
    bool m_isChoosing = false; ///< By default, at this moment.
};

} // namespace addressdesk

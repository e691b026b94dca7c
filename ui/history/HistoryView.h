#pragma once

#include <QListView>

namespace addressdesk {

/// The list of cards; accessible name "History". Asks for no more height than its rows need.
class HistoryView final : public QListView
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void doItemsLayout() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// It may vanish where there is no room at all.
    void setLow(bool isLow);
    /// Of three lines, or of all there is.
    [[nodiscard]] int usualMinimumHeight() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyGround();
    [[nodiscard]] int contentHeight() const;

    bool m_isLow = false;
};

} // namespace addressdesk

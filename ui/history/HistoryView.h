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
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyGround();
    [[nodiscard]] int contentHeight() const;
};

} // namespace addressdesk

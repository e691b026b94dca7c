#pragma once

#include <QLabel>

namespace addressdesk {

/// One line of plain text that ends in "…" where it does not fit; the whole text is in the tool tip then.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace addressdesk

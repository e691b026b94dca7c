#pragma once

#include <QWidget>

namespace addressdesk {

/// A value of second rank, as long as it may be, on as many lines as it needs.
class ValueLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ValueLabel(const QString &value, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_value;
};

} // namespace addressdesk

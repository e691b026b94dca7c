#pragma once

#include <QRadioButton>

namespace addressdesk {

/// A radio button that shows a value as long as it may be, on as many lines as it needs.
class ValueChoice final : public QRadioButton
{
    Q_OBJECT

public:
    explicit ValueChoice(const QString &value, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override;

private:
    [[nodiscard]] int indent() const;

    QString m_value;
};

} // namespace addressdesk

#pragma once

#include <QScrollArea>

namespace addressdesk {

/// A form that scrolls where its dialog has less room than it would like, and follows the focus.
class ScrolledForm final : public QScrollArea
{
    Q_OBJECT

public:
    /// Becomes the parent of `form`.
    explicit ScrolledForm(QWidget *form, QWidget *parent = nullptr);

    /// All of the form.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void follow(const QWidget *focus);
};

} // namespace addressdesk

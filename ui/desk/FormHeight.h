#pragma once

#include <QObject>

#include <functional>

class QDockWidget;
class QMainWindow;

namespace addressdesk {

/// Keeps the height of one of two docks above each other, as the person or a stored layout has set it, when
/// the window's height or what stands at its foot changes: the other one gives and takes the room. Without it
/// Qt shares the loss out, and a form that has to scroll stands above an empty half of a history.
class FormHeight final : public QObject
{
    Q_OBJECT

public:
    /// The docks are those of `window`, which has to outlive this.
    FormHeight(QMainWindow &window, QDockWidget &form, QDockWidget &other);

    /// `change` shows or hides something beside the docks.
    void keepDuring(const std::function<void()> &change);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();

    QMainWindow &m_window;
    QDockWidget &m_form;
    QDockWidget &m_other;
    int m_height = 0;       ///< Of the form, where there is room for it; 0 while it is not known.
    int m_windowHeight = 0; ///< That the docks were last laid out for.
    bool m_isChanging = false;
};

} // namespace addressdesk

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
    /// Somebody goes to the other dock: it is this high at least, until they go to the form.
    void lend(int otherHeight);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    [[nodiscard]] bool isForGood() const;

    QMainWindow &m_window;
    QDockWidget &m_form;
    QDockWidget &m_other;
    int m_height = 0;       ///< Of the form, where there is room for it; 0 while it is not known.
    int m_lent = 0;         ///< What the other one has at least; 0: nothing is lent.
    int m_windowHeight = 0; ///< That the docks were last laid out for.
    bool m_isChanging = false;
};

} // namespace addressdesk

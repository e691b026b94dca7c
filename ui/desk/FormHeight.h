#pragma once

#include <QObject>
#include <QWidget>

#include <functional>

class QDockWidget;
class QMainWindow;

namespace addressdesk {

/// Keeps the height of one of two docks above each other, as the person or a stored layout has set it, when
/// the window's height or what stands at its foot changes: the other one gives and takes the room. Without it
/// Qt shares the loss out, and a form that has to scroll stands above an empty half of a history. In a low
/// window the form goes down to its brief height, so that a change can be seen below it.
class FormHeight final : public QObject
{
    Q_OBJECT

public:
    /// Of docks, in pixels.
    struct Heights
    {
        int form = 0;      ///< With all that it has.
        int briefForm = 0; ///< With what it cannot do without.
        int other = 0;     ///< That is of use.
    };
    using Usual = std::function<Heights()>;

    /// The docks are those of `window`, which has to outlive this. `usual` is asked whenever room is shared.
    FormHeight(QMainWindow &window, QDockWidget &form, QDockWidget &other, Usual usual);

    /// Gives the form its usual height, whatever it had.
    void shareAnew();
    /// `change` shows or hides something beside the docks.
    void keepDuring(const std::function<void()> &change);
    /// Somebody goes to the other dock: it is this high at least, until they go to the form.
    void lend(int otherHeight);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    [[nodiscard]] int heightIn(int room) const;
    [[nodiscard]] bool isForGood() const;

    QMainWindow &m_window;
    QDockWidget &m_form;
    QDockWidget &m_other;
    Usual m_usual;
    int m_height = 0;               ///< Of the form, where there is room for it; 0 while it is not known.
    int m_chosen = QWIDGETSIZE_MAX; ///< What a person who moved the line has left for the other one.
    int m_lent = 0;                 ///< What the other one has at least; 0: nothing is lent.
    int m_windowHeight = 0;         ///< That the docks were last laid out for.
    bool m_isChanging = false;
};

} // namespace addressdesk

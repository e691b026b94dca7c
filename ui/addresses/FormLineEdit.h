#pragma once

#include <QLineEdit>

#include <memory>
#include <vector>

class QKeyEvent;

namespace addressdesk {

/// The text field of a form's field. Undo belongs to the window, one step a field. While it is held, keys
/// wait: what they are meant for is not on the screen yet.
class FormLineEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FormLineEdit(QWidget *parent = nullptr);
    ~FormLineEdit() override;

    /// On release the waiting keys are typed.
    void setHeld(bool isHeld);
    /// Marks the field as edited or refused by an accent bar; follows the palette.
    void setMark(bool isEdited, bool hasProblem);

signals:
    void focusEntered();
    void focusLeft();
    void escaped();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where somebody was in the text.
    struct Place
    {
        QString text;
        int cursor = 0;
        int selectionStart = -1;
        int selectionLength = 0;
    };

    void leaveRoomForMark();
    void goBackTo(const Place &place);

    std::vector<std::unique_ptr<QKeyEvent>> m_waiting;
    Place m_left;
    bool m_isHeld = false;
    bool m_isEdited = false;
    bool m_hasProblem = false;
};

} // namespace addressdesk

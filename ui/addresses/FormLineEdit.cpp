#include "ui/addresses/FormLineEdit.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/ReadingOrder.h"

#include <QCoreApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace addressdesk {

namespace {

/// Somebody who is away for a menu or another window has not left the field.
bool isShortAbsence(Qt::FocusReason reason)
{
    return reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason;
}

} // namespace

FormLineEdit::FormLineEdit(QWidget *parent) : QLineEdit(parent)
{
    leaveRoomForMark();
}

FormLineEdit::~FormLineEdit() = default;

void FormLineEdit::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    if (isHeld)
        return;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &key : waiting)
        QCoreApplication::sendEvent(this, key.get());
}

/// Always, so that no text moves when the mark comes or goes.
void FormLineEdit::leaveRoomForMark()
{
    constexpr int room = appearance::step + 2;
    if (layoutDirection() == Qt::RightToLeft)
        setTextMargins(0, 0, room, 0);
    else
        setTextMargins(room, 0, 0, 0);
    setAlignment(appearance::leadingSide(layoutDirection()) | Qt::AlignVCenter);
}

void FormLineEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        leaveRoomForMark();
}

void FormLineEdit::setMark(bool isEdited, bool hasProblem)
{
    if (m_isEdited == isEdited && m_hasProblem == hasProblem)
        return;
    m_isEdited = isEdited;
    m_hasProblem = hasProblem;
    QFont marked = font();
    marked.setItalic(isEdited);
    marked.setWeight(isEdited ? QFont::DemiBold : QFont::Normal);
    setFont(marked);
    update();
}

bool FormLineEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void FormLineEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_isHeld) {
        m_waiting.emplace_back(event->clone());
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit escaped();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FormLineEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::ShortcutFocusReason)
        selectAll();
    else if (reason == Qt::OtherFocusReason || reason == Qt::ActiveWindowFocusReason)
        goBackTo(m_left);
    if (!isShortAbsence(reason))
        emit focusEntered();
}

void FormLineEdit::focusOutEvent(QFocusEvent *event)
{
    m_left = {text(), cursorPosition(), selectionStart(), static_cast<int>(selectedText().size())};
    QLineEdit::focusOutEvent(event);
    if (!isShortAbsence(event->reason()))
        emit focusLeft();
}

/// The person did not choose to be elsewhere: a bar gives the focus back, or another window lay above.
void FormLineEdit::goBackTo(const Place &place)
{
    if (place.text != text())
        return;
    setCursorPosition(place.cursor);
    if (place.selectionLength == 0)
        return;
    const bool isBackwards = place.cursor == place.selectionStart;
    if (isBackwards)
        setSelection(place.selectionStart + place.selectionLength, -place.selectionLength);
    else
        setSelection(place.selectionStart, place.selectionLength);
}

void FormLineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_isEdited && !m_hasProblem)
        return;
    QPainter painter(this);
    const QColor color =
        m_hasProblem ? appearance::problemAccent(palette()) : appearance::changedAccent(palette());
    const QRect bar(1, 1, appearance::step, height() - 2);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), color);
}

} // namespace addressdesk

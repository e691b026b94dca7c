#include "ui/desk/TextKeys.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace addressdesk {

namespace {

/// Keys that delete where text is typed. With Shift, Backspace deletes nothing there; it must not set a save
/// back either.
bool isForText(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_Backspace)
        return (key.modifiers() & ~Qt::ShiftModifier) == Qt::ControlModifier;
    return key.key() == Qt::Key_Delete && key.modifiers() == Qt::ControlModifier;
}

/// Undo and Redo of a text that has nothing of its own to undo: QLineEdit would keep the window from them.
bool isForTheWindow(const QKeyEvent &key, const QLineEdit &line)
{
    return (key.matches(QKeySequence::Undo) && !line.isUndoAvailable()) ||
           (key.matches(QKeySequence::Redo) && !line.isRedoAvailable());
}

/// Alt with a letter that leads nowhere: QLineEdit would take the letter for text.
bool isUnclaimedLetter(const QKeyEvent &key)
{
    return key.modifiers() == Qt::AltModifier && !key.text().isEmpty() && key.text().front().isPrint();
}

const QLineEdit *textToTypeIn(const QObject *object)
{
    const auto *line = qobject_cast<const QLineEdit *>(object);
    return line && !line->isReadOnly() && line->isEnabled() ? line : nullptr;
}

void openContextMenu(QWidget &widget)
{
    const QPoint place = widget.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, place, widget.mapToGlobal(place));
    QCoreApplication::sendEvent(&widget, &menu);
}

} // namespace

TextKeys::TextKeys(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool TextKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QLineEdit *line = textToTypeIn(watched);
        if (line && (isForText(*key) || isForTheWindow(*key, *line))) {
            event->setAccepted(isForText(*key));
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isUnclaimedLetter(*key) && textToTypeIn(watched))
            return true;
        auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget->hasFocus() && key->key() == Qt::Key_F10 &&
            key->modifiers() == Qt::ShiftModifier) {
            openContextMenu(*widget);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace addressdesk

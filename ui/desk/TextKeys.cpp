#include "ui/desk/TextKeys.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace addressdesk {

namespace {

bool deletesAWord(const QKeyEvent &key)
{
    return key.modifiers() == Qt::ControlModifier &&
           (key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete);
}

/// Alt with a letter that leads nowhere: QLineEdit would take the letter for text.
bool isUnclaimedLetter(const QKeyEvent &key)
{
    return key.modifiers() == Qt::AltModifier && !key.text().isEmpty() && key.text().front().isPrint();
}

bool isTextToTypeIn(const QObject *object)
{
    const auto *line = qobject_cast<const QLineEdit *>(object);
    return line && !line->isReadOnly() && line->isEnabled();
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
        if (deletesAWord(*key) && isTextToTypeIn(watched)) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isUnclaimedLetter(*key) && isTextToTypeIn(watched))
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

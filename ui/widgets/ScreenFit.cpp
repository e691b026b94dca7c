#include "ui/widgets/ScreenFit.h"

#include <QDialog>
#include <QEvent>
#include <QScreen>

#include <algorithm>

namespace addressdesk {

namespace {

/// Of a window's frame, which is not known before the window is there: as much as QDialog reckons with.
constexpr QSize usualFrame{10, 40};

QSize frameOf(const QWidget &window)
{
    const QSize frame = window.frameGeometry().size() - window.size();
    return frame.isEmpty() ? usualFrame : frame;
}

} // namespace

ScreenFit::ScreenFit(QDialog &dialog) : QObject(&dialog)
{
    dialog.installEventFilter(this);
}

QSize ScreenFit::room(const QDialog &dialog)
{
    const QWidget *parent = dialog.parentWidget();
    const QScreen *screen = (parent ? parent : &dialog)->screen();
    return (screen->availableGeometry().size() - frameOf(dialog)).boundedTo(dialog.maximumSize());
}

void ScreenFit::keepOnScreen(QDialog &dialog)
{
    if (!dialog.isVisible())
        return;
    const QRect screen = dialog.screen()->availableGeometry();
    const QRect frame(dialog.frameGeometry().topLeft(), dialog.size() + frameOf(dialog));
    const QPoint end = screen.bottomRight() - frame.bottomRight();
    const QPoint excess(std::min(0, end.x()), std::min(0, end.y()));
    if (excess.isNull())
        return;
    const QPoint start = frame.topLeft() + excess;
    dialog.move(std::max(screen.left(), start.x()), std::max(screen.top(), start.y()));
}

bool ScreenFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && !event->spontaneous()) {
        auto *dialog = static_cast<QDialog *>(watched);
        dialog->resize(dialog->size().boundedTo(room(*dialog)));
    }
    return QObject::eventFilter(watched, event);
}

} // namespace addressdesk

#include "ui/appearance/ReadablePalette.h"

#include "ui/appearance/Appearance.h"

#include <QApplication>
#include <QEvent>

namespace addressdesk {

namespace {

void apply()
{
    const QPalette present = QApplication::palette();
    const QPalette readable = appearance::withReadableHints(present);
    if (readable != present)
        QApplication::setPalette(readable);
}

} // namespace

ReadablePalette::ReadablePalette(QGuiApplication &application)
{
    apply();
    application.installEventFilter(this);
}

bool ReadablePalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && watched == QCoreApplication::instance())
        apply();
    return QObject::eventFilter(watched, event);
}

} // namespace addressdesk

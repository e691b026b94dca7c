#include "ui/appearance/QuietText.h"

#include "ui/appearance/Appearance.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLabel>

namespace addressdesk {

QuietText::QuietText(QLabel *label) : QObject(label), m_label(label)
{
    label->installEventFilter(this);
    apply();
}

bool QuietText::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        apply();
    return QObject::eventFilter(watched, event);
}

void QuietText::apply()
{
    if (m_isApplying)
        return;
    m_isApplying = true;
    QPalette palette = m_label->palette();
    palette.setColor(QPalette::WindowText, appearance::quietText(QGuiApplication::palette()));
    m_label->setPalette(palette);
    m_isApplying = false;
}

} // namespace addressdesk

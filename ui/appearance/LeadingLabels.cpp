#include "ui/appearance/LeadingLabels.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QStyle>

namespace addressdesk {

LeadingLabels::LeadingLabels(QCoreApplication &application)
{
    application.installEventFilter(this);
}

bool LeadingLabels::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        auto *label = qobject_cast<QLabel *>(watched);
        if (label && label->isRightToLeft())
            label->setAlignment(QStyle::visualAlignment(Qt::RightToLeft, label->alignment()) |
                                Qt::AlignAbsolute);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace addressdesk

#include "ui/appearance/LeadingTexts.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

namespace addressdesk {

namespace {

/// What has an absolute side keeps it.
template<typename Text> void lead(Text *text)
{
    if (text && text->isRightToLeft())
        text->setAlignment(QStyle::visualAlignment(Qt::RightToLeft, text->alignment()) | Qt::AlignAbsolute);
}

} // namespace

LeadingTexts::LeadingTexts(QCoreApplication &application)
{
    application.installEventFilter(this);
}

bool LeadingTexts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        lead(qobject_cast<QLabel *>(watched));
        lead(qobject_cast<QLineEdit *>(watched));
    }
    return QObject::eventFilter(watched, event);
}

} // namespace addressdesk

#include "ui/mail/MailBrowser.h"

#include <QDesktopServices>
#include <QEvent>
#include <QImage>
#include <QTextDocument>

namespace addressdesk {

MailBrowser::MailBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    layPaper();
    connect(this, &QTextBrowser::anchorClicked, this, &MailBrowser::openLink);
}

QVariant MailBrowser::loadResource(int type, const QUrl &)
{
    // Something has to be there: for nothing at all Qt would read the file of that name itself.
    if (type != QTextDocument::ImageResource)
        return QByteArray("");
    QImage nothing(1, 1, QImage::Format_ARGB32);
    nothing.fill(Qt::transparent);
    return nothing;
}

void MailBrowser::openLink(const QUrl &link)
{
    if (link.scheme() == QLatin1String("https") || link.scheme() == QLatin1String("http"))
        QDesktopServices::openUrl(link);
}

void MailBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isLaying)
        layPaper();
}

/// A mail brings its own colours, for light paper; the window's dark ones would leave some of it unreadable.
void MailBrowser::layPaper()
{
    m_isLaying = true;
    QPalette paper = palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        paper.setColor(group, QPalette::Base, Qt::white);
        paper.setColor(group, QPalette::Text, QColor(0x16, 0x20, 0x2c));
        paper.setColor(group, QPalette::Link, QColor(0x0b, 0x57, 0xd0));
    }
    setPalette(paper);
    m_isLaying = false;
}

} // namespace addressdesk

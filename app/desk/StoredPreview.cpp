#include "app/desk/StoredPreview.h"

#include "app/mail/MailComposer.h"
#include "app/mail/StoredMail.h"

#include <QFile>
#include <QFileInfo>

namespace addressdesk::storedPreview {

namespace {

OutgoingMail outgoingOf(const MailRecord &mail)
{
    OutgoingMail outgoing;
    outgoing.id = mail.id;
    outgoing.changeId = mail.changeId;
    outgoing.recipient = shownText(mail.recipient);
    outgoing.audience = mail.audience;
    outgoing.notice = mail.notice;
    outgoing.createdAt = mail.createdAt;
    return outgoing;
}

} // namespace

Result<MailPreview> of(const MailRecord &mail, const OfficeSettings &settings, const SchemaMapping &mapping,
                       const MailRoute &route)
{
    const OutgoingMail outgoing = outgoingOf(mail);
    OfficeSettings withoutLinks = settings;
    withoutLinks.publicUrl.clear();
    const Result<MailBodies> written = MailComposer(withoutLinks, mapping).bodies(outgoing);
    if (!written)
        return tl::unexpected(written.error());
    MailPreview preview{written->subject, written->text, written->html, false, {}};
    QFile file(route.folder + u'/' + MailComposer::fileName(outgoing) + QStringLiteral(".eml"));
    if (route.kind != MailRoute::Kind::Folder || !file.open(QIODevice::ReadOnly))
        return preview;
    if (const auto stored = storedMail::read(file.readAll())) {
        preview.text = stored->text;
        preview.html = stored->html;
        preview.hasLinks = true;
        preview.file = QFileInfo(file).absoluteFilePath();
    }
    return preview;
}

} // namespace addressdesk::storedPreview

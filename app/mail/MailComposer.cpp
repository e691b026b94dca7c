#include "app/mail/MailComposer.h"

#include "app/mail/HtmlBody.h"
#include "app/mail/MimeMessage.h"
#include "app/mail/TextBody.h"
#include "models/domain/MailAddress.h"
#include "models/notice/InertText.h"
#include "models/notice/NoticeContent.h"
#include "models/notice/RevertUrls.h"

#include <QUuid>

#include <utility>

namespace addressdesk {

namespace {

MailBodies bodiesOf(const MailContent &content)
{
    return {content.subject, textBody(content), htmlBody(content)};
}

} // namespace

MailComposer::MailComposer(OfficeSettings settings, SchemaMapping mapping, Clock clock)
    : m_settings(std::move(settings)), m_mapping(std::move(mapping)), m_clock(std::move(clock))
{
}

QString MailComposer::fileName(const OutgoingMail &mail)
{
    QString name;
    for (const QChar c : mail.changeId) {
        if (c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-'))
            name.append(c);
    }
    name.truncate(64); // Longer than every UUID; a file's name has an end.
    return (name.isEmpty() ? QStringLiteral("mail") : name) + u'.' + QString::number(mail.id);
}

Done MailComposer::check() const
{
    const auto sender = MailAddress::parse(m_settings.senderAddress);
    if (!sender)
        return tl::unexpected(sender.error());
    const auto urls = RevertUrls::make(m_settings.publicUrl, std::nullopt);
    if (!urls)
        return tl::unexpected(urls.error());
    return {};
}

Result<MailMessage> MailComposer::compose(const OutgoingMail &mail) const
{
    const auto written = letter(mail);
    if (!written)
        return tl::unexpected(written.error());
    return message({fileName(mail), mail.recipient}, *written);
}

Result<MailBodies> MailComposer::bodies(const OutgoingMail &mail) const
{
    return letter(mail).map([](const Letter &letter) { return letter.bodies; });
}

Result<MailMessage> MailComposer::composeTest(const QString &recipient, const QString &folder) const
{
    const auto language = wording::Language::firstKnown({m_settings.language});
    const MailContent content = NoticeContent::ofTest(m_settings, language, m_clock(), folder);
    const QString name = QStringLiteral("test.") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    return message({name, recipient}, {bodiesOf(content), language.tag()});
}

Result<MailComposer::Letter> MailComposer::letter(const OutgoingMail &mail) const
{
    const auto urls = RevertUrls::make(m_settings.publicUrl, mail.saveToken);
    if (!urls)
        return tl::unexpected(urls.error());
    const MailContent content = NoticeContent(mail, m_settings, m_mapping, *urls, m_clock()).build();
    return Letter{bodiesOf(content), content.language.tag(), content.hasLinks()};
}

Result<MailMessage> MailComposer::message(const Identity &identity, const Letter &letter) const
{
    const auto sender = MailAddress::parse(m_settings.senderAddress);
    if (!sender)
        return tl::unexpected(sender.error());
    const auto recipient = MailAddress::parse(identity.recipient);
    if (!recipient)
        return tl::unexpected(recipient.error());
    MimeMessage mime{*sender,
                     inertText::singleLine(m_settings.companyName),
                     *recipient,
                     letter.bodies.subject,
                     m_clock(),
                     identity.fileName,
                     letter.languageTag,
                     letter.bodies.text,
                     letter.bodies.html};
    return MailMessage{sender->text(), recipient->text(), identity.fileName, mime.toBytes(), letter.hasLinks};
}

} // namespace addressdesk

#include "app/mail/MimeMessage.h"

#include "app/mail/BodyEncoding.h"
#include "app/mail/HeaderText.h"

#include <QCryptographicHash>
#include <QLocale>

#include <cstdlib>

namespace addressdesk {

namespace {

const QByteArray lineEnd = QByteArrayLiteral("\r\n");

/// RFC 5322, 3.3: in local time, as in the text, and in English whatever the locale.
QByteArray dateField(const QDateTime &date)
{
    const QDateTime local = date.toLocalTime();
    const QString text = QLocale::c().toString(local, QStringLiteral("ddd, d MMM yyyy HH:mm:ss"));
    const int seconds = local.offsetFromUtc();
    const QString offset = QTime(0, 0).addSecs(std::abs(seconds)).toString(QStringLiteral("HHmm"));
    const QString sign = seconds < 0 ? QStringLiteral(" -") : QStringLiteral(" +");
    return "Date: " + (text + sign + offset).toLatin1() + lineEnd;
}

/// "=_" stands in no body of either encoding, so the boundary cannot either (RFC 2045, 6.7).
QByteArray boundaryOf(const QByteArray &id)
{
    return "=_" + QCryptographicHash::hash(id, QCryptographicHash::Sha256).toHex().left(32);
}

QByteArray part(const QByteArray &type, const QString &text)
{
    const EncodedBody body = EncodedBody::of(text);
    return "Content-Type: " + type + "; charset=utf-8" + lineEnd +
           "Content-Transfer-Encoding: " + body.encoding + lineEnd + lineEnd + body.data;
}

} // namespace

QByteArray MimeMessage::toBytes() const
{
    const QByteArray id = idLeft.toLatin1() + '@' + from.domain().toLatin1();
    const QByteArray boundary = boundaryOf(id);
    const QByteArray delimiter = "--" + boundary;
    QByteArray data;
    data += dateField(date);
    data += headerText::mailbox("From", fromName, from.text());
    data += headerText::mailbox("To", {}, to.text());
    data += headerText::unstructured("Subject", subject);
    data += "Message-ID: <" + id + '>' + lineEnd;
    // RFC 3834 for whoever answers by himself, and what Exchange asks for. No "Precedence: bulk": it is in no
    // standard, some servers drop the reports of undeliverable mails for it, and those are wanted. They go to
    // the sender's mailbox, which no program answers from, so nothing can loop.
    data += "Auto-Submitted: auto-generated" + lineEnd + "X-Auto-Response-Suppress: All" + lineEnd;
    data += "MIME-Version: 1.0" + lineEnd + "Content-Language: " + languageTag.toLatin1() + lineEnd;
    data += "Content-Type: multipart/alternative;" + lineEnd + " boundary=\"" + boundary + '"' + lineEnd +
            lineEnd;
    data += delimiter + lineEnd + part("text/plain", text);
    data += delimiter + lineEnd + part("text/html", html);
    data += delimiter + "--" + lineEnd;
    return data;
}

} // namespace addressdesk

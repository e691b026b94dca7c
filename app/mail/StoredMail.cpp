#include "app/mail/StoredMail.h"

namespace addressdesk::storedMail {

namespace {

const QByteArray lineEnd = QByteArrayLiteral("\r\n");

/// What stands between two texts after `from`; empty when they are not there.
QByteArray between(const QByteArray &data, const QByteArray &before, const QByteArray &after)
{
    const qsizetype start = data.indexOf(before);
    if (start < 0)
        return {};
    const qsizetype from = start + before.size();
    const qsizetype end = data.indexOf(after, from);
    return end < 0 ? QByteArray() : data.mid(from, end - from);
}

/// RFC 2045, 6.7.
QByteArray fromQuotedPrintable(QByteArray data)
{
    data.replace("=\r\n", "");
    QByteArray bytes;
    bytes.reserve(data.size());
    for (qsizetype i = 0; i < data.size(); ++i) {
        if (data[i] == '=' && i + 2 < data.size()) {
            bytes += QByteArray::fromHex(data.mid(i + 1, 2));
            i += 2;
        } else {
            bytes += data[i];
        }
    }
    return bytes;
}

std::optional<QString> bodyOf(const QByteArray &part, const QByteArray &type)
{
    const qsizetype end = part.indexOf(lineEnd + lineEnd);
    const QByteArray headers = part.left(end) + lineEnd;
    if (end < 0 || !headers.contains("Content-Type: " + type))
        return std::nullopt;
    const QByteArray encoding = between(headers, "Content-Transfer-Encoding: ", lineEnd);
    const QByteArray data = part.mid(end + 2 * lineEnd.size());
    QByteArray bytes;
    if (encoding == "quoted-printable")
        bytes = fromQuotedPrintable(data);
    else if (encoding == "base64")
        bytes = QByteArray::fromBase64(data);
    else
        return std::nullopt;
    return QString::fromUtf8(bytes.replace(lineEnd, "\n"));
}

} // namespace

std::optional<MailBodies> read(const QByteArray &eml)
{
    const QByteArray boundary = between(eml, " boundary=\"", "\"");
    if (boundary.isEmpty())
        return std::nullopt;
    const QByteArray delimiter = "--" + boundary + lineEnd;
    const QByteArray first = between(eml, delimiter, delimiter);
    const qsizetype second = eml.indexOf(delimiter, eml.indexOf(delimiter) + delimiter.size());
    const QByteArray last = between(eml.mid(second), delimiter, "--" + boundary + "--");
    const auto text = bodyOf(first, "text/plain");
    const auto html = bodyOf(last, "text/html");
    if (!text || !html)
        return std::nullopt;
    return MailBodies{{}, *text, *html};
}

} // namespace addressdesk::storedMail

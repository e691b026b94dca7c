#include "app/mail/BodyEncoding.h"

#include <QList>

namespace addressdesk {

namespace {

constexpr qsizetype longestLine = 76; ///< RFC 2045, 6.7 (5) and 6.8.
const QByteArray lineEnd = QByteArrayLiteral("\r\n");

QByteArray hex(char c)
{
    return '=' + QByteArray(1, c).toHex().toUpper();
}

/// The byte at `i`. A dot or "From " that begins a line of the mail is left to no server's or mailbox's care
/// (RFC 5321, 4.5.2; mbox files).
QByteArray quoted(const QByteArray &line, qsizetype i, bool beginsLine)
{
    const char c = line[i];
    const bool isSafe = c >= ' ' && c <= '~' && c != '=';
    const bool isEndingSpace = c == ' ' && i + 1 == line.size();
    const bool isTouchy = beginsLine && (c == '.' || line.indexOf("From ", i) == i);
    return isSafe && !isEndingSpace && !isTouchy ? QByteArray(1, c) : hex(c);
}

void appendQuotedLine(QByteArray &data, const QByteArray &line)
{
    qsizetype length = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool isLast = i + 1 == line.size();
        QByteArray piece = quoted(line, i, length == 0);
        if (length + piece.size() + (isLast ? 0 : 1) > longestLine) {
            data += '=' + lineEnd;
            length = 0;
            piece = quoted(line, i, true);
        }
        data += piece;
        length += piece.size();
    }
    data += lineEnd;
}

QByteArray quotedPrintable(const QByteArray &text)
{
    QByteArray data;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines)
        appendQuotedLine(data, line);
    return data;
}

QByteArray base64(QByteArray text)
{
    const QByteArray encoded = text.replace("\n", lineEnd).toBase64();
    QByteArray data;
    for (qsizetype i = 0; i < encoded.size(); i += longestLine)
        data += encoded.mid(i, longestLine) + lineEnd;
    return data;
}

} // namespace

EncodedBody EncodedBody::of(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const QByteArray asQuoted = quotedPrintable(bytes);
    const QByteArray asBase64 = base64(bytes);
    if (asQuoted.size() <= asBase64.size())
        return {QByteArrayLiteral("quoted-printable"), asQuoted};
    return {QByteArrayLiteral("base64"), asBase64};
}

} // namespace addressdesk

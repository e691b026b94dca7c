#include "app/mail/BodyEncoding.h"

#include <QByteArrayView>

#include <algorithm>
#include <string>

namespace addressdesk {

namespace {

constexpr qsizetype longestLine = 76; ///< RFC 2045, 6.7 (5) and 6.8.
constexpr qsizetype quotedLength = 3; ///< "=C3"
const QByteArray lineEnd = QByteArrayLiteral("\r\n");

/// Printable ASCII but for "=".
constexpr bool isSafe(char c)
{
    return c >= ' ' && c <= '~' && c != '=';
}

/// Whether a safe byte must be quoted all the same: a space that ends the text's line, or a dot or "From "
/// that begins a line of the mail, which is left to no server's or mailbox's care (RFC 5321, 4.5.2; mbox).
bool isTouchy(QByteArrayView line, qsizetype i, bool beginsLine)
{
    const char c = line[i];
    return (c == ' ' && i + 1 == line.size()) ||
           (beginsLine && (c == '.' || (c == 'F' && line.sliced(i).startsWith("From "))));
}

/// Into std::string, as everything here, which grows several times faster than QByteArray.
void appendQuoted(std::string &data, char c)
{
    constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    data += '=';
    data += digits[byte >> 4];
    data += digits[byte & 15];
}

/// How many bytes from `start` on stand for themselves and fit into `room`, where a soft line break's "=" has
/// to fit behind them unless they end the line.
qsizetype plainLength(QByteArrayView line, qsizetype start, qsizetype room)
{
    const qsizetype limit = std::min(line.size(), start + room);
    qsizetype end = start;
    while (end < limit && isSafe(line[end]))
        ++end;
    if (end == line.size())
        return end - start - (end > start && line[end - 1] == ' ' ? 1 : 0);
    return std::min(end - start, room - 1);
}

void appendLine(std::string &data, QByteArrayView line)
{
    qsizetype length = 0;
    for (qsizetype i = 0; i < line.size();) {
        const bool isQuoted = !isSafe(line[i]) || isTouchy(line, i, length == 0);
        const qsizetype plain = isQuoted ? 0 : plainLength(line, i, longestLine - length);
        const qsizetype reserved = i + 1 == line.size() ? 0 : 1;
        if (plain > 0) {
            data.append(line.data() + i, static_cast<size_t>(plain));
            length += plain;
            i += plain;
        } else if (isQuoted && length + quotedLength + reserved <= longestLine) {
            appendQuoted(data, line[i]);
            length += quotedLength;
            ++i;
        } else {
            data += "=\r\n";
            length = 0;
        }
    }
    data += "\r\n";
}

QByteArray quotedPrintable(QByteArrayView text)
{
    std::string data;
    data.reserve(static_cast<size_t>(text.size() * 3 / 2));
    for (qsizetype start = 0; start <= text.size();) {
        const qsizetype found = text.indexOf('\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        appendLine(data, text.sliced(start, end - start));
        start = end + 1;
    }
    return QByteArray::fromStdString(data);
}

QByteArray base64(QByteArray text)
{
    const QByteArray encoded = text.replace("\n", lineEnd).toBase64();
    QByteArray data;
    for (qsizetype i = 0; i < encoded.size(); i += longestLine)
        data += encoded.mid(i, longestLine) + lineEnd;
    return data;
}

/// Of base64(), without writing it.
qsizetype base64Size(const QByteArray &text)
{
    const qsizetype encoded = (text.size() + text.count('\n') + 2) / 3 * 4;
    return encoded + (encoded + longestLine - 1) / longestLine * lineEnd.size();
}

} // namespace

EncodedBody EncodedBody::of(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray quoted = quotedPrintable(bytes);
    if (quoted.size() <= base64Size(bytes))
        return {QByteArrayLiteral("quoted-printable"), quoted};
    return {QByteArrayLiteral("base64"), base64(bytes)};
}

} // namespace addressdesk

#include "app/mail/HeaderText.h"

#include "models/notice/InertText.h"

#include <QList>

#include <algorithm>

namespace addressdesk::headerText {

namespace {

constexpr qsizetype longestWord = 75; ///< RFC 2047, 2.
constexpr qsizetype longestLine = 76; ///< RFC 2047, 2: of a line with an encoded word, without CR LF.
const QByteArray wordEnd = QByteArrayLiteral("?=");
const QByteArray fold = QByteArrayLiteral("\r\n ");

enum class Encoding { Q, B };

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isPrintableAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// One character's bytes in Q, with the few characters only that may stand in a phrase (RFC 2047, 5 (3)).
QByteArray q(const QByteArray &bytes)
{
    QByteArray encoded;
    for (const char c : bytes) {
        if (isLetterOrDigit(c) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/')
            encoded += c;
        else if (c == ' ')
            encoded += '_';
        else
            encoded += '=' + QByteArray(1, c).toHex().toUpper();
    }
    return encoded;
}

/// Encoded words, a fold between them; `used` characters stand on the first line already.
QByteArray words(const QString &text, qsizetype used, Encoding encoding)
{
    const bool isQ = encoding == Encoding::Q;
    const QByteArray begin = isQ ? QByteArrayLiteral("=?UTF-8?Q?") : QByteArrayLiteral("=?UTF-8?B?");
    QByteArray all;
    QByteArray word; // In Q already encoded, in B not yet.
    qsizetype lineStart = used;
    const auto finished = [&] {
        return begin + (isQ ? word : word.toBase64()) + wordEnd;
    };
    const QList<uint> characters = text.toUcs4();
    for (const uint character : characters) {
        const char32_t one = character;
        const QByteArray bytes = QString::fromUcs4(&one, 1).toUtf8();
        const QByteArray piece = isQ ? q(bytes) : bytes;
        const qsizetype size = word.size() + piece.size();
        const qsizetype length = begin.size() + (isQ ? size : (size + 2) / 3 * 4) + wordEnd.size();
        if (!word.isEmpty() && (length > longestWord || lineStart + length > longestLine)) {
            all += finished() + fold;
            word.clear();
            lineStart = 1;
        }
        word += piece;
    }
    return all + finished();
}

QByteArray shorterWords(const QString &text, qsizetype used)
{
    const QByteArray asQ = words(text, used, Encoding::Q);
    const QByteArray asB = words(text, used, Encoding::B);
    return asQ.size() <= asB.size() ? asQ : asB;
}

bool isAtoms(const QString &phrase)
{
    return std::all_of(phrase.cbegin(), phrase.cend(), [](QChar c) {
        return isLetterOrDigit(c.toLatin1()) || QStringLiteral(" !#$%&'*+-/=?^_`{|}~").contains(c);
    });
}

QByteArray quotedString(const QString &text)
{
    QByteArray quoted = text.toLatin1();
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

} // namespace

QByteArray unstructured(const QByteArray &name, const QString &text)
{
    const QByteArray start = name + ": ";
    const QString line = inertText::singleLine(text);
    const bool isPlain = isPrintableAscii(line) && !line.contains(QLatin1String("=?")) &&
                         start.size() + line.size() <= longestLine;
    return start + (isPlain ? line.toLatin1() : shorterWords(line, start.size())) + "\r\n";
}

QByteArray mailbox(const QByteArray &name, const QString &displayName, const QString &address)
{
    const QByteArray start = name + ": ";
    const QByteArray spec = address.toLatin1();
    const QString phrase = inertText::singleLine(displayName);
    if (phrase.isEmpty())
        return start + spec + "\r\n";
    QByteArray encodedPhrase;
    const bool isPlain = isPrintableAscii(phrase) && !phrase.contains(QLatin1String("=?")) &&
                         start.size() + phrase.size() + 2 <= longestLine;
    if (isPlain)
        encodedPhrase = isAtoms(phrase) ? phrase.toLatin1() : quotedString(phrase);
    else
        encodedPhrase = shorterWords(phrase, start.size());
    const qsizetype lastLine = encodedPhrase.size() - (encodedPhrase.lastIndexOf('\n') + 1);
    const bool fits = start.size() + lastLine + spec.size() + 3 <= longestLine;
    return start + encodedPhrase + (fits ? QByteArrayLiteral(" ") : fold) + '<' + spec + ">\r\n";
}

} // namespace addressdesk::headerText

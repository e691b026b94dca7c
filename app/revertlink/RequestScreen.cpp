#include "app/revertlink/RequestScreen.h"

#include <QByteArray>

#include <algorithm>
#include <cstring>

namespace addressdesk {

namespace {

constexpr qsizetype longestMethod = 16;
constexpr qsizetype longestHost = 255;

using Verdict = Screening::Verdict;

Screening refused(int status)
{
    return {Verdict::Refused, status};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetterOrDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// RFC 9110, 5.6.2.
bool isTokenCharacter(char c)
{
    return isLetterOrDigit(c) || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

/// A control character other than the tab, which values may hold.
bool isControl(char c)
{
    return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f;
}

bool isTarget(QByteArrayView text)
{
    return text.startsWith('/') &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
}

/// RFC 9110, 7.2, as loosely as real names need and as strictly as keeps other servers from reading another
/// one.
bool isHost(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= longestHost && std::all_of(text.begin(), text.end(), [](char c) {
        return isLetterOrDigit(c) || (c != '\0' && std::strchr(".-_:[]", c));
    });
}

bool isNamed(QByteArrayView name, QByteArrayView wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

/// Reads the lines of one request.
class RequestReader final
{
public:
    explicit RequestReader(QByteArrayView received) : m_rest(received), m_size(received.size()) {}

    Screening read()
    {
        if (const Screening line = requestLine(); line.verdict != Verdict::Complete)
            return line;
        for (qsizetype count = 0;; ++count) {
            QByteArrayView line;
            if (const Screening taken = takeLine(line, 431); taken.verdict != Verdict::Complete)
                return taken;
            if (line.isEmpty())
                return body();
            if (count == mostFields)
                return refused(431);
            if (const int status = field(line); status != 0)
                return refused(status);
        }
    }

private:
    /// Takes a line without its end. `tooLarge` is the status when it has none within the limit.
    Screening takeLine(QByteArrayView &line, int tooLarge)
    {
        const auto bad = std::find_if(m_rest.begin(), m_rest.end(), isControl);
        if (bad == m_rest.end() || (*bad == '\r' && bad + 1 == m_rest.end()))
            return m_size >= largestRequest ? refused(tooLarge) : Screening();
        if (*bad != '\r' || *(bad + 1) != '\n')
            return refused(400);
        const qsizetype length = bad - m_rest.begin();
        line = m_rest.first(length);
        m_rest = m_rest.sliced(length + 2);
        return {Verdict::Complete, 0};
    }

    Screening requestLine()
    {
        QByteArrayView line;
        if (const Screening taken = takeLine(line, 414); taken.verdict != Verdict::Complete)
            return taken;
        const qsizetype first = line.indexOf(' ');
        const qsizetype second = line.indexOf(' ', first + 1);
        if (first < 0 || second < 0 || first > longestMethod)
            return refused(400);
        const QByteArrayView version = line.sliced(second + 1);
        m_isOld = version == QByteArrayView("HTTP/1.0");
        if (!m_isOld && version != QByteArrayView("HTTP/1.1"))
            return refused(400);
        const QByteArrayView target = line.sliced(first + 1, second - first - 1);
        if (!isToken(line.first(first)) || !isTarget(target))
            return refused(400);
        if (!hasRoomFor(std::count(target.begin(), target.end(), '&')))
            return refused(414);
        return {Verdict::Complete, 0};
    }

    /// 0, or the status of the refusal.
    int field(QByteArrayView line)
    {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isToken(line.first(colon)))
            return 400; // a folded line too: it starts with white space
        const QByteArrayView name = line.first(colon);
        const QByteArrayView value = line.sliced(colon + 1).trimmed();
        if (isNamed(name, "Host"))
            return ++m_hosts > 1 || !isHost(value) ? 400 : 0;
        // libmicrohttpd 0.9.75 takes white space at the end for a part of the number and answers by itself.
        if (isNamed(name, "Content-Length"))
            return value.end() == line.end() ? contentLength(value) : 400;
        // libmicrohttpd 0.9.75 takes this one quotation mark for two and counts the value's length below
        // zero.
        if (isNamed(name, "Cookie") && value.endsWith("=\""))
            return 400;
        if (isNamed(name, "Cookie") && !hasRoomFor(std::count_if(value.begin(), value.end(), [](char c) {
                return c == ';' || c == ',';
            })))
            return 431;
        if (isNamed(name, "Transfer-Encoding"))
            return 400;
        return isNamed(name, "Expect") ? 417 : 0;
    }

    bool hasRoomFor(qsizetype separators)
    {
        m_parts += separators + 1;
        return m_parts <= mostParts;
    }

    int contentLength(QByteArrayView value)
    {
        if (++m_lengths > 1 || value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigit))
            return 400;
        m_bodySize = 0;
        for (const char digit : value)
            m_bodySize = std::min(m_bodySize * 10 + (digit - '0'), largestRequest + 1);
        return 0;
    }

    Screening body()
    {
        if (m_hosts == 0 && !m_isOld)
            return refused(400);
        const qsizetype head = m_size - m_rest.size();
        if (head + m_bodySize > largestRequest)
            return refused(413);
        if (m_rest.size() > m_bodySize)
            return refused(400);
        return {m_rest.size() == m_bodySize ? Verdict::Complete : Verdict::Incomplete, 0};
    }

    QByteArrayView m_rest;
    qsizetype m_size;
    qsizetype m_bodySize = 0;
    qsizetype m_parts = 0; ///< Parameters and cookies.
    int m_hosts = 0;
    int m_lengths = 0;
    bool m_isOld = false; ///< HTTP/1.0, where Host may be missing.
};

} // namespace

Screening screened(QByteArrayView received)
{
    return RequestReader(received).read();
}

} // namespace addressdesk

#pragma once

#include <QByteArrayView>
#include <QString>

namespace addressdesk {

/// UTF-8 as it stands. QString::fromUtf8() and QJsonDocument take a U+FEFF at the beginning of a text for a
/// byte order mark and drop it, so that a value which begins with one would not be what was read.
[[nodiscard]] inline QString wholeText(QByteArrayView utf8)
{
    QString text = QString::fromUtf8(utf8);
    if (utf8.startsWith("\xef\xbb\xbf"))
        text.prepend(QChar(QChar::ByteOrderMark));
    return text;
}

} // namespace addressdesk

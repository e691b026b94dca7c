#include "models/wording/Isolation.h"

#include <QList>

#include <algorithm>

namespace addressdesk::wording {

namespace {

bool isRightToLeft(uint c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
}

} // namespace

QString isolated(const QString &text)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popDirectionalIsolate(0x2069);
    return firstStrongIsolate + text + popDirectionalIsolate;
}

QString isolatedIfRightToLeft(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::any_of(characters.cbegin(), characters.cend(), isRightToLeft) ? isolated(text) : text;
}

} // namespace addressdesk::wording

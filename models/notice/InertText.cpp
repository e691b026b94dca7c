#include "models/notice/InertText.h"

#include "models/domain/ValueRules.h"

#include <QList>

#include <algorithm>

namespace addressdesk::inertText {

namespace {

bool isRightToLeft(uint c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
}

bool isBreakOrControl(uint c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph;
}

} // namespace

QString singleLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    bool isAfterBreak = false;
    const QList<uint> characters = text.toUcs4(); // Halves of characters become U+FFFD here.
    for (const uint c : characters) {
        if (valueRules::isBidirectionalControl(c))
            continue;
        const bool isBreak = isBreakOrControl(c);
        if (isBreak && !isAfterBreak)
            line.append(u' ');
        isAfterBreak = isBreak;
        if (!isBreak)
            line.append(QChar::fromUcs4(QChar::isSurrogate(c) || QChar::isNonCharacter(c) ? 0xFFFD : c));
    }
    return line.trimmed();
}

QString isolated(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    const bool isHarmless = std::none_of(characters.cbegin(), characters.cend(), isRightToLeft);
    return isHarmless ? text : QChar(0x2068) + text + QChar(0x2069);
}

} // namespace addressdesk::inertText

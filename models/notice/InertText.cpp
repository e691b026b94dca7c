#include "models/notice/InertText.h"

#include "models/domain/ValueRules.h"

#include <QList>

namespace addressdesk::inertText {

namespace {

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

} // namespace addressdesk::inertText

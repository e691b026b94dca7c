#include "ui/letter/LetterFonts.h"

#include <QStringList>

namespace addressdesk::letterFonts {

namespace {

QFont made(const QStringList &families, QFont::StyleHint hint, qreal points, bool isBold)
{
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(hint);
    font.setPixelSize(qRound(points * unitsPerPoint));
    font.setWeight(isBold ? QFont::Bold : QFont::Normal);
    font.setStyle(QFont::StyleNormal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(true);
    return font;
}

} // namespace

QFont text(qreal points, bool isBold)
{
    return made({QStringLiteral("Liberation Sans"), QStringLiteral("DejaVu Sans")}, QFont::SansSerif, points,
                isBold);
}

QFont code(qreal points, bool isBold)
{
    return made({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Liberation Mono")}, QFont::Monospace,
                points, isBold);
}

} // namespace addressdesk::letterFonts

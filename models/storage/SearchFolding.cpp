#include "models/storage/SearchFolding.h"

#include <QList>

#include <algorithm>

namespace addressdesk::searchFolding {

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

const QList<std::pair<char16_t, QString>> &specialLetters()
{
    static const QList<std::pair<char16_t, QString>> letters{
        {u'\u00df', QStringLiteral("ss")}, {u'\u0153', QStringLiteral("oe")}, {u'\u00e6', QStringLiteral("ae")},
        {u'\u00f8', QStringLiteral("o")},  {u'\u0142', QStringLiteral("l")},  {u'\u0111', QStringLiteral("d")},
    };
    return letters;
}

QString folded(const QString &text)
{
    if (isAscii(text))
        return text.toLower();
    QString bare;
    const QString decomposed = text.normalized(QString::NormalizationForm_D);
    bare.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            bare.append(c);
    }
    bare = bare.toLower();
    for (const auto &[letter, plain] : specialLetters())
        bare.replace(QChar(letter), plain);
    return bare;
}

QStringList words(const QString &typed)
{
    return folded(typed.simplified()).split(u' ', Qt::SkipEmptyParts);
}

} // namespace addressdesk::searchFolding

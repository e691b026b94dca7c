#include "models/storage/PostgresSearchPattern.h"

#include "models/storage/SearchFolding.h"

#include <QHash>
#include <QList>

namespace addressdesk::postgresSearchPattern {

namespace {

constexpr char32_t scriptsWithOtherMarks = 0x590; ///< Hebrew, Arabic, Indic … have marks of their own.
constexpr char32_t lettersEnd = 0x20000;          ///< Ideographs follow, which nothing is folded to.

QString escaped(char32_t c)
{
    return QStringLiteral("\\U%1").arg(static_cast<uint>(c), 8, 16, QLatin1Char('0'));
}

/// Folded letter → the letters that become it, in brackets' notation; and two folded letters → the ligatures
/// that become them.
const QHash<QString, QString> &origins()
{
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> list;
        for (char32_t c = 0x80; c < lettersEnd; ++c) {
            if (QChar::isSurrogate(c) || !QChar::isLetterOrNumber(c))
                continue;
            const QString letter = QString::fromUcs4(&c, 1);
            const QString folded = searchFolding::folded(letter);
            if (folded != letter)
                list[folded] += escaped(c);
        }
        for (char32_t c = U'A'; c <= U'Z'; ++c)
            list[QChar(static_cast<char16_t>(c + 32))] += escaped(c);
        return list;
    }();
    return table;
}

QString marksAfter(char32_t c)
{
    if (c >= scriptsWithOtherMarks)
        return u'[' + nonSpacingMarks() + QStringLiteral("]*");
    return QStringLiteral("[\\u0300-\\u036f\\u0483-\\u0487]*");
}

/// Ligatures that end with the word's first letter, or begin with its last: half of them is enough.
QString ligatures(const QString &letter, bool atStart, bool atEnd)
{
    QString list;
    for (auto it = origins().cbegin(); it != origins().cend(); ++it) {
        const bool isLigature = it.key().size() == 2 && !it.key().at(0).isSurrogate();
        if (isLigature && ((atStart && it.key().endsWith(letter)) || (atEnd && it.key().startsWith(letter))))
            list += it.value();
    }
    return list;
}

} // namespace

const QString &nonSpacingMarks()
{
    static const QString ranges = [] {
        QString list;
        const auto isMark = [](char32_t c) {
            return c <= QChar::LastValidCodePoint && QChar::category(c) == QChar::Mark_NonSpacing;
        };
        for (char32_t c = 0x300; c <= QChar::LastValidCodePoint; ++c) {
            if (!isMark(c))
                continue;
            const char32_t first = c;
            while (isMark(c + 1))
                ++c;
            list += c == first ? escaped(first) : escaped(first) + u'-' + escaped(c);
        }
        return list;
    }();
    return ranges;
}

QString of(const QString &foldedWord)
{
    const QList<uint> letters = foldedWord.toUcs4();
    const auto text = [&letters](qsizetype i, qsizetype count) {
        QString joined;
        for (qsizetype k = i; k < i + count; ++k) {
            const char32_t c = letters.at(k);
            joined += QString::fromUcs4(&c, 1);
        }
        return joined;
    };
    const auto one = [&](qsizetype i) {
        const QString letter = text(i, 1);
        return u'[' + escaped(letters.at(i)) + origins().value(letter) +
               ligatures(letter, i == 0, i + 1 == letters.size()) + u']' + marksAfter(letters.at(i));
    };
    QString pattern;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const QString ligature = i + 1 < letters.size() ? origins().value(text(i, 2)) : QString();
        if (ligature.isEmpty()) {
            pattern += one(i);
            continue;
        }
        pattern += QStringLiteral("(?:") + one(i) + one(i + 1) + QStringLiteral("|[") + ligature +
                   QStringLiteral("]") + u')';
        ++i;
    }
    return pattern;
}

} // namespace addressdesk::postgresSearchPattern

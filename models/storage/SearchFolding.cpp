#include "models/storage/SearchFolding.h"

#include <QList>

#include <algorithm>
#include <array>

namespace addressdesk::searchFolding {

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

/// A whole letter pasted by mistake is not searched word by word: the database would plan that for minutes.
constexpr qsizetype longestSearch = 4000;
constexpr qsizetype mostWords = 32;

constexpr char32_t tableEnd = 0x370; ///< Latin letters and the combining marks lie below.

/// What each code point below tableEnd becomes, in UTF-8.
const std::array<std::string, tableEnd> &foldedLetters()
{
    static const auto letters = [] {
        std::array<std::string, tableEnd> table;
        for (char32_t c = 0; c < tableEnd; ++c)
            table[c] = folded(QString(QChar(static_cast<char16_t>(c)))).toStdString();
        return table;
    }();
    return letters;
}

/// Appends as long as code points have one or two bytes and a place in the table; the rest is left in `utf8`.
void appendLatin(std::string &target, std::string_view &utf8)
{
    const auto &letters = foldedLetters();
    std::size_t i = 0;
    for (; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x80) {
            target.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20u)
                                                        : static_cast<char>(byte));
            continue;
        }
        if (byte >= 0xce || i + 1 == utf8.size())
            break;
        const auto next = static_cast<unsigned char>(utf8[i + 1]);
        const unsigned code = ((byte & 0x1fu) << 6) | (next & 0x3fu);
        if (code >= tableEnd)
            break;
        target.append(letters[code]);
        ++i;
    }
    utf8.remove_prefix(i);
}

} // namespace

void appendFolded(std::string &target, std::string_view utf8)
{
    const std::size_t start = target.size();
    const std::string_view whole = utf8;
    target.reserve(start + utf8.size());
    appendLatin(target, utf8);
    if (utf8.empty())
        return;
    target.resize(start); // Other scripts: letter by letter would not always be the same as the whole.
    target += folded(QString::fromUtf8(whole.data(), static_cast<qsizetype>(whole.size()))).toStdString();
}

const QList<std::pair<char16_t, QString>> &specialLetters()
{
    static const QList<std::pair<char16_t, QString>> letters{
        {u'\u00df', QStringLiteral("ss")},     {u'\u0153', QStringLiteral("oe")},
        {u'\u00e6', QStringLiteral("ae")},     {u'\u00f8', QStringLiteral("o")},
        {u'\u0142', QStringLiteral("l")},      {u'\u0111', QStringLiteral("d")},
        {u'\u03c2', QStringLiteral("\u03c3")}, // The sigma at a word's end.
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
    QStringList words = folded(typed.left(longestSearch).simplified()).split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words.first(std::min(words.size(), mostWords));
}

} // namespace addressdesk::searchFolding

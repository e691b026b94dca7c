#include "app/revertlink/AcceptLanguage.h"

#include <algorithm>
#include <array>
#include <optional>

namespace addressdesk {

namespace {

constexpr std::array writtenLanguages{"en", "fr"};
constexpr int mostRanges = 32; // no browser sends as many

/// "fr-CA;q=0.8" taken apart. Weights are in thousandths.
struct LanguageRange
{
    QByteArray language; ///< Lower case, or "*".
    QByteArray territory;
    int weight = 1000;
};

/// RFC 9110, 12.4.2: "0", "0.5", "1.000"; at most three decimals, never above 1.
std::optional<int> weightOf(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > 5 || (text[0] != '0' && text[0] != '1'))
        return std::nullopt;
    if (text.size() > 1 && text[1] != '.')
        return std::nullopt;
    int weight = text[0] == '1' ? 1000 : 0;
    int unit = 100;
    for (const char digit : text.mid(2)) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        weight += (digit - '0') * unit;
        unit /= 10;
    }
    return weight <= 1000 ? std::optional(weight) : std::nullopt;
}

bool isAlphabetic(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::optional<LanguageRange> rangeOf(const QByteArray &element)
{
    const QList<QByteArray> parts = element.toLower().split(';');
    const QList<QByteArray> tags = parts.first().trimmed().split('-');
    LanguageRange range;
    range.language = tags.first();
    if (range.language != "*" && (range.language.isEmpty() || !isAlphabetic(range.language)))
        return std::nullopt;
    if (tags.size() > 1 && tags[1].size() == 2 && isAlphabetic(tags[1]))
        range.territory = tags[1].toUpper();
    if (parts.size() > 2)
        return std::nullopt;
    if (parts.size() == 2) {
        const QByteArray parameter = parts[1].trimmed();
        const std::optional<int> weight =
            parameter.startsWith("q=") ? weightOf(parameter.mid(2)) : std::nullopt;
        if (!weight)
            return std::nullopt;
        range.weight = *weight;
    }
    return range;
}

QList<LanguageRange> rangesOf(const QByteArray &header)
{
    QList<LanguageRange> ranges;
    for (const QByteArray &element : header.split(',')) {
        if (const std::optional<LanguageRange> range = rangeOf(element); range && ranges.size() < mostRanges)
            ranges.append(*range);
    }
    return ranges;
}

/// QLocale would take the United States for a bare "en"; the texts are written in British order, as mails
/// are.
QLocale localeOf(const QByteArray &language, const QByteArray &territory)
{
    const QByteArray usual = language == "en" ? "en_GB" : language;
    const QByteArray name = territory.isEmpty() ? usual : language + '_' + territory;
    return QLocale(QString::fromLatin1(name));
}

/// The first of the heaviest ranges that name this language; nullptr when none does.
const LanguageRange *bestFor(const QByteArray &language, const QList<LanguageRange> &ranges)
{
    const LanguageRange *best = nullptr;
    for (const LanguageRange &range : ranges) {
        if (range.language == language && (!best || range.weight > best->weight))
            best = &range;
    }
    return best;
}

} // namespace

QLocale negotiatedLocale(const QByteArray &header, const QString &fallback)
{
    const QList<LanguageRange> ranges = rangesOf(header);
    const QByteArray usual = fallback == QLatin1String("fr") ? "fr" : "en";
    const LanguageRange *best = nullptr;
    QByteArray bestLanguage = usual;
    for (const char *language : writtenLanguages) {
        // "*" stands for every language that no other range names (RFC 4647, 3.4).
        const LanguageRange *named = bestFor(language, ranges);
        const LanguageRange *range = named ? named : bestFor("*", ranges);
        if (!range || range->weight == 0)
            continue;
        const bool isHeavier = !best || range->weight > best->weight;
        // Of equals the one that comes first in the header, as everybody reads it; of those that "*" stands
        // for the usual one.
        const bool isEarlier =
            best && range->weight == best->weight && (range < best || (range == best && language == usual));
        if (isHeavier || isEarlier) {
            best = range;
            bestLanguage = language;
        }
    }
    return localeOf(bestLanguage, best && best->language == bestLanguage ? best->territory : QByteArray());
}

} // namespace addressdesk

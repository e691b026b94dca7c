#include "models/domain/ValueRules.h"

namespace addressdesk::valueRules {

namespace {

using Kind = ValueProblem::Kind;

/// Text beyond this many UTF-16 units is refused unread: NFC of a huge paste would take seconds.
constexpr qsizetype hopelessUnits = 8 * maximumLength;

bool isLineBreak(char32_t c)
{
    return c == 0x0A || c == 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Code points that are no characters by definition; SQLite, for one, stores another in the place of some.
bool isNoncharacter(char32_t c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

std::optional<ValueProblem> problemOf(char32_t c)
{
    if (isLineBreak(c))
        return ValueProblem{Kind::LineBreak, c, 0};
    if (QChar::category(c) == QChar::Other_Control || isNoncharacter(c))
        return ValueProblem{Kind::ControlCharacter, c, 0};
    if (isBidirectionalControl(c))
        return ValueProblem{Kind::BidirectionalOverride, c, 0};
    return std::nullopt;
}

/// Code points of the text, or the first problem in it.
tl::expected<qsizetype, ValueProblem> inspected(const QString &text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++count) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        } else if (text[i].isSurrogate()) {
            return tl::unexpected(ValueProblem{Kind::LoneSurrogate, c, 0});
        }
        if (const auto problem = problemOf(c))
            return tl::unexpected(*problem);
    }
    return count;
}

/// White space and byte order marks, which pasted texts begin with, do not count at a value's ends.
QString withoutEnds(const QString &value)
{
    QStringView text = QStringView(value).trimmed();
    while (text.startsWith(QChar::ByteOrderMark))
        text = text.mid(1).trimmed();
    while (text.endsWith(QChar::ByteOrderMark))
        text = text.chopped(1).trimmed();
    return text.toString();
}

} // namespace

bool isBidirectionalControl(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

tl::expected<FieldValue, ValueProblem> clean(const FieldValue &value)
{
    if (!value)
        return value;
    const QString trimmed = withoutEnds(*value);
    if (trimmed.size() > hopelessUnits)
        return tl::unexpected(ValueProblem{Kind::TooLong, 0, trimmed.size()});
    if (const auto raw = inspected(trimmed); !raw)
        return tl::unexpected(raw.error());
    const QString composed = trimmed.normalized(QString::NormalizationForm_C);
    const auto length = inspected(composed);
    if (!length)
        return tl::unexpected(length.error());
    if (*length > maximumLength)
        return tl::unexpected(ValueProblem{Kind::TooLong, 0, *length});
    // A null QString would be bound as NULL.
    return FieldValue(composed.isNull() ? QStringLiteral("") : composed);
}

QString characterName(char32_t character)
{
    QString name =
        QStringLiteral("U+%1").arg(static_cast<uint>(character), 4, 16, QLatin1Char('0')).toUpper();
    struct Named
    {
        char32_t character;
        const char *name;
    };
    static constexpr Named names[] = {{0x00, "NULL"},
                                      {0x07, "BELL"},
                                      {0x08, "BACKSPACE"},
                                      {0x09, "TAB"},
                                      {0x0A, "LINE FEED"},
                                      {0x0B, "VERTICAL TAB"},
                                      {0x0C, "FORM FEED"},
                                      {0x0D, "CARRIAGE RETURN"},
                                      {0x1B, "ESCAPE"},
                                      {0x7F, "DELETE"},
                                      {0x85, "NEXT LINE"},
                                      {0x2028, "LINE SEPARATOR"},
                                      {0x2029, "PARAGRAPH SEPARATOR"},
                                      {0x202A, "LEFT-TO-RIGHT EMBEDDING"},
                                      {0x202B, "RIGHT-TO-LEFT EMBEDDING"},
                                      {0x202C, "POP DIRECTIONAL FORMATTING"},
                                      {0x202D, "LEFT-TO-RIGHT OVERRIDE"},
                                      {0x202E, "RIGHT-TO-LEFT OVERRIDE"},
                                      {0x2066, "LEFT-TO-RIGHT ISOLATE"},
                                      {0x2067, "RIGHT-TO-LEFT ISOLATE"},
                                      {0x2068, "FIRST STRONG ISOLATE"},
                                      {0x2069, "POP DIRECTIONAL ISOLATE"}};
    for (const Named &named : names) {
        if (named.character == character)
            return name + u' ' + QLatin1String(named.name);
    }
    return name;
}

} // namespace addressdesk::valueRules

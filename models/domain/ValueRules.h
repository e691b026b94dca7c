#pragma once

#include "models/domain/FieldValue.h"

#include <tl/expected.hpp>

namespace addressdesk {

/// Why a value is refused.
struct ValueProblem
{
    enum class Kind { TooLong, ControlCharacter, LineBreak, LoneSurrogate, BidirectionalOverride };

    Kind kind = Kind::TooLong;
    char32_t character = 0; ///< The offending code point; for TooLong unused.
    qsizetype length = 0;   ///< For TooLong: characters (code points) found.

    [[nodiscard]] bool operator==(const ValueProblem &) const = default;
};

namespace valueRules {

/// Longest value, in Unicode code points.
constexpr qsizetype maximumLength = 255;

/// The value as it will be stored: trimmed, Unicode NFC, single line, at most maximumLength characters.
/// Refused are control characters (Unicode category Cc, U+0000 among them), noncharacters, line and paragraph
/// separators, lone surrogates and the explicit bidirectional controls of UAX #9 (U+202A to U+202E, U+2066 to
/// U+2069), which can make a text read as another.
[[nodiscard]] tl::expected<FieldValue, ValueProblem> clean(const FieldValue &value);

/// Whether the code point is one of the explicit bidirectional controls.
[[nodiscard]] bool isBidirectionalControl(char32_t c);

/// The name of a refused character, for example "U+202E RIGHT-TO-LEFT OVERRIDE".
[[nodiscard]] QString characterName(char32_t character);

} // namespace valueRules

} // namespace addressdesk

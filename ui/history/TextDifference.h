#pragma once

#include <QList>
#include <QString>

namespace addressdesk {

/// A stretch of a text, in UTF-16 units.
struct TextRun
{
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] bool operator==(const TextRun &) const = default;
};

/// Which letters of two texts differ. Runs never cut a grapheme cluster (a letter with its accents, an
/// emoji).
struct TextDifference
{
    QList<TextRun> before; ///< Stretches of the old text that are gone.
    QList<TextRun> after;  ///< Stretches of the new text that are new.

    /// Texts that share little are different as a whole: single letters that happen to agree tell a reader
    /// nothing.
    [[nodiscard]] static TextDifference between(const QString &before, const QString &after);
};

} // namespace addressdesk

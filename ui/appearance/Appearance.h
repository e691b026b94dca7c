#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QLabel;

namespace addressdesk::appearance {

/// The step of every spacing, margin and size in the window, in device-independent pixels.
constexpr int step = 4;

/// WCAG 2 contrast between two opaque colours, from 1 to 21.
[[nodiscard]] double contrast(const QColor &first, const QColor &second);

/// Whether the palette is light text on dark.
[[nodiscard]] bool isDark(const QPalette &palette);

/// The accent of "changed, not saved yet" and of changed letters. As text at least 4.5 : 1 on Base,
/// AlternateBase, Window and its own tint.
[[nodiscard]] QColor changedAccent(const QPalette &palette);
/// The accent of "put back", with the same promise.
[[nodiscard]] QColor putBackAccent(const QPalette &palette);
/// The accent of what failed or was refused, with the same promise.
[[nodiscard]] QColor problemAccent(const QPalette &palette);

/// A light wash of an accent over Base, to lie behind text in the palette's text colour or in the accent.
[[nodiscard]] QColor tint(const QColor &accent, const QPalette &palette);

/// Text of second rank (times, hints): between Text and Base, still at least 4.5 : 1 on both Base and Window.
[[nodiscard]] QColor quietText(const QPalette &palette);

/// The palette with placeholders that have at least 4.5 : 1 on Base, and with disabled texts that have at
/// least 3 : 1 on what they stand on. Colours that do already stay.
[[nodiscard]] QPalette withReadableHints(QPalette palette);

/// A hairline between areas; decoration only.
[[nodiscard]] QColor hairline(const QPalette &palette);

/// The font made larger or smaller by a factor, never below 8 points.
[[nodiscard]] QFont scaled(const QFont &font, double factor);
[[nodiscard]] QFont bold(const QFont &font);

/// Sets a label up for text of second rank; follows palette changes.
void makeQuiet(QLabel *label);

} // namespace addressdesk::appearance

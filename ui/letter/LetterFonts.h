#pragma once

#include <QFont>

namespace addressdesk::letterFonts {

constexpr qreal unitsPerMillimetre = 100; ///< Letters are laid out in hundredths of a millimetre.
constexpr qreal unitsPerPoint = unitsPerMillimetre * 25.4 / 72;

/// The letter's own fonts, not the desktop's: every desk prints the same letter.
[[nodiscard]] QFont text(qreal points, bool isBold = false);
/// For codes and links: of one width, and no two characters look alike.
[[nodiscard]] QFont code(qreal points, bool isBold = false);

} // namespace addressdesk::letterFonts

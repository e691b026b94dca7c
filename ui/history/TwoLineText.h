#pragma once

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

/// Text of second rank on a card: at most two lines, the second one elided.
namespace addressdesk::twoLineText {

[[nodiscard]] int height(const QFont &font, const QString &text, int width);

/// Draws at the leading edge of the painter's direction, in its pen's colour.
void draw(QPainter *painter, const QRect &rect, const QFont &font, const QString &text);

} // namespace addressdesk::twoLineText

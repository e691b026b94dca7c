#pragma once

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

/// Whole texts in narrow columns: wrapped between words where there are any, inside them where there are not.
namespace addressdesk::wrappedLines {

/// In pixels.
[[nodiscard]] int height(const QFont &font, const QString &text, int width);

/// In the painter's pen, from the leading edge of `direction`.
void draw(QPainter *painter, const QRect &rect, const QString &text, Qt::LayoutDirection direction);

} // namespace addressdesk::wrappedLines

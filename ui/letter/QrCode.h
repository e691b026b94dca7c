#pragma once

#include <QByteArray>

#include <optional>

class QPainter;
class QRectF;
class QString;

namespace addressdesk {

/// A text as a QR code with error correction M.
class QrCode final
{
public:
    static constexpr int quietModules = 4; ///< White around the code, which readers need.

    /// std::nullopt for a text that is empty or longer than a QR code holds.
    [[nodiscard]] static std::optional<QrCode> ofText(const QString &text);

    /// Modules of one side, the quiet zone included.
    [[nodiscard]] int modules() const { return m_width + 2 * quietModules; }

    /// Black on white with the quiet zone, whatever colours the window has. `square` holds both.
    void draw(QPainter &painter, const QRectF &square) const;

private:
    QrCode(int width, QByteArray dark) : m_width(width), m_dark(std::move(dark)) {}

    int m_width;
    QByteArray m_dark; ///< Row by row, 1 for dark.
};

} // namespace addressdesk

#pragma once

#include <QIconEngine>

namespace addressdesk {

/// Draws a one-colour SVG in the application palette's colour for the icon's mode, and in its layout
/// direction.
class PaletteIconEngine final : public QIconEngine
{
public:
    /// Whether a right-to-left application shows it the other way round.
    enum class Turn { Never, WithReading };

    PaletteIconEngine(QString file, Turn turn);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] bool isNull() override { return m_file.isEmpty(); }

private:
    QString m_file;
    Turn m_turn;
};

} // namespace addressdesk

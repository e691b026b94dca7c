#pragma once

#include <QIconEngine>

namespace addressdesk {

/// Draws a one-colour SVG in the application palette's colour for the icon's mode.
class PaletteIconEngine final : public QIconEngine
{
public:
    explicit PaletteIconEngine(QString file);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] bool isNull() override { return m_file.isEmpty(); }

private:
    QString m_file;
};

} // namespace addressdesk

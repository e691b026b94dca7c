#include "ui/appearance/PaletteIconEngine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

namespace addressdesk {

namespace {

QColor colorOf(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        return palette.color(QPalette::ButtonText);
    }
    Q_UNREACHABLE();
}

} // namespace

PaletteIconEngine::PaletteIconEngine(QString file, Turn turn) : m_file(std::move(file)), m_turn(turn) {}

void PaletteIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
    painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state));
}

QPixmap PaletteIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    const QColor color = colorOf(mode);
    const bool isTurned = m_turn == Turn::WithReading && QGuiApplication::isRightToLeft();
    const QString key = QStringLiteral("addressdesk:%1:%2x%3:%4:%5")
                            .arg(m_file, QString::number(size.width()), QString::number(size.height()),
                                 color.name(QColor::HexArgb), QString::number(isTurned));
    QPixmap result;
    if (QPixmapCache::find(key, &result))
        return result;
    result = QPixmap(size);
    result.fill(Qt::transparent);
    QSvgRenderer renderer(m_file);
    QPainter painter(&result);
    const int side = std::min(size.width(), size.height());
    renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(result.rect(), color);
    painter.end();
    if (isTurned)
        result = result.transformed(QTransform::fromScale(-1, 1));
    QPixmapCache::insert(key, result);
    return result;
}

QIconEngine *PaletteIconEngine::clone() const
{
    return new PaletteIconEngine(m_file, m_turn);
}

} // namespace addressdesk

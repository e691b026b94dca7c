#include "ui/letter/QrCode.h"

#include <QPainter>
#include <QPainterPath>
#include <QString>

#include <qrencode.h>

#include <memory>

namespace addressdesk {

std::optional<QrCode> QrCode::ofText(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    constexpr int smallestThatFits = 0;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()),
                          reinterpret_cast<const unsigned char *>(bytes.constData()), smallestThatFits,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return std::nullopt;
    QByteArray dark(qsizetype(code->width) * code->width, '\0');
    for (qsizetype i = 0; i < dark.size(); ++i)
        dark[i] = static_cast<char>(code->data[i] & 1);
    return QrCode(code->width, dark);
}

void QrCode::draw(QPainter &painter, const QRectF &square) const
{
    const qreal module = square.width() / modules();
    // One path of runs: separate squares would show hairlines between them.
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int row = 0; row < m_width; ++row) {
        for (int begin = 0; begin < m_width;) {
            int end = begin;
            while (end < m_width && m_dark.at(row * m_width + end))
                ++end;
            if (end > begin)
                path.addRect(square.x() + (begin + quietModules) * module,
                             square.y() + (row + quietModules) * module, (end - begin) * module, module);
            begin = end + 1;
        }
    }
    painter.fillRect(square, Qt::white);
    painter.fillPath(path, Qt::black);
}

} // namespace addressdesk

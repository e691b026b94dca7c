#include "app/mail/HtmlTemplate.h"

#include <QFile>
#include <QRegularExpression>

namespace addressdesk {

HtmlTemplate::HtmlTemplate(const QString &name)
{
    QFile file(QStringLiteral(":/mail/") + name + QStringLiteral(".html"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QString source = isOpen ? QString::fromUtf8(file.readAll()) : QString();
    static const QRegularExpression places(QStringLiteral("\\{\\{\\{(\\w+)\\}\\}\\}|\\{\\{(\\w+)\\}\\}"));
    qsizetype done = 0;
    for (QRegularExpressionMatchIterator it = places.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch place = it.next();
        const bool isHtml = place.capturedLength(1) > 0;
        m_pieces.append(
            {source.mid(done, place.capturedStart() - done), place.captured(isHtml ? 1 : 2), isHtml});
        done = place.capturedEnd();
    }
    m_pieces.append({source.mid(done), {}, false});
}

QString HtmlTemplate::filled(const Values &values) const
{
    QString html;
    for (const Piece &piece : m_pieces) {
        html += piece.html;
        const QString value = values.value(piece.name);
        html += piece.isHtml ? value : value.toHtmlEscaped();
    }
    return html;
}

} // namespace addressdesk

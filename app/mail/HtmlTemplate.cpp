#include "app/mail/HtmlTemplate.h"

#include <QFile>

namespace addressdesk {

HtmlTemplate::HtmlTemplate(const QString &name)
{
    QFile file(QStringLiteral(":/mail/") + name + QStringLiteral(".html"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    if (isOpen)
        m_source = QString::fromUtf8(file.readAll());
}

QString HtmlTemplate::filled(const Values &values) const
{
    QString html;
    qsizetype done = 0;
    for (;;) {
        const qsizetype begin = m_source.indexOf(QLatin1String("{{"), done);
        const bool isHtml = begin >= 0 && m_source.mid(begin).startsWith(QLatin1String("{{{"));
        const QString close = isHtml ? QStringLiteral("}}}") : QStringLiteral("}}");
        const qsizetype end = begin < 0 ? -1 : m_source.indexOf(close, begin);
        if (end < 0)
            break;
        const qsizetype nameStart = begin + close.size();
        const QString value = values.value(m_source.mid(nameStart, end - nameStart));
        html += QStringView(m_source).mid(done, begin - done);
        html += isHtml ? value : value.toHtmlEscaped();
        done = end + close.size();
    }
    return html + m_source.mid(done);
}

} // namespace addressdesk

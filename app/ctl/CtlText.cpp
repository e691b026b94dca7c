#include "app/ctl/CtlText.h"

#include "models/domain/ValueRules.h"
#include "models/wording/Sentences.h"

#include <QStringList>

#include <algorithm>

namespace addressdesk {

namespace {

bool isObeyed(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Surrogate ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
           valueRules::isBidirectionalControl(c);
}

/// The blocks of wide characters in common use (Unicode's East Asian Width W and F).
bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) ||
           (c >= 0x1F900 && c <= 0x1F9FF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool takesNoRoom(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
           category == QChar::Other_Format;
}

} // namespace

QString CtlText::withoutIsolates(QString text)
{
    // An isolate that stands elsewhere than beside a quotation mark belongs to a value.
    const QString quotes = wording::quoted(QString());
    text.replace(quotes.left(2), quotes.mid(1, 1));
    return text.replace(quotes.right(2), quotes.mid(quotes.size() - 2, 1));
}

QString CtlText::visible(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    const QList<uint> characters = withoutIsolates(text).toUcs4();
    for (const uint c : characters) {
        if (isObeyed(c))
            shown += QStringLiteral("\\u{%1}").arg(QString::number(c, 16).toUpper());
        else
            shown += QChar::fromUcs4(c);
    }
    return shown;
}

int CtlText::width(const QString &text)
{
    int columns = 0;
    const QList<uint> characters = text.toUcs4();
    for (const uint c : characters)
        columns += takesNoRoom(c) ? 0 : isWide(c) ? 2 : 1;
    return columns;
}

QStringList CtlText::aligned(const QList<QStringList> &rows)
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = std::max(widths[i], width(visible(row[i])));
        }
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString cell = visible(row[i]);
            line += cell;
            if (i + 1 < row.size())
                line += QString(widths[i] - width(cell) + 2, u' ');
        }
        while (line.endsWith(u' '))
            line.chop(1);
        lines.append(line);
    }
    return lines;
}

} // namespace addressdesk

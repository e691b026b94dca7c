#include "ui/appearance/PlainToolTip.h"

namespace addressdesk::appearance {

QString plainToolTip(const QString &text)
{
    return text.isEmpty()
               ? QString()
               : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace addressdesk::appearance

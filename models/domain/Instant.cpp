#include "models/domain/Instant.h"

namespace addressdesk {

QDateTime instantOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace addressdesk

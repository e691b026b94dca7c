#include "app/revertlink/AccessLog.h"

#include <QDateTime>

namespace addressdesk {

namespace {

bool isCommon(const QByteArray &method)
{
    for (const char *common : {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "-"}) {
        if (method == common)
            return true;
    }
    return false;
}

} // namespace

QString logLine(const QString &what)
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + what;
}

QString accessLogLine(const QByteArray &method, const QByteArray &pathKind, int status,
                      std::chrono::steady_clock::duration took)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
    return logLine(QStringLiteral("%1 %2 %3 %4 ms")
                       .arg(isCommon(method) ? QString::fromLatin1(method) : QStringLiteral("other"),
                            QString::fromUtf8(pathKind), QString::number(status),
                            QString::number(milliseconds)));
}

} // namespace addressdesk

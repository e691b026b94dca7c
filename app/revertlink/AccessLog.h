#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace addressdesk {

/// "2026-03-03T13:02:00.123Z mail 7 sent": how every line of a server's log begins.
[[nodiscard]] QString logLine(const QString &what);

/// "2026-03-03T13:02:00.123Z GET /r/… 200 3 ms". Methods that nobody uses are called "other", because they
/// are the client's own words. `pathKind` is of RevertLinkService::kindOfPath().
[[nodiscard]] QString accessLogLine(const QByteArray &method, const QByteArray &pathKind, int status,
                                    std::chrono::steady_clock::duration took);

} // namespace addressdesk

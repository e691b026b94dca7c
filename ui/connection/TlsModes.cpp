#include "ui/connection/TlsModes.h"

#include <QCoreApplication>

namespace addressdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("TlsModes", text);
}

} // namespace

QList<TlsMode> tlsModes()
{
    return {
        {QString(), say(QT_TRANSLATE_NOOP("TlsModes", "Automatic: required, except on this computer")),
         false},
        {QStringLiteral("verify-full"),
         say(QT_TRANSLATE_NOOP("TlsModes", "Required, check certificate and name (verify-full)")), true},
        {QStringLiteral("verify-ca"),
         say(QT_TRANSLATE_NOOP("TlsModes", "Required, check certificate (verify-ca)")), true},
        {QStringLiteral("require"), say(QT_TRANSLATE_NOOP("TlsModes", "Required, check nothing (require)")),
         false},
        {QStringLiteral("prefer"), say(QT_TRANSLATE_NOOP("TlsModes", "Where the server offers it (prefer)")),
         false},
        {QStringLiteral("allow"), say(QT_TRANSLATE_NOOP("TlsModes", "Only where the server insists (allow)")),
         false},
        {QStringLiteral("disable"),
         say(QT_TRANSLATE_NOOP("TlsModes", "Never: all can be read on the way (disable)")), false},
    };
}

} // namespace addressdesk

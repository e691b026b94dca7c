#pragma once

#include "CtlDesk.h"

namespace addressdesk {

/// `address-deskctl serve` for a desk's database, until this object goes.
class ServingCtl final
{
public:
    /// Listening when this returns; fatal when it is not. `options` are further ones of the command.
    ServingCtl(const CtlDesk &desk, const QStringList &options);
    ~ServingCtl();
    ServingCtl(const ServingCtl &) = delete;
    ServingCtl &operator=(const ServingCtl &) = delete;

    /// Where it listens, for example "http://127.0.0.1:41234".
    [[nodiscard]] const QString &address() const { return m_address; }
    /// Asks it to end; its exit status, −1 when it had to be killed.
    int stop();
    /// Everything that it has logged so far.
    [[nodiscard]] QByteArray log();

private:
    QProcess m_process;
    QString m_address;
    QByteArray m_log;
};

} // namespace addressdesk

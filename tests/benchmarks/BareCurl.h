#pragma once

#include "models/domain/OutgoingMail.h"

#include <QList>

namespace addressdesk {

/// What a short program would do with libcurl: the same messages on one connection, nothing checked or
/// recorded.
class BareCurl final
{
public:
    BareCurl(int port, const QByteArray &caFile);
    ~BareCurl();
    BareCurl(const BareCurl &) = delete;
    BareCurl &operator=(const BareCurl &) = delete;

    /// Fatal when one is not accepted.
    void send(const QList<MailMessage> &messages);

private:
    void *m_handle;
};

} // namespace addressdesk

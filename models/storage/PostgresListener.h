#pragma once

#include "models/domain/Error.h"

#include <QObject>
#include <QString>

#include <functional>

class QSocketNotifier;

namespace addressdesk {

class PostgresWire;

/// Hands notifications over as they come, on the connection's thread from its event loop.
class PostgresListener final : public QObject
{
    Q_OBJECT

public:
    using Receiver = std::function<void(const QString &channel, const QString &payload)>;

    /// `wire` has to outlive it.
    PostgresListener(PostgresWire &wire, Receiver receiver);

    /// What came along with a statement's answer stays in libpq, of which the socket says nothing.
    void lookSoon();

private:
    void look();

    PostgresWire &m_wire;
    Receiver m_receiver;
    QSocketNotifier *m_readable;
    bool m_isLookDue = false;
};

} // namespace addressdesk

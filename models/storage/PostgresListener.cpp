#include "models/storage/PostgresListener.h"

#include "models/storage/PostgresWire.h"

#include <QList>
#include <QPointer>
#include <QSocketNotifier>

#include <libpq-fe.h>

#include <memory>

namespace addressdesk {

PostgresListener::PostgresListener(PostgresWire &wire, Receiver receiver)
    : m_wire(wire), m_receiver(std::move(receiver)),
      m_readable(new QSocketNotifier(PQsocket(wire.connection()), QSocketNotifier::Read, this))
{
    connect(m_readable, &QSocketNotifier::activated, this, &PostgresListener::look);
}

void PostgresListener::lookSoon()
{
    if (!std::exchange(m_isLookDue, true))
        QMetaObject::invokeMethod(this, &PostgresListener::look, Qt::QueuedConnection);
}

void PostgresListener::look()
{
    m_isLookDue = false;
    // The end of a connection keeps its socket readable for ever; checkAlive() tells of it.
    if (PQconsumeInput(m_wire.connection()) != 1)
        m_readable->setEnabled(false);
    using Notification = std::unique_ptr<PGnotify, decltype(&PQfreemem)>;
    QList<std::pair<QString, QString>> received;
    while (const Notification notification{PQnotifies(m_wire.connection()), &PQfreemem})
        received.append({QString::fromUtf8(notification->relname), QString::fromUtf8(notification->extra)});
    const QPointer<PostgresListener> alive(this); // Who hears of a change may open the connection anew.
    for (const auto &[channel, payload] : received) {
        if (alive)
            m_receiver(channel, payload);
    }
}

} // namespace addressdesk

#include "app/desk/SingleInstance.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>

namespace addressdesk {

namespace {

constexpr int waitMs = 1000;
constexpr qint64 longestMessage = qint64(64) * 1024;

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent), m_name(QDir(folder).filePath(QStringLiteral("address-desk.socket"))),
      m_lock(QDir(folder).filePath(QStringLiteral("address-desk.lock"))),
      m_server(std::make_unique<QLocalServer>())
{
    m_lock.setStaleLockTime(0);
    QDir().mkpath(folder);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::receive);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::isFirst()
{
    if (!m_lock.tryLock() && m_lock.error() == QLockFile::LockFailedError)
        return false;
    // The lock decides; a socket that is there was left by a crash.
    QLocalServer::removeServer(m_name);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server->listen(m_name))
        qWarning("Other starts of the program cannot hand over to this one: %s",
                 qPrintable(m_server->errorString()));
    return true;
}

bool SingleInstance::send(const QString &message) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(waitMs))
        return false;
    const QByteArray bytes = message.toUtf8() + '\n';
    return socket.write(bytes) == bytes.size() && socket.waitForBytesWritten(waitMs) &&
           socket.waitForReadyRead(waitMs);
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > longestMessage)
                    socket->abort();
                return;
            }
            const QString message = QString::fromUtf8(socket->readLine(longestMessage)).trimmed();
            socket->write("ok\n");
            socket->disconnectFromServer();
            emit received(message);
        });
    }
}

} // namespace addressdesk

#pragma once

#include <QByteArray>
#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>

namespace addressdesk {

/// A loopback proxy that can swallow one answer and hang up: the server has done what it was asked, the
/// client never learns. Works on a thread of its own, because clients wait for it.
class CuttingProxy final
{
public:
    explicit CuttingProxy(quint16 serverPort) : m_serverPort(serverPort), m_listener(new QTcpServer)
    {
        m_listener->listen(QHostAddress::LocalHost);
        m_port = m_listener->serverPort();
        m_listener->moveToThread(&m_thread);
        QObject::connect(m_listener, &QTcpServer::newConnection, m_listener, [this] { accept(); });
        QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
        m_thread.start();
    }
    ~CuttingProxy()
    {
        m_thread.quit();
        m_thread.wait();
    }
    CuttingProxy(const CuttingProxy &) = delete;
    CuttingProxy &operator=(const CuttingProxy &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// The answer to the next message that contains `part` is lost.
    void cutAnswerTo(const QByteArray &part)
    {
        const QMutexLocker lock(&m_mutex);
        m_part = part;
    }
    [[nodiscard]] int cuts() const { return m_cuts; }

private:
    void accept()
    {
        while (QTcpSocket *client = m_listener->nextPendingConnection()) {
            auto *database = new QTcpSocket(client);
            database->connectToHost(QHostAddress(QHostAddress::LocalHost), m_serverPort);
            QObject::connect(client, &QTcpSocket::readyRead, database, [this, client, database] {
                const QByteArray message = client->readAll();
                const QMutexLocker lock(&m_mutex);
                if (!m_part.isEmpty() && message.contains(m_part)) {
                    m_part.clear();
                    database->setProperty("isCut", true);
                }
                database->write(message);
            });
            QObject::connect(database, &QTcpSocket::readyRead, client, [this, client, database] {
                const QByteArray answer = database->readAll();
                if (database->property("isCut").toBool()) {
                    ++m_cuts;
                    client->abort();
                } else {
                    client->write(answer);
                }
            });
            QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            QObject::connect(database, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        }
    }

    quint16 m_serverPort;
    quint16 m_port = 0;
    QThread m_thread;
    QTcpServer *m_listener; ///< On the thread, and gone with it.
    QMutex m_mutex;
    QByteArray m_part;
    std::atomic<int> m_cuts = 0;
};

} // namespace addressdesk

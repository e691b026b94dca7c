#pragma once

#include "app/revertlink/FileDescriptor.h"

#include <QByteArray>
#include <QDeadlineTimer>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

namespace addressdesk {

/// A client of the gateway on this machine, down to the bytes.
class TestClient final
{
public:
    static constexpr int patience = 20000; ///< Milliseconds, for machines that are busy with something else.

    explicit TestClient(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            m_socket.reset();
    }

    [[nodiscard]] bool isConnected() const { return m_socket.isOpen(); }
    [[nodiscard]] int descriptor() const { return m_socket.get(); }

    /// False when the other side does not take all of it within the patience.
    bool send(const QByteArray &bytes)
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const ssize_t size =
                ::send(m_socket.get(), bytes.constData() + sent,
                       static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (size > 0)
                sent += size;
            else if (!wait(POLLOUT, patience) || (size < 0 && errno != EAGAIN))
                return false;
        }
        return true;
    }

    void endSending() { ::shutdown(m_socket.get(), SHUT_WR); }

    /// Everything until the other side closes.
    [[nodiscard]] QByteArray readAll()
    {
        QByteArray all;
        const QDeadlineTimer deadline(patience);
        char bytes[16384];
        while (wait(POLLIN, static_cast<int>(deadline.remainingTime()))) {
            const ssize_t size = ::recv(m_socket.get(), bytes, sizeof bytes, MSG_DONTWAIT);
            if (size <= 0)
                return all;
            all.append(bytes, size);
        }
        return all + "(not closed)";
    }

    /// Whether the other side closes within so many milliseconds; what it says is lost.
    [[nodiscard]] bool closesWithin(int milliseconds)
    {
        char bytes[1024];
        while (wait(POLLIN, milliseconds)) {
            if (::recv(m_socket.get(), bytes, sizeof bytes, MSG_DONTWAIT) <= 0)
                return true;
        }
        return false;
    }

private:
    [[nodiscard]] bool wait(short events, int milliseconds) const
    {
        pollfd watched{m_socket.get(), events, 0};
        return ::poll(&watched, 1, milliseconds) == 1;
    }

    FileDescriptor m_socket;
};

/// The whole answer to one request.
[[nodiscard]] inline QByteArray answerTo(quint16 port, const QByteArray &request)
{
    TestClient client(port);
    client.send(request);
    return client.readAll();
}

[[nodiscard]] inline QByteArray requestFor(const QByteArray &method, const QByteArray &path,
                                           const QByteArray &fields = {})
{
    return method + ' ' + path + " HTTP/1.1\r\nHost: gateway.example\r\n" + fields + "\r\n";
}

/// 0 unless it is an answer.
[[nodiscard]] inline int statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

[[nodiscard]] inline QByteArray bodyOf(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : answer.mid(end + 4);
}

} // namespace addressdesk

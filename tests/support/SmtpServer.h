#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace addressdesk {

/// A real mail server on the loopback: tests/support/smtp_server.py, in a process that ends with this object.
class SmtpServer final
{
public:
    enum class Security { None, StartTls, ImplicitTls };

    /// Started and listening when this returns; fatal when it is not. `options` are further ones of the
    /// script.
    explicit SmtpServer(Security security, const QStringList &options = {});
    ~SmtpServer();
    SmtpServer(const SmtpServer &) = delete;
    SmtpServer &operator=(const SmtpServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// The certificate that the server shows, which is its own authority; made for `localhost` unless
    /// certificateFor() said otherwise.
    [[nodiscard]] QString certificate() const;

    /// What the server printed so far of one event, oldest first. Waits until there are at least `count`.
    [[nodiscard]] QList<QJsonObject> events(const QString &name, qsizetype count = 0);
    /// Takes what the server prints for so many milliseconds: a full pipe would block it.
    void readFor(int milliseconds);
    void kill();

    /// The host that certificates of servers made from now on are for.
    static void certificateFor(const QString &host);

private:
    void makeCertificate();
    void readLines();

    QTemporaryDir m_folder;
    QProcess m_process;
    QList<QJsonObject> m_events;
    int m_port = 0;
};

} // namespace addressdesk

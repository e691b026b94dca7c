#include "tests/support/SmtpServer.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace addressdesk {

namespace {

constexpr int patience = 60000; ///< ms, on a busy machine.
QString theHost = QStringLiteral("localhost");

QString nameOf(SmtpServer::Security security)
{
    switch (security) {
    case SmtpServer::Security::None:
        return QStringLiteral("none");
    case SmtpServer::Security::StartTls:
        return QStringLiteral("starttls");
    case SmtpServer::Security::ImplicitTls:
        return QStringLiteral("tls");
    }
    Q_UNREACHABLE();
}

} // namespace

SmtpServer::SmtpServer(Security security, const QStringList &options)
{
    QStringList arguments{QStringLiteral(ADDRESSDESK_SUPPORT "/smtp_server.py"), QStringLiteral("--security"),
                          nameOf(security)};
    if (security != Security::None) {
        makeCertificate();
        arguments << QStringLiteral("--certificate") << certificate() << QStringLiteral("--key")
                  << m_folder.filePath(QStringLiteral("key.pem"));
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("/usr/bin/python3"), arguments + options);
    const QList<QJsonObject> ready = events(QStringLiteral("ready"), 1);
    if (ready.isEmpty())
        qFatal("the mail server did not start");
    m_port = ready.first()[QLatin1String("port")].toInt();
}

SmtpServer::~SmtpServer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patience))
        kill();
}

QString SmtpServer::certificate() const
{
    return m_folder.filePath(QStringLiteral("certificate.pem"));
}

void SmtpServer::certificateFor(const QString &host)
{
    theHost = host;
}

void SmtpServer::readFor(int milliseconds)
{
    QDeadlineTimer deadline(milliseconds);
    while (!deadline.hasExpired()) {
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        readLines();
    }
}

void SmtpServer::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

void SmtpServer::makeCertificate()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                   QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                   QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=") + theHost, QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=DNS:") + theHost, QStringLiteral("-keyout"),
                   m_folder.filePath(QStringLiteral("key.pem")), QStringLiteral("-out"), certificate()});
    if (!openssl.waitForFinished(patience) || openssl.exitCode() != 0)
        qFatal("no certificate: %s", openssl.readAllStandardError().constData());
}

QList<QJsonObject> SmtpServer::events(const QString &name, qsizetype count)
{
    for (;;) {
        readLines();
        QList<QJsonObject> found;
        std::copy_if(m_events.cbegin(), m_events.cend(), std::back_inserter(found),
                     [&name](const QJsonObject &event) { return event[QLatin1String("event")] == name; });
        if (found.size() >= count || !m_process.waitForReadyRead(patience))
            return found;
    }
}

void SmtpServer::readLines()
{
    while (m_process.canReadLine())
        m_events.append(QJsonDocument::fromJson(m_process.readLine()).object());
}

} // namespace addressdesk

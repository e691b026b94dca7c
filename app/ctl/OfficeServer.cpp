#include "app/ctl/OfficeServer.h"

#include "app/ctl/CtlText.h"
#include "app/mail/FolderTransport.h"
#include "app/mail/SmtpTransport.h"
#include "models/storage/OfficeSettingsRepository.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/SqlOutboxQueue.h"
#include "models/storage/SqlRevertLinks.h"

namespace addressdesk {

namespace {

/// Below the listener's deadline: then the customer is told, and the connection is free again.
constexpr std::chrono::milliseconds lookupTimeout{4000};

QString sourceName(DispatchProblem::Source source)
{
    switch (source) {
    case DispatchProblem::Source::Outbox:
        return QStringLiteral("outbox");
    case DispatchProblem::Source::Settings:
        return QStringLiteral("settings");
    case DispatchProblem::Source::Transport:
        return QStringLiteral("mail server");
    }
    Q_UNREACHABLE();
}

} // namespace

OfficeServer::OfficeServer(Database database, ServeOptions options, OfficeSettings settings, Log log,
                           QObject *parent)
    : QObject(parent), m_database(std::move(database)), m_options(std::move(options)),
      m_settings(withOptions(std::move(settings))), m_log(std::move(log)),
      m_announcer(m_database.url, m_database.password)
{
}

OfficeServer::~OfficeServer() = default;

Done OfficeServer::start()
{
    m_service = std::make_shared<RevertLinkService>(m_settings, [this](const QStringList &digests) {
        QMetaObject::invokeMethod(
            this, [this, digests] { announce(digests); }, Qt::QueuedConnection);
    });
    const auto links = [database = m_database] {
        return SqlRevertLinks::open(database.url, database.password, lookupTimeout);
    };
    m_listener = std::make_unique<HttpListener>(m_service, links, m_options.listener,
                                                [this](const QString &line) { log(line); });
    if (const Done started = m_listener->start(); !started)
        return started;
    if (m_options.smtp || !m_options.mailFolder.isEmpty())
        m_dispatcher = std::make_unique<DispatcherThread>(dispatcherParts());
    return {};
}

bool OfficeServer::stop()
{
    m_dispatcher.reset();
    return m_listener->stop();
}

OfficeSettings OfficeServer::withOptions(OfficeSettings settings) const
{
    if (!m_options.publicUrl.isEmpty())
        settings.publicUrl = m_options.publicUrl;
    return settings;
}

/// Read anew for each batch of mails, so that changed settings count at once, for pages too.
Result<OfficeSettings> OfficeServer::currentSettings() const
{
    auto connection = SqlConnection::open(m_database.url, m_database.password);
    if (!connection)
        return tl::unexpected(connection.error());
    return OfficeSettingsRepository(**connection).load().map([this](const OfficeSettings &settings) {
        const OfficeSettings current = withOptions(settings);
        m_service->setOffice(current);
        return current;
    });
}

DispatcherThread::Parts OfficeServer::dispatcherParts()
{
    DispatcherThread::Parts parts;
    parts.queue = [database = m_database] {
        return SqlOutboxQueue::open(database.url, database.password);
    };
    parts.transport = [this] {
        return transport();
    };
    parts.composers = [this] {
        return currentSettings().map(
            [this](const OfficeSettings &settings) { return MailComposer(settings, m_database.mapping); });
    };
    parts.reports = reports();
    return parts;
}

Result<std::unique_ptr<MailTransport>> OfficeServer::transport() const
{
    if (m_options.smtp)
        return std::make_unique<SmtpTransport>(*m_options.smtp);
    return std::make_unique<FolderTransport>(m_options.mailFolder);
}

DispatcherReports OfficeServer::reports()
{
    DispatcherReports reports;
    reports.sent = [this](qint64 id) {
        log(QStringLiteral("mail %1 sent").arg(id));
    };
    reports.deferred = [this](qint64 id, const QString &why) {
        log(QStringLiteral("mail %1 deferred: %2").arg(QString::number(id), why));
    };
    reports.failed = [this](qint64 id, const QString &why) {
        log(QStringLiteral("mail %1 given up: %2").arg(QString::number(id), why));
    };
    reports.problem = [this](const DispatchProblem &problem) {
        log(QStringLiteral("no mail can be sent (%1): %2").arg(sourceName(problem.source), problem.detail));
    };
    reports.recovered = [this] {
        log(QStringLiteral("mails can be sent again"));
    };
    return reports;
}

void OfficeServer::announce(const QStringList &tokenDigests)
{
    if (const Done announced = m_announcer.announce(tokenDigests); !announced)
        log(QStringLiteral("desks could not be told of a fetched page: %1").arg(announced.error().detail));
}

void OfficeServer::log(const QString &line)
{
    const std::lock_guard lock(m_logMutex);
    m_log(line);
}

} // namespace addressdesk

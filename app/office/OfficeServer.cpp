#include "app/office/OfficeServer.h"

#include "app/revertlink/AccessLog.h"
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
        return QStringLiteral("transport");
    }
    Q_UNREACHABLE();
}

} // namespace

OfficeServer::OfficeServer(Database database, Options options, Reports reports)
    : m_database(std::move(database)), m_options(std::move(options)), m_reports(std::move(reports))
{
}

OfficeServer::~OfficeServer()
{
    stop();
}

Done OfficeServer::start(const OfficeSettings &settings)
{
    m_service = std::make_shared<RevertLinkService>(settings, m_reports.pageFetched);
    const Done listening = listen();
    m_service->setOffice(withOptions(settings));
    if (!listening && !m_options.answersForItself)
        return listening;
    if (m_options.transport)
        m_dispatcher = std::make_unique<DispatcherThread>(dispatcherParts());
    return listening;
}

Done OfficeServer::listen()
{
    const auto links = [database = m_database] {
        return SqlRevertLinks::open(database.url, database.password, lookupTimeout);
    };
    auto listener = std::make_unique<HttpListener>(m_service, links, m_options.listener,
                                                   [this](const QString &line) { log(line); });
    const Done started = listener->start();
    if (started)
        m_listener = std::move(listener);
    return started;
}

void OfficeServer::setSettings(const OfficeSettings &settings)
{
    m_service->setOffice(withOptions(settings));
}

void OfficeServer::wake()
{
    if (m_dispatcher)
        m_dispatcher->wake();
}

void OfficeServer::retryNow()
{
    if (m_dispatcher)
        m_dispatcher->retryNow();
}

bool OfficeServer::stop()
{
    m_dispatcher.reset();
    const bool hasEnded = !m_listener || m_listener->stop();
    if (hasEnded)
        m_listener.reset();
    return hasEnded;
}

OfficeSettings OfficeServer::withOptions(OfficeSettings settings) const
{
    if (!m_options.publicUrl.isEmpty())
        settings.publicUrl = m_options.publicUrl;
    if (settings.publicUrl.isEmpty() && m_options.answersForItself && m_options.listener.port != 0)
        settings.publicUrl =
            QStringLiteral("http://%1:%2").arg(m_options.listener.host).arg(m_options.listener.port);
    return settings;
}

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
    parts.transport = m_options.transport;
    parts.composers = [this] {
        return currentSettings().map(
            [this](const OfficeSettings &settings) { return MailComposer(settings, m_database.mapping); });
    };
    parts.reports = loggingReports();
    return parts;
}

DispatcherReports OfficeServer::loggingReports()
{
    const DispatcherReports &told = m_reports.mails;
    DispatcherReports reports;
    reports.sent = [this, &told](qint64 id) {
        log(logLine(QStringLiteral("mail %1 sent").arg(id)));
        if (told.sent)
            told.sent(id);
    };
    reports.deferred = [this, &told](qint64 id, const QString &why) {
        log(logLine(QStringLiteral("mail %1 deferred: %2").arg(QString::number(id), why)));
        if (told.deferred)
            told.deferred(id, why);
    };
    reports.failed = [this, &told](qint64 id, const QString &why) {
        log(logLine(QStringLiteral("mail %1 given up: %2").arg(QString::number(id), why)));
        if (told.failed)
            told.failed(id, why);
    };
    reports.problem = [this, &told](const DispatchProblem &problem) {
        log(logLine(
            QStringLiteral("no mail can be sent (%1): %2").arg(sourceName(problem.source), problem.detail)));
        if (told.problem)
            told.problem(problem);
    };
    reports.heldUp = [this, &told](qint64 count) {
        log(logLine(QStringLiteral("%1 mail(s) due for minutes are not sent: another session of the database "
                                   "keeps their rows locked (see pg_stat_activity: idle in transaction?)")
                        .arg(count)));
        if (told.heldUp)
            told.heldUp(count);
    };
    reports.recovered = [this, &told] {
        log(logLine(QStringLiteral("mails can be sent again")));
        if (told.recovered)
            told.recovered();
    };
    return reports;
}

void OfficeServer::log(const QString &line)
{
    const std::lock_guard lock(m_logMutex);
    if (m_reports.log)
        m_reports.log(line);
}

} // namespace addressdesk

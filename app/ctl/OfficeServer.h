#pragma once

#include "app/ctl/ServeOptions.h"
#include "app/mail/DispatcherThread.h"
#include "app/revertlink/HttpListener.h"
#include "app/revertlink/RevertLinkService.h"
#include "models/domain/DatabaseUrl.h"
#include "models/domain/SchemaMapping.h"
#include "models/storage/PageAnnouncer.h"

#include <QObject>

#include <memory>

namespace addressdesk {

/// What `serve` runs: the gateway, and the dispatcher when it was told where mails go. Lives on the main
/// thread, whose event loop has to run.
class OfficeServer final : public QObject
{
    Q_OBJECT

public:
    using Log = std::function<void(const QString &line)>;

    struct Database
    {
        DatabaseUrl url;
        QString password;
        SchemaMapping mapping;
    };

    /// `log` is called on any thread, one call at a time; lines hold no customers' data.
    OfficeServer(Database database, ServeOptions options, OfficeSettings settings, Log log,
                 QObject *parent = nullptr);
    ~OfficeServer() override;

    /// Errors: InvalidArgument when the port cannot be listened on.
    [[nodiscard]] Done start();
    [[nodiscard]] quint16 port() const { return m_listener ? m_listener->port() : 0; }
    /// Lets running work end. False when a statement is stuck in the database.
    [[nodiscard]] bool stop();

private:
    [[nodiscard]] OfficeSettings withOptions(OfficeSettings settings) const;
    [[nodiscard]] Result<OfficeSettings> currentSettings() const;
    [[nodiscard]] DispatcherThread::Parts dispatcherParts();
    [[nodiscard]] DispatcherReports reports();
    [[nodiscard]] Result<std::unique_ptr<MailTransport>> transport() const;
    void announce(const QStringList &tokenDigests);
    void log(const QString &line);

    Database m_database;
    ServeOptions m_options;
    OfficeSettings m_settings;
    Log m_log;
    std::mutex m_logMutex;
    PageAnnouncer m_announcer;
    std::shared_ptr<RevertLinkService> m_service;
    std::unique_ptr<HttpListener> m_listener;
    std::unique_ptr<DispatcherThread> m_dispatcher;
};

} // namespace addressdesk

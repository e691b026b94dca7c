#pragma once

#include "app/mail/DispatcherThread.h"
#include "app/revertlink/HttpListener.h"
#include "app/revertlink/RevertLinkService.h"
#include "models/domain/DatabaseUrl.h"
#include "models/domain/SchemaMapping.h"

#include <memory>
#include <mutex>

namespace addressdesk {

/// The office behind a database: answers the links of safety mails and sends the mails that wait. Runs inside
/// `address-deskctl serve`, and inside a desk that works on a file of its own. The settings are read anew for
/// each batch of mails.
class OfficeServer final
{
public:
    struct Database
    {
        DatabaseUrl url;
        QString password;
        SchemaMapping mapping;
    };

    struct Options
    {
        HttpListenerOptions listener;
        QString publicUrl;              ///< Instead of the settings' one; empty: theirs.
        bool answersForItself = false;  ///< Where there is no public URL, links lead to this listener.
        MailTransportFactory transport; ///< Empty: no mails are sent.
    };

    /// Told on threads of the server; must be quick. Hold no customers' data. Each may be empty.
    struct Reports
    {
        LogLine log; ///< One call at a time.
        DispatcherReports mails;
        RevertLinkService::PageFetched pageFetched;
    };

    OfficeServer(Database database, Options options, Reports reports);
    ~OfficeServer(); ///< stop().
    OfficeServer(const OfficeServer &) = delete;
    OfficeServer &operator=(const OfficeServer &) = delete;

    /// To be called once. Errors: InvalidArgument when the port cannot be listened on; mails are then sent
    /// all the same when `options.answersForItself`.
    [[nodiscard]] Done start(const OfficeSettings &settings);
    /// 0 when it does not listen.
    [[nodiscard]] quint16 port() const { return m_listener ? m_listener->port() : 0; }

    /// What pages say from now on. Mails read the database's settings anew for each batch.
    void setSettings(const OfficeSettings &settings);
    void wake();
    void retryNow();
    /// Lets running work end. False when a statement is stuck in the database.
    bool stop();

private:
    [[nodiscard]] OfficeSettings withOptions(OfficeSettings settings) const;
    [[nodiscard]] Result<OfficeSettings> currentSettings() const;
    [[nodiscard]] DispatcherThread::Parts dispatcherParts();
    [[nodiscard]] DispatcherReports loggingReports();
    [[nodiscard]] Done listen();
    void log(const QString &line);

    Database m_database;
    Options m_options;
    Reports m_reports;
    std::mutex m_logMutex;
    std::shared_ptr<RevertLinkService> m_service;
    std::unique_ptr<HttpListener> m_listener;
    std::unique_ptr<DispatcherThread> m_dispatcher;
};

} // namespace addressdesk

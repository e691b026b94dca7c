#pragma once

#include "app/desk/MailRoutes.h"
#include "app/desk/RoutePasswords.h"
#include "app/office/OfficeServer.h"
#include "models/items/LatestAnswer.h"

#include <QPointer>

#include <thread>
#include <vector>

namespace addressdesk {

/// Sends the mails of an SQLite file that this desk has open, and answers their links on 127.0.0.1 meanwhile.
/// On PostgreSQL it does neither: `address-deskctl serve` does it for the office.
class DeskMailService final : public MailService
{
    Q_OBJECT

public:
    /// The references have to outlive the service.
    DeskMailService(CredentialStore &credentials, MailRoutes &routes, QObject *parent = nullptr);
    ~DeskMailService() override;

    void setSession(DeskSession *session) override;
    [[nodiscard]] bool sendsHere() const override;
    [[nodiscard]] MailRoute route() const override;
    void setRoute(const MailRoute &route, const std::optional<QString> &password, QObject *context,
                  DoneHandler handler) override;
    void sendTest(const MailRoute &route, const std::optional<QString> &password,
                  const OfficeSettings &settings, const QString &recipient, QObject *context,
                  DoneHandler handler) override;
    void retry() override;
    void preview(const MailRecord &mail, QObject *context, PreviewHandler handler) override;
    [[nodiscard]] QString gatewayUrl() const override;
    [[nodiscard]] std::optional<Error> problem() const override { return m_problem; }

private:
    void restart();
    void retireServer();
    void noteRetired();
    void beginWhenFree();
    void start(const Result<QString> &password);
    void wake();
    void passSettings();
    [[nodiscard]] OfficeServer::Reports reports();
    void setProblem(const std::optional<Error> &problem);
    [[nodiscard]] Result<MailPreview> previewOf(const MailRecord &mail, const OfficeSettings &settings) const;

    MailRoutes &m_routes;
    RoutePasswords m_passwords;
    QPointer<DeskSession> m_session;
    std::unique_ptr<OfficeServer> m_server;
    std::vector<std::thread> m_retiring; ///< Servers of before, which end their work.
    int m_retiringCount = 0;
    bool m_isWanted = false;   ///< A server is to begin as soon as those of before have ended.
    bool m_isRouteNew = false; ///< What was tried in vain by the former one is tried at once.
    std::optional<Error> m_problem;
    LatestAnswer m_latest; ///< Of the session and route.
};

} // namespace addressdesk

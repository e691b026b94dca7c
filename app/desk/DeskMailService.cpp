#include "app/desk/DeskMailService.h"

#include "app/desk/RouteTransport.h"
#include "app/desk/StoredPreview.h"
#include "models/domain/DeskSession.h"
#include "models/wording/Sentences.h"

#include <QTcpServer>
#include <QThread>

#include <utility>

namespace addressdesk {

namespace {

using Kind = MailRoute::Kind;

} // namespace

DeskMailService::DeskMailService(CredentialStore &credentials, MailRoutes &routes, QObject *parent)
    : MailService(parent), m_routes(routes), m_passwords(credentials)
{
}

DeskMailService::~DeskMailService()
{
    retireServer();
    for (std::thread &thread : m_retiring)
        thread.join();
}

/// A running delivery takes a moment to end; the window does not wait for it, but the next server does: it
/// wants the same port.
void DeskMailService::retireServer()
{
    if (!m_server)
        return;
    ++m_retiringCount;
    m_retiring.emplace_back([this, server = std::shared_ptr<OfficeServer>(std::move(m_server))]() mutable {
        server->stop();
        server.reset();
        QMetaObject::invokeMethod(this, &DeskMailService::noteRetired, Qt::QueuedConnection);
    });
}

void DeskMailService::noteRetired()
{
    if (--m_retiringCount > 0)
        return;
    for (std::thread &thread : m_retiring)
        thread.join();
    m_retiring.clear();
    beginWhenFree();
}

void DeskMailService::setSession(DeskSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->office().disconnect(this);
    }
    m_session = session;
    m_isRouteNew = false;
    if (session) {
        connect(session, &DeskSession::addressesChanged, this, &DeskMailService::wake);
        connect(&session->office(), &OfficeDesk::officeChanged, this, &DeskMailService::wake);
        connect(&session->office(), &OfficeDesk::officeChanged, this, &DeskMailService::passSettings);
    }
    restart();
}

void DeskMailService::wake()
{
    if (m_server)
        m_server->wake();
}

bool DeskMailService::sendsHere() const
{
    return m_session && m_session->description().url.kind == DatabaseUrl::Kind::Sqlite &&
           !m_session->description().isReadOnly;
}

MailRoute DeskMailService::route() const
{
    return m_session ? m_routes.route(m_session->description().url) : MailRoute();
}

void DeskMailService::restart()
{
    m_latest.forget();
    retireServer();
    m_problem.reset();
    m_isWanted = sendsHere();
    beginWhenFree();
    emit stateChanged();
}

void DeskMailService::beginWhenFree()
{
    if (m_retiringCount > 0 || !std::exchange(m_isWanted, false))
        return;
    m_passwords.with(route(), std::nullopt,
                     m_latest.answer<QString>([this](const Result<QString> &password) { start(password); }));
}

void DeskMailService::start(const Result<QString> &password)
{
    const DatabaseUrl url = m_session->description().url;
    OfficeServer::Options options;
    options.answersForItself = true;
    options.listener.threads = 1;
    options.listener.requestsPerMinute = 0; // Only this machine reaches it.
    options.listener.port = m_routes.port(url);
    QTcpServer free;
    if (options.listener.port == 0 && free.listen(QHostAddress::LocalHost)) {
        // Chosen once: links in mails that are out lead there.
        options.listener.port = free.serverPort();
        m_routes.setPort(url, options.listener.port);
        free.close();
    }
    const MailRoute chosen = route();
    if (chosen.kind != Kind::None)
        options.transport = [chosen, password]() -> Result<std::unique_ptr<MailTransport>> {
            if (!password)
                return tl::unexpected(password.error());
            return routeTransport::make(chosen, *password);
        };
    m_server = std::make_unique<OfficeServer>(OfficeServer::Database{url, {}, m_session->mapping()}, options,
                                              reports());
    // Another window on the same file answers and sends already when the port is taken: that is no failure.
    const Done listening = m_server->start(OfficeSettings());
    if (!listening)
        qInfo("this window answers no links: %s", qPrintable(wording::technicalDetails(listening.error())));
    if (std::exchange(m_isRouteNew, false))
        m_server->retryNow();
    passSettings();
    emit stateChanged();
}

/// Pages say whose they are, whether mails are due or not.
void DeskMailService::passSettings()
{
    if (!m_session || !m_server)
        return;
    m_session->office().fetchSettings(this, [this](const Result<OfficeSettings> &settings) {
        if (settings && m_server)
            m_server->setSettings(*settings);
    });
}

void DeskMailService::retry()
{
    if (m_server)
        m_server->retryNow();
}

OfficeServer::Reports DeskMailService::reports()
{
    const auto later = [this, isWanted = m_latest.wanted()](auto work) {
        QMetaObject::invokeMethod(
            this,
            [isWanted, work] {
                if (isWanted())
                    work();
            },
            Qt::QueuedConnection);
    };
    OfficeServer::Reports reports;
    reports.mails.problem = [this, later](const DispatchProblem &problem) {
        later([this, problem] { setProblem(Error{problem.code, problem.detail, {}}); });
    };
    reports.mails.recovered = [this, later] {
        later([this] { setProblem(std::nullopt); });
    };
    reports.pageFetched = [this, later](const QStringList &tokenDigests) {
        later([this, tokenDigests] {
            if (m_session)
                emit m_session->office().pageFetched(tokenDigests);
        });
    };
    return reports;
}

void DeskMailService::setProblem(const std::optional<Error> &problem)
{
    m_problem = problem;
    emit stateChanged();
}

void DeskMailService::setRoute(const MailRoute &route, const std::optional<QString> &password,
                               QObject *context, DoneHandler handler)
{
    if (m_session)
        m_routes.setRoute(m_session->description().url, route);
    if (password)
        m_passwords.remember(route, *password);
    m_isRouteNew = true;
    restart();
    if (password && route.kind == Kind::Smtp && !route.user.isEmpty()) {
        m_passwords.keep(route, *password, context, std::move(handler));
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [alive = QPointer<QObject>(context), handler = std::move(handler)] {
            if (alive)
                handler({});
        },
        Qt::QueuedConnection);
}

void DeskMailService::sendTest(const MailRoute &route, const std::optional<QString> &password,
                               const OfficeSettings &settings, const QString &recipient, QObject *context,
                               DoneHandler handler)
{
    const MailComposer composer(settings, m_session ? m_session->mapping() : SchemaMapping::native());
    const QPointer<QObject> alive(context);
    m_passwords.with(route, password, [=, this](const Result<QString> &known) {
        QThread *thread = QThread::create([=, this] {
            const Done sent = known ? routeTransport::sendTest(route, *known, composer, recipient)
                                    : Done(tl::unexpected(known.error()));
            QMetaObject::invokeMethod(
                this,
                [alive, handler, sent] {
                    if (alive)
                        handler(sent);
                },
                Qt::QueuedConnection);
        });
        thread->setParent(this);
        connect(thread, &QThread::finished, thread, &QObject::deleteLater);
        thread->start();
    });
}

void DeskMailService::preview(const MailRecord &mail, QObject *context, PreviewHandler handler)
{
    const QPointer<QObject> alive(context);
    const auto answer = [this, alive, mail,
                         handler = std::move(handler)](const Result<OfficeSettings> &settings) {
        if (alive)
            handler(settings ? previewOf(mail, *settings) : tl::unexpected(settings.error()));
    };
    if (m_session)
        m_session->office().fetchSettings(this, answer);
    else
        QMetaObject::invokeMethod(
            this, [answer] { answer(failure(ErrorCode::ConnectionLost)); }, Qt::QueuedConnection);
}

Result<MailPreview> DeskMailService::previewOf(const MailRecord &mail, const OfficeSettings &settings) const
{
    return storedPreview::of(mail, settings, m_session ? m_session->mapping() : SchemaMapping::native(),
                             route());
}

QString DeskMailService::gatewayUrl() const
{
    if (!m_server || m_server->port() == 0)
        return {};
    return QStringLiteral("http://127.0.0.1:%1").arg(m_server->port());
}

} // namespace addressdesk

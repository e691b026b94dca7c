#include "app/desk/DeskMailService.h"

#include "app/mail/FolderTransport.h"
#include "app/mail/SmtpTransport.h"
#include "app/mail/StoredMail.h"
#include "models/domain/DeskSession.h"

#include <QFile>
#include <QTcpServer>
#include <QThread>

#include <utility>

namespace addressdesk {

namespace {

using Kind = MailRoute::Kind;

SmtpSettings smtpSettings(const MailRoute &route, const QString &password)
{
    SmtpSettings settings;
    settings.host = route.host;
    settings.port = route.port;
    settings.security = route.security == MailRoute::Security::ImplicitTls
                            ? SmtpSettings::Security::ImplicitTls
                        : route.security == MailRoute::Security::StartTls ? SmtpSettings::Security::StartTls
                                                                          : SmtpSettings::Security::Clear;
    settings.user = route.user;
    settings.password = password;
    return settings;
}

Result<std::unique_ptr<MailTransport>> transportOf(const MailRoute &route, const QString &password)
{
    if (route.kind == Kind::Folder)
        return std::make_unique<FolderTransport>(route.folder);
    const SmtpSettings settings = smtpSettings(route, password);
    if (const Done checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    return std::make_unique<SmtpTransport>(settings);
}

/// One test mail, on a thread that may wait for the server.
Done sentTest(const MailRoute &route, const QString &password, const OfficeSettings &settings,
              const SchemaMapping &mapping, const QString &recipient)
{
    const Result<MailMessage> message = MailComposer(settings, mapping).composeTest(recipient);
    if (!message)
        return tl::unexpected(message.error());
    const auto transport = transportOf(route, password);
    if (!transport)
        return tl::unexpected(transport.error());
    const Delivery delivery = (*transport)->deliver(*message);
    if (delivery.kind == Delivery::Kind::Accepted)
        return {};
    return failure(delivery.code, delivery.detail,
                   delivery.replyCode > 0 ? QString::number(delivery.replyCode) : QString());
}

} // namespace

DeskMailService::DeskMailService(CredentialStore &credentials, MailRoutes &routes, QObject *parent)
    : MailService(parent), m_credentials(credentials), m_routes(routes)
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
    ++m_generation;
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
    withPassword(route(), std::nullopt, [this, generation = m_generation](const Result<QString> &password) {
        if (generation == m_generation)
            start(password);
    });
}

void DeskMailService::withPassword(const MailRoute &route, const std::optional<QString> &given,
                                   std::function<void(const Result<QString> &)> use)
{
    const QString key = MailRoutes::credentialKey(route);
    if (given || route.kind != Kind::Smtp || route.user.isEmpty() || key == m_passwordKey) {
        use(given.value_or(key == m_passwordKey ? m_password : QString()));
        return;
    }
    m_credentials.read(
        key, this, [this, key, use = std::move(use)](const Result<std::optional<QString>> &read) {
            if (read && *read) {
                m_passwordKey = key;
                m_password = **read;
            }
            use(read.map([](const std::optional<QString> &kept) { return kept.value_or(QString()); }));
        });
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
            return transportOf(chosen, *password);
        };
    m_server = std::make_unique<OfficeServer>(OfficeServer::Database{url, {}, m_session->mapping()}, options,
                                              reports());
    // Another window on the same file answers and sends already when the port is taken: that is no failure.
    const Done listening = m_server->start(OfficeSettings());
    if (!listening)
        qInfo("this window answers no links: %s", qPrintable(listening.error().detail));
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
    const auto later = [this, generation = m_generation](auto work) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, work] {
                if (generation == m_generation)
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
    if (password) {
        m_passwordKey = MailRoutes::credentialKey(route);
        m_password = *password;
    }
    restart();
    if (password && route.kind == Kind::Smtp && !route.user.isEmpty()) {
        m_credentials.write(m_passwordKey, *password, context, std::move(handler));
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
    const SchemaMapping mapping = m_session ? m_session->mapping() : SchemaMapping::native();
    const QPointer<QObject> alive(context);
    withPassword(route, password, [=, this](const Result<QString> &known) {
        QThread *thread = QThread::create([=, this] {
            const Done sent = known ? sentTest(route, *known, settings, mapping, recipient)
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
    OutgoingMail outgoing;
    outgoing.id = mail.id;
    outgoing.changeId = mail.changeId;
    outgoing.recipient = shownText(mail.recipient);
    outgoing.audience = mail.audience;
    outgoing.notice = mail.notice;
    outgoing.createdAt = mail.createdAt;
    OfficeSettings withoutLinks = settings;
    withoutLinks.publicUrl.clear();
    const SchemaMapping mapping = m_session ? m_session->mapping() : SchemaMapping::native();
    const Result<MailBodies> written = MailComposer(withoutLinks, mapping).bodies(outgoing);
    if (!written)
        return tl::unexpected(written.error());
    MailPreview preview{written->subject, written->text, written->html, false};
    const MailRoute chosen = route();
    QFile file(chosen.folder + u'/' + MailComposer::fileName(outgoing) + QStringLiteral(".eml"));
    if (chosen.kind != Kind::Folder || !file.open(QIODevice::ReadOnly))
        return preview;
    if (const auto stored = storedMail::read(file.readAll())) {
        preview.text = stored->text;
        preview.html = stored->html;
        preview.hasLinks = true;
    }
    return preview;
}

QString DeskMailService::gatewayUrl() const
{
    if (!m_server || m_server->port() == 0)
        return {};
    return QStringLiteral("http://127.0.0.1:%1").arg(m_server->port());
}

} // namespace addressdesk

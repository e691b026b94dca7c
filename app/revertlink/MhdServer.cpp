#include "app/revertlink/MhdServer.h"

#include "app/revertlink/AccessLog.h"
#include "app/revertlink/ClientAddress.h"
#include "app/revertlink/RequestScreen.h"

#include <algorithm>

#include <microhttpd.h>
#include <sys/socket.h>

namespace addressdesk {

namespace {

/// What libmicrohttpd takes for a field, a parameter or a cookie.
constexpr std::size_t partMemory = 64;
/// A request taken apart: twice its text, each of its parts, and the answer's header. libmicrohttpd 0.9.75
/// fetches more than 32 KiB page by page from the system for each connection, and overwrites them.
constexpr std::size_t connectionMemory = 32768;
static_assert(connectionMemory >= 2 * largestRequest + (mostFields + mostParts) * partMemory + 4096);

constexpr auto never = std::chrono::hours(1);

} // namespace

/// One request and its answer. Owned by libmicrohttpd's connection, until Callbacks::completed().
struct MhdServer::Exchange
{
    MHD_Connection *connection = nullptr;
    Clock::time_point startedAt = Clock::now();
    HttpRequest request;
    std::shared_ptr<Lookup> lookup; ///< While it waits for the database.
    std::optional<HttpResponse> response;
};

/// What libmicrohttpd calls, always inside run() or the destructor.
struct MhdServer::Callbacks
{
    static MHD_Result access(void *server, MHD_Connection *connection, const char *url, const char *method,
                             const char *version, const char *upload, std::size_t *uploadSize, void **state);
    static void completed(void *server, MHD_Connection *connection, void **state,
                          MHD_RequestTerminationCode code);
    static void connectionChanged(void *server, MHD_Connection *connection, void **socketState,
                                  MHD_ConnectionNotificationCode code);
    static MHD_Result appendField(void *values, MHD_ValueKind kind, const char *name, const char *value);
    static std::size_t leaveEscaped(void *, MHD_Connection *, char *text) { return qstrlen(text); }
    static void ignoreMessage(void *, const char *, va_list) {}

    static QByteArray joinedFields(MHD_Connection *connection, const char *name);
    static QByteArray clientOf(MHD_Connection *connection, bool trustForwardedFor);
    static MHD_Result queue(const Exchange &exchange);
};

namespace {

/// All values of the fields of one name.
struct FieldValues
{
    QByteArray name;
    QList<QByteArray> values;
};

} // namespace

MHD_Result MhdServer::Callbacks::appendField(void *values, MHD_ValueKind, const char *name, const char *value)
{
    auto *wanted = static_cast<FieldValues *>(values);
    if (wanted->name.compare(name, Qt::CaseInsensitive) == 0)
        wanted->values.append(QByteArray(value));
    return MHD_YES;
}

QByteArray MhdServer::Callbacks::joinedFields(MHD_Connection *connection, const char *name)
{
    FieldValues fields{name, {}};
    (void)MHD_get_connection_values(connection, MHD_HEADER_KIND, &appendField, &fields);
    return fields.values.join(',');
}

QByteArray MhdServer::Callbacks::clientOf(MHD_Connection *connection, bool trustForwardedFor)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return clientKey(info ? info->client_addr : nullptr, joinedFields(connection, "X-Forwarded-For"),
                     trustForwardedFor);
}

MHD_Result MhdServer::Callbacks::access(void *server, MHD_Connection *connection, const char *url,
                                        const char *method, const char *, const char *,
                                        std::size_t *uploadSize, void **state)
{
    auto *exchange = static_cast<Exchange *>(*state);
    if (!exchange) { // the header has come; asked again when the body has
        exchange = new Exchange;
        exchange->connection = connection;
        exchange->request = {method, url, joinedFields(connection, "Accept-Language")};
        *state = exchange;
        return MHD_YES;
    }
    if (*uploadSize > 0) { // there is nothing that a body could say
        *uploadSize = 0;
        return MHD_YES;
    }
    if (!exchange->response)
        static_cast<MhdServer *>(server)->dispatch(*exchange);
    return exchange->response ? queue(*exchange) : MHD_YES;
}

MHD_Result MhdServer::Callbacks::queue(const Exchange &exchange)
{
    const QByteArray &body = exchange.response->body;
    MHD_Response *response = MHD_create_response_from_buffer(
        static_cast<std::size_t>(body.size()), const_cast<char *>(body.constData()), MHD_RESPMEM_PERSISTENT);
    if (!response)
        return MHD_NO;
    bool isComplete = MHD_add_response_header(response, "Connection", "close") == MHD_YES;
    for (const HttpHeader &header : exchange.response->headers) {
        isComplete =
            MHD_add_response_header(response, header.name.constData(), header.value.constData()) == MHD_YES &&
            isComplete;
    }
    const unsigned int status = static_cast<unsigned int>(exchange.response->status);
    const MHD_Result result = isComplete ? MHD_queue_response(exchange.connection, status, response) : MHD_NO;
    MHD_destroy_response(response);
    return result;
}

void MhdServer::Callbacks::completed(void *server, MHD_Connection *, void **state, MHD_RequestTerminationCode)
{
    const std::unique_ptr<Exchange> exchange(static_cast<Exchange *>(*state));
    *state = nullptr;
    if (!exchange)
        return;
    auto *self = static_cast<MhdServer *>(server);
    std::erase(self->m_waiting, exchange.get());
    self->logEnd(*exchange);
}

void MhdServer::Callbacks::connectionChanged(void *server, MHD_Connection *, void **,
                                             MHD_ConnectionNotificationCode code)
{
    static_cast<MhdServer *>(server)->m_connections += code == MHD_CONNECTION_NOTIFY_STARTED ? 1 : -1;
}

MhdServer::MhdServer(std::shared_ptr<const RevertLinkService> service, LookupWorkers &workers,
                     const HttpListenerOptions &options, LogLine log)
    : m_service(std::move(service)), m_workers(workers), m_options(options), m_log(std::move(log)),
      m_limiter(options.requestsPerMinute, options.burst)
{
    const auto idleSeconds = std::chrono::ceil<std::chrono::seconds>(options.arrivalDeadline).count();
    // Paths stay as they were sent: a token needs no escapes, and two spellings of one path help only
    // mischief.
    m_daemon = MHD_start_daemon(
        MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, nullptr,
        nullptr, &Callbacks::access, this, MHD_OPTION_EXTERNAL_LOGGER, &Callbacks::ignoreMessage, this,
        MHD_OPTION_UNESCAPE_CALLBACK, &Callbacks::leaveEscaped, this, MHD_OPTION_NOTIFY_COMPLETED,
        &Callbacks::completed, this, MHD_OPTION_NOTIFY_CONNECTION, &Callbacks::connectionChanged, this,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, connectionMemory, MHD_OPTION_CONNECTION_LIMIT,
        static_cast<unsigned int>(options.mostConnections), MHD_OPTION_CONNECTION_TIMEOUT,
        static_cast<unsigned int>(idleSeconds), MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
}

MhdServer::~MhdServer()
{
    if (!m_daemon)
        return;
    giveUpWaiting();
    run(Clock::now()); // suspended connections may not be left to MHD_stop_daemon()
    MHD_stop_daemon(m_daemon);
}

int MhdServer::readySignal() const
{
    return MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

MhdServer::Clock::time_point MhdServer::nextDeadline() const
{
    const Clock::time_point now = Clock::now();
    MHD_UNSIGNED_LONG_LONG milliseconds = 0;
    Clock::time_point next = now + never;
    if (MHD_get_timeout(m_daemon, &milliseconds) == MHD_YES)
        next = now + std::chrono::milliseconds(std::min<MHD_UNSIGNED_LONG_LONG>(milliseconds, 60000));
    if (!m_waiting.empty())
        next = std::min(next, m_waiting.front()->startedAt + m_options.answerDeadline);
    return next;
}

void MhdServer::take(FileDescriptor socket, const sockaddr_storage &peer)
{
    // MHD closes the socket also when it refuses it.
    (void)MHD_add_connection(m_daemon, socket.release(), reinterpret_cast<const sockaddr *>(&peer),
                             sizeof peer);
}

void MhdServer::run(Clock::time_point now)
{
    for (const std::shared_ptr<Lookup> &lookup : m_workers.takeAnswered()) {
        const auto place = std::find_if(m_waiting.begin(), m_waiting.end(),
                                        [&](const Exchange *exchange) { return exchange->lookup == lookup; });
        if (place != m_waiting.end()) // else it was told 503 already
            answerWaiting(**place, std::move(lookup->response));
    }
    while (!m_waiting.empty() && m_waiting.front()->startedAt + m_options.answerDeadline <= now) {
        Exchange &late = *m_waiting.front();
        answerWaiting(late, m_service->failure(503, late.request.acceptLanguage));
    }
    (void)MHD_run(m_daemon);
}

void MhdServer::giveUpWaiting()
{
    while (!m_waiting.empty()) {
        Exchange &waiting = *m_waiting.front();
        answerWaiting(waiting, m_service->failure(503, waiting.request.acceptLanguage));
    }
}

void MhdServer::answerWaiting(Exchange &exchange, HttpResponse response)
{
    std::erase(m_waiting, &exchange);
    exchange.lookup->isOver = true;
    exchange.lookup.reset();
    exchange.response = std::move(response);
    MHD_resume_connection(exchange.connection);
}

void MhdServer::dispatch(Exchange &exchange)
{
    const HttpRequest &request = exchange.request;
    const QByteArray client = Callbacks::clientOf(exchange.connection, m_options.trustForwardedFor);
    if (!m_limiter.take(client, Clock::now())) {
        exchange.response = m_service->failure(429, request.acceptLanguage);
        return;
    }
    exchange.response = m_service->answerWithoutDatabase(request);
    if (exchange.response)
        return;
    const auto lookup = std::make_shared<Lookup>();
    lookup->request = request;
    if (!m_workers.submit(lookup)) {
        exchange.response = m_service->failure(503, request.acceptLanguage);
        return;
    }
    exchange.lookup = lookup;
    m_waiting.push_back(&exchange);
    MHD_suspend_connection(exchange.connection);
}

void MhdServer::logEnd(const Exchange &exchange) const
{
    if (m_log && exchange.response) {
        m_log(accessLogLine(exchange.request.method, RevertLinkService::kindOfPath(exchange.request.path),
                            exchange.response->status, Clock::now() - exchange.startedAt));
    }
}

} // namespace addressdesk

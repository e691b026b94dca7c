#include "app/mail/SmtpTransport.h"

#include "app/mail/Scrubbing.h"
#include "app/mail/SmtpDialogue.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <utility>

namespace addressdesk {

namespace {

using Security = SmtpSettings::Security;

constexpr long slowestBytesPerSecond = 1;
constexpr long slowestSeconds = 30;
constexpr int serviceNotAvailable = 421; ///< RFC 5321, 3.8: how a server ends a session by itself.

struct CurlDeleter
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

std::unique_ptr<CURL, CurlDeleter> newHandle()
{
    static const CURLcode isReady = curl_global_init(CURL_GLOBAL_DEFAULT); // Once, whichever thread is first.
    return std::unique_ptr<CURL, CurlDeleter>(isReady == CURLE_OK ? curl_easy_init() : nullptr);
}

QByteArray urlOf(const SmtpSettings &settings)
{
    const QByteArray scheme = settings.security == Security::ImplicitTls ? "smtps://" : "smtp://";
    const QByteArray host = settings.host.toLatin1();
    return scheme + (host.contains(':') ? '[' + host + ']' : host) + ':' + QByteArray::number(settings.port) +
           '/' + settings.heloName.toLatin1();
}

} // namespace

/// libcurl's easy handle and what its callbacks need.
class SmtpTransport::Session final
{
public:
    explicit Session(SmtpSettings settings) : m_settings(std::move(settings)), m_handle(newHandle())
    {
        if (m_handle)
            configure();
    }

    [[nodiscard]] Delivery deliver(const MailMessage &message);
    void abort() { m_isAborted = true; }

private:
    template<typename Value> void set(CURLoption option, Value value)
    {
        curl_easy_setopt(m_handle.get(), option, value);
    }
    void configure();
    void configureSecurity();
    [[nodiscard]] CURLcode perform(const MailMessage &message, bool isFresh);
    [[nodiscard]] int replyCode() const;
    [[nodiscard]] bool lostKeptConnection(CURLcode result) const;
    [[nodiscard]] QString words(CURLcode result) const;

    static size_t readBody(char *buffer, size_t size, size_t count, void *session);
    static int overhear(CURL *handle, curl_infotype type, char *data, size_t size, void *session);
    static int progress(void *session, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

    SmtpSettings m_settings;
    std::unique_ptr<CURL, CurlDeleter> m_handle;
    std::atomic<bool> m_isAborted = false;
    std::array<char, CURL_ERROR_SIZE> m_problem{};
    SmtpDialogue m_dialogue;
    QByteArray m_body;
    qsizetype m_sent = 0;
};

void SmtpTransport::Session::configure()
{
    set(CURLOPT_URL, urlOf(m_settings).constData());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_NOSIGNAL, 1L); // Threads.
    set(CURLOPT_PROXY, "");    // all_proxy and the like are meant for the web.
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_settings.connectTimeout.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(m_settings.messageTimeout.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, slowestBytesPerSecond);
    set(CURLOPT_LOW_SPEED_TIME, slowestSeconds);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_ERRORBUFFER, m_problem.data());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &Session::readBody);
    set(CURLOPT_READDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &Session::progress);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_VERBOSE, 1L); // For overhear(); nothing is printed.
    set(CURLOPT_DEBUGFUNCTION, &Session::overhear);
    set(CURLOPT_DEBUGDATA, this);
    configureSecurity();
}

void SmtpTransport::Session::configureSecurity()
{
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    const bool isClear = m_settings.security == Security::Clear;
    set(CURLOPT_USE_SSL, static_cast<long>(isClear ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    const QString caFile =
        m_settings.caFile.isEmpty() ? qEnvironmentVariable("SSL_CERT_FILE") : m_settings.caFile;
    if (!caFile.isEmpty())
        set(CURLOPT_CAINFO, caFile.toLocal8Bit().constData());
    if (!m_settings.user.isEmpty() && !isClear) {
        set(CURLOPT_USERNAME, m_settings.user.toUtf8().constData());
        set(CURLOPT_PASSWORD, m_settings.password.toUtf8().constData());
    }
}

Delivery SmtpTransport::Session::deliver(const MailMessage &message)
{
    const Done checked = m_settings.check();
    if (!checked)
        return {Delivery::Kind::Unusable, 0, checked.error().detail, checked.error().code};
    if (!m_handle)
        return {Delivery::Kind::Unusable, 0, QStringLiteral("libcurl does not start")};
    if (m_isAborted)
        return {Delivery::Kind::Stopped, 0, {}};
    CURLcode result = perform(message, false);
    if (lostKeptConnection(result))
        result = perform(message, true);
    const int code = replyCode();
    const Delivery::Kind kind = SmtpDialogue::kindOf(result, code, m_dialogue.stage());
    if (kind == Delivery::Kind::Accepted)
        return {kind, code, {}};
    return {kind, code >= 400 ? code : 0, scrubbed(words(result), message, m_settings.password),
            SmtpDialogue::codeOf(result, code, m_dialogue.stage())};
}

CURLcode SmtpTransport::Session::perform(const MailMessage &message, bool isFresh)
{
    m_dialogue = {};
    m_body = message.data;
    m_sent = 0;
    m_problem.front() = '\0';
    const std::unique_ptr<curl_slist, CurlDeleter> recipients(
        curl_slist_append(nullptr, message.recipient.toLatin1().constData()));
    set(CURLOPT_MAIL_FROM, message.sender.toLatin1().constData());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(m_body.size()));
    set(CURLOPT_FRESH_CONNECT, isFresh ? 1L : 0L);
    const CURLcode result = curl_easy_perform(m_handle.get());
    set(CURLOPT_MAIL_RCPT, nullptr);
    return result;
}

int SmtpTransport::Session::replyCode() const
{
    long code = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &code);
    return static_cast<int>(code);
}

/// Servers close connections that stay idle. As nothing of the message was sent, it may be tried anew.
bool SmtpTransport::Session::lostKeptConnection(CURLcode result) const
{
    long connects = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_NUM_CONNECTS, &connects);
    const int code = replyCode();
    return result != CURLE_OK && result != CURLE_ABORTED_BY_CALLBACK && result != CURLE_OPERATION_TIMEDOUT &&
           connects == 0 && m_sent == 0 && (code < 400 || code == serviceNotAvailable);
}

/// The server's, where it refused; else libcurl's.
QString SmtpTransport::Session::words(CURLcode result) const
{
    if (replyCode() >= 400 && !m_dialogue.reply().isEmpty())
        return QString::fromUtf8(m_dialogue.reply());
    return QString::fromUtf8(m_problem.front() ? m_problem.data() : curl_easy_strerror(result));
}

size_t SmtpTransport::Session::readBody(char *buffer, size_t size, size_t count, void *session)
{
    auto *self = static_cast<Session *>(session);
    const size_t length = std::min(size * count, static_cast<size_t>(self->m_body.size() - self->m_sent));
    std::memcpy(buffer, self->m_body.constData() + self->m_sent, length);
    self->m_sent += static_cast<qsizetype>(length);
    return length;
}

int SmtpTransport::Session::overhear(CURL *, curl_infotype type, char *data, size_t size, void *session)
{
    auto &dialogue = static_cast<Session *>(session)->m_dialogue;
    if (type == CURLINFO_HEADER_OUT)
        dialogue.addCommand(QByteArray(data, static_cast<qsizetype>(size)));
    else if (type == CURLINFO_HEADER_IN)
        dialogue.addReply(QByteArray(data, static_cast<qsizetype>(size)));
    else if (type == CURLINFO_DATA_OUT)
        dialogue.addBody();
    return 0;
}

int SmtpTransport::Session::progress(void *session, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Session *>(session)->m_isAborted ? 1 : 0;
}

SmtpTransport::SmtpTransport(SmtpSettings settings)
    : m_session(std::make_unique<Session>(std::move(settings)))
{
}

SmtpTransport::~SmtpTransport() = default;

Delivery SmtpTransport::deliver(const MailMessage &message)
{
    return m_session->deliver(message);
}

void SmtpTransport::abort()
{
    m_session->abort();
}

} // namespace addressdesk

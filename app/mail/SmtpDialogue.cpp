#include "app/mail/SmtpDialogue.h"

namespace addressdesk {

namespace {

using Kind = Delivery::Kind;

constexpr int serviceNotAvailable = 421; ///< RFC 5321, 3.8: how a server ends a session by itself.

/// Whatever the mail: the server is not the one that it should be, or does not take this password.
bool isAboutTheServer(CURLcode result)
{
    switch (result) {
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_NOT_BUILT_IN:
    case CURLE_FAILED_INIT:
        return true;
    default:
        return false;
    }
}

/// Replies that ask for a login or a better one (RFC 4954, 6): no mail would pass.
bool isAboutLogin(int replyCode)
{
    return replyCode == 530 || replyCode == 534 || replyCode == 535 || replyCode == 538;
}

/// A server that answered and did not take it; 421 ends the session, whatever it was asked.
ErrorCode refusalAt(SmtpDialogue::Stage stage, int replyCode)
{
    if (replyCode == serviceNotAvailable)
        return ErrorCode::ServiceRefused;
    switch (stage) {
    case SmtpDialogue::Stage::Session:
        return ErrorCode::ServiceRefused;
    case SmtpDialogue::Stage::Sender:
        return ErrorCode::SenderRefused;
    case SmtpDialogue::Stage::Recipient:
        return ErrorCode::RecipientRefused;
    case SmtpDialogue::Stage::Data:
        return ErrorCode::MessageRefused;
    }
    Q_UNREACHABLE();
}

bool isTransient(int replyCode)
{
    return replyCode >= 400 && replyCode < 500;
}

} // namespace

void SmtpDialogue::addCommand(const QByteArray &command)
{
    if (command.startsWith("QUIT"))
        m_isOver = true;
    if (m_isOver)
        return;
    m_reply.clear();
    if (command.startsWith("MAIL"))
        m_stage = Stage::Sender;
    else if (command.startsWith("RCPT"))
        m_stage = Stage::Recipient;
    else if (command.startsWith("DATA"))
        m_stage = Stage::Data;
}

void SmtpDialogue::addReply(const QByteArray &lines)
{
    if (!m_isOver)
        m_reply += lines;
}

void SmtpDialogue::addBody()
{
    m_reply.clear();
}

Delivery::Kind SmtpDialogue::kindOf(CURLcode result, int replyCode, Stage stage)
{
    if (result == CURLE_OK)
        return Kind::Accepted;
    if (result == CURLE_ABORTED_BY_CALLBACK)
        return Kind::Stopped;
    // A server that is busy may also say so to STARTTLS or AUTH (454, 421).
    if (isTransient(replyCode))
        return Kind::Temporary;
    if (isAboutTheServer(result) || isAboutLogin(replyCode))
        return Kind::Unusable;
    if (replyCode >= 500)
        return stage == Stage::Session ? Kind::Unusable : Kind::Permanent;
    return Kind::Temporary;
}

ErrorCode SmtpDialogue::codeOf(CURLcode result, int replyCode, Stage stage)
{
    if (isAboutLogin(replyCode))
        return ErrorCode::AuthenticationFailed;
    // Refusals for good of STARTTLS and AUTH are told by curl's results, below.
    if (isTransient(replyCode) || (replyCode >= 500 && !isAboutTheServer(result)))
        return refusalAt(stage, replyCode);
    switch (result) {
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR:
        return ErrorCode::AuthenticationFailed;
    case CURLE_USE_SSL_FAILED:
        return ErrorCode::TlsUnavailable;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return ErrorCode::CertificateRejected;
    case CURLE_OPERATION_TIMEDOUT:
        return ErrorCode::TimedOut;
    default:
        return ErrorCode::ConnectionFailed;
    }
}

} // namespace addressdesk

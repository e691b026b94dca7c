#include "app/revertlink/RevertLinkService.h"

#include "app/revertlink/AcceptLanguage.h"

namespace addressdesk {

namespace {

constexpr char linkPrefix[] = "/r/";
constexpr char healthPath[] = "/healthz";

enum class PathKind { Link, Health, Other };

PathKind kindOf(const QByteArray &path)
{
    if (path.startsWith(linkPrefix))
        return PathKind::Link;
    return path == healthPath ? PathKind::Health : PathKind::Other;
}

bool isReading(const QByteArray &method)
{
    return method == "GET" || method == "HEAD";
}

bool isAllowed(PathKind kind, const QByteArray &method)
{
    return isReading(method) || (kind == PathKind::Link && method == "POST");
}

std::optional<RevertToken> tokenOf(const QByteArray &path)
{
    return RevertToken::fromSecret(
        QString::fromLatin1(path.mid(static_cast<qsizetype>(qstrlen(linkPrefix)))));
}

/// 409: another state of the resource stands in the way; 410: gone for good (RFC 9110, 15.5.10 and 15.5.11).
int statusOfPost(LinkView::State state)
{
    switch (state) {
    case LinkView::State::Unknown:
        return 404;
    case LinkView::State::PutBack:
        return 200;
    case LinkView::State::Open:
    case LinkView::State::Used:
    case LinkView::State::ChangedSince:
        return 409;
    case LinkView::State::Expired:
    case LinkView::State::Deleted:
    case LinkView::State::Erased:
        return 410;
    }
    Q_UNREACHABLE();
}

} // namespace

RevertLinkService::RevertLinkService(OfficeSettings office, PageFetched pageFetched)
    : m_pageFetched(std::move(pageFetched)), m_office(std::move(office))
{
}

void RevertLinkService::setOffice(OfficeSettings office)
{
    const std::lock_guard lock(m_officeMutex);
    m_office = std::move(office);
}

OfficeSettings RevertLinkService::office() const
{
    const std::lock_guard lock(m_officeMutex);
    return m_office;
}

QByteArray RevertLinkService::kindOfPath(const QByteArray &path)
{
    switch (kindOf(path)) {
    case PathKind::Link:
        return QByteArrayLiteral("/r/…");
    case PathKind::Health:
        return QByteArrayLiteral("/healthz");
    case PathKind::Other:
        return QByteArrayLiteral("other");
    }
    Q_UNREACHABLE();
}

std::optional<HttpResponse> RevertLinkService::answerWithoutDatabase(const HttpRequest &request) const
{
    const PathKind kind = kindOf(request.path);
    if (kind == PathKind::Other)
        return failure(404, request.acceptLanguage);
    if (isAllowed(kind, request.method))
        return std::nullopt;
    HttpResponse refused = failure(405, request.acceptLanguage);
    refused.headers.append(HttpHeader{"Allow", kind == PathKind::Link ? "GET, HEAD, POST" : "GET, HEAD"});
    return refused;
}

HttpResponse RevertLinkService::answer(const HttpRequest &request, RevertLinks &links) const
{
    if (std::optional<HttpResponse> early = answerWithoutDatabase(request))
        return *std::move(early);
    return kindOf(request.path) == PathKind::Health ? health(links) : linkAnswer(request, links);
}

HttpResponse RevertLinkService::linkAnswer(const HttpRequest &request, RevertLinks &links) const
{
    const std::optional<RevertToken> given = tokenOf(request.path);
    // A malformed token costs the look-up of one that nobody has.
    const RevertToken token = given ? *given : RevertToken::generate();
    const bool isPost = request.method == "POST";
    const Result<LinkView> view = isPost ? links.putBack(token) : links.look(token);
    if (!view)
        return failure(503, request.acceptLanguage);

    const OfficeSettings settings = office();
    const PageLanguage language(negotiatedLocale(request.acceptLanguage, settings.language));
    if (isPost)
        return page(statusOfPost(view->state), RevertPage::ofAnswer(*view, language), language, settings);
    const bool isKnown = view->state != LinkView::State::Unknown;
    if (isKnown && m_pageFetched && request.method == "GET")
        m_pageFetched(view->tokenDigests);
    return page(isKnown ? 200 : 404, RevertPage::ofLink(*view, language), language, settings);
}

HttpResponse RevertLinkService::health(RevertLinks &links) const
{
    const bool answers = links.look(RevertToken::generate()).has_value();
    HttpResponse result = response(answers ? 200 : 503, "text/plain; charset=utf-8",
                                   answers ? "ok\n" : "the database does not answer\n");
    if (!answers)
        result.headers.append(HttpHeader{"Retry-After", QByteArray::number(retryAfterSeconds)});
    return result;
}

HttpResponse RevertLinkService::failure(int status, const QByteArray &acceptLanguage) const
{
    const OfficeSettings settings = office();
    const PageLanguage language(negotiatedLocale(acceptLanguage, settings.language));
    HttpResponse result = page(status, RevertPage::ofFailure(status, language), language, settings);
    if (status == 429 || status == 503)
        result.headers.append(HttpHeader{"Retry-After", QByteArray::number(retryAfterSeconds)});
    return result;
}

HttpResponse RevertLinkService::page(int status, const RevertPage &page, const PageLanguage &language,
                                     const OfficeSettings &office) const
{
    HttpResponse result = response(status, "text/html; charset=utf-8",
                                   m_template.html(page, language, office.companyName, office.companyPhone));
    result.headers.append(HttpHeader{"Content-Language", language.code().toLatin1()});
    result.headers.append(HttpHeader{"Vary", "Accept-Language"});
    return result;
}

HttpResponse RevertLinkService::response(int status, const QByteArray &type, const QByteArray &body) const
{
    return {status,
            {{"Content-Type", type},
             {"Cache-Control", "no-store"},
             {"Referrer-Policy", "no-referrer"},
             {"Content-Security-Policy", m_template.contentSecurityPolicy()},
             {"X-Content-Type-Options", "nosniff"},
             {"X-Frame-Options", "DENY"},
             {"X-Robots-Tag", "noindex"}},
            body};
}

} // namespace addressdesk

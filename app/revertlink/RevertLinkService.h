#pragma once

#include "app/revertlink/HttpMessage.h"
#include "app/revertlink/PageLanguage.h"
#include "app/revertlink/PageTemplate.h"
#include "models/domain/OfficeSettings.h"
#include "models/domain/RevertLinks.h"

#include <functional>
#include <mutex>
#include <optional>

namespace addressdesk {

/// Answers customers who open the link of a safety mail: from a request to a response, without sockets.
///
/// - GET, HEAD /r/TOKEN: 200 with the state of the change, and a button where it can be put back; 404
/// unknown.
/// - POST /r/TOKEN puts back: 200 done, 409 used before or changed since, 410 expired, deleted or erased, 404
/// unknown.
/// - GET, HEAD /healthz: 200 "ok", or 503: does the database answer?
/// - Other methods there: 405. Other paths: 404.
///
/// A database failure is 503 with Retry-After. GET and HEAD write nothing: mail scanners and browsers follow
/// links ahead of people (RFC 9110, 9.2.1). A token that is malformed, never existed or belongs to another
/// database gets the same bytes after the same look-up, so that nothing can be learned by trying.
///
/// There is no CSRF token: another site that makes a browser send the POST would have to know the secret in
/// the path, and who knows that may use it anyway. No cookie or login is involved that it could ride on.
///
/// All functions may be called on any thread.
class RevertLinkService final
{
public:
    /// Told the digests of the tokens that a link stands for (LinkView::tokenDigests) when its page was
    /// fetched with GET. Called on the thread that answers; must be quick.
    using PageFetched = std::function<void(const QStringList &tokenDigests)>;

    static constexpr int retryAfterSeconds = 60;

    explicit RevertLinkService(OfficeSettings office, PageFetched pageFetched = {});

    /// What later pages say on behalf of the company.
    void setOffice(OfficeSettings office);

    /// The answer if it takes no database: 404 and 405.
    [[nodiscard]] std::optional<HttpResponse> answerWithoutDatabase(const HttpRequest &request) const;

    /// The answer to any request. Its status is 503 exactly when `links` failed.
    [[nodiscard]] HttpResponse answer(const HttpRequest &request, RevertLinks &links) const;

    /// A page for a failure that is found before or instead of answering, for example 400, 429, 503.
    [[nodiscard]] HttpResponse failure(int status, const QByteArray &acceptLanguage = {}) const;

    /// What a log may say of a path: "/r/…", "/healthz" or "other". Never the token.
    [[nodiscard]] static QByteArray kindOfPath(const QByteArray &path);

private:
    [[nodiscard]] HttpResponse linkAnswer(const HttpRequest &request, RevertLinks &links) const;
    [[nodiscard]] HttpResponse health(RevertLinks &links) const;
    [[nodiscard]] HttpResponse response(int status, const QByteArray &type, const QByteArray &body) const;
    [[nodiscard]] HttpResponse page(int status, const RevertPage &page, const PageLanguage &language,
                                    const OfficeSettings &office) const;
    [[nodiscard]] OfficeSettings office() const;

    PageTemplate m_template;
    PageFetched m_pageFetched;
    mutable std::mutex m_officeMutex;
    OfficeSettings m_office;
};

} // namespace addressdesk

#include "models/storage/PageAnnouncer.h"

#include "models/storage/StatementRun.h"

namespace addressdesk {

PageAnnouncer::PageAnnouncer(DatabaseUrl url, QString password)
    : m_url(std::move(url)), m_password(std::move(password))
{
}

PageAnnouncer::~PageAnnouncer() = default;

Done PageAnnouncer::announce(const QStringList &tokenDigests)
{
    const QString sql = Dialect::of(m_url.kind)->announcePageFetched();
    if (sql.isEmpty())
        return {};
    if (!m_connection) {
        auto opened = SqlConnection::open(m_url, m_password);
        if (!opened)
            return tl::unexpected(opened.error());
        m_connection = std::move(*opened);
    }
    const Result<Statement *> statement =
        statements::run(*m_connection, sql, [&](Statement &s) { s.bind(tokenDigests.join(u',')); });
    if (!statement) {
        m_connection.reset();
        return tl::unexpected(statement.error());
    }
    (*statement)->finish();
    return {};
}

} // namespace addressdesk

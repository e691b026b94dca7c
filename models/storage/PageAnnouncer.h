#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/Error.h"

#include <QStringList>

#include <memory>

namespace addressdesk {

class SqlConnection;

/// Tells desks through the database that the page of a link was fetched. Writes no row. Used on one thread.
class PageAnnouncer final
{
public:
    PageAnnouncer(DatabaseUrl url, QString password);
    ~PageAnnouncer();

    /// Connects with the first use, and again after a failure. Nothing happens where desks cannot be told.
    [[nodiscard]] Done announce(const QStringList &tokenDigests);

private:
    DatabaseUrl m_url;
    QString m_password;
    std::unique_ptr<SqlConnection> m_connection;
};

} // namespace addressdesk

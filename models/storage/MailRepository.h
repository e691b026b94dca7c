#pragma once

#include "models/domain/MailRecord.h"

#include <optional>

namespace addressdesk {

class SqlConnection;
class Statement;

/// The outbox as desks see it. Used on the connection's thread, outside any transaction but a reading one.
class MailRepository final
{
public:
    explicit MailRepository(SqlConnection &connection) : m_connection(connection) {}

    /// Whether this session may look at mails at all; where not, lists are empty.
    [[nodiscard]] Result<bool> isReadable();

    /// Newest first.
    [[nodiscard]] Result<QList<MailRecord>> list(const MailQuery &query);
    /// The mails of these saves, oldest first.
    [[nodiscard]] Result<QList<MailRecord>> ofChanges(const QStringList &changeIds);
    /// Errors: NotFound.
    [[nodiscard]] Result<MailRecord> mail(qint64 id);
    /// Does what is asked, where the mail's state allows it, and tells how the mail is then. Errors:
    /// NotFound; Outdated when its state has changed meanwhile.
    [[nodiscard]] Result<MailRecord> apply(qint64 id, MailAction action, std::optional<int> linkDays);
    [[nodiscard]] Result<MailCounts> counts();

    /// The token of a save whose letter is to be printed; std::nullopt when it is wiped or not for this
    /// session.
    [[nodiscard]] Result<std::optional<RevertToken>> letterToken(qint64 id);

private:
    [[nodiscard]] QString columns() const;
    [[nodiscard]] static Result<MailRecord> read(const Statement &statement);

    SqlConnection &m_connection;
    std::optional<bool> m_isReadable;
};

} // namespace addressdesk

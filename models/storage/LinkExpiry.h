#pragma once

#include "models/domain/History.h"
#include "models/domain/OfficeSettings.h"
#include "models/domain/OutgoingMail.h"
#include "models/storage/EventStore.h"

namespace addressdesk {

/// When the links of a save end: as the outbox noted it when the mail was sent. A mail that nobody has marked
/// as sent may have been sent all the same; then days are reckoned from the save.
class LinkExpiry final
{
public:
    /// Counted from the save where the outbox knows nothing better: as long as a mail may wait, and the
    /// longest that links are made for.
    static constexpr int uncertainDays =
        static_cast<int>(mailPatience.count()) + OfficeSettings::mostLinkDays;

    LinkExpiry(SqlConnection &connection, EventStore &events) : m_connection(connection), m_events(events) {}

    /// Those whose links are too old, each with the verdict Expired, which says since when, by the database's
    /// clock. What has been used up is not among them: who comes twice is told what they did.
    [[nodiscard]] Result<QList<HistoryEntry>> expired(const QList<Event> &targets);

private:
    [[nodiscard]] Result<std::optional<QString>> expiredSince(const QString &changeId);

    SqlConnection &m_connection;
    EventStore &m_events;
};

} // namespace addressdesk

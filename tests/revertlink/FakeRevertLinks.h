#pragma once

#include "models/domain/RevertLinks.h"

#include <atomic>
#include <memory>

namespace addressdesk {

/// What a test decides about the database, and what it was asked. Outlives the connections; any thread.
struct FakeDatabase
{
    LinkView view;       ///< What look() says of `knownSecret`; every other token is unknown.
    LinkView answer;     ///< What putBack() says of it.
    QString knownSecret; ///< Empty: every token is known.
    std::atomic<bool> isBroken = false;
    std::atomic<int> looks = 0;
    std::atomic<int> putBacks = 0;
    std::atomic<int> opened = 0;
};

class FakeRevertLinks final : public RevertLinks
{
public:
    explicit FakeRevertLinks(FakeDatabase &database) : m_database(database) {}

    [[nodiscard]] Result<LinkView> look(const RevertToken &token) override
    {
        ++m_database.looks;
        return answerFor(token, m_database.view);
    }

    [[nodiscard]] Result<LinkView> putBack(const RevertToken &token) override
    {
        ++m_database.putBacks;
        return answerFor(token, m_database.answer);
    }

    /// Connections that count into `database`.
    [[nodiscard]] static RevertLinksFactory factoryFor(FakeDatabase &database)
    {
        return [&database]() -> Result<std::unique_ptr<RevertLinks>> {
            ++database.opened;
            if (database.isBroken)
                return failure(ErrorCode::ConnectionFailed);
            return std::make_unique<FakeRevertLinks>(database);
        };
    }

private:
    [[nodiscard]] Result<LinkView> answerFor(const RevertToken &token, const LinkView &view) const
    {
        if (m_database.isBroken)
            return failure(ErrorCode::ConnectionLost);
        const bool isKnown = m_database.knownSecret.isEmpty() || token.secret() == m_database.knownSecret;
        return isKnown ? view : LinkView();
    }

    FakeDatabase &m_database;
};

/// A change of street and city in the address "Home".
[[nodiscard]] inline LinkView fieldChange(LinkView::State state)
{
    LinkView view;
    view.state = state;
    view.fieldTitles = {QStringLiteral("Street"), QStringLiteral("City")};
    view.addressLabel = QStringLiteral("Home");
    view.changedAt = QStringLiteral("2026-03-03T13:02:00.000Z");
    view.decidedAt = QStringLiteral("2026-03-05T08:30:00.000Z");
    return view;
}

[[nodiscard]] inline LinkView deletion(LinkView::State state)
{
    LinkView view = fieldChange(state);
    view.type = EventType::AddressDeleted;
    view.fieldTitles.clear();
    return view;
}

} // namespace addressdesk

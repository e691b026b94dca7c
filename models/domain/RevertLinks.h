#pragma once

#include "models/domain/Error.h"
#include "models/domain/EventType.h"
#include "models/domain/RevertToken.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace addressdesk {

/// What a customer's link stands for now. Tells which fields and when, never a value.
struct LinkView
{
    enum class State {
        Unknown,      ///< No change is known by this token.
        Open,         ///< Putting back is possible.
        Used,         ///< Was put back before; `decidedAt` says when.
        Expired,      ///< `decidedAt` says since when.
        ChangedSince, ///< The value was changed again since; `decidedAt` says when, if known.
        Deleted,      ///< The address does not exist any more.
        Erased,       ///< The customer does not exist any more.
        PutBack       ///< Only of RevertLinks::putBack(): it was just done.
    };

    State state = State::Unknown;
    EventType type = EventType::AddressFieldChanged; ///< AddressFieldChanged or AddressDeleted.
    QStringList fieldTitles;                         ///< English titles of the mapping; empty for a deletion.
    QString addressLabel;                            ///< "Home"; may be empty.
    QString changedAt;                               ///< As Event::occurredAt.
    QStringList tokenDigests;                        ///< Of the changes that the link stands for.
    QString decidedAt;

    [[nodiscard]] bool operator==(const LinkView &) const = default;
};

/// Port: the database as the gateway sees it. Each thread has its own. A token is that of one change, or that
/// of a save, which stands for all changes of the save that issued tokens.
class RevertLinks
{
public:
    virtual ~RevertLinks() = default;

    /// Writes nothing. Errors: what the database says.
    [[nodiscard]] virtual Result<LinkView> look(const RevertToken &token) = 0;
    /// Puts back, or says why not. A refusal because of a later change leaves a task for the operators.
    [[nodiscard]] virtual Result<LinkView> putBack(const RevertToken &token) = 0;
};

/// Makes a RevertLinks on the calling thread. Errors: as opening a database.
using RevertLinksFactory = std::function<Result<std::unique_ptr<RevertLinks>>()>;

} // namespace addressdesk

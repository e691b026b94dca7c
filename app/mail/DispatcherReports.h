#pragma once

#include "models/domain/Error.h"

#include <functional>

namespace addressdesk {

/// Why no mail can be sent now, whichever it is.
struct DispatchProblem
{
    enum class Source {
        Outbox,   ///< The database.
        Settings, ///< What the office has set up: no sender's address, for example.
        Transport ///< The mail server or folder.
    };

    Source source = Source::Outbox;
    ErrorCode code = ErrorCode::Internal; ///< Of a Transport as Delivery::code.
    QString detail;                       ///< Technical, without customers' data.

    [[nodiscard]] bool operator==(const DispatchProblem &) const = default;
};

/// What a Dispatcher tells, on the thread that runs it. Holds no customers' data: `id` is the outbox row's.
/// Each may be empty. None may block for long or call the dispatcher's step() or run().
struct DispatcherReports
{
    std::function<void(qint64 id)> sent;
    std::function<void(qint64 id, const QString &why)> deferred; ///< Will be tried again.
    std::function<void(qint64 id, const QString &why)> failed;   ///< Given up.
    std::function<void(const DispatchProblem &)> problem;        ///< Once, until it changes or is over.
    std::function<void()> recovered;                             ///< What problem() told is over.
    /// So many mails are due and another session of the database keeps their rows locked; others go out. Told
    /// after some minutes, and every ten while it lasts.
    std::function<void(qint64 count)> heldUp;
};

} // namespace addressdesk

#pragma once

#include "app/revertlink/FileDescriptor.h"
#include "models/domain/Error.h"

namespace addressdesk {

/// A TCP socket that listens, not blocking.
struct ListenSocket
{
    FileDescriptor socket;
    quint16 port = 0; ///< The one in use, also when 0 was asked for.

    /// Listens at a name or address of IPv4 or IPv6; the first one of a name that works. "::" stands for IPv4
    /// too. Errors: InvalidArgument, with the system's words in `detail`.
    [[nodiscard]] static Result<ListenSocket> open(const QString &host, quint16 port);
};

} // namespace addressdesk

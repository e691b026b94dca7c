#pragma once

#include "app/sample/SampleGenerator.h"
#include "models/domain/Error.h"
#include "models/domain/SchemaMapping.h"

#include <atomic>
#include <functional>

namespace addressdesk {

class SqlConnection;

/// What has been filled in.
struct SampleCounts
{
    qint64 customers = 0;
    qint64 addresses = 0;
    qint64 events = 0;

    [[nodiscard]] bool operator==(const SampleCounts &) const = default;
};

/// Told now and then, on the calling thread: customers done and to do.
using SampleProgress = std::function<void(qint64 done, qint64 total)>;

/// Fills an initialised database whose customers' and addresses' tables and history are empty, in one
/// transaction. Memory stays flat. `cancelled` may be set from any thread. Errors: InvalidArgument when
/// tables have rows or a field is missing, Cancelled, PermissionDenied when the role does not own the tables,
/// and what the database says.
[[nodiscard]] Result<SampleCounts> fillSample(SqlConnection &connection, const SchemaMapping &mapping,
                                              const SampleOptions &options,
                                              const SampleProgress &progress = {},
                                              const std::atomic<bool> *cancelled = nullptr);

} // namespace addressdesk

#pragma once

#include "models/domain/DatabaseUrl.h"

#include <QByteArray>

#include <memory>

namespace addressdesk {

/// The baseline of the gateway's benchmark: the least transaction that puts a city back, by hand in C with
/// prepared statements: BEGIN, the compare-and-set UPDATE, the event, the mail, COMMIT. Looks nothing up.
class BareRevert
{
public:
    virtual ~BareRevert() = default;

    /// Sets the address's city from "Lyon" to "Paris". Aborts the benchmark on any failure.
    virtual void putBack(const QByteArray &addressId) = 0;

    [[nodiscard]] static std::unique_ptr<BareRevert> open(const DatabaseUrl &url);
};

} // namespace addressdesk

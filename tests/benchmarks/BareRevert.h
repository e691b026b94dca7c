#pragma once

#include "models/domain/DatabaseUrl.h"

#include <QByteArray>

#include <memory>

namespace addressdesk {

/// The baseline of the gateway's benchmark: the transaction of a customer's click by hand in C with prepared
/// statements. It finds the token's change, locks the address, reads what happened since (the verdict and the
/// chain's head), and writes the value, the event and the mail. It judges nothing and hashes nothing.
class BareRevert
{
public:
    virtual ~BareRevert() = default;

    /// Sets the address's city from "Lyon" to "Paris" for a token's digest. Aborts the benchmark on any
    /// failure.
    virtual void putBack(const QByteArray &addressId, const QByteArray &tokenDigest) = 0;

    [[nodiscard]] static std::unique_ptr<BareRevert> open(const DatabaseUrl &url);
};

} // namespace addressdesk

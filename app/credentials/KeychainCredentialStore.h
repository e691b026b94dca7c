#pragma once

#include "models/domain/CredentialStore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace addressdesk {

/// Passwords in the desktop's keyring (Secret Service or KWallet), under the service name "address-desk".
/// Never anywhere else.
class KeychainCredentialStore final : public CredentialStore
{
    Q_OBJECT

public:
    /// Long enough for a person to unlock the keyring.
    static constexpr std::chrono::milliseconds defaultTimeout{60000};

    /// A keyring that has not answered within `timeout` counts as unavailable.
    explicit KeychainCredentialStore(QObject *parent = nullptr,
                                     std::chrono::milliseconds timeout = defaultTimeout);

    void read(const QString &key, QObject *context, ReadHandler handler) override;
    void write(const QString &key, const QString &password, QObject *context, DoneHandler handler) override;
    void remove(const QString &key, QObject *context, DoneHandler handler) override;

private:
    /// Called once with the job that ended, nullptr when the keyring did not answer in time.
    using EndHandler = std::function<void(QKeychain::Job *)>;
    void run(QKeychain::Job *job, const QString &key, QObject *context, EndHandler ended);

    std::chrono::milliseconds m_timeout;
};

} // namespace addressdesk

#pragma once

#include "models/domain/Error.h"

#include <QObject>

#include <functional>
#include <optional>

namespace addressdesk {

/// Port: where passwords are kept. Lives on the GUI thread. Every call answers exactly once, later, on that
/// thread, unless `context` has been destroyed by then.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    using ReadHandler = std::function<void(const Result<std::optional<QString>> &)>;
    using DoneHandler = std::function<void(const Done &)>;

    using QObject::QObject;

    /// std::nullopt when nothing is kept under `key`. Errors: CredentialsUnavailable.
    virtual void read(const QString &key, QObject *context, ReadHandler handler) = 0;
    /// Errors: CredentialsUnavailable; the store never falls back to clear text.
    virtual void write(const QString &key, const QString &password, QObject *context,
                       DoneHandler handler) = 0;
    virtual void remove(const QString &key, QObject *context, DoneHandler handler) = 0;
};

} // namespace addressdesk

#pragma once

#include "models/domain/CredentialStore.h"

#include <QHash>
#include <QPointer>

namespace addressdesk {

/// A keyring in memory that can be made unavailable. Answers through the event loop.
class MemoryCredentialStore final : public CredentialStore
{
public:
    QHash<QString, QString> passwords;
    bool isAvailable = true;

    void read(const QString &key, QObject *context, ReadHandler handler) override
    {
        later(context, [this, key, handler = std::move(handler)] {
            if (!isAvailable)
                handler(failure(ErrorCode::CredentialsUnavailable));
            else
                handler(passwords.contains(key) ? std::optional(passwords.value(key)) : std::nullopt);
        });
    }

    void write(const QString &key, const QString &password, QObject *context, DoneHandler handler) override
    {
        later(context, [this, key, password, handler = std::move(handler)] {
            if (!isAvailable) {
                handler(failure(ErrorCode::CredentialsUnavailable));
                return;
            }
            passwords.insert(key, password);
            handler({});
        });
    }

    void remove(const QString &key, QObject *context, DoneHandler handler) override
    {
        later(context, [this, key, handler = std::move(handler)] {
            if (!isAvailable) {
                handler(failure(ErrorCode::CredentialsUnavailable));
                return;
            }
            passwords.remove(key);
            handler({});
        });
    }

private:
    void later(QObject *context, std::function<void()> work)
    {
        QMetaObject::invokeMethod(
            this,
            [context = QPointer<QObject>(context), work = std::move(work)] {
                if (context)
                    work();
            },
            Qt::QueuedConnection);
    }
};

} // namespace addressdesk

#include "app/credentials/KeychainCredentialStore.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

namespace addressdesk {

namespace {

QString serviceName()
{
    return QStringLiteral("address-desk");
}

/// `job` is nullptr when the keyring did not answer. QtKeychain's texts hold no passwords.
tl::unexpected<Error> unavailable(const QKeychain::Job *job)
{
    return failure(ErrorCode::CredentialsUnavailable,
                   job ? job->errorString() : QStringLiteral("the keyring did not answer in time"));
}

} // namespace

KeychainCredentialStore::KeychainCredentialStore(QObject *parent, std::chrono::milliseconds timeout)
    : CredentialStore(parent), m_timeout(timeout)
{
}

void KeychainCredentialStore::read(const QString &key, QObject *context, ReadHandler handler)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName(), this);
    run(job, key, context, [handler = std::move(handler)](QKeychain::Job *ended) {
        if (ended && ended->error() == QKeychain::EntryNotFound)
            handler(std::optional<QString>());
        else if (!ended || ended->error() != QKeychain::NoError)
            handler(unavailable(ended));
        else
            handler(std::optional(static_cast<QKeychain::ReadPasswordJob *>(ended)->textData()));
    });
}

void KeychainCredentialStore::write(const QString &key, const QString &password, QObject *context,
                                    DoneHandler handler)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName(), this);
    job->setTextData(password);
    run(job, key, context, [handler = std::move(handler)](QKeychain::Job *ended) {
        if (!ended || ended->error() != QKeychain::NoError)
            handler(unavailable(ended));
        else
            handler({});
    });
}

void KeychainCredentialStore::remove(const QString &key, QObject *context, DoneHandler handler)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName(), this);
    run(job, key, context, [handler = std::move(handler)](QKeychain::Job *ended) {
        const bool isGone =
            ended && (ended->error() == QKeychain::NoError || ended->error() == QKeychain::EntryNotFound);
        if (isGone)
            handler({});
        else
            handler(unavailable(ended));
    });
}

void KeychainCredentialStore::run(QKeychain::Job *job, const QString &key, QObject *context, EndHandler ended)
{
    job->setKey(key);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    auto isAnswered = std::make_shared<bool>(false);
    const auto answer = [isAnswered, ended = std::move(ended),
                         context = QPointer<QObject>(context)](QKeychain::Job *finished) {
        if (!std::exchange(*isAnswered, true) && context)
            ended(finished);
    };
    connect(job, &QKeychain::Job::finished, this, answer);
    QTimer::singleShot(m_timeout, this, [answer] { answer(nullptr); });
    // Later: a keyring that fails at once must not answer before the caller has returned.
    QMetaObject::invokeMethod(
        job, [job] { job->start(); }, Qt::QueuedConnection);
}

} // namespace addressdesk

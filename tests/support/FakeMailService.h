#pragma once

#include "models/domain/MailService.h"

#include <QPointer>

#include <utility>

namespace addressdesk {

/// A MailService in memory. Answers come through the event loop.
class FakeMailService final : public MailService
{
    Q_OBJECT

public:
    using MailService::MailService;

    // What there is; tests change it and emit stateChanged().
    bool isSendingHere = true;
    MailRoute keptRoute;
    std::optional<Error> nextFailure;
    std::optional<Error> currentProblem;
    MailPreview nextPreview{
        QStringLiteral("Subject"), QStringLiteral("Text"), QStringLiteral("<p>Text</p>"), true, {}};
    QString gateway;

    // What was asked.
    QStringList testRecipients;
    int retries = 0;
    std::optional<QString> keptPassword;
    DeskSession *session = nullptr;

    void setSession(DeskSession *opened) override { session = opened; }
    [[nodiscard]] bool sendsHere() const override { return isSendingHere; }
    [[nodiscard]] MailRoute route() const override { return keptRoute; }
    void setRoute(const MailRoute &route, const std::optional<QString> &password, QObject *context,
                  DoneHandler handler) override
    {
        keptRoute = route;
        if (password)
            keptPassword = password;
        answer(context, std::move(handler));
        emit stateChanged();
    }
    void sendTest(const MailRoute &, const std::optional<QString> &, const OfficeSettings &,
                  const QString &recipient, QObject *context, DoneHandler handler) override
    {
        testRecipients.append(recipient);
        answer(context, std::move(handler));
    }
    void retry() override { ++retries; }
    void preview(const MailRecord &, QObject *context, PreviewHandler handler) override
    {
        const QPointer<QObject> alive(context);
        QMetaObject::invokeMethod(
            this,
            [alive, handler = std::move(handler), preview = nextPreview,
             error = std::exchange(nextFailure, std::nullopt)] {
                if (alive)
                    handler(error ? Result<MailPreview>(tl::unexpected(*error)) : preview);
            },
            Qt::QueuedConnection);
    }
    [[nodiscard]] QString gatewayUrl() const override { return gateway; }
    [[nodiscard]] std::optional<Error> problem() const override { return currentProblem; }

private:
    void answer(QObject *context, DoneHandler handler)
    {
        const QPointer<QObject> alive(context);
        QMetaObject::invokeMethod(
            this,
            [alive, handler = std::move(handler), error = std::exchange(nextFailure, std::nullopt)] {
                if (alive)
                    handler(error ? Done(tl::unexpected(*error)) : Done());
            },
            Qt::QueuedConnection);
    }
};

} // namespace addressdesk

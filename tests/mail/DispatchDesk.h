#pragma once

#include "app/mail/Dispatcher.h"
#include "tests/mail/MailSamples.h"
#include "tests/support/MemoryOutbox.h"

#include <atomic>

namespace addressdesk {

/// Delivers as the test says, and remembers to whom.
class ScriptedTransport final : public MailTransport
{
public:
    std::function<Delivery(const MailMessage &)> answer = [](const MailMessage &) {
        return Delivery{};
    };
    QStringList fileNames;

    Delivery deliver(const MailMessage &message) override
    {
        if (isAborted)
            return {Delivery::Kind::Stopped, 0, {}};
        fileNames.append(message.fileName);
        return answer(message);
    }
    void abort() override { isAborted = true; }

    std::atomic<bool> isAborted = false;
};

/// A dispatcher with an outbox in memory, a scripted transport and a clock that a test moves.
struct DispatchDesk
{
    MemoryOutbox outbox;
    ScriptedTransport transport;
    OfficeSettings settings = mailSamples::office();
    QDateTime now = mailSamples::now();
    DispatcherTiming timing;
    QStringList
        told; ///< "sent 1", "deferred 2", "failed 3", "problem …", "recovered", "held up 4", in order.

    DispatcherReports reports()
    {
        DispatcherReports reports;
        reports.sent = [this](qint64 id) {
            told.append(QStringLiteral("sent %1").arg(id));
        };
        reports.deferred = [this](qint64 id, const QString &) {
            told.append(QStringLiteral("deferred %1").arg(id));
        };
        reports.failed = [this](qint64 id, const QString &) {
            told.append(QStringLiteral("failed %1").arg(id));
        };
        reports.problem = [this](const DispatchProblem &problem) {
            told.append(QStringLiteral("problem ") + problem.detail);
        };
        reports.recovered = [this] {
            told.append(QStringLiteral("recovered"));
        };
        reports.heldUp = [this](qint64 count) {
            told.append(QStringLiteral("held up %1").arg(count));
        };
        return reports;
    }

    Dispatcher dispatcher{
        outbox,
        transport,
        [this]() -> Result<MailComposer> { return MailComposer(settings, SchemaMapping::native()); },
        reports(),
        timing,
        [this] {
            return now;
        }};

    /// Mails 1 to `count`.
    void add(int count)
    {
        for (int id = 1; id <= count; ++id)
            add(id, u"anna@example.org"_qs);
    }
    void add(qint64 id, const QString &recipient)
    {
        OutgoingMail mail = mailSamples::mail();
        mail.id = id;
        mail.recipient = recipient;
        outbox.add(mail);
    }
};

} // namespace addressdesk

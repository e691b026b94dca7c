#pragma once

#include "app/mail/DispatcherReports.h"
#include "app/mail/MailComposer.h"
#include "models/domain/OutgoingMail.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace addressdesk {

/// How long a Dispatcher waits and claims.
struct DispatcherTiming
{
    std::chrono::milliseconds poll{2'000};          ///< Between two looks at an empty outbox.
    std::chrono::milliseconds problemPause{60'000}; ///< After a problem that concerns every mail.
    std::chrono::milliseconds heldCheck{60'000};    ///< Between two looks for mails that others keep locked.
    std::chrono::seconds heldAfter{120};            ///< For which a mail is due before it counts as one.
    std::chrono::seconds lease{300};                ///< For which claimed mails are this dispatcher's own.
    std::chrono::seconds longestDelivery{120};      ///< None is begun when less of the lease is left.
    int batch = 20;                                 ///< Mails claimed at once.
};

/// Empties the outbox: claims due mails, writes them, hands them over and records how that ended. At least
/// once: a mail that was handed over but could not be recorded is recorded later; only if the program ends
/// before that, it is sent again, with the same Message-ID. No mail holds up another. Works on the thread
/// that calls step() or run(), but for writing the next mail while the server has one; wake(), retryNow() and
/// stop() are for any thread.
class Dispatcher final
{
public:
    /// Asked once for each batch, so that changed settings count at once.
    using ComposerSource = std::function<Result<MailComposer>()>;
    using Clock = std::function<QDateTime()>;

    enum class Step {
        Idle,    ///< Nothing is due (any more).
        Problem, ///< No mail can be sent now: worth another attempt after a pause.
        Stopped
    };

    /// `queue` and `transport` must outlive this. `clock` tells how old a mail is.
    Dispatcher(OutboxQueue &queue, MailTransport &transport, ComposerSource composers,
               DispatcherReports reports = {}, DispatcherTiming timing = {},
               Clock clock = QDateTime::currentDateTimeUtc);

    /// Sends what is due and returns.
    [[nodiscard]] Step step();
    /// step() again and again, until stop(). Sleeps in between.
    void run();

    /// Something may be due. Does not shorten the pause after a problem.
    void wake();
    /// Ends the pause after a problem, and those of the mails that were tried in vain: somebody has mended
    /// it. Before run() it counts for its beginning.
    void retryNow();
    /// Ends a running delivery, puts back what is claimed, and makes run() return. For good.
    void stop();

private:
    /// What became of one mail.
    enum class Fate {
        Settled,     ///< Sent, deferred or given up, and recorded.
        Unanswered,  ///< Deferred, and not the first in a row without any answer: the server is away.
        NotSendable, ///< Nobody's attempt: the transport cannot be used.
        Unrecorded,  ///< The database did not take how it ended.
        Stopped
    };

    [[nodiscard]] bool takeRetry();
    [[nodiscard]] bool hasten();
    [[nodiscard]] Step sendBatch(const QList<OutgoingMail> &mails);
    [[nodiscard]] Fate send(const OutgoingMail &mail, const Result<MailMessage> &message, int linkDays);
    [[nodiscard]] Fate handOver(const OutgoingMail &mail, const MailMessage &message, int linkDays);
    [[nodiscard]] Fate deferOrGiveUp(const OutgoingMail &mail, const Delivery &delivery);
    [[nodiscard]] Fate giveUp(const OutgoingMail &mail, const QString &why);
    [[nodiscard]] Fate record(std::function<Done()> mark, const std::function<void()> &tell);
    [[nodiscard]] Result<MailComposer> usableComposer();
    [[nodiscard]] Result<QList<OutgoingMail>> claim();
    [[nodiscard]] Step lookForHeldUp();
    void putBack(const QList<OutgoingMail> &mails);
    void report(const DispatchProblem &problem);
    void recover(DispatchProblem::Source source);

    OutboxQueue &m_queue;
    MailTransport &m_transport;
    ComposerSource m_composers;
    DispatcherReports m_reports;
    DispatcherTiming m_timing;
    Clock m_clock;
    std::function<Done()> m_unrecorded; ///< How a mail ended that the database did not take; tried again.
    std::optional<DispatchProblem> m_problem;
    int m_unanswered = 0; ///< Mails in a row.
    std::optional<std::chrono::steady_clock::time_point> m_heldChecked;
    int m_heldChecks = 0; ///< In a row that found mails held up.

    std::atomic<bool> m_isStopped = false;
    std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable m_condition;
    bool m_isWoken = false;
    bool m_isRetryWanted = false;
};

} // namespace addressdesk

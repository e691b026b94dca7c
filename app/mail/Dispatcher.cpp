#include "app/mail/Dispatcher.h"

#include "app/mail/RetryPauses.h"
#include "models/domain/Instant.h"

#include <future>
#include <utility>

namespace addressdesk {

namespace {

using Source = DispatchProblem::Source;

/// So many mails in a row without any answer mean that the server is away, not that a mail is bad.
constexpr int unansweredLimit = 2;

/// Looks that find mails held up until that is told: one may have hit the moment when another sender takes
/// them.
constexpr int heldChecksBeforeTold = 2;
constexpr int heldChecksUntilToldAgain = 10;

template<typename... Arguments, typename... Values>
void tell(const std::function<void(Arguments...)> &report, const Values &...values)
{
    if (report)
        report(values...);
}

} // namespace

Dispatcher::Dispatcher(OutboxQueue &queue, MailTransport &transport, ComposerSource composers,
                       DispatcherReports reports, DispatcherTiming timing, Clock clock)
    : m_queue(queue), m_transport(transport), m_composers(std::move(composers)),
      m_reports(std::move(reports)), m_timing(timing), m_clock(std::move(clock))
{
}

Dispatcher::Step Dispatcher::step()
{
    while (!m_isStopped) {
        const auto mails = claim();
        if (!mails)
            return Step::Problem;
        if (mails->isEmpty())
            return lookForHeldUp();
        const Step sent = sendBatch(*mails);
        if (sent != Step::Idle)
            return sent;
    }
    return Step::Stopped;
}

void Dispatcher::run()
{
    bool isHasteDue = takeRetry();
    for (;;) {
        isHasteDue = isHasteDue && !hasten();
        const Step done = step();
        std::unique_lock lock(m_mutex);
        m_condition.wait_for(lock, done == Step::Idle ? m_timing.poll : m_timing.problemPause, [this, done] {
            return m_isStopped || m_isRetryWanted || (m_isWoken && done == Step::Idle);
        });
        isHasteDue = std::exchange(m_isRetryWanted, false) || isHasteDue;
        m_isWoken = false;
        if (m_isStopped)
            return;
    }
}

bool Dispatcher::takeRetry()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_isRetryWanted, false);
}

/// False when the database did not take it: to be tried again.
bool Dispatcher::hasten()
{
    const Done hastened = m_queue.hasten();
    if (!hastened)
        report({Source::Outbox, hastened.error().code, hastened.error().detail});
    return hastened.has_value();
}

void Dispatcher::wake()
{
    const std::lock_guard lock(m_mutex);
    m_isWoken = true;
    m_condition.notify_all();
}

void Dispatcher::retryNow()
{
    const std::lock_guard lock(m_mutex);
    m_isRetryWanted = true;
    m_condition.notify_all();
}

void Dispatcher::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
        m_condition.notify_all();
    }
    m_transport.abort();
}

Result<QList<OutgoingMail>> Dispatcher::claim()
{
    const bool isRecorded = !m_unrecorded || m_unrecorded();
    auto mails = m_queue.claim(m_timing.batch, m_timing.lease);
    if (!mails) {
        report({Source::Outbox, mails.error().code, mails.error().detail});
        return mails;
    }
    // Where the database works but does not take this one, it is that row's own trouble: its lease runs out.
    if (!isRecorded)
        static_cast<void>(m_unrecorded());
    m_unrecorded = nullptr;
    recover(Source::Outbox);
    return mails;
}

/// Nothing could be claimed; but what others keep locked is passed over in silence.
Dispatcher::Step Dispatcher::lookForHeldUp()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_heldChecked && now - *m_heldChecked < m_timing.heldCheck)
        return Step::Idle;
    m_heldChecked = now;
    const Result<qint64> count = m_queue.heldUp(m_timing.heldAfter);
    if (!count) {
        report({Source::Outbox, count.error().code, count.error().detail});
        return Step::Problem;
    }
    m_heldChecks = *count > 0 ? m_heldChecks + 1 : 0;
    if (m_heldChecks % heldChecksUntilToldAgain == heldChecksBeforeTold)
        tell(m_reports.heldUp, *count);
    return Step::Idle;
}

Result<MailComposer> Dispatcher::usableComposer()
{
    auto composer = m_composers();
    const Done checked = composer ? composer->check() : Done(tl::unexpected(composer.error()));
    if (!checked) {
        report({Source::Settings, checked.error().code, checked.error().detail});
        return tl::unexpected(checked.error());
    }
    recover(Source::Settings);
    return composer;
}

Dispatcher::Step Dispatcher::sendBatch(const QList<OutgoingMail> &mails)
{
    using SteadyClock = std::chrono::steady_clock;
    const auto latest = SteadyClock::now() + m_timing.lease - m_timing.longestDelivery;
    const auto composer = usableComposer();
    if (!composer) {
        putBack(mails);
        return Step::Problem;
    }
    std::future<Result<MailMessage>> next; // Is written while the server has the one before.
    for (qsizetype i = 0; i < mails.size(); ++i) {
        // The first is always tried, so that there is progress whatever the lease.
        if (m_isStopped || (i > 0 && SteadyClock::now() > latest)) {
            putBack(mails.mid(i));
            return m_isStopped ? Step::Stopped : Step::Idle;
        }
        const Result<MailMessage> message = next.valid() ? next.get() : composer->compose(mails[i]);
        if (i + 1 < mails.size())
            next = std::async(std::launch::async, &MailComposer::compose, &*composer, mails[i + 1]);
        const Fate fate = send(mails[i], message, composer->settings().linkDays);
        if (fate == Fate::NotSendable || fate == Fate::Stopped) {
            putBack(mails.mid(i));
            return fate == Fate::Stopped ? Step::Stopped : Step::Problem;
        }
        if (fate == Fate::Unrecorded || fate == Fate::Unanswered) {
            putBack(mails.mid(i + 1));
            return Step::Problem;
        }
    }
    return Step::Idle;
}

Dispatcher::Fate Dispatcher::send(const OutgoingMail &mail, const Result<MailMessage> &message, int linkDays)
{
    return message ? handOver(mail, *message, linkDays) : giveUp(mail, message.error().detail);
}

Dispatcher::Fate Dispatcher::handOver(const OutgoingMail &mail, const MailMessage &message, int linkDays)
{
    const Delivery delivery = m_transport.deliver(message);
    const bool isAnswered = delivery.kind == Delivery::Kind::Accepted || delivery.replyCode != 0;
    if (isAnswered && delivery.kind != Delivery::Kind::Unusable) {
        m_unanswered = 0;
        recover(Source::Transport);
    }
    switch (delivery.kind) {
    case Delivery::Kind::Accepted:
        return record([this, mail,
                       how = HandOver{message.hasLinks ? std::optional(linkDays) : std::nullopt,
                                      delivery.isIntoFolder}] { return m_queue.markSent(mail, how); },
                      [this, id = mail.id] { tell(m_reports.sent, id); });
    case Delivery::Kind::Temporary:
        return deferOrGiveUp(mail, delivery);
    case Delivery::Kind::Permanent:
        return giveUp(mail, delivery.detail);
    case Delivery::Kind::Unusable:
        report({Source::Transport, delivery.code, delivery.detail});
        return Fate::NotSendable;
    case Delivery::Kind::Stopped:
        return Fate::Stopped;
    }
    Q_UNREACHABLE();
}

Dispatcher::Fate Dispatcher::deferOrGiveUp(const OutgoingMail &mail, const Delivery &delivery)
{
    const auto pause = retryPauses::after(mail.attempts, instantOf(mail.createdAt), m_clock());
    if (!pause)
        return giveUp(mail, delivery.detail);
    const QString why = delivery.detail;
    const Fate fate = record([this, mail, pause, why] { return m_queue.defer(mail, *pause, why); },
                             [this, id = mail.id, why] { tell(m_reports.deferred, id, why); });
    if (fate != Fate::Settled || delivery.replyCode != 0 || ++m_unanswered < unansweredLimit)
        return fate;
    report({Source::Transport, delivery.code, delivery.detail});
    return Fate::Unanswered;
}

Dispatcher::Fate Dispatcher::giveUp(const OutgoingMail &mail, const QString &why)
{
    return record([this, mail, why] { return m_queue.markFailed(mail, why); },
                  [this, id = mail.id, why] { tell(m_reports.failed, id, why); });
}

Dispatcher::Fate Dispatcher::record(std::function<Done()> mark, const std::function<void()> &tellIt)
{
    const Done marked = mark();
    tellIt();
    if (marked)
        return Fate::Settled;
    report({Source::Outbox, marked.error().code, marked.error().detail});
    m_unrecorded = std::move(mark);
    return Fate::Unrecorded;
}

/// As far as the database takes it; leases of others run out by themselves.
void Dispatcher::putBack(const QList<OutgoingMail> &mails)
{
    for (const OutgoingMail &mail : mails) {
        const Done done = m_queue.putBack(mail);
        if (!done) {
            report({Source::Outbox, done.error().code, done.error().detail});
            return;
        }
    }
}

void Dispatcher::report(const DispatchProblem &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        tell(m_reports.problem, problem);
}

void Dispatcher::recover(DispatchProblem::Source source)
{
    if (!m_problem || m_problem->source != source)
        return;
    m_problem.reset();
    tell(m_reports.recovered);
}

} // namespace addressdesk

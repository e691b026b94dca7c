#pragma once

#include "models/domain/OutgoingMail.h"

#include <QMap>
#include <QMutex>
#include <QStringList>

#include <algorithm>
#include <atomic>
#include <functional>

namespace addressdesk {

/// An outbox in memory. Time stands still in it: a deferred mail is due again when the test says so. Any
/// thread may use it.
class MemoryOutbox final : public OutboxQueue
{
public:
    /// Asked before each call, with its name; an error makes the call fail without effect.
    std::function<Done(const QString &call, qint64 id)> fault;
    std::atomic<qint64> held = 0; ///< Mails that heldUp() tells of.

    void add(OutgoingMail mail)
    {
        const QMutexLocker lock(&m_mutex);
        mail.attempts = 0;
        m_rows.insert(mail.id, {mail, QStringLiteral("waiting"), {}});
    }
    /// "waiting", "claimed", "sent 14", "deferred 60", "failed"; empty for none.
    [[nodiscard]] QString stateOf(qint64 id) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_rows.value(id).state;
    }
    [[nodiscard]] int attemptsOf(qint64 id) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_rows.value(id).mail.attempts;
    }
    [[nodiscard]] QString reasonOf(qint64 id) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_rows.value(id).reason;
    }
    [[nodiscard]] bool isEveryRow(const QString &state) const
    {
        const QMutexLocker lock(&m_mutex);
        return std::all_of(m_rows.cbegin(), m_rows.cend(),
                           [&](const Row &row) { return row.state == state; });
    }
    /// Whatever was deferred is due.
    void letTimePass()
    {
        const QMutexLocker lock(&m_mutex);
        for (Row &row : m_rows) {
            if (row.state.startsWith(QLatin1String("deferred")))
                row.state = QStringLiteral("waiting");
        }
    }

    Result<QList<OutgoingMail>> claim(int limit, std::chrono::seconds) override
    {
        const Done allowed = ask(QStringLiteral("claim"), 0);
        if (!allowed)
            return tl::unexpected(allowed.error());
        const QMutexLocker lock(&m_mutex);
        QList<OutgoingMail> claimed;
        for (Row &row : m_rows) {
            if (claimed.size() == limit)
                break;
            if (row.state != QLatin1String("waiting"))
                continue;
            row.state = QStringLiteral("claimed");
            ++row.mail.attempts;
            claimed.append(row.mail);
        }
        return claimed;
    }
    Result<qint64> heldUp(std::chrono::seconds) override
    {
        return ask(QStringLiteral("heldUp"), 0).map([this] { return held.load(); });
    }
    Done markSent(const OutgoingMail &mail, const HandOver &how) override
    {
        return change(
            QStringLiteral("markSent"), mail,
            QStringLiteral("sent %1%2")
                .arg(how.linkDays ? QString::number(*how.linkDays) : QStringLiteral("without links"),
                     how.isIntoFolder ? QStringLiteral(" into the folder") : QString()),
            {});
    }
    Done defer(const OutgoingMail &mail, std::chrono::seconds pause, const QString &why) override
    {
        return change(QStringLiteral("defer"), mail, QStringLiteral("deferred %1").arg(pause.count()), why);
    }
    Done markFailed(const OutgoingMail &mail, const QString &why) override
    {
        return change(QStringLiteral("markFailed"), mail, QStringLiteral("failed"), why);
    }
    Done putBack(const OutgoingMail &mail) override
    {
        const Done done = change(QStringLiteral("putBack"), mail, QStringLiteral("waiting"), {});
        const QMutexLocker lock(&m_mutex);
        if (done)
            --m_rows[mail.id].mail.attempts;
        return done;
    }

    Done hasten() override
    {
        const Done allowed = ask(QStringLiteral("hasten"), 0);
        if (allowed)
            letTimePass();
        return allowed;
    }

private:
    struct Row
    {
        OutgoingMail mail;
        QString state;
        QString reason;
    };

    Done ask(const QString &call, qint64 id) const { return fault ? fault(call, id) : Done(); }
    Done change(const QString &call, const OutgoingMail &mail, const QString &state, const QString &reason)
    {
        const Done allowed = ask(call, mail.id);
        if (!allowed)
            return allowed;
        const QMutexLocker lock(&m_mutex);
        m_rows[mail.id].state = state;
        m_rows[mail.id].reason = reason;
        return {};
    }

    mutable QMutex m_mutex;
    QMap<qint64, Row> m_rows;
};

} // namespace addressdesk

#pragma once

#include "tests/support/FakeDeskSession.h"

namespace addressdesk {

/// Gives a FakeDeskSession a past: events of one address, oldest first, at chosen times.
class HistoryMaker final
{
public:
    HistoryMaker(FakeDeskSession &session, QString addressId)
        : m_session(session), m_addressId(std::move(addressId))
    {
    }

    /// The next events belong to this save.
    HistoryMaker &save(const QString &changeId, const QString &actor, const QString &occurredAt,
                       const FieldValue &reason = {})
    {
        m_event.changeId = changeId;
        m_event.actor = actor;
        m_event.occurredAt = occurredAt;
        m_event.reason = reason;
        return *this;
    }

    HistoryMaker &created(const FieldValues &values)
    {
        return add(EventType::AddressCreated, payload::created(QStringLiteral("c1"), values));
    }

    HistoryMaker &changed(const QString &field, const FieldValue &from, const FieldValue &to,
                          const QString &token = {})
    {
        ++m_count;
        return add(EventType::AddressFieldChanged,
                   payload::changed(field, from, to,
                                    token.isEmpty() ? QStringLiteral("token%1").arg(m_count) : token));
    }

    HistoryMaker &reverted(const QString &field, const FieldValue &from, const FieldValue &to,
                           const QString &token)
    {
        return add(EventType::AddressFieldReverted, payload::reverted(field, from, to, token));
    }

    HistoryMaker &deleted(const FieldValues &values)
    {
        return add(EventType::AddressDeleted,
                   payload::deleted(QStringLiteral("c1"), values, QStringLiteral("deletion-token")));
    }

private:
    HistoryMaker &add(EventType type, const QJsonObject &payload)
    {
        m_event.streamId = m_addressId;
        m_event.type = type;
        m_event.payload = payload;
        m_session.addPast(m_event);
        return *this;
    }

    FakeDeskSession &m_session;
    QString m_addressId;
    Event m_event;
    int m_count = 0;
};

/// Paris since a save of two fields ("s2", by marie), before that Lyon ("s1", by paul).
inline void addTwoSaves(HistoryMaker past)
{
    const QString city = QStringLiteral("city");
    past.save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
        .changed(city, QStringLiteral("Nice"), QStringLiteral("Lyon"))
        .save(QStringLiteral("s2"), QStringLiteral("marie"), QStringLiteral("2026-03-10T11:30:00.000Z"),
              QStringLiteral("moved"))
        .changed(city, QStringLiteral("Lyon"), QStringLiteral("Paris"))
        .changed(QStringLiteral("zipCode"), QStringLiteral("69001"), QStringLiteral("75002"));
}

} // namespace addressdesk

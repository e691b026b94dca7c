#pragma once

#include "app/sample/AddressMaker.h"
#include "models/domain/Event.h"

#include <functional>

namespace addressdesk {

/// Invents the past of one address: it starts from an earlier state, applies believable saves in the order of
/// time and leaves the address as the last of them left it, so that the row equals the folded history. Hash
/// chains are right.
class SampleHistory final
{
public:
    /// Milliseconds since 1970 between which everything happened.
    struct Span
    {
        qint64 first = 0;
        qint64 last = 0;
    };

    /// The address as it would be without a past. Everything is borrowed.
    SampleHistory(Address address, Place place, const AddressMaker &maker, const WordLists &words,
                  SampleRandom &random);

    /// Makes one to six events. Call once.
    void invent(Span span);

    [[nodiscard]] const Address &address() const { return m_address; }
    [[nodiscard]] bool exists() const { return m_exists; }
    [[nodiscard]] const QList<Event> &events() const { return m_events; }

private:
    enum class Step {
        Create,
        Move,
        CorrectStreet,
        CorrectCity,
        CorrectZip,
        CorrectNumber,
        Relabel,
        PutBack,
        Delete,
        Restore
    };

    /// One field of the last save, kept for putting it back.
    struct Change
    {
        QString field;
        FieldValue from;
        FieldValue to;
        QString tokenDigest;
    };

    [[nodiscard]] QList<Step> plan(int budget);
    [[nodiscard]] Step chooseStep(const QList<Step> &earlier, int budget);
    [[nodiscard]] QList<qint64> instants(qsizetype count, Span span);
    void prepareTypo(Step step);
    void take(Step step);

    void create();
    void move();
    void correct(const QString &field);
    void change(const FieldValues &values, const QString &reasons);
    void putBack();
    void deleteAddress();
    void restore();

    void beginSave(const QString &actor, const FieldValue &reason);
    void append(EventType type, const QJsonObject &payload);
    [[nodiscard]] QString operatorName();
    [[nodiscard]] FieldValue reason(const QString &heading, int percent);

    Address m_address;
    Place m_place;
    const AddressMaker &m_maker;
    const WordLists &m_words;
    SampleRandom &m_random;

    bool m_exists = true;
    QList<Event> m_events;
    FieldValues m_corrections; ///< Field → the right value, of fields that start with a slip.
    QList<Change> m_lastSave;
    QString m_deletionToken;
    qint64 m_now = 0;
    Event m_save; ///< What the events of the current save share.
};

} // namespace addressdesk

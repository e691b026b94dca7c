#include "app/sample/SampleHistory.h"

#include "app/sample/SampleIds.h"
#include "app/sample/SampleRandom.h"
#include "models/domain/CanonicalEvent.h"

#include <QDateTime>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr qint64 minute = 60'000; ///< Milliseconds.
constexpr qint64 day = 1440 * minute;
constexpr int moveCost = 4;

/// A slip of the fingers: two letters swapped, one left out or one doubled. Texts of fewer than four letters
/// get a doubled end.
QString misspelt(const QString &text, SampleRandom &random)
{
    QString slip = text;
    if (text.size() >= 4) {
        const int at = random.between(1, static_cast<int>(text.size()) - 3);
        const int kind = random.between(0, 2);
        if (kind == 0 && text[at] != text[at + 1] && text[at].isLetter() && text[at + 1].isLetter()) {
            slip[at] = text[at + 1];
            slip[at + 1] = text[at];
            return slip;
        }
        if (kind == 1 && text[at].isLetter())
            return slip.remove(at, 1);
        if (text[at].isLetter())
            return slip.insert(at, text[at]);
    }
    return slip.append(text.back());
}

/// Two different digits that stand side by side, swapped; otherwise the last digit becomes another.
QString misdialled(const QString &digits, SampleRandom &random)
{
    QString slip = digits;
    const qsizetype at = random.between(1, static_cast<int>(digits.size()) - 2);
    if (digits[at] != digits[at + 1]) {
        slip[at] = digits[at + 1];
        slip[at + 1] = digits[at];
    } else {
        slip.back() = digits.back() == u'0' ? u'1' : u'0';
    }
    return slip;
}

/// In UTC with six digits after the second, which is what both databases keep.
QString timeText(qint64 milliseconds, int microseconds)
{
    QString text = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)
                       .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
    return text.append(QString::number(1000 + microseconds).sliced(1)).append(u'Z');
}

} // namespace

SampleHistory::SampleHistory(Address address, Place place, const AddressMaker &maker, const WordLists &words,
                             SampleRandom &random)
    : m_address(std::move(address)), m_place(std::move(place)), m_maker(maker), m_words(words),
      m_random(random)
{
}

void SampleHistory::invent(Span span)
{
    const QList<Step> steps = plan(m_random.between(1, 6));
    const QList<qint64> times = instants(steps.size(), span);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        m_now = times[i];
        take(steps[i]);
    }
}

QList<SampleHistory::Step> SampleHistory::plan(int budget)
{
    QList<Step> steps;
    while (budget > 0) {
        const Step step = chooseStep(steps, budget);
        if (step == Step::CorrectStreet || step == Step::CorrectCity || step == Step::CorrectZip)
            prepareTypo(step);
        const bool isWhole = step == Step::Move || (step == Step::PutBack && steps.last() == Step::Move);
        budget -= isWhole ? moveCost : 1;
        steps.append(step);
    }
    return steps;
}

SampleHistory::Step SampleHistory::chooseStep(const QList<Step> &earlier, int budget)
{
    if (!earlier.isEmpty() && earlier.last() == Step::Delete)
        return Step::Restore;
    if (earlier.isEmpty() && m_random.chance(8))
        return Step::Create;
    const bool canPutBack =
        !earlier.isEmpty() && ((earlier.last() == Step::Move && budget >= moveCost) ||
                               earlier.last() == Step::CorrectNumber || earlier.last() == Step::Relabel);
    if (canPutBack && m_random.chance(35))
        return Step::PutBack;
    if (m_random.chance(6))
        return Step::Delete;
    if (budget >= moveCost && m_random.chance(60))
        return Step::Move;
    const bool isUntouched = !earlier.contains(Step::Move);
    for (const Step step : {Step::CorrectStreet, Step::CorrectCity, Step::CorrectZip}) {
        if (isUntouched && !earlier.contains(step) && m_random.chance(30))
            return step;
    }
    const bool canRelabel = m_address.values.contains(sampleFields::label);
    return canRelabel && m_random.chance(35) ? Step::Relabel : Step::CorrectNumber;
}

QList<qint64> SampleHistory::instants(qsizetype count, Span span)
{
    QList<qint64> times;
    for (qsizetype i = 0; i < count; ++i) {
        // Office hours: 7 to 18 UTC.
        const qint64 someDay =
            span.first + static_cast<qint64>(m_random.below(static_cast<quint64>(span.last - span.first)));
        const qint64 office = someDay - someDay % day + m_random.between(7 * 60, 18 * 60) * minute +
                              m_random.between(0, 59'999);
        times.append(std::clamp(office, span.first, span.last));
    }
    std::sort(times.begin(), times.end());
    for (qsizetype i = count - 2; i >= 0; --i)
        times[i] = std::min(times[i], times[i + 1] - minute);
    return times;
}

/// The address started with a slip that the step will correct.
void SampleHistory::prepareTypo(Step step)
{
    const QString &field = step == Step::CorrectStreet ? sampleFields::streetName
                           : step == Step::CorrectCity ? sampleFields::city
                                                       : sampleFields::zipCode;
    FieldValue &value = m_address.values[field];
    m_corrections.insert(field, value);
    value = step == Step::CorrectZip ? misdialled(*value, m_random) : misspelt(*value, m_random);
}

void SampleHistory::take(Step step)
{
    switch (step) {
    case Step::Create:
        return create();
    case Step::Move:
        return move();
    case Step::CorrectStreet:
        return correct(sampleFields::streetName);
    case Step::CorrectCity:
        return correct(sampleFields::city);
    case Step::CorrectZip:
        return correct(sampleFields::zipCode);
    case Step::CorrectNumber: {
        FieldValue number = m_maker.number(m_random);
        if (number == m_address.values.value(sampleFields::streetNumber))
            number->append(u'A');
        return change({{sampleFields::streetNumber, number}}, QStringLiteral("number reasons"));
    }
    case Step::Relabel: {
        int index = m_random.between(0, m_maker.labelCount() - 1);
        if (m_maker.label(index) == m_address.values.value(sampleFields::label))
            ++index;
        return change({{sampleFields::label, m_maker.label(index)}}, {});
    }
    case Step::PutBack:
        return putBack();
    case Step::Delete:
        return deleteAddress();
    case Step::Restore:
        return restore();
    }
}

void SampleHistory::create()
{
    beginSave(operatorName(), reason(QStringLiteral("creation reasons"), 60));
    append(EventType::AddressCreated, payload::created(m_address.customerId, m_address.values));
}

void SampleHistory::move()
{
    m_place = m_random.chance(65) ? m_maker.placeNear(m_place, m_random) : m_maker.place(m_random);
    change(m_maker.at(m_place, m_random), QStringLiteral("move reasons"));
}

void SampleHistory::correct(const QString &field)
{
    change({{field, m_corrections.value(field)}}, QStringLiteral("correction reasons"));
}

void SampleHistory::change(const FieldValues &values, const QString &reasons)
{
    beginSave(operatorName(), reasons.isEmpty() ? std::nullopt : reason(reasons, 70));
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!m_address.values.contains(it.key()) || m_address.values.value(it.key()) == it.value())
            continue;
        FieldValue &current = m_address.values[it.key()];
        const Change change{it.key(), current, it.value(), sampleIds::tokenDigest(m_random)};
        append(EventType::AddressFieldChanged,
               payload::changed(change.field, change.from, change.to, change.tokenDigest));
        current = change.to;
        m_lastSave.append(change);
    }
}

void SampleHistory::putBack()
{
    const QList<Change> changes = m_lastSave;
    if (m_random.chance(60))
        beginSave(QStringLiteral("customer"), std::nullopt);
    else
        beginSave(operatorName(), reason(QStringLiteral("revert reasons"), 70));
    for (const Change &change : changes) {
        append(EventType::AddressFieldReverted,
               payload::reverted(change.field, change.to, change.from, change.tokenDigest));
        m_address.values.insert(change.field, change.from);
    }
}

void SampleHistory::deleteAddress()
{
    beginSave(operatorName(), reason(QStringLiteral("deletion reasons"), 80));
    m_deletionToken = sampleIds::tokenDigest(m_random);
    append(EventType::AddressDeleted,
           payload::deleted(m_address.customerId, m_address.values, m_deletionToken));
    m_exists = false;
}

void SampleHistory::restore()
{
    beginSave(operatorName(), reason(QStringLiteral("revert reasons"), 50));
    append(EventType::AddressRestored,
           payload::restored(m_address.customerId, m_address.values, m_deletionToken));
    m_exists = true;
}

void SampleHistory::beginSave(const QString &actor, const FieldValue &reason)
{
    m_lastSave.clear();
    m_save.occurredAt = timeText(m_now, m_random.between(0, 999));
    m_save.changeId = sampleIds::timeOrdered(m_now, m_random.between(0, 4095), m_random);
    m_save.actor = actor;
    m_save.reason = reason;
}

void SampleHistory::append(EventType type, const QJsonObject &payload)
{
    Event event = m_save;
    event.streamId = m_address.id;
    event.streamVersion = static_cast<int>(m_events.size()) + 1;
    event.type = type;
    event.payload = payload;
    event.chainHash =
        canonical::chainHash(m_events.isEmpty() ? QByteArray() : m_events.last().chainHash, event);
    m_events.append(event);
}

QString SampleHistory::operatorName()
{
    static const QStringList names{QStringLiteral("marie"), QStringLiteral("marie"), QStringLiteral("jean"),
                                   QStringLiteral("aisha"), QStringLiteral("aisha"), QStringLiteral("tom")};
    return m_random.oneOf(names);
}

FieldValue SampleHistory::reason(const QString &heading, int percent)
{
    return m_random.chance(percent) ? FieldValue(m_random.oneOf(m_words.list(heading))) : std::nullopt;
}

} // namespace addressdesk

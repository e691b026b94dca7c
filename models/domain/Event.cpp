#include "models/domain/Event.h"

#include "models/domain/Instant.h"

namespace addressdesk {

namespace {

constexpr QLatin1String userIdKey("userId");
constexpr QLatin1String snapshotKey("snapshot");
constexpr QLatin1String fieldKey("field");
constexpr QLatin1String fromKey("from");
constexpr QLatin1String toKey("to");
constexpr QLatin1String tokenKey("revertToken");

QJsonValue toJson(const FieldValue &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

FieldValue fromJson(const QJsonValue &value)
{
    return value.isString() ? FieldValue(value.toString()) : std::nullopt;
}

QJsonObject allFields(const QString &customerId, const FieldValues &values)
{
    QJsonObject object;
    object.insert(userIdKey, customerId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(customerId));
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(it.key(), toJson(it.value()));
    return object;
}

QJsonObject fieldPayload(const QString &field, const FieldValue &from, const FieldValue &to,
                         const QString &tokenDigest)
{
    return {{fieldKey, field}, {fromKey, toJson(from)}, {toKey, toJson(to)}, {tokenKey, tokenDigest}};
}

QJsonObject snapshotPayload(const QString &customerId, const FieldValues &values, const QString &tokenDigest)
{
    QJsonObject object{{snapshotKey, allFields(customerId, values)}};
    if (!tokenDigest.isEmpty())
        object.insert(tokenKey, tokenDigest);
    return object;
}

bool isFieldEvent(EventType type)
{
    return type == EventType::AddressFieldChanged || type == EventType::AddressFieldReverted;
}

} // namespace

QDateTime Event::occurredAtTime() const
{
    return instantOf(occurredAt);
}

QString Event::field() const
{
    return isFieldEvent(type) ? payload.value(fieldKey).toString() : QString();
}

FieldValue Event::from() const
{
    return isFieldEvent(type) ? fromJson(payload.value(fromKey)) : std::nullopt;
}

FieldValue Event::to() const
{
    return isFieldEvent(type) ? fromJson(payload.value(toKey)) : std::nullopt;
}

QString Event::tokenDigest() const
{
    return payload.value(tokenKey).toString();
}

bool Event::issuesToken() const
{
    return (type == EventType::AddressFieldChanged || type == EventType::AddressDeleted) &&
           !tokenDigest().isEmpty();
}

bool Event::usesToken() const
{
    return (type == EventType::AddressFieldReverted || type == EventType::AddressRestored) &&
           !tokenDigest().isEmpty();
}

bool Event::isByCustomer() const
{
    return usesToken() && actor == customerActor;
}

FieldValues Event::snapshot() const
{
    const QJsonObject object =
        type == EventType::AddressCreated ? payload : payload.value(snapshotKey).toObject();
    FieldValues values;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key() != userIdKey)
            values.insert(it.key(), fromJson(it.value()));
    }
    return values;
}

QString Event::snapshotCustomerId() const
{
    const QJsonObject object =
        type == EventType::AddressCreated ? payload : payload.value(snapshotKey).toObject();
    return object.value(userIdKey).toString();
}

namespace payload {

QJsonObject created(const QString &customerId, const FieldValues &values)
{
    return allFields(customerId, values);
}

QJsonObject changed(const QString &field, const FieldValue &from, const FieldValue &to,
                    const QString &tokenDigest)
{
    return fieldPayload(field, from, to, tokenDigest);
}

QJsonObject reverted(const QString &field, const FieldValue &from, const FieldValue &to,
                     const QString &tokenDigest)
{
    return fieldPayload(field, from, to, tokenDigest);
}

QJsonObject deleted(const QString &customerId, const FieldValues &values, const QString &tokenDigest)
{
    return snapshotPayload(customerId, values, tokenDigest);
}

QJsonObject restored(const QString &customerId, const FieldValues &values, const QString &tokenDigest)
{
    return snapshotPayload(customerId, values, tokenDigest);
}

} // namespace payload

} // namespace addressdesk

#include "models/domain/SafetyNotice.h"

#include "models/domain/RevertToken.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace addressdesk {

namespace {

using Kind = SafetyNotice::Kind;

constexpr QLatin1String kindKey("kind");
constexpr QLatin1String byCustomerKey("byCustomer");
constexpr QLatin1String changesKey("changes");
constexpr QLatin1String fieldKey("field");
constexpr QLatin1String fromKey("from");
constexpr QLatin1String toKey("to");
constexpr QLatin1String codeKey("code");

constexpr std::array<std::pair<Kind, QLatin1String>, 5> kindNames{
    {{Kind::Changed, QLatin1String("changed")},
     {Kind::Reverted, QLatin1String("reverted")},
     {Kind::Created, QLatin1String("created")},
     {Kind::Deleted, QLatin1String("deleted")},
     {Kind::Restored, QLatin1String("restored")}}};

QString nameOf(Kind kind)
{
    for (const auto &[known, name] : kindNames) {
        if (known == kind)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<Kind> kindOf(const QString &name)
{
    for (const auto &[kind, known] : kindNames) {
        if (known == name)
            return kind;
    }
    return std::nullopt;
}

Kind kindOf(const QList<Event> &events)
{
    const auto has = [&events](EventType type) {
        return std::any_of(events.cbegin(), events.cend(),
                           [type](const Event &event) { return event.type == type; });
    };
    if (has(EventType::AddressCreated))
        return Kind::Created;
    if (has(EventType::AddressDeleted))
        return Kind::Deleted;
    if (has(EventType::AddressRestored))
        return Kind::Restored;
    // What a customer must be able to undo weighs more than what was put back beside it.
    return has(EventType::AddressFieldChanged) ? Kind::Changed : Kind::Reverted;
}

QJsonValue toJson(const FieldValue &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

FieldValue valueOf(const QJsonValue &json)
{
    return json.isString() ? FieldValue(json.toString()) : FieldValue();
}

void insertCode(QJsonObject &object, const QString &code)
{
    if (!code.isEmpty())
        object.insert(codeKey, code);
}

} // namespace

SafetyNotice SafetyNotice::ofEvents(const QList<Event> &events, bool isByCustomer)
{
    SafetyNotice notice;
    notice.kind = kindOf(events);
    notice.isByCustomer = isByCustomer;
    for (const Event &event : events) {
        const QString code = event.issuesToken() ? RevertToken::codeOfDigest(event.tokenDigest()) : QString();
        if (event.field().isEmpty())
            notice.code = code;
        else
            notice.changes.append({event.field(), event.from(), event.to(), code});
    }
    return notice;
}

bool SafetyNotice::canBePutBack() const
{
    return tokenCount() > 0;
}

int SafetyNotice::tokenCount() const
{
    const auto ofChanges =
        std::count_if(changes.cbegin(), changes.cend(), [](const Change &c) { return !c.code.isEmpty(); });
    return static_cast<int>(ofChanges) + (code.isEmpty() ? 0 : 1);
}

QJsonObject SafetyNotice::eventPartToJson() const
{
    QJsonObject object{{kindKey, nameOf(kind)}, {byCustomerKey, isByCustomer}};
    QJsonArray list;
    for (const Change &change : changes) {
        QJsonObject entry{{fieldKey, change.field},
                          {fromKey, addressdesk::toJson(change.from)},
                          {toKey, addressdesk::toJson(change.to)}};
        insertCode(entry, change.code);
        list.append(entry);
    }
    object.insert(changesKey, list);
    insertCode(object, code);
    return object;
}

QJsonObject SafetyNotice::toJson() const
{
    QJsonObject object = eventPartToJson();
    QJsonObject values;
    for (auto it = address.cbegin(); it != address.cend(); ++it)
        values.insert(it.key(), addressdesk::toJson(it.value()));
    object.insert(addressIdKey, addressId);
    object.insert(addressKey, values);
    object.insert(customerKey, QJsonObject{{customerIdKey, customer.id},
                                           {customerFirstNameKey, addressdesk::toJson(customer.firstName)},
                                           {customerLastNameKey, addressdesk::toJson(customer.lastName)}});
    return object;
}

std::optional<SafetyNotice> SafetyNotice::fromJson(const QJsonObject &object)
{
    const std::optional<Kind> kind = kindOf(object[kindKey].toString());
    if (!kind || !object[changesKey].isArray() || !object[addressKey].isObject())
        return std::nullopt;
    SafetyNotice notice;
    notice.kind = *kind;
    notice.isByCustomer = object[byCustomerKey].toBool();
    notice.addressId = object[addressIdKey].toString();
    const QJsonObject person = object[customerKey].toObject();
    notice.customer.id = person[customerIdKey].toString();
    notice.customer.firstName = valueOf(person[customerFirstNameKey]);
    notice.customer.lastName = valueOf(person[customerLastNameKey]);
    const QJsonObject values = object[addressKey].toObject();
    for (auto it = values.constBegin(); it != values.constEnd(); ++it)
        notice.address.insert(it.key(), valueOf(it.value()));
    const QJsonArray list = object[changesKey].toArray();
    if (list.size() > mostChanges)
        return std::nullopt;
    for (const auto &entry : list) {
        const QJsonObject change = entry.toObject();
        if (change[fieldKey].toString().isEmpty())
            return std::nullopt;
        notice.changes.append({change[fieldKey].toString(), valueOf(change[fromKey]), valueOf(change[toKey]),
                               change[codeKey].toString()});
    }
    notice.code = object[codeKey].toString();
    return notice;
}

} // namespace addressdesk

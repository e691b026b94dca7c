#include "models/storage/SafetyMail.h"

#include "models/domain/RevertToken.h"

#include <QJsonArray>

#include <algorithm>

namespace addressdesk::safetyMail {

namespace {

QJsonValue toJson(const FieldValue &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QString kindOf(const QList<Event> &events)
{
    const auto has = [&events](EventType type) {
        return std::any_of(events.cbegin(), events.cend(),
                           [type](const Event &event) { return event.type == type; });
    };
    if (has(EventType::AddressCreated))
        return QStringLiteral("created");
    if (has(EventType::AddressDeleted))
        return QStringLiteral("deleted");
    if (has(EventType::AddressRestored))
        return QStringLiteral("restored");
    return has(EventType::AddressFieldReverted) ? QStringLiteral("reverted") : QStringLiteral("changed");
}

void insertToken(QJsonObject &object, const Event &event, const IssuedTokens &tokens)
{
    const QString digest = event.tokenDigest();
    if (!event.issuesToken() || !tokens.contains(digest))
        return;
    object.insert(QLatin1String("secret"), tokens.value(digest));
    object.insert(QLatin1String("code"), RevertToken::codeOfDigest(digest));
}

} // namespace

QJsonObject ofEvents(const QList<Event> &events, const IssuedTokens &tokens, bool isByCustomer)
{
    QJsonObject object{{QLatin1String("kind"), kindOf(events)}, {QLatin1String("byCustomer"), isByCustomer}};
    QJsonArray changes;
    for (const Event &event : events) {
        if (event.field().isEmpty()) {
            insertToken(object, event, tokens);
            continue;
        }
        QJsonObject change{{QLatin1String("field"), event.field()},
                           {QLatin1String("from"), toJson(event.from())},
                           {QLatin1String("to"), toJson(event.to())}};
        insertToken(change, event, tokens);
        changes.append(change);
    }
    object.insert(QLatin1String("changes"), changes);
    return object;
}

QJsonObject content(const AddressRow &address, const QList<Event> &events, const IssuedTokens &tokens,
                    bool isByCustomer)
{
    QJsonObject values;
    for (auto it = address.address.values.cbegin(); it != address.address.values.cend(); ++it)
        values.insert(it.key(), toJson(it.value()));
    QJsonObject object = ofEvents(events, tokens, isByCustomer);
    object.insert(addressIdKey, address.address.id);
    object.insert(addressKey, values);
    object.insert(customerKey, QJsonObject{{customerIdKey, address.customer.id},
                                           {customerFirstNameKey, toJson(address.customer.firstName)},
                                           {customerLastNameKey, toJson(address.customer.lastName)}});
    return object;
}

} // namespace addressdesk::safetyMail

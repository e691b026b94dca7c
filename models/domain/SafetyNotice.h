#pragma once

#include "models/domain/Address.h"
#include "models/domain/Event.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace addressdesk {

/// What a customer is told of one save of one address: all that a safety mail or letter says, so that writing
/// it needs no other row. Holds no secret of a link.
struct SafetyNotice
{
    enum class Kind { Changed, Reverted, Created, Deleted, Restored };

    /// One field that the save changed.
    struct Change
    {
        QString field; ///< Id of the mapping.
        FieldValue from;
        FieldValue to;
        QString code; ///< Revert code, 8 characters of Crockford's base32; empty when no token was issued.

        [[nodiscard]] bool operator==(const Change &) const = default;
    };

    Kind kind = Kind::Changed;
    bool isByCustomer = false; ///< A customer's link did it.
    QString addressId;
    Customer customer;   ///< Without the e-mail address.
    FieldValues address; ///< As it was before the save; after it for a creation or restoration.
    QList<Change>
        changes;  ///< Field by field, in the mapping's order; empty for what concerns a whole address.
    QString code; ///< Of a deletion.

    /// The part that follows from the events of a save alone: kind, isByCustomer, changes and code.
    [[nodiscard]] static SafetyNotice ofEvents(const QList<Event> &events, bool isByCustomer);

    /// As `mail_outbox.content` holds it:
    ///
    ///     {"kind": "changed" | "reverted" | "created" | "deleted" | "restored", "byCustomer": bool,
    ///      "addressId": …, "customer": {"id", "firstName", "lastName"}, "address": {field: value, …},
    ///      "changes": [{"field", "from", "to", "code"}], "code": …}
    [[nodiscard]] QJsonObject toJson() const;
    /// The keys that follow from the events alone, as toJson() writes them.
    [[nodiscard]] QJsonObject eventPartToJson() const;
    /// More than an address can have fields; a row with more was made by hand.
    static constexpr int mostChanges = 200;
    /// std::nullopt when the object is not one that toJson() could have made, or has more than mostChanges.
    [[nodiscard]] static std::optional<SafetyNotice> fromJson(const QJsonObject &object);

    [[nodiscard]] bool operator==(const SafetyNotice &) const = default;

    /// The save has issued tokens: a link or a code can put something back.
    [[nodiscard]] bool canBePutBack() const;
    /// How many tokens: one for each change that can be put back by itself.
    [[nodiscard]] int tokenCount() const;

    static constexpr QLatin1String addressIdKey{"addressId"};
    static constexpr QLatin1String addressKey{"address"};
    static constexpr QLatin1String customerKey{"customer"};
    static constexpr QLatin1String customerIdKey{"id"};
    static constexpr QLatin1String customerFirstNameKey{"firstName"};
    static constexpr QLatin1String customerLastNameKey{"lastName"};
};

} // namespace addressdesk

#pragma once

#include "models/domain/Address.h"
#include "models/domain/RevertToken.h"
#include "models/storage/EventStore.h"

namespace addressdesk {

/// The events of one address that a transaction is about to append, and the token from which those that they
/// issue are derived.
class ChangeDrafts final
{
public:
    /// Changes of one save are recorded in the order of `fields`.
    explicit ChangeDrafts(const QStringList &fields, bool isByCustomer = false)
        : m_fields(fields), m_isByCustomer(isByCustomer), m_token(RevertToken::generate())
    {
    }

    /// One event for each field that the database really changed, whatever it was asked to do. `usedTokens`
    /// maps fields that are set back to the digests that this uses up; every other change issues a new token.
    void addFields(const FieldValues &before, const FieldValues &after,
                   const QMap<QString, QString> &usedTokens = {});
    void addCreation(const Address &created);
    void addDeletion(const Address &deleted);
    /// `usedDigest` is empty when the restoration uses no token.
    void addRestoration(const Address &restored, const QString &usedDigest);

    [[nodiscard]] bool isEmpty() const { return m_events.isEmpty(); }
    [[nodiscard]] bool isByCustomer() const { return m_isByCustomer; }
    [[nodiscard]] const QList<EventDraft> &events() const { return m_events; }
    /// Of the save; std::nullopt when no event issues a token.
    [[nodiscard]] std::optional<RevertToken> saveToken() const;

private:
    [[nodiscard]] QString actorOfUse() const { return m_isByCustomer ? customerActor : QString(); }

    QStringList m_fields;
    bool m_isByCustomer;
    QList<EventDraft> m_events;
    RevertToken m_token;
};

} // namespace addressdesk

#pragma once

#include "app/ctl/Refusal.h"
#include "models/domain/History.h"
#include "models/domain/Paging.h"

namespace addressdesk {

class DeskDatabase;

/// What the commands read of a database.
class AddressLookUp final
{
public:
    explicit AddressLookUp(const DeskDatabase &database) : m_database(database) {}

    /// Errors: NotFound.
    [[nodiscard]] Result<AddressRow> address(const QString &addressId) const;
    [[nodiscard]] Result<AddressPage> find(const QString &text, int limit) const;
    /// With this key, or with this e-mail address.
    [[nodiscard]] Result<QList<Customer>> customers(const QString &keyOrMail) const;

    /// Errors: NotFound when there is neither a row nor an event.
    [[nodiscard]] Result<History> history(const HistoryRequest &request) const;

    /// Why there is no address with this key: it was deleted, and whether it can be
    /// restored, or there never was one.
    [[nodiscard]] Refusal absence(const QString &addressId) const;
    [[nodiscard]] static Refusal unknown(const QString &addressId);

private:
    [[nodiscard]] Refusal deleted(const Event &deletion) const;

    const DeskDatabase &m_database;
};

} // namespace addressdesk

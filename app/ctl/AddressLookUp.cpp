#include "app/ctl/AddressLookUp.h"

#include "app/ctl/DeskDatabase.h"
#include "models/storage/AddressReader.h"
#include "models/storage/CustomerReader.h"
#include "models/storage/HistoryReader.h"

namespace addressdesk {

namespace {

/// More customers than share one e-mail address in earnest.
constexpr int customersLookedAt = 1000;

} // namespace

Result<AddressRow> AddressLookUp::address(const QString &addressId) const
{
    return AddressReader(m_database.connection(), m_database.schema()).address(addressId);
}

Result<AddressPage> AddressLookUp::find(const QString &text, int limit) const
{
    PageRequest request;
    request.query.search = text;
    request.limit = limit;
    return AddressReader(m_database.connection(), m_database.schema()).page(request);
}

Result<QList<Customer>> AddressLookUp::customers(const QString &keyOrMail) const
{
    CustomerReader reader(m_database.connection(), m_database.schema());
    const auto byKey = reader.byIds({keyOrMail});
    if (!byKey)
        return tl::unexpected(byKey.error());
    if (!byKey->isEmpty())
        return byKey->values();
    auto found = reader.find(keyOrMail, customersLookedAt);
    if (found)
        found->removeIf([&keyOrMail](const Customer &customer) {
            return shownText(customer.email).compare(keyOrMail, Qt::CaseInsensitive) != 0;
        });
    return found;
}

Result<History> AddressLookUp::history(const HistoryRequest &request) const
{
    return HistoryReader(m_database.connection(), m_database.schema()).history(request);
}

} // namespace addressdesk

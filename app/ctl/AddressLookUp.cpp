#include "app/ctl/AddressLookUp.h"

#include "app/ctl/CtlText.h"
#include "app/ctl/DeskDatabase.h"
#include "models/storage/AddressReader.h"
#include "models/storage/CustomerReader.h"
#include "models/storage/HistoryReader.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

#include <QJsonObject>

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

Refusal AddressLookUp::absence(const QString &addressId) const
{
    HistoryRequest newest;
    newest.addressId = addressId;
    newest.limit = 1;
    const Result<History> found = history(newest);
    if (!found && found.error().code == ErrorCode::NotFound)
        return unknown(addressId);
    if (!found)
        return refusalOf(found.error(), &m_database.url());
    const QString notFound = errorCodeName(ErrorCode::NotFound);
    if (found->entries.isEmpty() || found->entries.first().event.type != EventType::AddressDeleted)
        return {ExitStatus::Refused,
                notFound,
                CtlText::tr("The address “%1” does not exist any more: another program deleted it.")
                    .arg(addressId),
                {}};
    return deleted(found->entries.first().event);
}

/// What is said has to hold when it is tried: nothing is restored without the customer whose it was.
Refusal AddressLookUp::deleted(const Event &deletion) const
{
    const QString customerId = deletion.snapshotCustomerId();
    const auto customers = CustomerReader(m_database.connection(), m_database.schema()).byIds({customerId});
    if (!customers)
        return refusalOf(customers.error(), &m_database.url());
    const bool isRestorable = customerId.isEmpty() || !customers->isEmpty();
    const QString message =
        isRestorable
            //: %2 a person, %3 for example "on 3 March 2026 at 14:02"
            ? CtlText::tr("The address “%1” was deleted by %2 %3. “address-deskctl restore %1” "
                          "brings it back.")
            //: %2 a person, %3 for example "on 3 March 2026 at 14:02"
            : CtlText::tr("The address “%1” was deleted by %2 %3. It cannot be restored: its customer does "
                          "not exist any more.");
    return {ExitStatus::Refused, errorCodeName(ErrorCode::NotFound),
            message.arg(deletion.streamId, wording::actorName(deletion),
                        wording::timeInSentence(deletion.occurredAtTime())),
            QJsonObject{{QStringLiteral("deletedBy"), deletion.actor},
                        {QStringLiteral("deletedAt"), deletion.occurredAt}}};
}

Refusal AddressLookUp::unknown(const QString &addressId)
{
    return {ExitStatus::Refused,
            errorCodeName(ErrorCode::NotFound),
            CtlText::tr("There is no address “%1”. ADDRESS is an address's key, which “find” prints first.")
                .arg(addressId),
            {}};
}

} // namespace addressdesk

#pragma once

#include "models/domain/History.h"
#include "models/storage/AddressReader.h"
#include "models/storage/MailRepository.h"
#include "models/storage/SchemaInitialiser.h"

namespace addressdesk {

class SqlConnection;

/// Reads what happened to one address, with the advice on putting it back. Used on its connection's thread.
class HistoryReader final
{
public:
    HistoryReader(SqlConnection &connection, const EffectiveSchema &schema);

    /// Row and events belong to one moment. Errors: NotFound when there is neither a row nor an event.
    [[nodiscard]] Result<History> history(const HistoryRequest &request);

private:
    [[nodiscard]] Result<std::optional<AddressRow>> row(const QString &addressId);
    [[nodiscard]] Done addMails(History &history);
    template<typename Take>
    [[nodiscard]] Done forEach(const HistoryRequest &request, const QString &versions, qint64 atMost,
                               Take take);

    SqlConnection &m_connection;
    QString m_addressKeyType;
    AddressReader m_addresses;
    MailRepository m_mails;
};

} // namespace addressdesk

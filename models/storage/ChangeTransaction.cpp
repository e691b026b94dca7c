#include "models/storage/ChangeTransaction.h"

#include "models/storage/RecorderSql.h"
#include "models/storage/SqlConnection.h"

namespace addressdesk {

RecorderParts::RecorderParts(SqlConnection &connectionToUse, const SchemaMapping &effective,
                             const QString &actor)
    : connection(connectionToUse), mapping(effective), sql(RecorderSql::of(connectionToUse.dialect().kind())),
      addresses(connection, *sql, mapping), events(connection, *sql, actor), outbox(connection),
      codes(connection, events, addresses, actor)
{
}

RecorderParts::~RecorderParts() = default;

Result<ChangeTransaction> ChangeTransaction::begin(RecorderParts &parts, const SaveLabel &label)
{
    parts.isCommitInDoubt = false;
    Result<UnitOfWork> unit = UnitOfWork::begin(parts.connection);
    if (!unit)
        return tl::unexpected(unit.error());
    return ChangeTransaction(parts, label, std::move(*unit));
}

ChangeTransaction::ChangeTransaction(RecorderParts &parts, const SaveLabel &label, UnitOfWork unit)
    : m_parts(parts), m_label(label), m_unit(std::move(unit))
{
}

Result<QList<Event>> ChangeTransaction::record(const AddressRow &told, const ChangeDrafts &drafts,
                                               const std::optional<StreamHead> &head)
{
    const Result<QList<Event>> events =
        m_parts.events.append({told.address.id, m_label.changeId, m_label.reason, drafts.events(), head});
    if (!events)
        return events;
    OutboxDraft mail;
    mail.changeId = m_label.changeId;
    mail.addressId = told.address.id;
    mail.recipient = told.customer.email;
    mail.dueAt = events->first().occurredAt;
    mail.customerId = told.customer.id;
    mail.notice = SafetyNotice::ofEvents(*events, drafts.isByCustomer());
    mail.notice.addressId = told.address.id;
    mail.notice.customer = told.customer;
    mail.notice.address = told.address.values;
    mail.saveToken = drafts.saveToken();
    return m_parts.outbox.enqueue(mail).map([&events] { return *events; });
}

Done ChangeTransaction::commit()
{
    const Done committed = m_unit.commit();
    m_parts.isCommitInDoubt = !committed;
    return committed;
}

} // namespace addressdesk

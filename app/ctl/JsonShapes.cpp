#include "app/ctl/JsonShapes.h"

#include "models/wording/Sentences.h"

namespace addressdesk::json {

namespace {

QString schemaStep(const SchemaStep &step)
{
    using Kind = SchemaStep::Kind;
    switch (step.kind) {
    case Kind::KeepTable:
        return QStringLiteral("keep table %1 as it is").arg(step.name);
    case Kind::LeaveOutColumn:
        return QStringLiteral("do without column ") + step.name;
    case Kind::CreateTable:
        return QStringLiteral("create table ") + step.name;
    case Kind::CreateIndex:
        return QStringLiteral("create index ") + step.name;
    case Kind::CreateTrigger:
        return QStringLiteral("create trigger ") + step.name;
    case Kind::CreateFunction:
        return QStringLiteral("create function ") + step.name;
    case Kind::RenewGuard:
        return QStringLiteral("renew guard ") + step.name;
    case Kind::RecordVersion:
        return QStringLiteral("record the version in table ") + step.name;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonValue value(const FieldValue &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject customer(const Customer &customer)
{
    return {{QStringLiteral("id"), customer.id},
            {QStringLiteral("firstName"), value(customer.firstName)},
            {QStringLiteral("lastName"), value(customer.lastName)},
            {QStringLiteral("email"), value(customer.email)}};
}

QJsonObject address(const AddressRow &row)
{
    const bool hasCustomer = !row.address.customerId.isEmpty();
    QJsonObject object{
        {QStringLiteral("id"), row.address.id},
        {QStringLiteral("userId"), hasCustomer ? QJsonValue(row.address.customerId) : QJsonValue()},
        {QStringLiteral("customer"), hasCustomer ? QJsonValue(customer(row.customer)) : QJsonValue()}};
    for (auto it = row.address.values.cbegin(); it != row.address.values.cend(); ++it)
        object.insert(it.key(), value(it.value()));
    return object;
}

QJsonObject event(const HistoryEntry &entry)
{
    const Event &event = entry.event;
    return {{QStringLiteral("sequenceNum"), event.sequenceNum},
            {QStringLiteral("streamId"), event.streamId},
            {QStringLiteral("streamVersion"), event.streamVersion},
            {QStringLiteral("eventType"), eventTypeName(event.type)},
            {QStringLiteral("payload"), event.payload},
            {QStringLiteral("occurredAt"), event.occurredAt},
            {QStringLiteral("actor"), event.actor},
            {QStringLiteral("changeId"), event.changeId},
            {QStringLiteral("reason"), value(event.reason)},
            {QStringLiteral("revertible"), entry.verdict.isRevertible()},
            {QStringLiteral("why"), wording::verdictSentence(event, entry.verdict)}};
}

QJsonArray events(const QList<HistoryEntry> &entries)
{
    QJsonArray array;
    for (const HistoryEntry &entry : entries)
        array.append(event(entry));
    return array;
}

QJsonArray conflicts(const QList<FieldConflict> &conflicts)
{
    QJsonArray array;
    for (const FieldConflict &conflict : conflicts) {
        array.append(QJsonObject{{QStringLiteral("field"), conflict.field},
                                 {QStringLiteral("base"), value(conflict.base)},
                                 {QStringLiteral("theirs"), value(conflict.theirs)},
                                 {QStringLiteral("mine"), value(conflict.mine)}});
    }
    return array;
}

QJsonObject difference(const StreamDifference &difference)
{
    QJsonObject object{{QStringLiteral("difference"), differenceName(difference.kind)},
                       {QStringLiteral("streamId"), difference.streamId}};
    if (difference.streamVersion > 0)
        object.insert(QStringLiteral("streamVersion"), difference.streamVersion);
    if (!difference.field.isEmpty())
        object.insert(QStringLiteral("field"), difference.field);
    return object;
}

QString differenceName(StreamDifference::Kind kind)
{
    switch (kind) {
    case StreamDifference::Kind::ValueDrift:
        return QStringLiteral("valueDrift");
    case StreamDifference::Kind::RowMissing:
        return QStringLiteral("rowMissing");
    case StreamDifference::Kind::RowUnexpected:
        return QStringLiteral("rowUnexpected");
    case StreamDifference::Kind::VersionGap:
        return QStringLiteral("versionGap");
    case StreamDifference::Kind::HashMismatch:
        return QStringLiteral("hashMismatch");
    }
    Q_UNREACHABLE();
}

QJsonArray schemaSteps(const QList<SchemaStep> &steps)
{
    QJsonArray array;
    for (const SchemaStep &step : steps)
        array.append(schemaStep(step));
    return array;
}

} // namespace addressdesk::json

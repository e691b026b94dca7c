#include "app/ctl/ChangeAnswer.h"

#include "app/ctl/AddressLookUp.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/JsonShapes.h"
#include "models/domain/RevertRules.h"
#include "models/notice/AddressLine.h"
#include "models/wording/Sentences.h"

#include <algorithm>

namespace addressdesk {

namespace {

QString eventText(const Event &event, const SchemaMapping &mapping)
{
    if (event.field().isEmpty())
        return wording::eventTitle(event.type);
    //: %1 for example "Changed", %2 a field's title
    return CtlText::tr("%1: %2").arg(wording::eventTitle(event.type),
                                     wording::fieldTitle(mapping, event.field()));
}

QString valuesText(const Event &event)
{
    if (event.field().isEmpty())
        return {};
    return wording::quotedValue(event.from()) + QStringLiteral(" → ") + wording::quotedValue(event.to());
}

/// The address that came or went as a whole, on one line; empty when only fields changed.
QString wholeAddress(const QList<Event> &events, const SchemaMapping &mapping)
{
    const auto whole = std::find_if(events.cbegin(), events.cend(),
                                    [](const Event &event) { return event.field().isEmpty(); });
    QString line = whole == events.cend() ? QString() : addressLine(mapping, whole->snapshot());
    // The line's own isolates; values have none in it. Windows need them, terminals do not.
    return line.remove(QChar(0x2068)).remove(QChar(0x2069));
}

QString conflictText(const FieldConflict &conflict, const SchemaMapping &mapping)
{
    return CtlText::tr("%1 is now %2, not %3.")
        .arg(wording::fieldTitle(mapping, conflict.field), wording::quotedValue(conflict.theirs),
             wording::quotedValue(conflict.base));
}

} // namespace

QStringList ChangeAnswer::eventLines(const QList<HistoryEntry> &entries, const SchemaMapping &mapping)
{
    QList<QStringList> rows;
    for (const HistoryEntry &entry : entries) {
        rows.append({QStringLiteral("  #%1").arg(entry.event.sequenceNum), eventText(entry.event, mapping),
                     valuesText(entry.event), wording::verdictSentence(entry.event, entry.verdict)});
    }
    return CtlText::aligned(rows);
}

Refusal ChangeAnswer::conflict(const QList<FieldConflict> &conflicts, const SchemaMapping &mapping)
{
    QStringList sentences{CtlText::tr("The address has been changed meanwhile. Nothing was written.")};
    for (const FieldConflict &conflict : conflicts)
        sentences.append(conflictText(conflict, mapping));
    return {ExitStatus::Refused, QStringLiteral("conflict"), sentences.join(u' '),
            QJsonObject{{QStringLiteral("conflicts"), json::conflicts(conflicts)}}};
}

Refusal ChangeAnswer::addressMissing(const QString &addressId) const
{
    return {ExitStatus::Refused,
            QStringLiteral("notFound"),
            CtlText::tr("There is no address “%1” (any more). Nothing was written.").arg(addressId),
            {}};
}

/// With the connection only the answer may be lost.
Refusal ChangeAnswer::failed(const Error &error) const
{
    Refusal refusal = refusalOf(error, &m_database.url());
    if (error.code == ErrorCode::ConnectionLost)
        refusal.message += u' ' + CtlText::tr("It is not known whether the change was written: look with "
                                              "“address-deskctl history” before you make it again.");
    return refusal;
}

CommandResult ChangeAnswer::tell(const Result<SaveOutcome> &outcome) const
{
    if (!outcome)
        return tl::unexpected(failed(outcome.error()));
    const SchemaMapping &mapping = m_database.mapping();
    switch (outcome->kind) {
    case SaveOutcome::Kind::Recorded:
        return recorded(QStringLiteral("recorded"), outcome->addressId, outcome->changeId, outcome->events);
    case SaveOutcome::Kind::Unchanged:
        m_context.output.answer({{QStringLiteral("result"), QStringLiteral("unchanged")},
                                 {QStringLiteral("addressId"), outcome->addressId}},
                                {CtlText::tr("Nothing to change: the address has these values already.")});
        return ExitStatus::Success;
    case SaveOutcome::Kind::Conflict:
        return tl::unexpected(conflict(outcome->conflicts, mapping));
    case SaveOutcome::Kind::AddressMissing:
        return tl::unexpected(addressMissing(outcome->addressId));
    case SaveOutcome::Kind::InvalidValue:
        return tl::unexpected(
            Refusal{ExitStatus::Refused, errorCodeName(ErrorCode::InvalidValue),
                    wording::sentence(outcome->problem, wording::fieldTitle(mapping, outcome->problemField)),
                    QJsonObject{{QStringLiteral("field"), outcome->problemField}}});
    }
    Q_UNREACHABLE();
}

CommandResult ChangeAnswer::tell(const Result<RevertOutcome> &outcome, Override override) const
{
    if (!outcome)
        return tl::unexpected(failed(outcome.error()));
    if (!outcome->isReverted)
        return tl::unexpected(notRevertible(*outcome, override));
    return recorded(QStringLiteral("reverted"), outcome->addressId, outcome->changeId, outcome->events);
}

CommandResult ChangeAnswer::recorded(const QString &result, const QString &addressId, const QString &changeId,
                                     const QList<Event> &events) const
{
    const QList<HistoryEntry> entries = judged(addressId, events);
    QStringList lines{CtlText::tr("Address %1, saved as %2:").arg(addressId, changeId)};
    if (const QString address = wholeAddress(events, m_database.mapping()); !address.isEmpty())
        lines.append(QStringLiteral("  ") + CtlText::visible(address));
    lines += eventLines(entries, m_database.mapping());
    m_context.output.answer({{QStringLiteral("result"), result},
                             {QStringLiteral("addressId"), addressId},
                             {QStringLiteral("changeId"), changeId},
                             {QStringLiteral("events"), json::events(entries)}},
                            lines);
    return ExitStatus::Success;
}

/// The events, which are the newest of their stream, with their verdicts. It is written already, so a row
/// that cannot be read only spoils the advice.
QList<HistoryEntry> ChangeAnswer::judged(const QString &addressId, QList<Event> events) const
{
    const Result<AddressRow> row = AddressLookUp(m_database).address(addressId);
    std::reverse(events.begin(), events.end());
    QList<HistoryEntry> entries =
        RevertRules::judged(events, row ? std::optional(row->address.values) : std::nullopt);
    std::reverse(entries.begin(), entries.end());
    return entries;
}

Refusal ChangeAnswer::notRevertible(const RevertOutcome &outcome, Override override) const
{
    QStringList sentences{CtlText::tr("This cannot be set back now. Nothing was written.")};
    for (const HistoryEntry &refusal : outcome.refusals)
        sentences.append(wording::verdictSentence(refusal.event, refusal.verdict));
    sentences.removeDuplicates();
    const bool isOverridable =
        !outcome.refusals.isEmpty() &&
        std::all_of(outcome.refusals.cbegin(), outcome.refusals.cend(),
                    [](const HistoryEntry &refusal) { return refusal.verdict.isOverridable(); });
    if (isOverridable && override == Override::Possible)
        sentences.append(CtlText::tr("With --override it is set back all the same."));
    return {ExitStatus::Refused, errorCodeName(ErrorCode::NotRevertible), sentences.join(u' '),
            QJsonObject{{QStringLiteral("addressId"), outcome.addressId},
                        {QStringLiteral("events"), json::events(outcome.refusals)}}};
}

} // namespace addressdesk

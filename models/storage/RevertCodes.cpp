#include "models/storage/RevertCodes.h"

#include "models/domain/RevertToken.h"
#include "models/storage/AddressTable.h"
#include "models/storage/JudgedTargets.h"
#include "models/storage/StatementRun.h"

namespace addressdesk {

RevertCodes::RevertCodes(SqlConnection &connection, EventStore &events, AddressTable &addresses,
                         QString actor)
    : m_connection(connection), m_events(events), m_addresses(addresses), m_actor(std::move(actor))
{
}

Result<QList<Event>> RevertCodes::issuers(const QString &typed)
{
    if (const Done patient = checkPatience(); !patient)
        return tl::unexpected(patient.error());
    Result<QList<Event>> found;
    if (const auto code = RevertToken::normalizedCode(typed))
        found = m_events.issuersOfCode(*code);
    if (!found || !found->isEmpty())
        return found;
    if (const Done noted = noteWrong(); !noted)
        return tl::unexpected(noted.error());
    return failure(ErrorCode::NotFound, QStringLiteral("no change has this code"));
}

Result<CodeMatch> RevertCodes::find(const QString &typed)
{
    const Result<QList<Event>> found = issuers(typed);
    if (!found)
        return tl::unexpected(found.error());
    if (found->size() > 1)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("the code fits several changes"));
    const Event &issuer = found->first();
    Result<QList<Event>> save = m_events.byChange(issuer.changeId);
    if (!save)
        return tl::unexpected(save.error());
    save->removeIf(
        [&issuer](const Event &event) { return !event.issuesToken() || event.streamId != issuer.streamId; });
    const Result<std::optional<AddressRow>> row = m_addresses.find(issuer.streamId);
    if (!row)
        return tl::unexpected(row.error());
    const auto values = *row ? std::optional((*row)->address.values) : std::nullopt;
    const Result<QList<Event>> history = m_events.newestFirst(issuer.streamId, oldestVersion(*save));
    if (!history)
        return tl::unexpected(history.error());
    CodeMatch match;
    match.row.address.id = issuer.streamId;
    if (*row)
        match.row = **row;
    match.sequenceNum = issuer.sequenceNum;
    match.entries = judgedTargets(*history, *save, values);
    return match;
}

Done RevertCodes::checkPatience()
{
    constexpr qint64 minute = 60;
    const auto wrong = statements::firstRow<qint64>(
        m_connection,
        QStringLiteral(
            "SELECT count(*) FROM address_desk_wrong_codes WHERE actor = COALESCE(%1, ?) AND tried_at > %2")
            .arg(m_connection.dialect().sessionActor(), m_connection.dialect().clockMoved()),
        [this](Statement &s) { s.bind(m_actor).bind(-minute); },
        [](const Statement &s) -> Result<qint64> { return s.integer(0); });
    if (!wrong)
        return tl::unexpected(wrong.error());
    if (wrong->value_or(0) >= wrongCodesAMinute)
        return failure(ErrorCode::TooManyAttempts, QStringLiteral("%1 wrong codes").arg(**wrong));
    return {};
}

Done RevertCodes::noteWrong()
{
    const Result<Statement *> statement = statements::run(
        m_connection,
        QStringLiteral("INSERT INTO address_desk_wrong_codes (actor) VALUES (COALESCE(%1, ?))")
            .arg(m_connection.dialect().sessionActor()),
        [this](Statement &s) { s.bind(m_actor); });
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->finish();
    return {};
}

} // namespace addressdesk

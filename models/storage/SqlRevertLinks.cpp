#include "models/storage/SqlRevertLinks.h"

#include "models/storage/ChangeRecorder.h"
#include "models/storage/DeskOpening.h"
#include "models/storage/JudgedTargets.h"
#include "models/storage/LinkExpiry.h"
#include "models/storage/RecorderSql.h"
#include "models/storage/SqlConnection.h"

#include <algorithm>

namespace addressdesk {

namespace {

using State = LinkView::State;

/// Which of several refusals is told: the one that leaves the customer most to do.
constexpr std::array<Reversibility, 5> weightiest{Reversibility::Expired, Reversibility::AddressDeleted,
                                                  Reversibility::ChangedSince, Reversibility::AlreadyReverted,
                                                  Reversibility::AlreadyBack};

State stateOf(Reversibility reversibility)
{
    switch (reversibility) {
    case Reversibility::Revertible:
        return State::Open;
    case Reversibility::AlreadyReverted:
    case Reversibility::AlreadyBack:
        return State::Used;
    case Reversibility::Expired:
        return State::Expired;
    case Reversibility::AddressDeleted:
        return State::Deleted;
    case Reversibility::ChangedSince:
    case Reversibility::NotSupported:
        return State::ChangedSince;
    }
    Q_UNREACHABLE();
}

void tellRefusal(LinkView &view, const QList<HistoryEntry> &refusals)
{
    for (const Reversibility state : weightiest) {
        const auto found =
            std::find_if(refusals.cbegin(), refusals.cend(),
                         [state](const HistoryEntry &entry) { return entry.verdict.state == state; });
        if (found != refusals.cend()) {
            view.state = stateOf(state);
            view.decidedAt = found->verdict.becauseAt;
            return;
        }
    }
    view.state = State::ChangedSince;
}

} // namespace

SqlRevertLinks::SqlRevertLinks(std::unique_ptr<SqlConnection> connection, const EffectiveSchema &schema)
    : m_connection(std::move(connection)), m_schema(schema)
{
    makeParts();
}

SqlRevertLinks::~SqlRevertLinks() = default;

Result<std::unique_ptr<RevertLinks>> SqlRevertLinks::open(const DatabaseUrl &url, const QString &password,
                                                          std::chrono::milliseconds statementTimeout)
{
    ConnectionOptions options;
    options.statementTimeout = statementTimeout;
    auto connection = SqlConnection::open(url, password, options);
    if (!connection)
        return tl::unexpected(connection.error());
    const Result<EffectiveSchema> schema =
        SchemaInitialiser(**connection, SchemaMapping::native()).effective();
    if (!schema)
        return tl::unexpected(schema.error());
    return std::make_unique<SqlRevertLinks>(std::move(*connection), *schema);
}

void SqlRevertLinks::makeParts()
{
    m_parts = std::make_unique<RecorderParts>(*m_connection, m_schema.mapping, deskOpening::accountName());
    m_recorder =
        std::make_unique<ChangeRecorder>(*m_connection, m_schema.mapping, deskOpening::accountName());
    m_tasks = std::make_unique<TaskRepository>(*m_connection, m_schema);
}

/// A server that was restarted meanwhile is no reason to send a customer away. What only read runs again;
/// what wrote is asked for again by the customer, and the token makes sure that it happens once.
template<typename Work> Result<LinkView> SqlRevertLinks::reconnecting(Work work)
{
    Result<LinkView> view = work();
    if (view || view.error().code != ErrorCode::ConnectionLost)
        return view;
    if (const Done reopened = m_connection->reopen(); !reopened)
        return tl::unexpected(reopened.error());
    makeParts();
    return work();
}

Result<LinkView> SqlRevertLinks::look(const RevertToken &token)
{
    return reconnecting([&]() -> Result<LinkView> {
        const Result<QList<Event>> targets =
            m_parts->events.issuersOfToken(token, m_schema.mapping.fieldIds());
        if (!targets)
            return tl::unexpected(targets.error());
        return targets->isEmpty() ? Result<LinkView>(LinkView()) : judged(*targets);
    });
}

Result<LinkView> SqlRevertLinks::judged(const QList<Event> &targets)
{
    Result<Told> told = toldNow(targets);
    if (!told)
        return tl::unexpected(told.error());
    LinkView view = std::move(told->view);
    if (view.state == State::Erased)
        return view;
    const Result<EventStore::Recent> recent =
        m_parts->events.recent(targets.first().streamId, oldestVersion(targets), EventStore::Links::Judged);
    if (!recent)
        return tl::unexpected(recent.error());
    QList<HistoryEntry> entries = judgedTargets(recent->events, targets, told->values);
    if (const QList<HistoryEntry> expired = linkExpiry::expired(entries, recent->linkEnds);
        !expired.isEmpty()) {
        tellRefusal(view, expired);
        return view;
    }
    const auto isWanted = [](const HistoryEntry &entry) {
        return entry.verdict.isRevertible();
    };
    const auto standsInTheWay = [&](const HistoryEntry &entry) {
        return !isWanted(entry) && !(targets.size() > 1 && isAtGoal(entry));
    };
    const bool isAnyWanted = std::any_of(entries.cbegin(), entries.cend(), isWanted);
    if (isAnyWanted && std::none_of(entries.cbegin(), entries.cend(), standsInTheWay)) {
        view.state = State::Open;
        return view;
    }
    if (isAnyWanted)
        entries.removeIf([&](const HistoryEntry &entry) { return !standsInTheWay(entry); });
    tellRefusal(view, entries);
    return view;
}

Result<SqlRevertLinks::Told> SqlRevertLinks::toldNow(const QList<Event> &targets)
{
    const Result<std::optional<AddressRow>> row = m_parts->addresses.find(targets.first().streamId);
    if (!row)
        return tl::unexpected(row.error());
    Told told;
    if (*row)
        told.values = (*row)->address.values;
    told.view = described(targets, told.values.value_or(FieldValues()));
    const Result<bool> erased = isErased(targets, *row);
    if (!erased)
        return tl::unexpected(erased.error());
    if (*erased)
        told.view.state = State::Erased;
    return told;
}

LinkView SqlRevertLinks::described(const QList<Event> &targets, const FieldValues &current) const
{
    LinkView view;
    view.type = targets.first().type;
    view.changedAt = targets.first().occurredAt;
    for (const Event &target : targets) {
        view.tokenDigests.append(target.tokenDigest());
        if (const FieldMapping *field = m_schema.mapping.field(target.field()))
            view.fieldTitles.append(field->title);
    }
    const QString label = m_schema.mapping.labelField();
    if (!label.isEmpty())
        view.addressLabel =
            shownText(current.isEmpty() ? targets.first().snapshot().value(label) : current.value(label));
    return view;
}

/// The address is gone, and so is the customer whose it was.
Result<bool> SqlRevertLinks::isErased(const QList<Event> &targets, const std::optional<AddressRow> &row)
{
    if (row)
        return false;
    const Result<std::optional<Event>> deletion = m_parts->events.newestDeletion(targets.first().streamId);
    if (!deletion)
        return tl::unexpected(deletion.error());
    const QString customerId = *deletion ? (*deletion)->snapshotCustomerId() : QString();
    if (customerId.isEmpty())
        return false;
    return m_parts->addresses.customer(customerId).map([](const std::optional<Customer> &customer) {
        return !customer.has_value();
    });
}

Result<LinkView> SqlRevertLinks::putBack(const RevertToken &token)
{
    return reconnecting([&]() -> Result<LinkView> {
        const Result<QList<Event>> targets =
            m_parts->events.issuersOfToken(token, m_schema.mapping.fieldIds());
        if (!targets)
            return tl::unexpected(targets.error());
        if (targets->isEmpty())
            return LinkView();
        // Whether it can be put back is for the recorder to say, within its transaction.
        RevertRequest request;
        request.target = RevertRequest::Target::Token;
        request.text = token.secret();
        const Result<RevertOutcome> outcome = m_recorder->revert(request, *targets);
        if (!outcome && outcome.error().code != ErrorCode::NotFound)
            return tl::unexpected(outcome.error());
        if (!outcome || !outcome->isReverted)
            return notPutBack(*targets, outcome);
        LinkView view = described(*targets, outcome->current);
        view.state = State::PutBack;
        return view;
    });
}

/// `outcome` is a refusal, or NotFound: a customer who is not there any more.
Result<LinkView> SqlRevertLinks::notPutBack(const QList<Event> &targets, const Result<RevertOutcome> &outcome)
{
    Result<Told> told = toldNow(targets);
    if (!told)
        return tl::unexpected(told.error());
    LinkView view = std::move(told->view);
    if (view.state == State::Erased)
        return view;
    if (!outcome)
        return tl::unexpected(outcome.error());
    tellRefusal(view, outcome->refusals);
    if (view.state == State::ChangedSince) {
        if (const Done left = leaveTasks(outcome->refusals); !left)
            return tl::unexpected(left.error());
    }
    return view;
}

Done SqlRevertLinks::leaveTasks(const QList<HistoryEntry> &refusals)
{
    for (const HistoryEntry &entry : refusals) {
        if (entry.verdict.state != Reversibility::ChangedSince)
            continue;
        if (const Done added = m_tasks->add(entry.event); !added)
            return added;
    }
    return {};
}

} // namespace addressdesk

#include "models/storage/ChangeRecorder.h"

#include "models/storage/AddressChanges.h"
#include "models/storage/OneStatementSave.h"
#include "models/storage/RecorderSql.h"
#include "models/storage/Reversal.h"
#include "models/storage/SqlConnection.h"

#include <QSet>
#include <QUuid>

#include <algorithm>

namespace addressdesk {

namespace {

using Kind = SaveOutcome::Kind;

/// Every collision is somebody else's success, so this many in a row mean a storm, not a deadlock.
constexpr int maximumAttempts = 20;

const QString reasonName = QStringLiteral("reason");

/// A value of a request after ValueRules, or why it is refused.
struct Cleaned
{
    FieldValue value;
    std::optional<SaveOutcome> refusal;
};

Cleaned cleaned(const QString &field, const FieldValue &value)
{
    const auto clean = valueRules::clean(value);
    if (clean)
        return {*clean, std::nullopt};
    SaveOutcome refusal;
    refusal.kind = Kind::InvalidValue;
    refusal.problemField = field;
    refusal.problem = clean.error();
    return {std::nullopt, refusal};
}

Cleaned cleanedReason(const FieldValue &reason)
{
    Cleaned clean = cleaned(reasonName, reason);
    if (clean.value && clean.value->isEmpty())
        clean.value.reset();
    return clean;
}

/// The id as databases write it. Errors: InvalidArgument.
Result<QString> checkedChangeId(const QString &given)
{
    if (given.isEmpty())
        return ChangeRecorder::newChangeId();
    const QUuid id = QUuid::fromString(given);
    if (id.isNull())
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a change id is a UUID"));
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

struct ChangeRecorder::Private
{
    Private(SqlConnection &connection, const SchemaMapping &effective, const QString &actor)
        : parts(connection, effective, actor), changes(parts), reversal(parts)
    {
        if (parts.sql->canSaveInOneStatement())
            oneStatementSave.emplace(connection, *parts.sql, effective);
    }

    [[nodiscard]] Done checkFields(const QStringList &fields) const;
    [[nodiscard]] Result<SaveOutcome> cleanSave(SaveRequest &request) const;
    [[nodiscard]] Result<SaveOutcome> unchanged(const QString &addressId);
    [[nodiscard]] Result<std::optional<SaveOutcome>> savedAtOnce(const SaveRequest &request,
                                                                 const QString &changeId);

    template<typename Outcome> [[nodiscard]] Result<std::optional<Outcome>> recorded(const QString &changeId);
    template<typename Outcome, typename Attempt>
    [[nodiscard]] Result<Outcome> attempted(const QString &changeId, Attempt attempt);

    RecorderParts parts;
    AddressChanges changes;
    Reversal reversal;
    std::optional<OneStatementSave> oneStatementSave; ///< Where the database can do that.
};

Done ChangeRecorder::Private::checkFields(const QStringList &fields) const
{
    QSet<QString> seen;
    for (const QString &field : fields) {
        if (!parts.mapping.field(field))
            return failure(ErrorCode::InvalidArgument, QStringLiteral("unknown field %1").arg(field));
        if (seen.contains(field))
            return failure(ErrorCode::InvalidArgument, QStringLiteral("field %1 is named twice").arg(field));
        seen.insert(field);
    }
    return {};
}

/// Cleans the request in place: edits that change nothing are dropped, the others stand in the mapping's
/// order. The outcome is InvalidValue, or Unchanged as long as nothing speaks against the request.
Result<SaveOutcome> ChangeRecorder::Private::cleanSave(SaveRequest &request) const
{
    QStringList fields;
    for (const FieldEdit &edit : std::as_const(request.edits))
        fields.append(edit.field);
    if (fields.isEmpty())
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a save without edits"));
    if (const Done known = checkFields(fields); !known)
        return tl::unexpected(known.error());

    for (FieldEdit &edit : request.edits) {
        if (edit.value == edit.expected)
            continue; // Rows of other programs may hold what the rules would refuse; leaving that alone is no
                      // edit.
        const Cleaned clean = cleaned(edit.field, edit.value);
        if (clean.refusal)
            return *clean.refusal;
        edit.value = clean.value;
    }
    const Cleaned reason = cleanedReason(request.reason);
    if (reason.refusal)
        return *reason.refusal;
    request.reason = reason.value;

    request.edits.removeIf([](const FieldEdit &edit) { return edit.value == edit.expected; });
    const QStringList order = parts.mapping.fieldIds();
    std::sort(request.edits.begin(), request.edits.end(), [&order](const FieldEdit &a, const FieldEdit &b) {
        return order.indexOf(a.field) < order.indexOf(b.field);
    });
    return SaveOutcome();
}

Result<SaveOutcome> ChangeRecorder::Private::unchanged(const QString &addressId)
{
    return parts.addresses.find(addressId).map([&addressId](const std::optional<AddressRow> &row) {
        SaveOutcome outcome;
        outcome.kind = row ? Kind::Unchanged : Kind::AddressMissing;
        outcome.addressId = row ? row->address.id : addressId;
        outcome.current = row ? row->address.values : FieldValues();
        return outcome;
    });
}

/// std::nullopt when the save has to be tried in steps: to say why no row fits, to wait for another writer,
/// or to record that the database stored something else.
Result<std::optional<SaveOutcome>> ChangeRecorder::Private::savedAtOnce(const SaveRequest &request,
                                                                        const QString &changeId)
{
    if (!oneStatementSave)
        return std::optional<SaveOutcome>();
    if (const Done alive = parts.connection.checkAlive(); !alive)
        return tl::unexpected(alive.error());
    if (parts.connection.isReadOnly())
        return failure(ErrorCode::ReadOnly, QStringLiteral("the database is open for reading only"));
    const Result<bool> isRewritten = parts.addresses.isRewritten();
    if (!isRewritten)
        return tl::unexpected(isRewritten.error());
    if (*isRewritten)
        return std::optional<SaveOutcome>();
    Result<std::optional<SaveOutcome>> saved = oneStatementSave->run(request, changeId);
    if (!saved &&
        (saved.error().code == ErrorCode::ConstraintViolated || parts.sql->isCollision(saved.error())))
        return std::optional<SaveOutcome>();
    return saved;
}

template<>
Result<std::optional<SaveOutcome>> ChangeRecorder::Private::recorded<SaveOutcome>(const QString &changeId)
{
    const Result<QList<Event>> events = parts.events.byChange(changeId);
    if (!events)
        return tl::unexpected(events.error());
    if (events->isEmpty())
        return std::optional<SaveOutcome>();
    Result<SaveOutcome> outcome = unchanged(events->first().streamId);
    if (!outcome)
        return tl::unexpected(outcome.error());
    outcome->kind = Kind::Recorded;
    outcome->changeId = events->first().changeId;
    outcome->events = *events;
    return std::optional(*outcome);
}

template<>
Result<std::optional<RevertOutcome>> ChangeRecorder::Private::recorded<RevertOutcome>(const QString &changeId)
{
    return parts.events.byChange(changeId).map([](const QList<Event> &events) {
        std::optional<RevertOutcome> outcome;
        if (!events.isEmpty()) {
            outcome.emplace();
            outcome->isReverted = true;
            outcome->addressId = events.first().streamId;
            outcome->changeId = events.first().changeId;
            outcome->events = events;
        }
        return outcome;
    });
}

/// Repeats an attempt that another writer got in the way of, and finds out what a failed COMMIT did.
template<typename Outcome, typename Attempt>
Result<Outcome> ChangeRecorder::Private::attempted(const QString &changeId, Attempt attempt)
{
    bool hasRepeatedViolation = false;
    for (int i = 0; i < maximumAttempts; ++i) {
        parts.isCommitInDoubt = false;
        const Result<Outcome> outcome = attempt();
        if (outcome)
            return outcome;
        if (parts.isCommitInDoubt) {
            const Result<std::optional<Outcome>> found = recorded<Outcome>(changeId);
            if (found && *found)
                return **found;
        }
        if (parts.sql->isCollision(outcome.error()))
            continue;
        // Two restorations of one address have no row to wait for; the second one's next attempt sees the
        // first.
        if (!parts.sql->isUniqueViolation(outcome.error()) || hasRepeatedViolation)
            return outcome;
        hasRepeatedViolation = true;
    }
    return failure(ErrorCode::Busy,
                   QStringLiteral("%1 attempts collided with other writers").arg(maximumAttempts));
}

ChangeRecorder::ChangeRecorder(SqlConnection &connection, const SchemaMapping &effective,
                               const QString &actor)
    : d(std::make_unique<Private>(connection, effective, actor))
{
}

ChangeRecorder::~ChangeRecorder() = default;

Result<SaveOutcome> ChangeRecorder::save(const SaveRequest &request, const QString &changeId)
{
    const Result<QString> id = checkedChangeId(changeId);
    if (!id)
        return tl::unexpected(id.error());
    SaveRequest clean = request;
    const Result<SaveOutcome> cleaning = d->cleanSave(clean);
    if (!cleaning || cleaning->kind == Kind::InvalidValue)
        return cleaning;
    if (clean.edits.isEmpty())
        return d->unchanged(clean.addressId);
    const Result<std::optional<SaveOutcome>> atOnce = d->savedAtOnce(clean, *id);
    if (!atOnce)
        return tl::unexpected(atOnce.error());
    if (*atOnce)
        return **atOnce;
    return d->attempted<SaveOutcome>(*id, [&] { return d->changes.save(clean, *id); });
}

Result<SaveOutcome> ChangeRecorder::create(const QString &customerId, const FieldValues &values,
                                           const FieldValue &reason, const QString &changeId)
{
    const Result<QString> id = checkedChangeId(changeId);
    if (!id)
        return tl::unexpected(id.error());
    if (const Done known = d->checkFields(values.keys()); !known)
        return tl::unexpected(known.error());
    Address address{{}, customerId, {}};
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const Cleaned clean = cleaned(it.key(), it.value());
        if (clean.refusal)
            return *clean.refusal;
        address.values.insert(it.key(), clean.value);
    }
    const Cleaned cleanReason = cleanedReason(reason);
    if (cleanReason.refusal)
        return *cleanReason.refusal;
    return d->attempted<SaveOutcome>(*id, [&] {
        return d->changes.create(address, {*id, cleanReason.value});
    });
}

Result<SaveOutcome> ChangeRecorder::remove(const QString &addressId, const FieldValues &expected,
                                           const FieldValue &reason, const QString &changeId)
{
    const Result<QString> id = checkedChangeId(changeId);
    if (!id)
        return tl::unexpected(id.error());
    if (const Done known = d->checkFields(expected.keys()); !known)
        return tl::unexpected(known.error());
    const Cleaned cleanReason = cleanedReason(reason);
    if (cleanReason.refusal)
        return *cleanReason.refusal;
    return d->attempted<SaveOutcome>(*id, [&] {
        return d->changes.remove(addressId, expected, {*id, cleanReason.value});
    });
}

Result<RevertOutcome> ChangeRecorder::restore(const QString &addressId, const QString &changeId)
{
    const Result<QString> id = checkedChangeId(changeId);
    if (!id)
        return tl::unexpected(id.error());
    const Result<std::optional<Event>> deletion = d->parts.events.newestDeletion(addressId);
    if (!deletion)
        return tl::unexpected(deletion.error());
    if (!*deletion)
        return failure(ErrorCode::NotFound, QStringLiteral("nothing tells that this address was deleted"));
    return d->attempted<RevertOutcome>(*id, [&] {
        return d->reversal.restore(**deletion, {*id, std::nullopt});
    });
}

Result<RevertOutcome> ChangeRecorder::revert(const RevertRequest &request, const QString &changeId)
{
    const Result<QList<Event>> targets = d->reversal.targets(request);
    if (!targets)
        return tl::unexpected(targets.error());
    return revert(request, *targets, changeId);
}

Result<RevertOutcome> ChangeRecorder::revert(const RevertRequest &request, const QList<Event> &targets,
                                             const QString &changeId)
{
    const Result<QString> id = checkedChangeId(changeId);
    if (!id)
        return tl::unexpected(id.error());
    const Cleaned reason = cleanedReason(request.reason);
    if (reason.refusal)
        return failure(ErrorCode::InvalidValue, reasonName);
    const Result<RevertOutcome> outcome = d->attempted<RevertOutcome>(*id, [&] {
        return d->reversal.revert(request, targets, {*id, reason.value});
    });
    if (!outcome && d->parts.sql->isTokenReuse(outcome.error()))
        return d->reversal.refusalOfUsedTokens(targets);
    return outcome;
}

Result<CodeMatch> ChangeRecorder::findCode(const QString &typed)
{
    return d->parts.codes.find(typed);
}

Result<std::optional<SaveOutcome>> ChangeRecorder::recordedSave(const QString &changeId)
{
    return d->recorded<SaveOutcome>(changeId);
}

Result<std::optional<RevertOutcome>> ChangeRecorder::recordedRevert(const QString &changeId)
{
    return d->recorded<RevertOutcome>(changeId);
}

QString ChangeRecorder::newChangeId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace addressdesk

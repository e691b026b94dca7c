#include "ui/desk/SaveController.h"

#include "models/items/HistoryText.h"
#include "models/wording/Isolation.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/ConflictDialog.h"
#include "ui/desk/EditedAddresses.h"
#include "ui/messages/MessageBar.h"

namespace addressdesk {

namespace {

const QString savingTopic = QStringLiteral("saving");
const QString connectionTopic = QStringLiteral("connection");

/// Concerns one address only: the others can still be saved.
bool isAboutOneAddress(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ConstraintViolated:
    case ErrorCode::InvalidArgument:
    case ErrorCode::InvalidValue:
    case ErrorCode::NotFound:
    case ErrorCode::Busy:
        return true;
    default:
        return false;
    }
}

} // namespace

SaveController::SaveController(StagedEdits &edits, AddressTableModel &model, CurrentAddress &current,
                               MessageBar &messages, QWidget *window)
    : QObject(window), m_edits(edits), m_model(model), m_current(current), m_messages(messages),
      m_window(window), m_edited(new EditedAddresses(edits, model, current, this))
{
    connect(&m_edits, &StagedEdits::fieldChanged, this, [this](const QString &addressId) {
        if (m_deletedHere.contains(addressId) && !m_edits.addressIds().contains(addressId))
            m_deletedHere.remove(addressId);
    });
    connect(m_edited, &EditedAddresses::found, this, &SaveController::noteThere);
    connect(m_edited, &EditedAddresses::missing, this, [this](const QString &addressId) {
        if (!m_messages.contains(missingTopic(addressId)))
            tellMissing(addressId);
    });
}

void SaveController::setSession(DeskSession *session)
{
    m_session = session;
    m_edited->setSession(session);
    m_queue.clear();
    m_conflicts.clear();
    m_deletedHere.clear();
    if (std::exchange(m_isSaving, false))
        emit savingChanged(false);
}

void SaveController::save(const QString &reason)
{
    if (m_isSaving || !m_session)
        return;
    m_reason = reason.trimmed();
    m_savedFields = 0;
    m_savedAddresses = 0;
    m_messages.dismiss(savingTopic);
    if (const auto cleaned = valueRules::clean(m_reason); !cleaned) {
        const QString why = wording::sentence(cleaned.error(), tr("Reason"));
        m_messages.tell({savingTopic, Message::Kind::Problem, why, {}, {}});
        emit reasonRefused();
        emit finished(false, 0, 0);
        return;
    }
    begin(m_edits.addressIds());
}

void SaveController::begin(const QStringList &addressIds)
{
    m_queue = addressIds;
    m_isSaving = true;
    emit savingChanged(true);
    saveNext();
}

void SaveController::saveNext()
{
    if (m_queue.isEmpty() || !m_session) {
        end();
        return;
    }
    const QString addressId = m_queue.takeFirst();
    const FieldValue reason = m_reason.isEmpty() ? FieldValue() : FieldValue(m_reason);
    const SaveRequest request = m_edits.saveRequest(addressId, reason);
    if (request.edits.isEmpty()) {
        saveNext();
        return;
    }
    m_session->save(request, this, [this, request, session = m_session](const Result<SaveOutcome> &outcome) {
        if (m_isSaving && session == m_session)
            take(request, outcome);
    });
}

void SaveController::take(const SaveRequest &request, const Result<SaveOutcome> &outcome)
{
    if (outcome)
        takeOutcome(request, *outcome);
    else if (!takeError(outcome.error()))
        m_queue.clear();
    saveNext();
}

void SaveController::takeOutcome(const SaveRequest &request, const SaveOutcome &outcome)
{
    using Kind = SaveOutcome::Kind;
    if (outcome.kind != Kind::AddressMissing && outcome.kind != Kind::InvalidValue) {
        m_model.applyValues(request.addressId, outcome.current);
        m_current.applyValues(request.addressId, outcome.current);
    }
    switch (outcome.kind) {
    case Kind::Recorded:
        m_savedFields += static_cast<int>(request.edits.size());
        ++m_savedAddresses;
        emit recorded(request.addressId);
        [[fallthrough]];
    case Kind::Unchanged:
        m_edits.settle(request);
        break;
    case Kind::Conflict:
        m_conflicts.append({request.addressId, outcome.conflicts});
        break;
    case Kind::AddressMissing:
        tellMissing(request.addressId);
        break;
    case Kind::InvalidValue: {
        const QString title = wording::fieldTitle(m_session->mapping(), outcome.problemField);
        m_messages.tell(
            {savingTopic, Message::Kind::Problem, wording::sentence(outcome.problem, title), {}, {}});
        break;
    }
    }
}

/// True when the other addresses can still be saved.
bool SaveController::takeError(const Error &error)
{
    tellError(error);
    return isAboutOneAddress(error.code);
}

void SaveController::tellError(const Error &error)
{
    if (!m_session || error.code == ErrorCode::Cancelled)
        return;
    const QString text = wording::sentence(error, &m_session->description().url);
    // A lost connection is told once, and the message goes when the connection is back.
    const QString topic = error.code == ErrorCode::ConnectionLost ? connectionTopic : savingTopic;
    m_messages.tell({topic,
                     Message::Kind::Problem,
                     text,
                     {{tr("&Try again"),
                       [this] {
                           save(m_reason);
                       }}},
                     wording::technicalDetails(error)});
}

void SaveController::end()
{
    if (std::exchange(m_isSaving, false))
        emit savingChanged(false);
    emit finished(m_edits.isEmpty(), m_savedFields, m_savedAddresses);
    if (!m_conflicts.isEmpty())
        askAbout(m_conflicts.takeFirst());
}

void SaveController::askAbout(const Conflict &conflict)
{
    if (!m_session)
        return;
    m_session->fetchAddress(conflict.addressId, this, [this, conflict](const Result<AddressRow> &row) {
        askWhoDidIt(conflict, row.value_or(AddressRow{{conflict.addressId, {}, {}}, {}}));
    });
}

void SaveController::askWhoDidIt(const Conflict &conflict, const AddressRow &row)
{
    if (!m_session)
        return;
    HistoryRequest request;
    request.addressId = conflict.addressId;
    m_session->fetchHistory(request, this, [this, conflict, row](const Result<History> &history) {
        answer(conflict, row, history ? ConflictCause::of(*history, conflict.fields) : ConflictCause());
    });
}

void SaveController::answer(const Conflict &conflict, const AddressRow &row, const ConflictCause &cause)
{
    if (!m_session)
        return;
    auto *dialog = new ConflictDialog(m_session->mapping(), wording::customerName(row.customer),
                                      conflict.fields, cause, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, addressId = conflict.addressId] {
        const QList<FieldConflict> theirs = dialog->takenTheirs();
        for (const FieldConflict &field : theirs)
            m_edits.put(addressId, field.field, std::nullopt);
        const QList<FieldConflict> mine = dialog->keptMine();
        for (const FieldConflict &field : mine)
            m_edits.rebase(addressId, field.field, field.theirs);
        begin({addressId});
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        if (!m_conflicts.isEmpty())
            askAbout(m_conflicts.takeFirst());
    });
    dialog->open();
}

QString SaveController::missingTopic(const QString &addressId)
{
    return QStringLiteral("missing_") + addressId;
}

void SaveController::tellMissing(const QString &addressId)
{
    m_messages.tell({missingTopic(addressId),
                     Message::Kind::Warning,
                     missingText(addressId),
                     {{tr("&Restore and save"),
                       [this, addressId] {
                           restoreAndSave(addressId);
                       }},
                      {tr("Discard edits"),
                       [this, addressId] {
                           m_edits.forget(addressId);
                       }}},
                     {}});
}

QString SaveController::missingText(const QString &addressId) const
{
    if (m_deletedHere.contains(addressId))
        return tr("By setting this back you have deleted the address. Your unsaved edits in it are kept.");
    const std::optional<AddressRow> row = m_edited->row(addressId);
    if (!row || !m_session) // Edits of last time, and nobody has looked at it since.
        return tr("Somebody else has deleted this address. Your edits are kept.");
    constexpr qsizetype briefLength = 60;
    const QString line = historyText::summary(m_session->mapping(), row->address.values);
    //: %1 the customer's name, %2 the address on one line
    return tr("Somebody else has deleted the address of %1 (%2). Your edits are kept.")
        .arg(wording::spokenName(row->customer), wording::isolated(wording::shortened(line, briefLength)));
}

void SaveController::restoreAndSave(const QString &addressId)
{
    if (!m_session)
        return;
    m_session->restoreAddress(addressId, this, [this, addressId](const Result<RevertOutcome> &outcome) {
        if (!outcome) {
            tellError(outcome.error());
            return;
        }
        // A refusal means that it is there again: somebody was faster.
        m_deletedHere.remove(addressId);
        m_model.reload();
        begin({addressId});
    });
}

void SaveController::tellDeletedHere(const QString &addressId)
{
    m_deletedHere.insert(addressId);
    tellMissing(addressId);
}

void SaveController::noteThere(const QString &addressId)
{
    m_deletedHere.remove(addressId);
    m_messages.dismiss(missingTopic(addressId));
}

} // namespace addressdesk

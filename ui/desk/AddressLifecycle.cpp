#include "ui/desk/AddressLifecycle.h"

#include "models/items/HistoryText.h"
#include "models/wording/Isolation.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/DeletedAddressesDialog.h"
#include "ui/addresses/NewAddressDialog.h"
#include "ui/messages/MessageBar.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

const QString topic = QStringLiteral("lifecycle");
const QString createdTopic = QStringLiteral("created");

/// Empty when nobody knows.
QString firstRefusal(const RevertOutcome &outcome)
{
    if (outcome.refusals.isEmpty())
        return {};
    const HistoryEntry &first = outcome.refusals.constFirst();
    return wording::verdictSentence(first.event, first.verdict);
}

} // namespace

AddressLifecycle::AddressLifecycle(CurrentAddress &current, StagedEdits &edits, MessageBar &messages,
                                   QWidget *window)
    : QObject(window), m_current(current), m_edits(edits), m_messages(messages), m_window(window)
{
}

void AddressLifecycle::setSession(DeskSession *session)
{
    m_session = session;
    m_deletions.clear();
    m_messages.dismiss(topic);
    m_messages.dismiss(createdTopic);
    if (m_newAddress)
        m_newAddress->close();
    if (m_deleted)
        m_deleted->setSession(session);
}

void AddressLifecycle::createNew()
{
    if (!m_session || m_newAddress)
        return;
    auto *dialog = new NewAddressDialog(*m_session, m_window);
    m_newAddress = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const std::optional<AddressRow> &row = m_current.row()) {
        dialog->setCountry(shownText(row->address.values.value(m_session->mapping().countryField())));
        if (!row->customer.id.isEmpty())
            dialog->setCustomer(row->customer);
    }
    connect(dialog, &NewAddressDialog::createRequested, this,
            [this, dialog](const QString &customerId, const FieldValues &values) {
                create(dialog, customerId, values);
            });
    dialog->open();
}

void AddressLifecycle::create(NewAddressDialog *dialog, const QString &customerId, const FieldValues &values)
{
    if (!m_session)
        return;
    dialog->setBusy(true);
    const QPointer<NewAddressDialog> open(dialog);
    m_session->createAddress(
        customerId, values, std::nullopt, this, [this, open](const Result<SaveOutcome> &outcome) {
            if (!outcome) {
                if (open)
                    open->showProblem(outcome.error());
                return;
            }
            switch (outcome->kind) {
            case SaveOutcome::Kind::Recorded:
            case SaveOutcome::Kind::Unchanged:
                if (open)
                    open->accept();
                showAppeared(outcome->addressId, outcome->changeId);
                break;
            case SaveOutcome::Kind::InvalidValue:
                if (open)
                    open->showProblem(outcome->problemField, outcome->problem);
                break;
            case SaveOutcome::Kind::AddressMissing:
            case SaveOutcome::Kind::Conflict:
                if (open)
                    open->showProblem(
                        tr("This customer does not exist any more. Please choose another one."));
                break;
            }
        });
}

void AddressLifecycle::deleteCurrent()
{
    const std::optional<AddressRow> row = m_current.row();
    if (!m_session || !row)
        return;
    if (!m_edits.contains(row->address.id)) {
        deleteAddress(*row);
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Delete the address?"),
                                     tr("The address of %1 has unsaved edits. Deleting it discards them.")
                                         .arg(wording::customerName(row->customer)),
                                     QMessageBox::Cancel, m_window);
    question->setObjectName(QStringLiteral("deleteQuestion"));
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *yes = question->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, row] { deleteAddress(*row); });
    question->open();
}

void AddressLifecycle::deleteAddress(const AddressRow &row)
{
    if (!m_session)
        return;
    m_session->deleteAddress(row.address.id, row.address.values, std::nullopt, this,
                             [this, row](const Result<SaveOutcome> &outcome) {
                                 if (!outcome)
                                     tellError(outcome.error());
                                 else if (outcome->kind == SaveOutcome::Kind::Recorded)
                                     tellDeleted(row);
                                 else
                                     tellDeletionRefused(*outcome);
                             });
}

void AddressLifecycle::tellDeleted(const AddressRow &row)
{
    const QString addressId = row.address.id;
    m_edits.forget(addressId);
    m_messages.dismiss(createdTopic);
    if (!m_messages.contains(topic))
        m_deletions.clear();
    removeDeletion(addressId);
    m_deletions.append(row);
    tellLastDeletion();
    emit disappeared(addressId);
}

void AddressLifecycle::removeDeletion(const QString &addressId)
{
    m_deletions.removeIf([&addressId](const AddressRow &row) { return row.address.id == addressId; });
}

void AddressLifecycle::tellLastDeletion()
{
    const AddressRow &row = m_deletions.constLast();
    const QString addressId = row.address.id;
    //: %1 the customer's name, %2 the address on one line
    QString text =
        tr("The address of %1 has been deleted: %2").arg(wording::spokenName(row.customer), onOneLine(row));
    QList<Message::Action> actions{{tr("&Undo"), [this, addressId] { undoDeletion(addressId); }, true}};
    // Its message comes back when this one is undone; it is said where it can be found until then.
    if (m_deletions.size() > 1) {
        text += u'\n' + tr("What was deleted before is among the deleted addresses.");
        actions.append({tr("D&eleted addresses…"), [this] {
                            showDeleted();
                        }});
    }
    m_messages.tell({topic, Message::Kind::Information, text, actions, {}});
}

QString AddressLifecycle::onOneLine(const AddressRow &row) const
{
    constexpr qsizetype briefLength = 80;
    const QString line =
        m_session ? historyText::summary(m_session->mapping(), row.address.values) : QString();
    return wording::isolated(wording::shortened(line, briefLength));
}

void AddressLifecycle::takeReverted(const RevertOutcome &outcome)
{
    const std::optional<AddressRow> row = m_current.row();
    const bool isDeletion =
        std::any_of(outcome.events.cbegin(), outcome.events.cend(),
                    [](const Event &event) { return event.type == EventType::AddressDeleted; });
    if (!isDeletion || !row || row->address.id != outcome.addressId)
        return;
    tellSetBack(*row);
}

/// What created the address is set back. Edits that nobody was asked about are not forgotten with it.
void AddressLifecycle::tellSetBack(const AddressRow &row)
{
    if (m_edits.contains(row.address.id))
        emit deletedUnderEdits(row.address.id);
    else
        tellDeleted(row);
}

void AddressLifecycle::tellDeletionRefused(const SaveOutcome &outcome)
{
    if (outcome.kind == SaveOutcome::Kind::AddressMissing) {
        m_messages.tell({topic,
                         Message::Kind::Information,
                         tr("Somebody else has already deleted this address."),
                         {},
                         {}});
        emit disappeared(outcome.addressId);
        return;
    }
    m_current.applyValues(outcome.addressId, outcome.current);
    m_messages.tell(
        {topic,
         Message::Kind::Warning,
         tr("Somebody else has just changed this address, so it was not deleted. Look at it as it is now, "
            "then delete it if you still want to."),
         {},
         {}});
}

/// The message with the Undo has gone by now: the one before it comes back.
void AddressLifecycle::undoDeletion(const QString &addressId)
{
    m_isUndoing = true;
    restore(addressId);
}

void AddressLifecycle::restore(const QString &addressId)
{
    if (!m_session)
        return;
    m_session->restoreAddress(addressId, this, [this, addressId](const Result<RevertOutcome> &outcome) {
        if (outcome)
            tellRestored(addressId, *outcome);
        else
            tellError(outcome.error());
    });
}

void AddressLifecycle::tellRestored(const QString &addressId, const RevertOutcome &outcome)
{
    const bool isUndone = std::exchange(m_isUndoing, false);
    if (outcome.isReverted) {
        removeDeletion(addressId);
        if (!m_deletions.isEmpty() && (isUndone || m_messages.contains(topic)))
            tellLastDeletion();
        else
            m_messages.dismiss(topic);
        emit restored();
        showAppeared(addressId);
        return;
    }
    const QString why = firstRefusal(outcome);
    m_messages.tell({topic,
                     Message::Kind::Warning,
                     why.isEmpty() ? tr("The address could not be restored.") : why,
                     {},
                     {}});
}

void AddressLifecycle::showAppeared(const QString &addressId, const QString &createdBy)
{
    if (!m_session)
        return;
    m_session->fetchAddress(addressId, this, [this, createdBy](const Result<AddressRow> &row) {
        if (!row) {
            tellError(row.error());
            return;
        }
        emit appeared(*row);
        if (!createdBy.isEmpty())
            tellCreated(*row, createdBy);
    });
}

void AddressLifecycle::tellCreated(const AddressRow &row, const QString &changeId)
{
    //: %1 the customer's name
    const QString text = tr("Address created for %1.").arg(wording::spokenName(row.customer));
    const QString follows = shownText(row.customer.email).isEmpty()
                                ? tr("A letter that tells them waits in the outbox to be printed.")
                                : tr("The mail that tells them is in the outbox.");
    m_messages.tell({createdTopic,
                     Message::Kind::Information,
                     text + u' ' + follows,
                     {{tr("&Undo"), [this, row, changeId] { undoCreation(row, changeId); }, true}},
                     {}});
}

void AddressLifecycle::undoCreation(const AddressRow &row, const QString &changeId)
{
    if (!m_session)
        return;
    RevertRequest request;
    request.target = RevertRequest::Target::Save;
    request.text = changeId;
    m_session->revert(request, this, [this, row](const Result<RevertOutcome> &outcome) {
        if (!outcome)
            tellError(outcome.error());
        else if (!outcome->isReverted)
            tellCreationKept(*outcome);
        else
            tellSetBack(row);
    });
}

void AddressLifecycle::tellCreationKept(const RevertOutcome &outcome)
{
    const QString text = tr("Nothing was undone.") + u' ' + firstRefusal(outcome);
    m_messages.tell({topic, Message::Kind::Warning, text.trimmed(), {}, {}});
}

void AddressLifecycle::showDeleted()
{
    if (!m_deleted) {
        m_deleted = new DeletedAddressesDialog(m_window);
        m_deleted->setSession(m_session);
        connect(m_deleted, &DeletedAddressesDialog::restoreRequested, this, &AddressLifecycle::restore);
    }
    m_deleted->show();
    m_deleted->raise();
    m_deleted->activateWindow();
}

void AddressLifecycle::tellError(const Error &error)
{
    m_isUndoing = false;
    if (m_session && error.code != ErrorCode::Cancelled) {
        m_messages.tell({topic,
                         Message::Kind::Problem,
                         wording::sentence(error, &m_session->description().url),
                         {},
                         wording::technicalDetails(error)});
    }
}

} // namespace addressdesk

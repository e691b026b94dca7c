#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/CurrentAddress.h"
#include "models/items/StagedEdits.h"

#include <QPointer>

class QWidget;

namespace addressdesk {

class DeletedAddressesDialog;
class MessageBar;
class NewAddressDialog;

/// Creates, deletes and restores addresses. Deleting asks nothing, because it can be undone, unless edits
/// would go with it.
class AddressLifecycle final : public QObject
{
    Q_OBJECT

public:
    AddressLifecycle(CurrentAddress &current, StagedEdits &edits, MessageBar &messages, QWidget *window);

    void setSession(DeskSession *session);

public slots:
    void createNew();
    void deleteCurrent();
    void restore(const QString &addressId);
    void showDeleted();
    /// What was set back in the history: that may have deleted the current address.
    void takeReverted(const addressdesk::RevertOutcome &outcome);

signals:
    /// The address exists (again) and is worth showing.
    void appeared(const addressdesk::AddressRow &row);
    void disappeared(const QString &addressId);
    /// The person has put a creation back, with unsaved edits in the address.
    void deletedUnderEdits(const QString &addressId);
    /// A deleted address is back; appeared() follows.
    void restored();

private:
    void create(NewAddressDialog *dialog, const QString &customerId, const FieldValues &values);
    void deleteAddress(const AddressRow &row);
    void tellDeleted(const AddressRow &row);
    void tellLastDeletion();
    void removeDeletion(const QString &addressId);
    void undoDeletion(const QString &addressId);
    void tellSetBack(const AddressRow &row);
    [[nodiscard]] QString onOneLine(const AddressRow &row) const;
    void tellDeletionRefused(const SaveOutcome &outcome);
    void tellRestored(const QString &addressId, const RevertOutcome &outcome);
    /// `createdBy`: the save that has just created it; empty when it is only there again.
    void showAppeared(const QString &addressId, const QString &createdBy = {});
    void tellCreated(const AddressRow &row, const QString &changeId);
    void undoCreation(const AddressRow &row, const QString &changeId);
    void tellCreationKept(const RevertOutcome &outcome);
    void tellError(const Error &error);

    CurrentAddress &m_current;
    StagedEdits &m_edits;
    MessageBar &m_messages;
    QWidget *m_window;
    QPointer<DeskSession> m_session;
    QPointer<NewAddressDialog> m_newAddress;
    DeletedAddressesDialog *m_deleted = nullptr;
    QList<AddressRow> m_deletions; ///< That the message tells of, the last at the end.
    bool m_isUndoing = false;      ///< One of these, from its message.
};

} // namespace addressdesk

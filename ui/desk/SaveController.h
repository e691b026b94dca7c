#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/AddressTableModel.h"
#include "models/items/CurrentAddress.h"

#include <QPointer>
#include <QSet>

class QWidget;

namespace addressdesk {

class EditedAddresses;
class MessageBar;
struct ConflictCause;

/// Saves staged edits, address by address, and brings a person through what stands in the way: conflicts,
/// deletions, refusals and lost connections. An edit is forgotten only when it is saved or given up.
class SaveController final : public QObject
{
    Q_OBJECT

public:
    SaveController(StagedEdits &edits, AddressTableModel &model, CurrentAddress &current,
                   MessageBar &messages, QWidget *window);

    /// The person has deleted an address that they have unsaved edits in.
    void tellDeletedHere(const QString &addressId);
    /// The address is there again: what was told of its absence is over.
    void noteThere(const QString &addressId);
    void setSession(DeskSession *session);
    /// Saves everything that is staged. finished() follows, later.
    void save(const QString &reason);
    [[nodiscard]] bool isSaving() const { return m_isSaving; }
    /// An edited address was deleted by somebody: offers to restore it and save, or to give the edits up.
    void tellMissing(const QString &addressId);
    [[nodiscard]] static QString missingTopic(const QString &addressId);

signals:
    void savingChanged(bool isSaving);
    /// Something of this address has been saved.
    void recorded(const QString &addressId);
    /// The reason cannot be saved; it was told why, and nothing was sent. finished() follows.
    void reasonRefused();
    /// `isEverythingSaved` is false when something is left, whatever the cause.
    void finished(bool isEverythingSaved, int savedFields, int savedAddresses);

private:
    struct Conflict
    {
        QString addressId;
        QList<FieldConflict> fields;
    };

    void begin(const QStringList &addressIds);
    void saveNext();
    void take(const SaveRequest &request, const Result<SaveOutcome> &outcome);
    void takeOutcome(const SaveRequest &request, const SaveOutcome &outcome);
    [[nodiscard]] bool takeError(const Error &error);
    void end();
    void askAbout(const Conflict &conflict);
    void askWhoDidIt(const Conflict &conflict, const AddressRow &row);
    void answer(const Conflict &conflict, const AddressRow &row, const ConflictCause &cause);
    [[nodiscard]] QString missingText(const QString &addressId) const;
    void restoreAndSave(const QString &addressId);
    void tellError(const Error &error);

    StagedEdits &m_edits;
    AddressTableModel &m_model;
    CurrentAddress &m_current;
    MessageBar &m_messages;
    QWidget *m_window;
    EditedAddresses *m_edited;
    QPointer<DeskSession> m_session;
    QString m_reason;
    QStringList m_queue;
    QList<Conflict> m_conflicts;
    QSet<QString> m_deletedHere; ///< Addresses with unsaved edits.
    int m_savedFields = 0;
    int m_savedAddresses = 0;
    bool m_isSaving = false;
};

} // namespace addressdesk

#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/HistoryMails.h"

#include <QAbstractListModel>
#include <QPointer>

#include <functional>

namespace addressdesk {

class HistoryFetcher;

/// The history of one address, newest first: row 0 is the address as it is now, every other row one event.
/// Events of one save stand together, in the order in which they were written. Older events are read when a
/// view asks for them.
class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IsCurrentRole = Qt::UserRole + 1, ///< bool: row 0.
        SequenceNumRole,                  ///< qint64
        ChangeIdRole,                     ///< QString: the save.
        EventTypeRole,                    ///< int of EventType
        FieldRole,                        ///< QString: field id; empty for whole addresses.
        TitleRole,          ///< QString: the field's title, or "Created", "Deleted", "Restored".
        FromRole,           ///< QString, or an invalid QVariant for NULL.
        ToRole,             ///< As FromRole.
        SummaryRole,        ///< QString: the address on one line (row 0 and whole addresses).
        WhenRole,           ///< QString: how long ago.
        ActorRole,          ///< QString: a name, or "by the customer".
        ReasonRole,         ///< QString; empty without a reason.
        StateRole,          ///< QString: the verdict's sentence; empty when it can simply be put back.
        ReversibilityRole,  ///< int of Reversibility
        BecauseRole,        ///< qint64: the event that explains the state; 0 when none does.
        IsInForceAgainRole, ///< bool: it was put back, and that was taken back.
        IsFirstOfSaveRole,  ///< bool
        IsLastOfSaveRole,   ///< bool
        MailLinesRole       ///< QList<HistoryMailLine>: of the save.
    };
    Q_ENUM(Role)

    using Clock = std::function<QDateTime()>;

    static constexpr int pageSize = 50;

    /// `clock` tells the time that "5 minutes ago" counts from; the system's when empty.
    explicit HistoryModel(QObject *parent = nullptr, Clock clock = {});

    /// nullptr closes; the model is empty until show().
    void setSession(DeskSession *session);
    /// Reads the address's history, of one field when `fieldId` is given. An empty id shows nothing.
    void show(QString addressId, QString fieldId = {});
    /// Reads again as much as is shown; rows that stay keep their place.
    void reload();
    /// The same unseen: nothing is told but rows that have changed, and what cannot be read stays as it is.
    void reloadQuietly();
    /// Announces that "how long ago" may read differently now.
    void refreshTimes();

    /// The folder that this desk writes mails into, as people read it; empty when it does not.
    void setMailFolder(const QString &folder) { m_mails.setFolder(folder); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] const QString &addressId() const { return m_addressId; }
    [[nodiscard]] const QString &fieldId() const { return m_fieldId; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// Reading, and not quietly.
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] bool isDeleted() const { return m_history.isDeleted; }
    /// The address's values now; empty when it is deleted or not loaded.
    [[nodiscard]] const FieldValues &currentValues() const { return m_history.current.address.values; }
    [[nodiscard]] const SchemaMapping &mapping() const;

    /// The event of a row; nullptr for row 0 and rows that do not exist.
    [[nodiscard]] const HistoryEntry *entry(int row) const;
    /// The letter that tells of a row's save, as the outbox numbers it; 0 when there is none.
    [[nodiscard]] qint64 letterId(int row) const;
    /// That letter has not been printed yet.
    [[nodiscard]] bool isLetterDue(int row) const;
    /// -1 when the event is not shown.
    [[nodiscard]] int rowOf(qint64 sequenceNum) const;
    /// The newest event that one click puts back; -1 when there is none among the rows read.
    [[nodiscard]] int newestRevertibleRow() const;
    [[nodiscard]] QList<HistoryEntry> entriesOfSave(const QString &changeId) const;

signals:
    /// The first page of an address, or a reload of it, has arrived.
    void loaded();
    void loadFailed(const addressdesk::Error &error);
    void loadingChanged(bool isLoading);

private:
    void clear();
    void request(int beforeVersion, int limit, bool isQuiet = false);
    void take(History history, bool isOlderPage);
    void replaceWith(History history);
    void append(const History &history);
    /// Cuts the rows after the first `kept` events and shows `tail` in their place.
    void resizeTail(qsizetype kept, const QList<HistoryEntry> &tail);
    void notePages(const QStringList &tokenDigests);
    [[nodiscard]] int reloadLimit() const;
    [[nodiscard]] QDateTime now() const;

    QPointer<DeskSession> m_session;
    HistoryFetcher *m_fetcher;
    Clock m_clock;
    QString m_addressId;
    QString m_fieldId;
    History m_history; ///< Without its mails.
    HistoryMails m_mails;
    bool m_isLoaded = false;
    bool m_isChanging = false; ///< Rows come and go: what a view asks for now would be based on half of them.
    bool m_isOutdated = false; ///< Something changed while a history was read: that is followed by another.
};

} // namespace addressdesk

#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/LatestAnswer.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace addressdesk {

/// The mails of a session's office, newest first, read page by page. Follows officeChanged(): rows come, go
/// and change in their places, so that what is selected stays so. Lives on the GUI thread.
class OutboxModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StateColumn,
        CustomerColumn,
        RecipientColumn,
        WhatColumn,
        QueuedColumn,
        TimeColumn,    ///< Sent, given up, cancelled; or the next attempt.
        ProblemColumn, ///< Why sending failed. A "reason" is an operator's, for a save.
        ColumnCount
    };
    enum Role {
        MailIdRole = Qt::UserRole + 1,
        StateRole ///< MailState as int.
    };
    enum class Filter { All, Waiting, Failed, Letters, Sent };
    static constexpr int pageSize = 200;

    explicit OutboxModel(QObject *parent = nullptr);

    void setSession(DeskSession *session);
    void setFilter(Filter filter);
    [[nodiscard]] Filter filter() const { return m_filter; }
    void reload();

    /// The list has been read at least once as the filter asks.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// nullptr when there is no such row; valid until the list changes.
    [[nodiscard]] const MailRecord *mail(int row) const;
    /// -1 when the mail is not in the list.
    [[nodiscard]] int rowOf(qint64 mailId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// The list is as the filter asks.
    void loaded();
    void failed(const addressdesk::Error &error);

private:
    void fetch(qint64 beforeId, int limit);
    void take(const QList<MailRecord> &mails);
    void insert(int row, const QList<MailRecord> &mails);
    void forget();
    [[nodiscard]] QString text(const MailRecord &mail, int column) const;
    [[nodiscard]] QString toolTip(const MailRecord &mail, int column) const;

    QPointer<DeskSession> m_session;
    Filter m_filter = Filter::All;
    QList<MailRecord> m_mails;
    bool m_isLoaded = false;
    bool m_isEnd = false;
    bool m_isBusy = false;
    bool m_isReloadWanted = false; ///< Something changed while a request was running.
    LatestAnswer m_latest;
};

} // namespace addressdesk

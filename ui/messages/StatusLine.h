#pragma once

#include "models/domain/DeskSession.h"
#include "models/domain/MailRecord.h"
#include "models/items/OutboxModel.h"

#include <QTimer>

class QLabel;
class QProgressBar;
class QStatusBar;

namespace addressdesk {

class ElidedLabel;
class StatusCounts;

/// The facts at the window's foot: database, operator, rows, unsaved edits; what has just happened; and that
/// something is going on, once it takes a while.
class StatusLine final : public QObject
{
    Q_OBJECT

public:
    /// Adds its widgets to `bar`.
    explicit StatusLine(QStatusBar &bar);

    /// nullptr: no database is open.
    void setDatabase(const DatabaseDescription *description);
    /// `isFinal` is false while rows are still being counted.
    void setRows(qint64 count, bool isFinal, bool isSearch);
    void setUnsaved(int fields);
    void setConnected(bool isConnected);
    /// Mails and requests that somebody has to look after, and why mails cannot be sent (empty: they can).
    /// Hidden when there is nothing to say.
    void setMails(const MailCounts &counts, const QString &problem);
    /// Who is busy is told apart by `source`; shown after 0.3 s.
    void setBusy(const QString &source, bool isBusy);
    /// Something that has happened, for a few seconds.
    void tell(const QString &sentence);
    /// What was told is over.
    void forget();

signals:
    /// The words about mails or requests were pressed.
    void outboxRequested(addressdesk::OutboxModel::Filter filter);
    void requestsRequested();

private:
    QLabel *m_database;
    QLabel *m_operator;
    QLabel *m_rows;
    ElidedLabel *m_told;
    QLabel *m_unsaved;
    QProgressBar *m_busy;
    StatusCounts *m_mails;
    QTimer m_busyDelay;
    QTimer m_toldTime;
    QStringList m_busySources;
    QString m_databaseText;
};

} // namespace addressdesk

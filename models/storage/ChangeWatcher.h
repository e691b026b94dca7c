#pragma once

#include "models/domain/Error.h"

#include <QObject>
#include <QStringList>

#include <optional>

class QTimer;

namespace addressdesk {

class SqlConnection;

/// Notices committed changes of the addresses, whoever made them: on PostgreSQL by NOTIFY, on SQLite by
/// looking twice a second whether the file's data version has moved. Made, used and destroyed on the
/// connection's thread, which needs an event loop.
class ChangeWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit ChangeWatcher(SqlConnection &connection, QObject *parent = nullptr);

    /// Begins to watch; again after the connection was reopened.
    [[nodiscard]] Done start();

public slots:
    /// Looks at once: a change of our own has been committed.
    void look();

signals:
    /// Addresses by key; empty when anything may have changed.
    void addressesChanged(const QStringList &addressIds);
    /// Mails, tasks or settings.
    void officeChanged();
    /// Somebody or something fetched the page of a link of changes with these token digests.
    void pageFetched(const QStringList &tokenDigests);
    void lost(const addressdesk::Error &error);

private:
    [[nodiscard]] Result<qint64> number(const QString &sql);
    [[nodiscard]] Result<QStringList> newStreams();
    [[nodiscard]] Done lookAtFile();
    [[nodiscard]] Done subscribe();
    void takeNotification(const QString &name, const QString &payload);

    SqlConnection &m_connection;
    QTimer *m_timer;
    qint64 m_dataVersion = 0;
    qint64 m_lastSequenceNum = 0;
    qint64 m_officeVersion = 0;
};

} // namespace addressdesk

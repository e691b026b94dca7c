#include "models/storage/ChangeWatcher.h"

#include "models/storage/SqlConnection.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace addressdesk {

namespace {

constexpr std::chrono::milliseconds lookInterval{500};

/// Of more changed addresses at once everything is read again.
constexpr qsizetype maximumNamed = 500;

const QString changesChannel = QStringLiteral("address_desk_changes");
const QString officeChannel = QStringLiteral("address_desk_office");
const QString pagesChannel = QStringLiteral("address_desk_pages");
const QString officeVersionQuery = QStringLiteral("SELECT version FROM address_desk_office_version");

} // namespace

ChangeWatcher::ChangeWatcher(SqlConnection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_timer(new QTimer(this))
{
    m_timer->setInterval(lookInterval);
    connect(m_timer, &QTimer::timeout, this, &ChangeWatcher::look);
}

Done ChangeWatcher::start()
{
    if (m_connection.url().kind == DatabaseUrl::Kind::Postgresql) {
        if (const Done subscribed = subscribe(); !subscribed)
            return subscribed;
    } else {
        const Result<qint64> version = number(QStringLiteral("PRAGMA data_version"));
        const Result<qint64> last =
            number(QStringLiteral("SELECT COALESCE(MAX(sequence_num), 0) FROM events"));
        const Result<qint64> office = number(officeVersionQuery);
        for (const Result<qint64> *read : {&version, &last, &office}) {
            if (!*read)
                return tl::unexpected(read->error());
        }
        m_dataVersion = *version;
        m_lastSequenceNum = *last;
        m_officeVersion = *office;
    }
    m_timer->start();
    return {};
}

Done ChangeWatcher::subscribe()
{
    const Result<bool> listening = m_connection.listen(
        {changesChannel, officeChannel, pagesChannel},
        [this](const QString &channel, const QString &payload) { takeNotification(channel, payload); });
    return listening.map([](bool) {});
}

void ChangeWatcher::look()
{
    Done looked = m_connection.checkAlive();
    if (looked && m_connection.url().kind == DatabaseUrl::Kind::Sqlite)
        looked = lookAtFile();
    if (!looked && looked.error().code == ErrorCode::ConnectionLost) {
        m_timer->stop();
        emit lost(looked.error());
    }
}

Result<qint64> ChangeWatcher::number(const QString &sql)
{
    const Result<Statement *> statement = m_connection.prepared(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    if (const Done ran = (*statement)->exec(); !ran)
        return tl::unexpected(ran.error());
    const qint64 value = (*statement)->next() ? (*statement)->integer(0) : 0;
    (*statement)->finish();
    return value;
}

Result<QStringList> ChangeWatcher::newStreams()
{
    const Result<Statement *> statement =
        m_connection.prepared(QStringLiteral("SELECT CAST(stream_id AS TEXT), sequence_num FROM events WHERE "
                                             "sequence_num > ? ORDER BY sequence_num"));
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(m_lastSequenceNum);
    if (const Done ran = (*statement)->exec(); !ran)
        return tl::unexpected(ran.error());
    QStringList ids;
    while ((*statement)->next()) {
        const QString id = (*statement)->text(0).value_or(QString());
        if (ids.size() <= maximumNamed && !ids.contains(id))
            ids.append(id);
        m_lastSequenceNum = (*statement)->integer(1);
    }
    const Done fetched = (*statement)->fetchError();
    (*statement)->finish();
    if (!fetched)
        return tl::unexpected(fetched.error());
    return ids;
}

Done ChangeWatcher::lookAtFile()
{
    const Result<qint64> version = number(QStringLiteral("PRAGMA data_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (*version == m_dataVersion)
        return {};
    const Result<QStringList> ids = newStreams();
    if (!ids)
        return tl::unexpected(ids.error());
    const Result<qint64> office = number(officeVersionQuery);
    if (!office)
        return tl::unexpected(office.error());
    m_dataVersion = *version;
    const bool hasOfficeChanged = std::exchange(m_officeVersion, *office) != *office;
    if (hasOfficeChanged)
        emit officeChanged();
    // No event, or very many: somebody wrote around the desk, or in bulk.
    if (!hasOfficeChanged || !ids->isEmpty())
        emit addressesChanged(ids->size() > maximumNamed ? QStringList() : *ids);
    // A checkpoint here, where nobody waits, so that a save need not make one.
    if (m_connection.isReadOnly())
        return {};
    return number(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")).map([](qint64) {});
}

void ChangeWatcher::takeNotification(const QString &name, const QString &payload)
{
    if (name == changesChannel)
        emit addressesChanged(payload.split(u',', Qt::SkipEmptyParts));
    else if (name == officeChannel)
        emit officeChanged();
    else if (name == pagesChannel)
        emit pageFetched(payload.split(u',', Qt::SkipEmptyParts));
}

} // namespace addressdesk

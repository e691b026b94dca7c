#include "models/storage/Statement.h"

#include "models/storage/SqlConnection.h"

#include <QSqlError>
#include <QVariant>

namespace addressdesk {

namespace {

/// A null QString would bind NULL.
QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

Statement::Statement(SqlConnection &connection, QString sql, QSqlQuery query)
    : m_connection(connection), m_sql(std::move(sql)), m_query(std::move(query))
{
}

Statement &Statement::bind(const FieldValue &value)
{
    if (value)
        return bind(*value);
    m_query.bindValue(m_nextPlaceholder++, QVariant(QMetaType::fromType<QString>()));
    return *this;
}

Statement &Statement::bind(const QString &value)
{
    m_query.bindValue(m_nextPlaceholder++, notNull(value));
    return *this;
}

Statement &Statement::bind(qint64 value)
{
    m_query.bindValue(m_nextPlaceholder++, value);
    return *this;
}

Statement &Statement::bind(const QByteArray &bytes)
{
    m_query.bindValue(m_nextPlaceholder++, bytes.isNull() ? QByteArray("") : bytes);
    return *this;
}

Done Statement::exec()
{
    Q_ASSERT(m_nextPlaceholder == m_query.boundValues().size());
    m_nextPlaceholder = 0;
    if (const auto fault = m_connection.injectedFault(m_sql))
        return tl::unexpected(*fault);
    if (const Done allowed = m_connection.aboutToRun(); !allowed)
        return allowed;
    m_fetchError = {};
    const bool isDone = m_query.exec();
    m_connection.hasRun();
    if (!isDone)
        return tl::unexpected(m_connection.mapped(m_query.lastError()));
    return {};
}

bool Statement::next()
{
    if (m_query.next())
        return true;
    if (const QSqlError error = m_query.lastError(); error.isValid())
        m_fetchError = tl::unexpected(m_connection.mapped(error));
    return false;
}

FieldValue Statement::text(int column) const
{
    const QVariant value = m_query.value(column);
    return value.isNull() ? std::nullopt : FieldValue(notNull(value.toString()));
}

qint64 Statement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

QByteArray Statement::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

qint64 Statement::rowsAffected() const
{
    return m_query.numRowsAffected();
}

void Statement::finish()
{
    m_query.finish();
    m_nextPlaceholder = 0;
}

} // namespace addressdesk

#include "models/storage/Statement.h"

#include "models/storage/SqlConnection.h"

namespace addressdesk {

namespace {

/// A null QString is an empty text in databases, NULL is std::nullopt.
QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

Statement::Statement(SqlConnection &connection, QString sql, std::unique_ptr<DriverStatement> driver)
    : m_connection(connection), m_sql(std::move(sql)), m_driver(std::move(driver))
{
}

Statement &Statement::bind(const FieldValue &value)
{
    if (value)
        return bind(*value);
    m_driver->bindNull(m_nextPlaceholder++);
    return *this;
}

Statement &Statement::bind(const QString &value)
{
    m_driver->bindText(m_nextPlaceholder++, value);
    return *this;
}

Statement &Statement::bind(qint64 value)
{
    m_driver->bindInteger(m_nextPlaceholder++, value);
    return *this;
}

Statement &Statement::bind(const QByteArray &bytes)
{
    m_driver->bindBytes(m_nextPlaceholder++, bytes);
    return *this;
}

Done Statement::exec()
{
    return run(&DriverStatement::exec);
}

Done Statement::execAhead()
{
    return run(&DriverStatement::execAhead);
}

Done Statement::run(Done (DriverStatement::*execute)())
{
    Q_ASSERT(m_nextPlaceholder == m_driver->placeholders());
    m_nextPlaceholder = 0;
    if (const auto fault = m_connection.injectedFault(m_sql))
        return tl::unexpected(*fault);
    if (const Done allowed = m_connection.aboutToRun(); !allowed)
        return allowed;
    m_fetchError = {};
    const Done done = (m_driver.get()->*execute)();
    m_connection.hasRun();
    return done.map_error([this](const Error &error) { return m_connection.refined(error); });
}

bool Statement::next()
{
    const Result<bool> hasRow = m_driver->next();
    if (!hasRow)
        m_fetchError = tl::unexpected(m_connection.refined(hasRow.error()));
    return hasRow.value_or(false);
}

FieldValue Statement::text(int column) const
{
    return m_driver->isNull(column) ? std::nullopt : FieldValue(notNull(m_driver->text(column)));
}

qint64 Statement::integer(int column) const
{
    return m_driver->integer(column);
}

QByteArray Statement::bytes(int column) const
{
    return m_driver->bytes(column);
}

qint64 Statement::rowsAffected() const
{
    return m_driver->rowsAffected();
}

void Statement::finish()
{
    m_driver->finish();
    m_nextPlaceholder = 0;
}

} // namespace addressdesk

#pragma once

#include "models/domain/Error.h"
#include "models/domain/FieldValue.h"
#include "models/storage/PostgresWire.h"

#include <QByteArray>

namespace addressdesk {

class SqlConnection;

/// One COPY … FROM STDIN in text format through libpq's own handle: what neither QSqlQuery nor Statement
/// offers. Values of a row are added by column; a row ends with endRow(). Not ended by finish(), it is given
/// up and writes nothing.
class PostgresCopy final
{
public:
    explicit PostgresCopy(SqlConnection &connection);
    ~PostgresCopy();
    PostgresCopy(const PostgresCopy &) = delete;
    PostgresCopy &operator=(const PostgresCopy &) = delete;

    /// `sql` is the whole COPY statement.
    [[nodiscard]] Done begin(const QString &sql);
    PostgresCopy &add(const FieldValue &value);
    PostgresCopy &add(const QByteArray &bytes); ///< For a bytea column.
    [[nodiscard]] Done endRow();
    [[nodiscard]] Done finish();

private:
    void separate();
    [[nodiscard]] Done send();
    [[nodiscard]] Error failed(const pg_result *result) const;

    SqlConnection &m_connection;
    PostgresWire *m_wire;
    QByteArray m_buffer;
    bool m_isRowStarted = false;
    bool m_isRunning = false;
};

} // namespace addressdesk

#pragma once

#include "models/domain/RevertToken.h"
#include "models/domain/SaveRequest.h"
#include "models/domain/SchemaMapping.h"
#include "models/storage/EventStore.h"

#include <QHash>

namespace addressdesk {

class RecorderSql;
class SqlConnection;
class Statement;

/// A save on PostgreSQL as one prepared statement and one round trip, a transaction by itself: the
/// compare-and-set UPDATE, the stream's head, the events with their chain hashes (computed by the server,
/// over exactly the bytes of CanonicalEvent.h), and the mail.
class OneStatementSave final
{
public:
    OneStatementSave(SqlConnection &connection, const RecorderSql &sql, const SchemaMapping &mapping);

    /// `edits` in the mapping's order, each a real change. std::nullopt when no row has the expected values,
    /// and nothing was written. Besides a collision with another writer, ConstraintViolated also tells that
    /// the database stored another value than the one that it was given (a BEFORE trigger, a number's
    /// column); a transaction of several steps can record that.
    [[nodiscard]] Result<std::optional<SaveOutcome>> run(const SaveRequest &request, const QString &changeId);

private:
    [[nodiscard]] const QString &text(const QList<FieldEdit> &edits);
    [[nodiscard]] QString build(const QList<FieldEdit> &edits) const;
    [[nodiscard]] QString updatePart(const QList<FieldEdit> &edits) const;
    [[nodiscard]] QString stampPart() const;
    [[nodiscard]] QString stepPart(qsizetype step, const FieldEdit &edit) const;
    [[nodiscard]] QString recordPart(qsizetype steps) const;
    [[nodiscard]] QString mailPart() const;
    [[nodiscard]] QString valueAlias(const QString &fieldId) const;
    void bind(Statement &statement, const SaveRequest &request, const QString &changeId,
              const QList<Event> &drafts, const RevertToken &saveToken) const;
    [[nodiscard]] Event completed(const Statement &statement, Event draft) const;

    SqlConnection &m_connection;
    const RecorderSql &m_sql;
    SchemaMapping m_mapping;
    QHash<QStringList, QString> m_texts; ///< By the fields that they change.
};

} // namespace addressdesk

#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/Error.h"
#include "models/domain/FieldValue.h"
#include "models/storage/SchemaGuard.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace addressdesk {

/// A condition and the values of its placeholders.
struct SqlCondition
{
    QString sql;
    QList<FieldValue> values;
};

/// The SQL that differs between the databases. One final class for each; nobody else asks which database it
/// is. How a connection is opened, timed and interrupted is DriverLink's business.
class Dialect
{
public:
    virtual ~Dialect() = default;

    [[nodiscard]] static std::unique_ptr<Dialect> of(DatabaseUrl::Kind kind);

    [[nodiscard]] virtual DatabaseUrl::Kind kind() const = 0;
    [[nodiscard]] virtual QString migrationFolder() const = 0; ///< Below :/sql, for example "sqlite".

    /// An identifier, quoted so that any name is harmless.
    [[nodiscard]] QString quoted(const QString &identifier) const;
    /// The placeholder's SQL for a value of an address or customer key, where its type follows from the
    /// context (a comparison with the key's column, an INSERT). Elsewhere on PostgreSQL cast it to the type
    /// that Catalogue tells.
    [[nodiscard]] virtual QString keyPlaceholder() const = 0;
    /// `left IS NOT DISTINCT FROM right`, null-safe.
    [[nodiscard]] virtual QString sameValue(const QString &left, const QString &right) const = 0;
    [[nodiscard]] virtual QString beginWrite() const = 0;
    /// A consistent reading transaction over several SELECTs.
    [[nodiscard]] virtual QString beginRead() const = 0;

    /// Whether the texts of these columns together contain a folded word.
    [[nodiscard]] virtual SqlCondition containsWord(const QStringList &columns,
                                                    const QString &word) const = 0;
    /// JOIN, where the table named first is to be the outer one.
    [[nodiscard]] virtual QString joinInOrder() const = 0;
    /// Whether `key` is in the JSON array of texts that is the one placeholder's value. `keyType` is
    /// Catalogue's word for it.
    [[nodiscard]] virtual QString isInList(const QString &key, const QString &keyType) const = 0;
    /// Whether a text can be a value of such a key at all; comparing another would be an error on PostgreSQL.
    [[nodiscard]] virtual bool canBeKey(const QString &text, const QString &keyType) const = 0;
    /// A text column as it is sorted by; the native tables have an index on it.
    [[nodiscard]] virtual QString sortTerm(const QString &expression) const = 0;
    /// Appended to ASC or DESC so that NULL counts as the smallest value.
    [[nodiscard]] virtual QString nullsSmallest(bool isDescending) const = 0;

    /// The database's clock, in the type of `events.occurred_at`; on PostgreSQL it goes on within a
    /// transaction.
    [[nodiscard]] virtual QString clock() const = 0;
    /// Who is logged in, as text; NULL where the database has no users.
    [[nodiscard]] virtual QString sessionActor() const = 0;
    /// The database's clock, moved by the seconds that are the one placeholder's value; they may be negative.
    [[nodiscard]] virtual QString clockMoved() const = 0;
    /// The row of `mail_outbox` is to be sent now.
    [[nodiscard]] virtual QString isDue() const = 0;
    /// Nobody is sending the row of `mail_outbox` any more that somebody has taken to send.
    [[nodiscard]] virtual QString leaseHasEnded() const = 0;
    /// Keeps rows that another sender of mails has taken from being taken twice: a condition on the table
    /// `mail_outbox`, and what is appended to the SELECT that takes them.
    [[nodiscard]] virtual QString isFreeToSend() const = 0;
    [[nodiscard]] virtual QString skipTaken() const = 0;
    /// Tells the desks that the page of a link was fetched, whose changes' token digests are the one
    /// placeholder's value, separated by commas; empty where desks cannot be told. Writes no row.
    [[nodiscard]] virtual QString announcePageFetched() const = 0;
    /// A query of one truth value: whether the session may read these columns of a companion table.
    [[nodiscard]] virtual QString mayReadColumns(const QString &table, const QStringList &columns) const = 0;
    /// A query of the secret of a mail that has no e-mail address, for a letter; its one placeholder is the
    /// mail's number. PermissionDenied where the session may not print letters with links.
    [[nodiscard]] virtual QString letterSecretQuery() const = 0;
    /// An instant of `events.occurred_at` as the text that is hashed (Event::occurredAt).
    [[nodiscard]] virtual QString instantText(const QString &expression) const = 0;
    /// A JSON column as text.
    [[nodiscard]] virtual QString jsonText(const QString &expression) const = 0;

    /// Rows (table, column, declared type, is computed) of the table or view that its one placeholder names.
    [[nodiscard]] virtual QString columnsQuery() const = 0;
    /// Guards that a part of a migration makes, to be compared with the rows (name, definition) of
    /// guardsQuery(), which are those in force beside the companion tables.
    [[nodiscard]] virtual QList<SchemaGuard> guardsOf(const QString &script,
                                                      const GuardedTables &tables) const = 0;
    [[nodiscard]] virtual QString guardsQuery() const = 0;
    /// A row of GuardedTables, whose placeholders are the quoted names of the address and the customer table;
    /// empty where there are no schemas.
    [[nodiscard]] virtual QString guardedTablesQuery() const = 0;
    /// Until the transaction ends, names are those beside the companion tables; empty where they always are.
    [[nodiscard]] virtual QString namesAtHistory() const = 0;
    [[nodiscard]] virtual QString dropTrigger(const QString &name, const QString &table) const = 0;
    /// Makes the index anew that gives a version of a history to one event only. It is a guard, too; the
    /// migrations make it with the table.
    [[nodiscard]] virtual QString uniqueVersionsScript() const = 0;
    /// A row if the database, or the schema where tables would be created, has any table.
    [[nodiscard]] virtual QString anyTableQuery() const = 0;
    /// A row if the database keeps one column of a table unique by itself, given the names of both as the
    /// database spells them; also for views, foreign and partitioned tables, of which that is not known.
    [[nodiscard]] virtual QString uniqueColumnQuery() const = 0;
    /// The type of `events.stream_id` for an address key that is declared so; std::nullopt if such a key is
    /// not supported.
    [[nodiscard]] virtual std::optional<QString> keyType(const QString &declaredType) const = 0;
    /// Keeps other programs from migrating until the transaction ends; empty where beginWrite() does.
    [[nodiscard]] virtual QString lockForMigration() const = 0;
    /// What the connection is set to before the tables are made; may be empty.
    [[nodiscard]] virtual QString beforeMigration() const = 0;
    /// What a database that has the tables is set to once, outside a transaction; may be empty.
    [[nodiscard]] virtual QString afterMigration() const = 0;
};

} // namespace addressdesk

#pragma once

#include "models/storage/Dialect.h"

#include <optional>

namespace addressdesk {

class PostgresDialect final : public Dialect
{
public:
    [[nodiscard]] DatabaseUrl::Kind kind() const override { return DatabaseUrl::Kind::Postgresql; }
    [[nodiscard]] QString migrationFolder() const override;
    [[nodiscard]] QString keyPlaceholder() const override;
    [[nodiscard]] QString sameValue(const QString &left, const QString &right) const override;
    [[nodiscard]] QString beginWrite() const override;
    [[nodiscard]] QString beginRead() const override;
    [[nodiscard]] SqlCondition containsWord(const QStringList &columns, const QString &word) const override;
    [[nodiscard]] QString joinInOrder() const override;
    [[nodiscard]] QString isInList(const QString &key, const QString &keyType) const override;
    [[nodiscard]] bool canBeKey(const QString &text, const QString &keyType) const override;
    [[nodiscard]] QString sortTerm(const QString &expression) const override;
    [[nodiscard]] QString nullsSmallest(bool isDescending) const override;
    [[nodiscard]] QString clock() const override;
    [[nodiscard]] QString sessionActor() const override;
    [[nodiscard]] QString clockMoved() const override;
    [[nodiscard]] QString isDue() const override;
    [[nodiscard]] QString leaseHasEnded() const override;
    [[nodiscard]] QString isFreeToSend() const override;
    [[nodiscard]] QString skipTaken() const override;
    [[nodiscard]] QString announcePageFetched() const override;
    [[nodiscard]] QList<SchemaGuard> guardsOf(const QString &script,
                                              const GuardedTables &tables) const override;
    [[nodiscard]] QString guardsQuery() const override;
    [[nodiscard]] QString guardedTablesQuery() const override;
    [[nodiscard]] QString namesAtHistory() const override;
    [[nodiscard]] QString dropTrigger(const QString &name, const QString &table) const override;
    [[nodiscard]] QString uniqueVersionsScript() const override;
    [[nodiscard]] QString mayReadColumns(const QString &table, const QStringList &columns) const override;
    [[nodiscard]] QString letterSecretQuery() const override;
    [[nodiscard]] QString instantText(const QString &expression) const override;
    [[nodiscard]] QString jsonText(const QString &expression) const override;
    [[nodiscard]] QString columnsQuery() const override;
    [[nodiscard]] QString anyTableQuery() const override;
    [[nodiscard]] QString uniqueColumnQuery() const override;
    [[nodiscard]] std::optional<QString> keyType(const QString &declaredType) const override;
    [[nodiscard]] QString lockForMigration() const override;
    [[nodiscard]] QString beforeMigration() const override;
    [[nodiscard]] QString afterMigration() const override;

    /// What a SQLSTATE means; Internal for those that mean nothing special here.
    [[nodiscard]] static ErrorCode codeOf(const QString &sqlState);
    /// What libpq's English text about a failed connection means, std::nullopt when the text is the server's
    /// own.
    [[nodiscard]] static std::optional<ErrorCode> codeOfConnectionText(const QString &text);
    /// The server's sentence alone: its DETAIL, LINE and CONTEXT lines and quoted input would hold values of
    /// rows.
    [[nodiscard]] static QString withoutValues(const QString &text);
};

} // namespace addressdesk

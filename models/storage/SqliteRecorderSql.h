#pragma once

#include "models/storage/RecorderSql.h"

namespace addressdesk {

class SqliteRecorderSql final : public RecorderSql
{
public:
    [[nodiscard]] QString textOf(const QString &expression) const override;
    [[nodiscard]] QString rowLock(const QString &alias) const override;
    [[nodiscard]] QString keepingGivenKey() const override;
    [[nodiscard]] QString isInRange(const QString &expression) const override;
    [[nodiscard]] QString rewriters() const override;
    [[nodiscard]] bool isMalformedKey(const Error &error) const override;
    [[nodiscard]] bool isCollision(const Error &error) const override;
    [[nodiscard]] bool isUniqueViolation(const Error &error) const override;
    [[nodiscard]] bool isTokenReuse(const Error &error) const override;
    [[nodiscard]] bool canSaveInOneStatement() const override;
};

} // namespace addressdesk

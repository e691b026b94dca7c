#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/Error.h"
#include "models/storage/Statement.h"

#include <QSqlDatabase>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace addressdesk {

class Dialect;

struct ConnectionOptions
{
    bool mayCreateFile = false;                          ///< SQLite: create a missing file.
    bool isReadOnly = false;
    std::chrono::milliseconds lockTimeout{5000};         ///< How long to wait for another program's lock.
    std::chrono::milliseconds statementTimeout{30000};   ///< Longest statement; 0 for none (migrations, samples).
    std::chrono::seconds connectTimeout{5};
};

/// One open connection with its dialect and its prepared statements. Made, used and destroyed on one thread; only
/// interrupt() may be called from another.
class SqlConnection final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SqlConnection>> open(const DatabaseUrl &url, const QString &password,
                                                                     const ConnectionOptions &options = {});
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    [[nodiscard]] const Dialect &dialect() const { return *m_dialect; }
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] QSqlDatabase database() const; ///< For the dialects and notifications only.

    /// The statement for this text, prepared once and kept. The pointer stays valid until reopen() or destruction.
    [[nodiscard]] Result<Statement *> prepared(const QString &sql);
    /// Runs a constant text without results: DDL, BEGIN, PRAGMA. Never built from values.
    [[nodiscard]] Done execute(const QString &sql);

    /// Ends the statement that runs now, if any (ErrorCode::Cancelled there). Safe from any thread.
    void interrupt();

    /// Closes and opens again with the same settings after the server went away; prepared statements are gone.
    [[nodiscard]] Done reopen();

    /// Tests: asked before every prepare, execution, begin and commit with its text; an Error returned is what happens.
    using FaultInjector = std::function<std::optional<Error>(const QString &sql)>;
    void setFaultInjector(FaultInjector injector) { m_faultInjector = std::move(injector); }
    [[nodiscard]] std::optional<Error> injectedFault(const QString &sql) const;

private:
    SqlConnection() = default;

    struct Private;
    std::unique_ptr<Private> d;
    DatabaseUrl m_url;
    std::unique_ptr<Dialect> m_dialect;
    FaultInjector m_faultInjector;
};

} // namespace addressdesk

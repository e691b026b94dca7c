#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/storage/SqlConnection.h"

#include <QString>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <memory>

namespace addressdesk {

/// A fresh database for one test function, of either kind; gone with the object.
class TestDatabase final
{
public:
    enum class Content {
        Empty,   ///< No tables.
        Native,  ///< Everything, as `init` makes it.
        Document ///< hybrid-event-sourcing's `users` and `addresses` alone: no label, two rows each. On
                 ///< SQLite declared as UUID.
    };

    /// Aborts the program when the database cannot be made; ask missing() first.
    explicit TestDatabase(DatabaseUrl::Kind kind, Content content = Content::Native);
    ~TestDatabase();
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] DatabaseUrl::Kind kind() const { return m_url.kind; }
    [[nodiscard]] bool isPostgresql() const { return m_url.kind == DatabaseUrl::Kind::Postgresql; }

    /// A connection of its own; aborts the program when there is none.
    [[nodiscard]] std::unique_ptr<SqlConnection> connect(const ConnectionOptions &options = {}) const;
    /// Runs constant SQL on a connection of its own, as another program would; aborts the program when it
    /// fails.
    void run(const QString &sql) const;
    /// The first column of the first row as text; std::nullopt for NULL.
    [[nodiscard]] FieldValue value(const QString &sql) const;

    /// Data rows "SQLite" and "PostgreSQL" in the column `kind`.
    static void addKinds();
    /// Why databases of this kind cannot be made here; empty when they can.
    [[nodiscard]] static QString missing(DatabaseUrl::Kind kind);
    /// Whether a missing PostgreSQL is a failure: the environment has CI.
    [[nodiscard]] static bool isMandatory();

private:
    QTemporaryDir m_folder;
    DatabaseUrl m_url;
};

} // namespace addressdesk

Q_DECLARE_METATYPE(addressdesk::DatabaseUrl::Kind)

/// At the start of a test function: skips it, loudly, where there is no such database; fails it in CI.
#define REQUIRE_DATABASE(kind)                                                                               \
    do {                                                                                                     \
        const QString missingDatabase = ::addressdesk::TestDatabase::missing(kind);                          \
        if (!missingDatabase.isEmpty()) {                                                                    \
            QVERIFY2(!::addressdesk::TestDatabase::isMandatory(), qPrintable(missingDatabase));              \
            QSKIP(qPrintable(QStringLiteral("NOT TESTED ON POSTGRESQL: ") + missingDatabase));               \
        }                                                                                                    \
    } while (false)

#pragma once

#include "models/domain/DatabaseUrl.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace addressdesk {

/// A private PostgreSQL cluster of one test program: made at first use, on a Unix socket and a free loopback
/// port, run as an unprivileged user even when the test is root, gone with the program however that ends.
class TestPostgres final
{
public:
    /// The program's cluster, started; nullptr when PostgreSQL is not installed or does not start:
    /// `problem()` says why.
    [[nodiscard]] static TestPostgres *instance();
    [[nodiscard]] static QString problem();
    /// Stops the cluster and removes its files; instance() makes a new one.
    static void shutDown();

    ~TestPostgres();
    TestPostgres(const TestPostgres &) = delete;
    TestPostgres &operator=(const TestPostgres &) = delete;

    /// A new database, a copy of `templateName` unless that is empty. The superuser `app` needs no password.
    [[nodiscard]] DatabaseUrl createDatabase(const QString &templateName = {});
    void dropDatabase(const QString &name);
    /// Of an existing database, through the Unix socket.
    [[nodiscard]] DatabaseUrl url(const QString &database) const;
    /// The same database over TCP, where other roles than `app` need their password.
    [[nodiscard]] DatabaseUrl tcpUrl(const DatabaseUrl &url, const QString &role) const;

    /// A login role with this password and all rights on the tables of `database`, which must exist by then.
    void createRole(const QString &role, const QString &password, const QString &database);
    /// Runs SQL as the superuser; true on success.
    bool run(const QString &database, const QString &sql);

    bool start();
    /// As if the machine died: connections break without a word of farewell.
    bool stop();
    /// A self-signed certificate for localhost; its file, which clients may trust.
    [[nodiscard]] QString enableTls();

private:
    TestPostgres();
    [[nodiscard]] bool initialise();
    [[nodiscard]] QString dataFolder() const;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace addressdesk

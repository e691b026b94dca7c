#pragma once

#include "tests/support/TestDatabase.h"

#include <QSet>
#include <QStringList>

namespace addressdesk {

/// What writers that worked at the same time say they did.
struct WritersTally
{
    int recorded = 0; ///< Saves.
    int reverted = 0;
    int conflicts = 0; ///< Saves that met another writer's value.
    int refusals = 0;  ///< Reverts that met one.
    QStringList errors;
    QSet<QString> changeIds; ///< Of all that was acknowledged.

    void add(const WritersTally &other);
    [[nodiscard]] QString toText() const;
};

/// Several threads, each with a connection and a recorder of its own, that save and revert at random on few
/// addresses.
class ConcurrentWriters final
{
public:
    /// Adds `addresses` addresses to a native database.
    ConcurrentWriters(const TestDatabase &database, int addresses);

    [[nodiscard]] WritersTally run(int threads, int operations) const;

    /// What is wrong afterwards; empty when nothing is: a lost update (an event whose `from` is not what the
    /// event before it left), an acknowledged change that is not there or one that nobody acknowledged, a
    /// missing mail, a verification that is not clean.
    [[nodiscard]] QStringList problems(const WritersTally &tally) const;

    [[nodiscard]] const QStringList &addressIds() const { return m_addressIds; }

private:
    [[nodiscard]] WritersTally work(quint32 seed, int operations) const;
    [[nodiscard]] QStringList lostUpdates() const;

    const TestDatabase &m_database;
    QStringList m_addressIds;
};

} // namespace addressdesk

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace addressdesk {

/// The baseline of the save benchmark: the very statements that ChangeRecorder sends for a save of `city`,
/// prepared once and run by hand in C. What only the recorder does (checking values, making tokens, composing
/// payloads and the mail, hashing) is not in it, but for values of the same size.
class RawSave
{
public:
    /// Texts of the recorder's statements in their order, and the mail's content as the recorder wrote it.
    struct Recipe
    {
        QStringList statements;
        QByteArray content;
    };

    virtual ~RawSave() = default;

    /// Changes `city` of the address from one value to another. Aborts the benchmark on any failure.
    virtual void save(const QByteArray &addressId, const QByteArray &from, const QByteArray &to) = 0;

    /// Through sqlite3.
    [[nodiscard]] static std::unique_ptr<RawSave> sqlite(const QString &file, const Recipe &recipe);
    /// Through libpq: one statement, one round trip.
    [[nodiscard]] static std::unique_ptr<RawSave> postgresql(const QString &conninfo, const Recipe &recipe);

protected:
    [[nodiscard]] static QByteArray newId();
    /// 32 random bytes as text, as a token and its digest are.
    [[nodiscard]] static QByteArray digest();
    /// The payload of the change, with a random digest.
    [[nodiscard]] static QByteArray payload(const QByteArray &from, const QByteArray &to);
};

} // namespace addressdesk

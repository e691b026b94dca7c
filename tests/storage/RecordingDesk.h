#pragma once

#include "models/storage/ChangeRecorder.h"
#include "models/storage/SchemaInitialiser.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/Verifier.h"
#include "tests/support/TestDatabase.h"

namespace addressdesk {

/// A native test database with two customers and two addresses that have no history, and a recorder on it.
class RecordingDesk final
{
public:
    static inline const QString anna = QStringLiteral("11111111-0000-4000-8000-000000000001");
    static inline const QString marc =
        QStringLiteral("11111111-0000-4000-8000-000000000002"); ///< Without e-mail.
    static inline const QString home = QStringLiteral("22222222-0000-4000-8000-000000000001"); ///< Anna's.
    static inline const QString work =
        QStringLiteral("22222222-0000-4000-8000-000000000002"); ///< Marc's; NULL and '' in it.
    static inline const QString nobody = QStringLiteral("99999999-0000-4000-8000-000000000009");

    explicit RecordingDesk(DatabaseUrl::Kind kind);

    [[nodiscard]] const TestDatabase &database() const { return m_database; }
    [[nodiscard]] EffectiveSchema schema() const; ///< As it is now.
    [[nodiscard]] SqlConnection &connection() { return *m_connection; }
    [[nodiscard]] ChangeRecorder &recorder() { return m_recorder; }
    [[nodiscard]] QString actor() const
    {
        return m_database.isPostgresql() ? QStringLiteral("app") : QStringLiteral("marie");
    }

    /// Saves one field over its current value; the test fails when that is not recorded.
    SaveOutcome change(const QString &field, const FieldValue &value, const QString &addressId = home);
    [[nodiscard]] SaveRequest request(const QList<FieldEdit> &edits, const QString &addressId = home) const;

    [[nodiscard]] FieldValues row(const QString &addressId = home) const;
    /// The newest event first.
    [[nodiscard]] QList<Event> events(const QString &addressId = home) const;
    /// `content` of the outbox rows, oldest first.
    [[nodiscard]] QList<QJsonObject> mails() const;
    /// The secret of a save, from which those of its changes follow; empty when it issued none.
    [[nodiscard]] QString saveSecretOf(const QString &changeId) const;
    /// The secret of a save's link for a field; with an empty field the deletion's.
    [[nodiscard]] QString secretOf(const QString &changeId,
                                   const QString &field = QStringLiteral("city")) const;
    /// Every row of every table, to the last byte.
    [[nodiscard]] QString dump() const;
    /// What a verification says; "clean" when it finds nothing.
    [[nodiscard]] QString verified() const;
    [[nodiscard]] int count(const QString &table) const;

private:
    TestDatabase m_database;
    std::unique_ptr<SqlConnection> m_connection;
    ChangeRecorder m_recorder;
};

[[nodiscard]] RevertRequest eventRequest(const Event &event, bool isOverriding = false);
[[nodiscard]] RevertRequest textRequest(RevertRequest::Target target, const QString &text,
                                        bool isOverriding = false);
[[nodiscard]] QList<Reversibility> refusalStates(const RevertOutcome &outcome);

/// Names of differences, for readable comparisons: "ValueDrift city".
[[nodiscard]] QString toText(const QList<StreamDifference> &differences);

} // namespace addressdesk

/// A desk on the database of the test's data row.
#define DESK                                                                                                 \
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);                                                     \
    RecordingDesk desk(kind);

#define VERIFY_RESULT(result)                                                                                \
    QVERIFY2((result).has_value(), qPrintable((result) ? QString() : (result).error().detail))

/// The revert is refused for these reasons and leaves the database as it was.
#define VERIFY_REFUSED(request, ...)                                                                         \
    do {                                                                                                     \
        const QString dumpBefore = desk.dump();                                                              \
        const auto refusal = desk.recorder().revert(request);                                                \
        VERIFY_RESULT(refusal);                                                                              \
        QVERIFY(!refusal->isReverted);                                                                       \
        QCOMPARE(refusalStates(*refusal), QList<Reversibility>({__VA_ARGS__}));                              \
        QCOMPARE(desk.dump(), dumpBefore);                                                                   \
    } while (false)

#define VERIFY_ERROR(request, expectedCode)                                                                  \
    do {                                                                                                     \
        const auto failed = desk.recorder().revert(request);                                                 \
        QVERIFY(!failed);                                                                                    \
        QCOMPARE(failed.error().code, expectedCode);                                                         \
    } while (false)

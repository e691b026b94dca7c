#include "models/domain/RevertToken.h"
#include "models/storage/StatementRun.h"
#include "tests/storage/RecordingDesk.h"

using namespace addressdesk;

using Target = RevertRequest::Target;

namespace {

const QString city = QStringLiteral("city");
const QString paris = QStringLiteral("Paris");
const QString lyon = QStringLiteral("Lyon");
const QString brest = QStringLiteral("Brest");
const QString customer = QStringLiteral("customer");

} // namespace

/// Reverts by token and by code.
class TestRecorderTokens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void token_putsBackInTheCustomersName();
    void token_isGoodForOneUse();
    void token_neverOverrides();
    void token_ofADeletion_restores();
    void token_unknownOrMalformed_isNotFound();
    void token_thatIsADigest_isNotFound();
    void token_onPostgresql_isFoundByItsIndex();
    void code_putsBackInTheNameOfWhoTypesIt();
    void code_unknownOrMalformed_isNotFound();
    void code_thatFitsTwoChanges_isInvalidArgument();
};

void TestRecorderTokens::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestRecorderTokens::token_putsBackInTheCustomersName()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const auto outcome = desk.recorder().revert(textRequest(Target::Token, desk.secretOf(saved.changeId)));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.events().first().actor, customer);
    QCOMPARE(desk.row().value(city), FieldValue(paris));
    QCOMPARE(desk.mails().last().value(QLatin1String("byCustomer")), QJsonValue(true));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderTokens::token_isGoodForOneUse()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const QString secret = desk.secretOf(saved.changeId);
    QVERIFY(desk.recorder().revert(textRequest(Target::Token, secret))->isReverted);
    VERIFY_REFUSED(textRequest(Target::Token, secret), Reversibility::AlreadyReverted);
    VERIFY_REFUSED(textRequest(Target::Code, RevertToken::codeOfDigest(saved.events.first().tokenDigest())),
                   Reversibility::AlreadyReverted);
    VERIFY_REFUSED(eventRequest(saved.events.first()), Reversibility::AlreadyReverted);
}

void TestRecorderTokens::token_neverOverrides()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    desk.change(city, brest);
    VERIFY_REFUSED(textRequest(Target::Token, desk.secretOf(saved.changeId), true),
                   Reversibility::ChangedSince);
    VERIFY_REFUSED(
        textRequest(Target::Code, RevertToken::codeOfDigest(saved.events.first().tokenDigest()), true),
        Reversibility::ChangedSince);
}

void TestRecorderTokens::token_ofADeletion_restores()
{
    DESK const auto removed = desk.recorder().remove(RecordingDesk::home, {}, std::nullopt);
    VERIFY_RESULT(removed);
    const auto outcome =
        desk.recorder().revert(textRequest(Target::Token, desk.secretOf(removed->changeId, {})));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.events().first().type, EventType::AddressRestored);
    QCOMPARE(desk.events().first().actor, customer);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderTokens::token_unknownOrMalformed_isNotFound()
{
    DESK desk.change(city, lyon);
    for (const QString &text :
         {RevertToken::generate().secret(), QStringLiteral("' OR '1'='1"), QString(), QString(100000, u'A')})
        VERIFY_ERROR(textRequest(Target::Token, text), ErrorCode::NotFound);
}

void TestRecorderTokens::token_thatIsADigest_isNotFound()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    VERIFY_ERROR(textRequest(Target::Token, saved.events.first().tokenDigest()), ErrorCode::NotFound);
}

/// Also in a table so small that PostgreSQL would rather read it whole.
void TestRecorderTokens::token_onPostgresql_isFoundByItsIndex()
{
    DESK if (!desk.database().isPostgresql()) QSKIP("SQLite counts no scans");
    constexpr int saves = 300;
    for (int i = 0; i < saves; ++i)
        desk.change(city, i % 2 == 0 ? lyon : brest);
    const auto number = [&desk](const QString &sql) -> qint64 {
        const auto value = statements::firstRow<qint64>(
            desk.connection(), sql, [](Statement &) {},
            [](const Statement &s) -> Result<qint64> { return s.integer(0); });
        return value && *value ? **value : -1;
    };
    const auto scans = [&number] {
        // What a session did is counted when it says so.
        number(QStringLiteral("SELECT 1 FROM pg_stat_force_next_flush()"));
        return number(QStringLiteral("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'events'"));
    };
    const SaveOutcome saved = desk.change(city, paris);
    const QString secret = desk.secretOf(saved.changeId);
    const qint64 before = scans();
    QVERIFY(before >= 0);
    const auto outcome = desk.recorder().revert(textRequest(Target::Token, secret));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(scans(), before);
}

void TestRecorderTokens::code_putsBackInTheNameOfWhoTypesIt()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    QString code = RevertToken::codeOfDigest(saved.events.first().tokenDigest()).toLower();
    code.insert(4, QLatin1String(" - "));
    const auto outcome = desk.recorder().revert(textRequest(Target::Code, code));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.events().first().actor, desk.actor());
    QCOMPARE(desk.mails().last().value(QLatin1String("byCustomer")), QJsonValue(false));
    QCOMPARE(desk.row().value(city), FieldValue(paris));
}

void TestRecorderTokens::code_unknownOrMalformed_isNotFound()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    QString almost = RevertToken::codeOfDigest(saved.events.first().tokenDigest());
    almost[7] = almost[7] == u'0' ? u'1' : u'0';
    for (const QString &text : {almost, QStringLiteral("ABC"), QStringLiteral("%%%%%%%%"), QString()})
        VERIFY_ERROR(textRequest(Target::Code, text), ErrorCode::NotFound);
}

void TestRecorderTokens::code_thatFitsTwoChanges_isInvalidArgument()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const QString digest = saved.events.first().tokenDigest();
    const QString twin = digest.left(8) + QString(35, u'A');
    const bool isPostgresql = desk.database().isPostgresql();
    desk.database().run(
        QStringLiteral(
            "INSERT INTO events (stream_id, stream_version, event_type, payload, actor, change_id, "
            "chain_hash) "
            "VALUES ('%1', 1, 'AddressFieldChanged', '{\"field\": \"city\", \"revertToken\": \"%2\"}', "
            "'app', '%1', %3)")
            .arg(RecordingDesk::work, twin,
                 isPostgresql ? QStringLiteral("decode(repeat('ab', 32), 'hex')")
                              : QStringLiteral("zeroblob(32)")));
    VERIFY_ERROR(textRequest(Target::Code, RevertToken::codeOfDigest(digest)), ErrorCode::InvalidArgument);
    QCOMPARE(desk.row().value(city), FieldValue(lyon));
}

QTEST_GUILESS_MAIN(TestRecorderTokens)
#include "tst_recordertokens.moc"

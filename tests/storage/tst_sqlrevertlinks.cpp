#include "models/domain/RevertToken.h"
#include "models/storage/SqlOutboxQueue.h"
#include "models/storage/SqlRevertLinks.h"
#include "models/storage/TaskRepository.h"
#include "tests/storage/RecordingDesk.h"

#include <thread>

using namespace addressdesk;
using namespace std::chrono_literals;

using State = LinkView::State;

namespace {

const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString lyon = QStringLiteral("Lyon");
const QString paris = QStringLiteral("Paris");

/// The gateway's side of a desk's database.
std::unique_ptr<RevertLinks> linksOf(const RecordingDesk &desk)
{
    auto links = SqlRevertLinks::open(desk.database().url(), {}, 5s);
    if (!links)
        qFatal("no links: %s", qPrintable(links.error().detail));
    return std::move(*links);
}

RevertToken tokenOf(const RecordingDesk &desk, const SaveOutcome &saved, const QString &field = city)
{
    return *RevertToken::fromSecret(desk.secretOf(saved.changeId, field));
}

RevertToken saveTokenOf(const RecordingDesk &desk, const SaveOutcome &saved)
{
    return *RevertToken::fromSecret(desk.saveSecretOf(saved.changeId));
}

} // namespace

/// What customers' links find and do.
class TestSqlRevertLinks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void look_tellsFieldAndTimeAndWritesNothing();
    void look_atAnUnknownToken_isUnknown();
    void putBack_byAFieldsToken_putsThatFieldBack();
    void putBack_twice_isUsed();
    void putBack_byTheSavesToken_putsAllBack();
    void putBack_byTheSavesToken_passesOverWhatIsBackAlready();
    void putBack_afterALaterChange_leavesOneTask();
    void putBack_whenExpired_writesNothing();
    void putBack_ofADeletion_restores();
    void putBack_whenTheAddressIsGone_isDeleted();
    void putBack_whenTheCustomerIsGone_isErased();
    void putBack_inParallel_happensOnce();
    void look_afterTheServerWasAway_answers();
};

void TestSqlRevertLinks::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestSqlRevertLinks::look_tellsFieldAndTimeAndWritesNothing()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const auto links = linksOf(desk);
    const QString before = desk.dump();
    const auto view = links->look(tokenOf(desk, saved));
    VERIFY_RESULT(view);
    QCOMPARE(view->state, State::Open);
    QCOMPARE(view->fieldTitles, QStringList{QStringLiteral("City")});
    QCOMPARE(view->changedAt, saved.events.first().occurredAt);
    QCOMPARE(view->type, EventType::AddressFieldChanged);
    QCOMPARE(desk.dump(), before);
}

void TestSqlRevertLinks::look_atAnUnknownToken_isUnknown()
{
    DESK desk.change(city, lyon);
    const auto links = linksOf(desk);
    const QString before = desk.dump();
    QCOMPARE(*links->look(RevertToken::generate()), LinkView());
    QCOMPARE(*links->putBack(RevertToken::generate()), LinkView());
    QCOMPARE(desk.dump(), before);
}

void TestSqlRevertLinks::putBack_byAFieldsToken_putsThatFieldBack()
{
    DESK const auto saved = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, desk.row().value(zipCode), QStringLiteral("69001")}}));
    const FieldValue zipBefore =
        saved->events[0].field() == zipCode ? saved->events[0].from() : saved->events[1].from();
    const auto view = linksOf(desk)->putBack(tokenOf(desk, *saved));
    VERIFY_RESULT(view);
    QCOMPARE(view->state, State::PutBack);
    QCOMPARE(desk.row().value(city), FieldValue(paris));
    QCOMPARE(desk.row().value(zipCode), FieldValue(QStringLiteral("69001")));
    QVERIFY(zipBefore != desk.row().value(zipCode));
    QCOMPARE(desk.events().first().actor, QStringLiteral("customer"));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestSqlRevertLinks::putBack_twice_isUsed()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const auto links = linksOf(desk);
    const RevertToken token = tokenOf(desk, saved);
    QCOMPARE(links->putBack(token)->state, State::PutBack);
    const QString before = desk.dump();
    const auto again = links->putBack(token);
    QCOMPARE(again->state, State::Used);
    QCOMPARE(again->decidedAt, desk.events().first().occurredAt);
    QCOMPARE(links->look(token)->state, State::Used);
    QCOMPARE(desk.dump(), before);
}

void TestSqlRevertLinks::putBack_byTheSavesToken_putsAllBack()
{
    DESK const FieldValues before = desk.row();
    const auto saved = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, before.value(zipCode), QStringLiteral("69001")}}));
    const auto links = linksOf(desk);
    const RevertToken token = saveTokenOf(desk, *saved);
    QCOMPARE(links->look(token)->fieldTitles.size(), 2);
    QCOMPARE(links->putBack(token)->state, State::PutBack);
    QCOMPARE(desk.row(), before);
    QCOMPARE(links->putBack(token)->state, State::Used);
    QCOMPARE(links->putBack(tokenOf(desk, *saved))->state, State::Used);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestSqlRevertLinks::putBack_byTheSavesToken_passesOverWhatIsBackAlready()
{
    DESK const FieldValues before = desk.row();
    const auto saved = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, before.value(zipCode), QStringLiteral("69001")}}));
    const auto links = linksOf(desk);
    QCOMPARE(links->putBack(tokenOf(desk, *saved))->state, State::PutBack);
    QCOMPARE(links->look(saveTokenOf(desk, *saved))->state, State::Open);
    QCOMPARE(links->putBack(saveTokenOf(desk, *saved))->state, State::PutBack);
    QCOMPARE(desk.row(), before);
}

void TestSqlRevertLinks::putBack_afterALaterChange_leavesOneTask()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const RevertToken token = tokenOf(desk, saved);
    const SaveOutcome later = desk.change(city, QStringLiteral("Nice"));
    const auto links = linksOf(desk);
    QCOMPARE(links->look(token)->state, State::ChangedSince);
    QCOMPARE(desk.count(QStringLiteral("address_desk_tasks")), 0);
    const auto view = links->putBack(token);
    QCOMPARE(view->state, State::ChangedSince);
    QCOMPARE(view->decidedAt, later.events.first().occurredAt);
    QCOMPARE(links->putBack(token)->state, State::ChangedSince);
    QCOMPARE(desk.row().value(city), FieldValue(QStringLiteral("Nice")));

    const auto schema = SchemaInitialiser(desk.connection(), SchemaMapping::native()).effective();
    TaskRepository tasks(desk.connection(), *schema);
    const auto open = tasks.open(10);
    VERIFY_RESULT(open);
    QCOMPARE(open->size(), 1);
    QCOMPARE(open->first().event.sequenceNum, saved.events.first().sequenceNum);
    QCOMPARE(open->first().row.address.id, RecordingDesk::home);
    VERIFY_RESULT(tasks.finish(open->first().id, QStringLiteral("marie")));
    QCOMPARE(tasks.open(10)->size(), 0);
    QCOMPARE(tasks.finish(open->first().id, QStringLiteral("marie")).error().code, ErrorCode::NotFound);
    QCOMPARE(desk.database().value(QStringLiteral("SELECT done_by FROM address_desk_tasks")), desk.actor());
}

void TestSqlRevertLinks::putBack_whenExpired_writesNothing()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const RevertToken token = tokenOf(desk, saved);
    SqlOutboxQueue queue(desk.connection(), desk.schema());
    QVERIFY(queue.markSent(queue.claim(1, 60s)->first(), {0}));
    const QString before = desk.dump();
    const auto links = linksOf(desk);
    QCOMPARE(links->look(token)->state, State::Expired);
    const auto view = links->putBack(token);
    QCOMPARE(view->state, State::Expired);
    QVERIFY(!view->decidedAt.isEmpty());
    VERIFY_REFUSED(textRequest(RevertRequest::Target::Token, token.secret()), Reversibility::Expired);
    QCOMPARE(desk.dump(), before);
}

void TestSqlRevertLinks::putBack_ofADeletion_restores()
{
    DESK const FieldValues before = desk.row();
    const auto deleted = desk.recorder().remove(RecordingDesk::home, {}, {});
    VERIFY_RESULT(deleted);
    const auto links = linksOf(desk);
    for (const RevertToken &token : {tokenOf(desk, *deleted, QString()), saveTokenOf(desk, *deleted)}) {
        const auto view = links->look(token);
        QCOMPARE(view->state, State::Open);
        QCOMPARE(view->type, EventType::AddressDeleted);
    }
    QCOMPARE(links->putBack(tokenOf(desk, *deleted, QString()))->state, State::PutBack);
    QCOMPARE(desk.row(), before);
}

void TestSqlRevertLinks::putBack_whenTheAddressIsGone_isDeleted()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const RevertToken token = tokenOf(desk, saved);
    const auto deleted = desk.recorder().remove(RecordingDesk::home, {}, {});
    VERIFY_RESULT(deleted);
    const auto links = linksOf(desk);
    QCOMPARE(links->look(token)->state, State::Deleted);
    QCOMPARE(links->putBack(token)->state, State::Deleted);
    QCOMPARE(desk.count(QStringLiteral("address_desk_tasks")), 0);
}

void TestSqlRevertLinks::putBack_whenTheCustomerIsGone_isErased()
{
    DESK const auto deleted = desk.recorder().remove(RecordingDesk::home, {}, {});
    VERIFY_RESULT(deleted);
    desk.database().run(QStringLiteral("DELETE FROM users WHERE first_name = 'Anna'"));
    const auto links = linksOf(desk);
    const RevertToken token = tokenOf(desk, *deleted, QString());
    QCOMPARE(links->look(token)->state, State::Erased);
    QCOMPARE(links->putBack(token)->state, State::Erased);
}

void TestSqlRevertLinks::putBack_inParallel_happensOnce()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const RevertToken token = tokenOf(desk, saved);
    constexpr int customers = 8;
    std::atomic<int> putBack = 0;
    std::atomic<int> used = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < customers; ++i) {
        threads.emplace_back([&] {
            const auto view = linksOf(desk)->putBack(token);
            putBack += view && view->state == State::PutBack ? 1 : 0;
            used += view && view->state == State::Used ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(putBack.load(), 1);
    QCOMPARE(used.load(), customers - 1);
    QCOMPARE(desk.events().size(), 2);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestSqlRevertLinks::look_afterTheServerWasAway_answers()
{
    DESK if (!desk.database().isPostgresql()) QSKIP("a file does not go away and come back");
    const SaveOutcome saved = desk.change(city, lyon);
    const auto links = linksOf(desk);
    const RevertToken token = tokenOf(desk, saved);
    QCOMPARE(links->look(token)->state, State::Open);
    const auto killer = desk.database().connect();
    const auto statement = killer->prepared(QStringLiteral(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
        "AND datname = current_database()"));
    QVERIFY(statement && (*statement)->exec() && (*statement)->next());
    (*statement)->finish();
    const auto view = links->look(token);
    VERIFY_RESULT(view);
    QCOMPARE(view->state, State::Open);
}

QTEST_GUILESS_MAIN(TestSqlRevertLinks)
#include "tst_sqlrevertlinks.moc"

#include "CtlDesk.h"
#include "models/domain/RevertToken.h"

#include <QJsonDocument>

using namespace addressdesk;
using namespace Qt::StringLiterals;

namespace {

/// Of the newest mail, for its change of the city.
QString tokenOfCity(const CtlDesk &desk)
{
    const auto token = RevertToken::fromSecret(
        shownText(desk.database.value(u"SELECT secret FROM mail_outbox ORDER BY id DESC LIMIT 1"_s)));
    return token ? token->derivedForField(u"city"_s).secret() : QString();
}

QString codeOfFirstChange(const CtlDesk &desk)
{
    const QString content = shownText(
        desk.database.value(u"SELECT CAST(content AS text) FROM mail_outbox ORDER BY id DESC LIMIT 1"_s));
    const QJsonArray changes =
        QJsonDocument::fromJson(content.toUtf8()).object().value("changes"_L1).toArray();
    return text(changes.first().toObject(), "code");
}

} // namespace

class TestCtlHistory : public QObject
{
    Q_OBJECT

private slots:
    void revert_putsAnEventBack_once_data() { TestDatabase::addKinds(); }
    void revert_putsAnEventBack_once();
    void revert_ofASave_putsAllFieldsBack_data() { TestDatabase::addKinds(); }
    void revert_ofASave_putsAllFieldsBack();
    void revert_afterALaterChange_needsOverride_data() { TestDatabase::addKinds(); }
    void revert_afterALaterChange_needsOverride();
    void revert_byTokenAndCode_worksOnceInTheRightName_data() { TestDatabase::addKinds(); }
    void revert_byTokenAndCode_worksOnceInTheRightName();
    void revert_byACodeOfTwoChanges_saysWhatToDo_data() { TestDatabase::addKinds(); }
    void revert_byACodeOfTwoChanges_saysWhatToDo();
    void refusedRevert_namesOverride_whereItWouldHelp_data() { TestDatabase::addKinds(); }
    void refusedRevert_namesOverride_whereItWouldHelp();
    void revert_takesATokenFromStandardInput();
    void wholeAddresses_areToldOnOneLine_data() { TestDatabase::addKinds(); }
    void wholeAddresses_areToldOnOneLine();
    void deletedAddress_isToldHowToRestore_data() { TestDatabase::addKinds(); }
    void deletedAddress_isToldHowToRestore();
    void deletedAddress_ofAnErasedCustomer_isNotPromisedBack_data() { TestDatabase::addKinds(); }
    void deletedAddress_ofAnErasedCustomer_isNotPromisedBack();
    void delete_andRestore_bringTheAddressBack_data() { TestDatabase::addKinds(); }
    void delete_andRestore_bringTheAddressBack();
    void history_ofAField_keepsOnlyThatField_data() { TestDatabase::addKinds(); }
    void history_ofAField_keepsOnlyThatField();
    void verify_ofTamperedData_namesEachDifference_data() { TestDatabase::addKinds(); }
    void verify_ofTamperedData_namesEachDifference();
    void verify_withoutAGuard_namesIt_untilInitRenewsIt_data() { TestDatabase::addKinds(); }
    void verify_withoutAGuard_namesIt_untilInitRenewsIt();
    void unknownThings_areRefused_data() { TestDatabase::addKinds(); }
    void unknownThings_areRefused();
    void unknownAddress_isToldWhatAddressMeans_data() { TestDatabase::addKinds(); }
    void unknownAddress_isToldWhatAddressMeans();
};

void TestCtlHistory::revert_putsAnEventBack_once()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.set({u"city=Lyon"_s}).exitCode, 0);
    const QString change = sequence(desk.history().first());

    const CtlAnswer reverted = desk.ctl.json({u"revert"_s, change});
    QCOMPARE(reverted.exitCode, 0);
    QCOMPARE(text(reverted.first(), "result"), u"reverted"_s);
    QCOMPARE(desk.city(), u"Paris"_s);
    const QList<QJsonObject> events = desk.history();
    QCOMPARE(text(events[0], "eventType"), u"AddressFieldReverted"_s);
    QVERIFY(!events[1].value("revertible"_L1).toBool());
    QVERIFY(!text(events[1], "why").isEmpty());

    const CtlAnswer twice = desk.ctl.json({u"revert"_s, change});
    QCOMPARE(twice.exitCode, 1);
    QCOMPARE(twice.error(), u"notRevertible"_s);
    QCOMPARE(desk.history().size(), events.size());

    // The revert itself can be put back.
    QCOMPARE(desk.ctl.json({u"revert"_s, sequence(events[0])}).exitCode, 0);
    QCOMPARE(desk.city(), u"Lyon"_s);
}

void TestCtlHistory::revert_ofASave_putsAllFieldsBack()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    const CtlAnswer set = desk.set({u"city=Lyon"_s, u"zipCode=69001"_s});
    QCOMPARE(desk.ctl.json({u"revert"_s, u"--save"_s, text(set.first(), "changeId")}).exitCode, 0);
    QCOMPARE(desk.city(), u"Paris"_s);
    QCOMPARE(text(desk.show(), "zipCode"), u"75001"_s);
    QCOMPARE(text(desk.history()[0], "changeId"), text(desk.history()[1], "changeId"));
}

void TestCtlHistory::revert_afterALaterChange_needsOverride()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.set({u"city=Lyon"_s}).exitCode, 0);
    const QString first = sequence(desk.history().first());
    QCOMPARE(desk.set({u"city=Nice"_s}).exitCode, 0);

    QCOMPARE(desk.ctl.json({u"revert"_s, first}).error(), u"notRevertible"_s);
    QCOMPARE(desk.city(), u"Nice"_s);
    QCOMPARE(desk.ctl.json({u"revert"_s, first, u"--override"_s}).exitCode, 0);
    QCOMPARE(desk.city(), u"Paris"_s);
    QCOMPARE(text(desk.history().first().value("payload"_L1).toObject(), "from"), u"Nice"_s);
}

void TestCtlHistory::revert_byTokenAndCode_worksOnceInTheRightName()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    for (const QString &by : {u"--token"_s, u"--code"_s}) {
        QCOMPARE(desk.set({u"city=Lyon"_s}).exitCode, 0);
        const QString proof = by == u"--token" ? tokenOfCity(desk) : codeOfFirstChange(desk);
        QVERIFY(!proof.isEmpty());
        QCOMPARE(desk.ctl.json({u"revert"_s, by, proof}).exitCode, 0);
        QCOMPARE(desk.city(), u"Paris"_s);
        // Only the customer has the token; a code is typed by an operator, and every operator could work it
        // out from the digest.
        const QString operatorName = text(desk.history().at(1), "actor");
        QVERIFY(operatorName != u"customer"_s);
        QCOMPARE(text(desk.history().first(), "actor"), by == u"--token" ? u"customer"_s : operatorName);
        QCOMPARE(text(desk.history().first(), "reason"),
                 by == u"--token" ? QString() : u"The customer asked for it (code)"_s);
        QCOMPARE(desk.ctl.json({u"revert"_s, by, proof}).error(), u"notRevertible"_s);
    }
    QCOMPARE(desk.ctl.json({u"verify"_s}).exitCode, 0);
}

/// Codes are the first 40 bits of a digest, so among very many changes two can have the same.
void TestCtlHistory::revert_byACodeOfTwoChanges_saysWhatToDo()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.set({u"city=Lyon"_s}).exitCode, 0);
    const QString digest = text(desk.history().first().value("payload"_L1).toObject(), "revertToken");
    desk.database.run(
        u"INSERT INTO events (stream_id, stream_version, event_type, payload, actor, change_id, chain_hash) "
        "VALUES ('%1', 1, 'AddressFieldChanged', '{\"field\": \"city\", \"revertToken\": \"%2\"}', "
        "'app', '%1', %3)"_s.arg(unknownKey, digest.left(8) + QString(35, u'A'),
                                 desk.database.isPostgresql() ? u"decode(repeat('ab', 32), 'hex')"_s
                                                              : u"zeroblob(32)"_s));
    const CtlAnswer refused = desk.ctl.json({u"revert"_s, u"--code"_s, codeOfFirstChange(desk)});
    QCOMPARE(refused.exitCode, 1);
    const QString message = text(refused.first(), "message");
    QVERIFY2(message.contains(u"fits several changes") && message.contains(u"Nothing was written"),
             qPrintable(message));
    QCOMPARE(desk.city(), u"Lyon"_s);
}

void TestCtlHistory::refusedRevert_namesOverride_whereItWouldHelp()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    const CtlAnswer set = desk.set({u"city=Lyon"_s});
    const QString event = sequence(desk.history().first());
    const QString token = tokenOfCity(desk);
    const QString code = codeOfFirstChange(desk);
    QCOMPARE(desk.set({u"city=Nice"_s}).exitCode, 0);
    const auto refusal = [&desk](const QStringList &words) {
        const CtlAnswer answer = desk.ctl.json(QStringList{u"revert"_s} + words);
        return answer.exitCode == 1 ? text(answer.first(), "message") : u"not refused"_s;
    };
    QVERIFY(refusal({event}).contains(u"--override"));
    QVERIFY(refusal({u"--save"_s, text(set.first(), "changeId")}).contains(u"--override"));
    for (const QStringList &words : {QStringList{u"--token"_s, token}, QStringList{u"--code"_s, code}}) {
        const QString message = refusal(words);
        QVERIFY2(message.contains(u"Nothing was written") && !message.contains(u"--override"),
                 qPrintable(message));
    }
    // It does not help once it is back.
    QCOMPARE(desk.ctl.json({u"revert"_s, event, u"--override"_s}).exitCode, 0);
    QVERIFY(!refusal({event}).contains(u"--override"));
}

void TestCtlHistory::revert_takesATokenFromStandardInput()
{
    const CtlDesk desk(DatabaseUrl::Kind::Sqlite);
    QCOMPARE(desk.set({u"city=Lyon"_s}).exitCode, 0);
    const QByteArray token = tokenOfCity(desk).toUtf8();
    const CtlAnswer nothing = desk.ctl.json({u"revert"_s, u"--token"_s, u"-"_s});
    QCOMPARE(nothing.exitCode, 2);
    QCOMPARE(nothing.error(), u"usage"_s);
    QCOMPARE(desk.city(), u"Lyon"_s);
    const CtlAnswer reverted = desk.ctl.json({u"revert"_s, u"--token"_s, u"-"_s}, token + "\nmore\n");
    QVERIFY2(reverted.exitCode == 0, reverted.output.constData());
    QCOMPARE(desk.city(), u"Paris"_s);
}

void TestCtlHistory::wholeAddresses_areToldOnOneLine()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    const QString url = desk.database.url().toString();
    const auto told = [&](const QStringList &words) {
        const CtlAnswer answer = desk.ctl.run(QStringList{u"--database"_s, url} + words);
        return answer.exitCode == 0 ? QString::fromUtf8(answer.output) : QString::fromUtf8(answer.errors);
    };
    const QString line = u"\n  7bis rue de l'Église, 75001 Paris, France\n"_s;
    for (const QString &command : {u"delete"_s, u"restore"_s}) {
        const QString output = told({command, desk.address});
        QVERIFY2(output.contains(line) && output.contains(desk.address), qPrintable(output));
    }
    const QString created =
        told({u"create"_s, annasKey, u"streetName=רחוב הרצל"_s, u"zipCode=69001"_s, u"city=Lyon"_s});
    QVERIFY2(created.contains(u"\n  רחוב הרצל, 69001 Lyon\n"_s), qPrintable(created));
    QVERIFY(!told({u"set"_s, desk.address, u"city=Nice"_s}).contains(u"rue de l'Église"));
}

void TestCtlHistory::deletedAddress_isToldHowToRestore()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.ctl.json({u"delete"_s, desk.address}).exitCode, 0);
    const QJsonObject deletion = desk.history().first();
    const CtlAnswer answer = desk.ctl.json({u"show"_s, desk.address});
    QCOMPARE(answer.exitCode, 1);
    QCOMPARE(answer.error(), u"notFound"_s);
    const QString message = text(answer.first(), "message");
    QVERIFY2(message.contains(u"restore "_s + desk.address), qPrintable(message));
    QVERIFY2(message.contains(text(deletion, "actor")), qPrintable(message));
    const QJsonObject detail = answer.first().value("detail"_L1).toObject();
    QCOMPARE(text(detail, "deletedBy"), text(deletion, "actor"));
    QCOMPARE(text(detail, "deletedAt"), text(deletion, "occurredAt"));

    // Another program's deletion leaves no event.
    QCOMPARE(desk.ctl.json({u"restore"_s, desk.address}).exitCode, 0);
    desk.database.run(u"DELETE FROM addresses"_s);
    const CtlAnswer gone = desk.ctl.json({u"show"_s, desk.address});
    QCOMPARE(gone.exitCode, 1);
    QVERIFY2(text(gone.first(), "message").contains(u"another program"), gone.output.constData());
}

void TestCtlHistory::deletedAddress_ofAnErasedCustomer_isNotPromisedBack()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.ctl.json({u"delete"_s, desk.address}).exitCode, 0);
    desk.database.run(u"DELETE FROM users"_s);
    for (const QString &word : {u"show"_s, u"restore"_s}) {
        const CtlAnswer answer = desk.ctl.json({word, desk.address});
        QCOMPARE(answer.exitCode, 1);
        QCOMPARE(answer.error(), u"notFound"_s);
        const QString message = text(answer.first(), "message");
        QVERIFY2(message.contains(u"cannot be restored: its customer"), qPrintable(message));
        QVERIFY2(!message.contains(u"brings it back"), qPrintable(message));
    }
}

void TestCtlHistory::delete_andRestore_bringTheAddressBack()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    const QJsonObject before = desk.show();
    QCOMPARE(desk.ctl.json({u"delete"_s, desk.address, u"--reason"_s, u"duplicate"_s}).exitCode, 0);
    QCOMPARE(desk.ctl.json({u"show"_s, desk.address}).error(), u"notFound"_s);
    QCOMPARE(desk.set({u"city=Lyon"_s}).error(), u"notFound"_s);
    QCOMPARE(desk.history().size(), 2);
    QCOMPARE(desk.ctl.json({u"restore"_s, desk.address}).exitCode, 0);
    QCOMPARE(desk.show(), before);
    QCOMPARE(desk.ctl.json({u"restore"_s, desk.address}).exitCode, 1);
    QCOMPARE(desk.ctl.json({u"verify"_s, desk.address}).exitCode, 0);
}

void TestCtlHistory::history_ofAField_keepsOnlyThatField()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.set({u"city=Lyon"_s, u"zipCode=69001"_s}).exitCode, 0);
    QCOMPARE(desk.set({u"city=Nice"_s}).exitCode, 0);
    const QList<QJsonObject> events = desk.history({u"--field"_s, u"city"_s});
    QCOMPARE(events.size(), 3); // Two changes and the creation.
    QCOMPARE(text(events[0].value("payload"_L1).toObject(), "to"), u"Nice"_s);
    QCOMPARE(desk.history({u"--limit"_s, u"1"_s}).size(), 1);
    QCOMPARE(desk.ctl.json({u"history"_s, desk.address, u"--field"_s, u"planet"_s}).exitCode, 2);
}

void TestCtlHistory::verify_ofTamperedData_namesEachDifference()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.set({u"city=Lyon"_s}).exitCode, 0);
    QCOMPARE(desk.ctl.json({u"verify"_s}).exitCode, 0);

    desk.database.run(u"UPDATE addresses SET city = 'Rome'"_s);
    for (const QStringList &words : {QStringList{u"verify"_s}, QStringList{u"verify"_s, desk.address}}) {
        const CtlAnswer drift = desk.ctl.json(words);
        QCOMPARE(drift.exitCode, 1);
        QCOMPARE(text(drift.first(), "difference"), u"valueDrift"_s);
        QCOMPARE(text(drift.first(), "field"), u"city"_s);
        QCOMPARE(text(drift.first(), "streamId"), desk.address);
        QCOMPARE(drift.objects.last().value("differences"_L1).toInteger(), 1);
    }
    desk.database.run(u"UPDATE addresses SET city = 'Lyon'"_s);
    QCOMPARE(desk.ctl.json({u"verify"_s}).exitCode, 0);

    if (desk.database.isPostgresql()) {
        desk.database.run(u"ALTER TABLE events DISABLE TRIGGER USER"_s);
    } else {
        desk.database.run(u"DROP TRIGGER events_refuse_update"_s);
    }
    desk.database.run(u"UPDATE events SET actor = 'somebody' WHERE stream_version = 2"_s);
    const CtlAnswer edited = desk.ctl.json({u"verify"_s});
    QCOMPARE(edited.exitCode, 1);
    QCOMPARE(text(edited.first(), "difference"), u"hashMismatch"_s);
}

void TestCtlHistory::verify_withoutAGuard_namesIt_untilInitRenewsIt()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    const auto plain = [&desk](const QString &command) {
        return QString::fromUtf8(
            desk.ctl.run({u"--database"_s, desk.database.url().toString(), command}).output);
    };
    const QString trigger =
        desk.database.isPostgresql() ? u"events_refuse_change"_s : u"events_refuse_update"_s;
    desk.database.run(u"DROP TRIGGER "_s + trigger +
                      (desk.database.isPostgresql() ? u" ON events"_s : QString()));
    const CtlAnswer found = desk.ctl.json({u"verify"_s});
    QCOMPARE(found.exitCode, 1);
    QCOMPARE(found.first().value("missingGuards"_L1).toArray(), QJsonArray{trigger});
    const QString told = plain(u"verify"_s);
    QVERIFY2(told.contains(u"No differences in the histories.\n"_s + trigger), qPrintable(told));
    QVERIFY2(!told.contains(u"No differences.\n"_s), qPrintable(told));
    const CtlAnswer dry = desk.ctl.json({u"init"_s, u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 0);
    QCOMPARE(dry.first().value("steps"_L1).toArray(), QJsonArray{u"renew guard "_s + trigger});
    QCOMPARE(desk.ctl.json({u"verify"_s}).exitCode, 1);
    const QString renewed = plain(u"init"_s);
    QVERIFY2(renewed.contains(u"verify"_s), qPrintable(renewed));
    QCOMPARE(desk.ctl.json({u"verify"_s}).exitCode, 0);
    QVERIFY(plain(u"verify"_s).contains(u"No differences.\n"_s));
}

void TestCtlHistory::unknownThings_areRefused()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    for (const QStringList &words :
         {QStringList{u"show"_s, unknownKey}, QStringList{u"show"_s, u"no-uuid"_s},
          QStringList{u"set"_s, unknownKey, u"city=Lyon"_s}, QStringList{u"delete"_s, unknownKey},
          QStringList{u"restore"_s, unknownKey}, QStringList{u"history"_s, unknownKey},
          QStringList{u"history"_s, u"no-uuid"_s}, QStringList{u"verify"_s, unknownKey},
          QStringList{u"revert"_s, u"123456"_s}, QStringList{u"revert"_s, u"--save"_s, unknownKey},
          QStringList{u"revert"_s, u"--save"_s, u"no-uuid"_s},
          QStringList{u"revert"_s, u"--token"_s, QString(43, u'A')},
          QStringList{u"revert"_s, u"--token"_s, u"short"_s},
          QStringList{u"revert"_s, u"--code"_s, u"0000-0000"_s},
          QStringList{u"revert"_s, u"--code"_s, u"!"_s}}) {
        const CtlAnswer refused = desk.ctl.json(words);
        QVERIFY2(refused.exitCode == 1,
                 qPrintable(words.join(u' ') + QString::fromUtf8(refused.output + refused.errors)));
        QCOMPARE(refused.error(), u"notFound"_s);
    }
}

void TestCtlHistory::unknownAddress_isToldWhatAddressMeans()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    for (const QString &key : {unknownKey, u"nope"_s}) {
        for (const QStringList &words :
             {QStringList{u"show"_s, key}, QStringList{u"history"_s, key},
              QStringList{u"history"_s, key, u"--field"_s, u"city"_s}, QStringList{u"verify"_s, key}}) {
            const CtlAnswer refused = desk.ctl.json(words);
            QVERIFY2(refused.exitCode == 1, qPrintable(words.join(u' ')));
            QCOMPARE(refused.error(), u"notFound"_s);
            const QString message = text(refused.first(), "message");
            QVERIFY2(message.contains(key) && message.contains(u"find"), qPrintable(message));
        }
    }
}

QTEST_GUILESS_MAIN(TestCtlHistory)
#include "tst_ctlhistory.moc"

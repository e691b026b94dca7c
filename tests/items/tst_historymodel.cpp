#include "HistoryModelFixture.h"

using namespace addressdesk;

using Fixture = HistoryModelFixture;

namespace {

const QString addressId = Fixture::addressId;
const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString label = QStringLiteral("label");

} // namespace

class TestHistoryModel final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void rows_startWithTheAddressAsItIs();
    void rows_areSavesNewestFirstWithTheirChangesInOrder();
    void savesEdges_areKnownToEachRow();
    void values_nullAndEmptyDiffer();
    void state_saysWhyAChangeCannotBePutBack();
    void accessibleText_isASentenceOnEveryRow();
    void creationAndDeletion_areSentences();
    void when_growsByItself();
    void show_ofAField_hidesOtherFields();
    void show_withoutAddress_isEmpty();
    void fetchMore_readsOlderEventsOnDemand();
    void fetchMore_askedWhileRowsCome_readsNothingTwice();
    void reload_keepsTheRowsThatStay();
    void reload_afterMoreThanAPage_keepsTheTail();
    void changesElsewhere_areReadAgain();
    void changesOfOtherAddresses_areNotRead();
    void lateAnswer_ofAnotherAddress_isDropped();
    void failure_isTold_andRowsStay();
    void newestRevertibleRow_skipsWhatIsPutBack();
    void entriesOfSave_areAllOfOneSave();
    void session_destroyed_empties();
};

void TestHistoryModel::rows_startWithTheAddressAsItIs()
{
    Fixture f;
    f.load();
    QCOMPARE(f.model.rowCount(), 1);
    QVERIFY(f.at(0, HistoryModel::IsCurrentRole).toBool());
    QCOMPARE(f.text(0), QStringLiteral("Now: Home, 2 Rue 1, 75002 Paris, France"));
    QCOMPARE(f.model.entry(0), nullptr);
}

void TestHistoryModel::rows_areSavesNewestFirstWithTheirChangesInOrder()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    QCOMPARE(f.model.rowCount(), 4);
    QCOMPARE(f.text(1), QStringLiteral("City changed from \u2068“Lyon”\u2069 to \u2068“Paris”\u2069"));
    QCOMPARE(f.text(2),
             QStringLiteral("Postal code changed from \u2068“69001”\u2069 to \u2068“75002”\u2069"));
    QCOMPARE(f.text(3), QStringLiteral("City changed from \u2068“Nice”\u2069 to \u2068“Lyon”\u2069"));
    QCOMPARE(f.text(1, HistoryModel::ActorRole), QStringLiteral("marie"));
    QCOMPARE(f.text(1, HistoryModel::ReasonRole), QStringLiteral("moved"));
    QCOMPARE(f.text(3, HistoryModel::ReasonRole), QString());
}

void TestHistoryModel::savesEdges_areKnownToEachRow()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    const QList<bool> firsts{true, false, true};
    const QList<bool> lasts{false, true, true};
    for (int row = 1; row <= 3; ++row) {
        QCOMPARE(f.at(row, HistoryModel::IsFirstOfSaveRole).toBool(), firsts.at(row - 1));
        QCOMPARE(f.at(row, HistoryModel::IsLastOfSaveRole).toBool(), lasts.at(row - 1));
    }
}

void TestHistoryModel::values_nullAndEmptyDiffer()
{
    Fixture f;
    f.past()
        .save(QStringLiteral("s1"), QStringLiteral("marie"), QStringLiteral("2026-03-03T09:00:00.000Z"))
        .changed(city, std::nullopt, QString(QLatin1String("")));
    f.load();
    QVERIFY(!f.at(1, HistoryModel::FromRole).isValid());
    QVERIFY(f.at(1, HistoryModel::ToRole).isValid());
    QCOMPARE(f.text(1), QStringLiteral("City changed from no value to empty"));
}

void TestHistoryModel::state_saysWhyAChangeCannotBePutBack()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    QCOMPARE(f.text(1, HistoryModel::StateRole), QString());
    QCOMPARE(f.at(3, HistoryModel::ReversibilityRole).toInt(), static_cast<int>(Reversibility::ChangedSince));
    QVERIFY2(f.text(3, HistoryModel::StateRole)
                 .startsWith(QStringLiteral("Changed again by marie on 10 March 2026")),
             qPrintable(f.text(3, HistoryModel::StateRole)));
}

void TestHistoryModel::accessibleText_isASentenceOnEveryRow()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    for (int row = 0; row < f.model.rowCount(); ++row)
        QVERIFY(!f.text(row, Qt::AccessibleTextRole).isEmpty());
    const QString sentence = f.text(1, Qt::AccessibleTextRole);
    for (const QString &part : {QStringLiteral("City changed from \u2068“Lyon”\u2069 to \u2068“Paris”\u2069"),
                                QStringLiteral("by marie"), QStringLiteral("Reason: \u2068“moved”\u2069"),
                                QStringLiteral("Can be set back.")})
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void TestHistoryModel::creationAndDeletion_areSentences()
{
    Fixture f;
    f.session.setRows({});
    const FieldValues values{
        {label, QStringLiteral("Home")}, {city, QStringLiteral("Nice")}, {zipCode, QStringLiteral("06000")}};
    f.past()
        .save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
        .created(values)
        .save(QStringLiteral("s2"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:30:00.000Z"))
        .deleted(values);
    f.load();
    QCOMPARE(f.text(0), QStringLiteral("This address is deleted."));
    QVERIFY(f.model.isDeleted());
    QCOMPARE(f.text(1), QStringLiteral("Address deleted: Home, 06000 Nice"));
    QCOMPARE(f.text(2), QStringLiteral("Address created: Home, 06000 Nice"));
    QCOMPARE(f.text(1, HistoryModel::SummaryRole), QStringLiteral("Home, 06000 Nice"));
}

void TestHistoryModel::when_growsByItself()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    const QString before = f.text(1, HistoryModel::WhenRole);
    QVERIFY(before.startsWith(QStringLiteral("30 ")));
    f.now = f.now.addSecs(5 * 60LL);
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    f.model.refreshTimes();
    QCOMPARE(changed.count(), 1);
    QVERIFY(f.text(1, HistoryModel::WhenRole).startsWith(QStringLiteral("35 ")));
}

void TestHistoryModel::show_ofAField_hidesOtherFields()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load(city);
    QCOMPARE(f.model.rowCount(), 3);
    QCOMPARE(f.text(0), QStringLiteral("Now, City: \u2068“Paris”\u2069"));
    QCOMPARE(f.text(0, HistoryModel::SummaryRole), QStringLiteral("Paris"));
    QCOMPARE(f.text(1, HistoryModel::FieldRole), city);
    QCOMPARE(f.text(2, HistoryModel::FieldRole), city);
}

void TestHistoryModel::show_withoutAddress_isEmpty()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    f.model.show({});
    QCOMPARE(f.model.rowCount(), 0);
    QVERIFY(!f.model.isLoaded());
    QVERIFY(!f.model.isLoading());
}

void TestHistoryModel::fetchMore_readsOlderEventsOnDemand()
{
    Fixture f;
    f.tester.reset(); // it would fetch by itself
    HistoryMaker past = f.past();
    for (int i = 0; i < 120; ++i) {
        past.save(QStringLiteral("s%1").arg(i), QStringLiteral("paul"),
                  QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(city, QString::number(i), QString::number(i + 1));
    }
    f.load();
    QCOMPARE(f.model.rowCount(), 1 + HistoryModel::pageSize);
    QVERIFY(f.model.canFetchMore({}));
    f.model.fetchMore({});
    QVERIFY(!f.model.canFetchMore({})); // not twice at once
    QTRY_COMPARE(f.model.rowCount(), 101);
    f.model.fetchMore({});
    QTRY_COMPARE(f.model.rowCount(), 121);
    QVERIFY(!f.model.canFetchMore({}));
    QCOMPARE(f.text(120), QStringLiteral("City changed from \u2068“0”\u2069 to \u2068“1”\u2069"));
    for (int row = 1; row <= 120; ++row)
        QCOMPARE(f.model.entry(row)->event.streamVersion, 121 - row);
}

void TestHistoryModel::fetchMore_askedWhileRowsCome_readsNothingTwice()
{
    Fixture f; // whose tester asks at every chance
    HistoryMaker past = f.past();
    for (int i = 0; i < 120; ++i) {
        past.save(QStringLiteral("s%1").arg(i), QStringLiteral("paul"),
                  QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(city, QString::number(i), QString::number(i + 1));
    }
    f.load();
    for (int page = 0; page < 4; ++page) {
        f.model.fetchMore({});
        QTRY_VERIFY(!f.model.isLoading());
    }
    QCOMPARE(f.model.rowCount(), 121);
}

void TestHistoryModel::reload_keepsTheRowsThatStay()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    const QPersistentModelIndex third(f.model.index(3));
    QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
    f.past()
        .save(QStringLiteral("s3"), QStringLiteral("paul"), QStringLiteral("2026-03-10T11:59:00.000Z"))
        .changed(label, QStringLiteral("Work"), QStringLiteral("Home"));
    f.model.reload();
    QTRY_COMPARE(f.model.rowCount(), 5);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(third.row(), 4);
    QCOMPARE(f.text(1, HistoryModel::FieldRole), label);
}

void TestHistoryModel::reload_afterMoreThanAPage_keepsTheTail()
{
    Fixture f;
    HistoryMaker past = f.past();
    for (int i = 0; i < 70; ++i) {
        past.save(QStringLiteral("s%1").arg(i), QStringLiteral("paul"),
                  QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(city, QString::number(i), QString::number(i + 1));
    }
    f.load();
    f.model.fetchMore({});
    QTRY_COMPARE(f.model.rowCount(), 71);
    QSignalSpy loaded(&f.model, &HistoryModel::loaded);
    QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
    past.save(QStringLiteral("new"), QStringLiteral("paul"), QStringLiteral("2026-03-10T11:59:00.000Z"))
        .changed(city, QStringLiteral("70"), QStringLiteral("71"));
    f.model.reload();
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(f.model.rowCount(), 72);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(f.text(71), QStringLiteral("City changed from \u2068“0”\u2069 to \u2068“1”\u2069"));
}

void TestHistoryModel::changesElsewhere_areReadAgain()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    f.session.changeElsewhere(addressId, city, QStringLiteral("Marseille"));
    QTRY_COMPARE(f.text(0), QStringLiteral("Now: Home, 2 Rue 1, 75002 Marseille, France"));
    QCOMPARE(f.text(1, HistoryModel::StateRole),
             QStringLiteral("The value has been changed outside Address Desk since."));
}

void TestHistoryModel::changesOfOtherAddresses_areNotRead()
{
    Fixture f;
    f.load();
    const qsizetype before = f.session.historyRequests().size();
    emit f.session.addressesChanged({QStringLiteral("another")});
    QCOMPARE(f.session.historyRequests().size(), before);
    emit f.session.addressesChanged({});
    QCOMPARE(f.session.historyRequests().size(), before + 1);
}

void TestHistoryModel::lateAnswer_ofAnotherAddress_isDropped()
{
    Fixture f;
    addTwoSaves(f.past());
    f.session.setRows({FakeDeskSession::generatedRow(1), FakeDeskSession::generatedRow(2)});
    f.session.setManual(true);
    f.model.setSession(&f.session);
    f.model.show(addressId);
    f.model.show(QStringLiteral("a00000002"));
    QCOMPARE(f.session.waitingCount(), 2);
    f.session.answer(1);
    QCOMPARE(f.model.rowCount(), 1);
    QSignalSpy failed(&f.model, &HistoryModel::loadFailed);
    f.session.answer(0);
    QCOMPARE(f.model.rowCount(), 1);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(f.text(0), QStringLiteral("Now: Home, 3 Rue 2, 75002 Paris, France"));
}

void TestHistoryModel::failure_isTold_andRowsStay()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    QSignalSpy failed(&f.model, &HistoryModel::loadFailed);
    f.session.failNext({ErrorCode::ConnectionLost, QStringLiteral("gone"), {}});
    f.model.reload();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::ConnectionLost);
    QCOMPARE(f.model.rowCount(), 4);
    QVERIFY(!f.model.isLoading());
}

void TestHistoryModel::newestRevertibleRow_skipsWhatIsPutBack()
{
    Fixture f;
    const QString token = QStringLiteral("t");
    f.past()
        .save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
        .changed(zipCode, QStringLiteral("69001"), QStringLiteral("75002"))
        .save(QStringLiteral("s2"), QStringLiteral("paul"), QStringLiteral("2026-03-04T09:00:00.000Z"))
        .changed(label, QStringLiteral("Home"), QStringLiteral("Work"), token)
        .save(QStringLiteral("s3"), QStringLiteral("paul"), QStringLiteral("2026-03-05T09:00:00.000Z"))
        .changed(city, QStringLiteral("Nice"), QStringLiteral("Lyon"));
    f.load();
    QCOMPARE(f.model.newestRevertibleRow(), 3);
    QCOMPARE(f.model.rowOf(f.model.entry(3)->event.sequenceNum), 3);
    QCOMPARE(f.model.rowOf(4711), -1);
}

void TestHistoryModel::entriesOfSave_areAllOfOneSave()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    QCOMPARE(f.model.entriesOfSave(QStringLiteral("s2")).size(), 2);
    QCOMPARE(f.model.entriesOfSave(QStringLiteral("s1")).size(), 1);
    QCOMPARE(f.model.entriesOfSave(QStringLiteral("none")).size(), 0);
}

void TestHistoryModel::session_destroyed_empties()
{
    HistoryModel model;
    {
        FakeDeskSession session;
        session.setRows({FakeDeskSession::generatedRow(1)});
        QSignalSpy loaded(&model, &HistoryModel::loaded);
        model.setSession(&session);
        model.show(addressId);
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(model.rowCount(), 1);
    }
    QCOMPARE(model.rowCount(), 0);
    model.reload();
    QVERIFY(!model.isLoading());
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"

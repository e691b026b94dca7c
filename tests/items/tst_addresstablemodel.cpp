#include "models/items/AddressTableModel.h"

#include "tests/items/AddressRows.h"
#include "tests/support/FakeDeskSession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace addressdesk;

namespace {

using Model = AddressTableModel;

const QString city = QStringLiteral("city");
constexpr int cityColumn = Model::FirstFieldColumn + 4;

} // namespace

class TestAddressTableModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void columns_areCustomerEmailAndTheMappingsFields();
    void columns_whenATableHasNoLabel_leaveItOut();
    void rows_firstPageBeforeTheCount();
    void rows_whenCountComesFirst_waitsForTheFirstPage();
    void rows_ofAMillion_arePagedByKeyAndBounded();
    void rows_notHereYet_saySo();
    void search_whenTypedOn_dropsTheStaleAnswer();
    void search_keepsRowsUntilTheNewOnesAreThere();
    void search_whenItFails_reportsOnce();
    void sort_byAnyColumn();
    void setData_stagesTheCleanedValue();
    void setData_whenRefused_saysWhy();
    void setData_whenReadOnly_isRefused();
    void edits_surviveSearchAndSort();
    void accessibleText_namesColumnValueAndEdit();
    void accessibleText_ofACityThatAnEditEmpties_saysWhatThatMeans();
    void change_byAColleague_appearsInPlace();
    void change_underAnEdit_keepsTheEditAndItsBase();
    void change_whileTyping_leavesTheBaseThatWasSeen();
    void change_rowsMove_selectionFollowsTheAddress();
    void change_rowGone_isTakenOut();
    void change_whileHeld_movesNothingUntilReleased();
    void change_newRow_isCounted();
    void session_destroyed_leavesAQuietModel();

private:
    [[nodiscard]] QVariant cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_model->data(m_model->index(row, column), role);
    }
    void openFew()
    {
        m_session->setRows(rows::few());
        m_model->setSession(m_session.get());
        QTRY_COMPARE(m_model->rowCount(), 3);
    }

    std::unique_ptr<FakeDeskSession> m_session;
    std::unique_ptr<StagedEdits> m_edits;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestAddressTableModel::init()
{
    m_session = std::make_unique<FakeDeskSession>();
    m_edits = std::make_unique<StagedEdits>();
    m_model = std::make_unique<Model>(*m_edits);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestAddressTableModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_edits.reset();
    m_session.reset();
}

void TestAddressTableModel::columns_areCustomerEmailAndTheMappingsFields()
{
    openFew();
    QCOMPARE(m_model->columnCount(), 8);
    QCOMPARE(cell(0, Model::CustomerColumn).toString(), QStringLiteral("Adam, Anna"));
    QCOMPARE(cell(0, Model::EmailColumn).toString(), QStringLiteral("adam@example.com"));
    QCOMPARE(cell(0, cityColumn).toString(), QStringLiteral("Lyon"));
    QCOMPARE(m_model->headerData(cityColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("City"));
    QCOMPARE(m_model->columnOf(city), cityColumn);
    QCOMPARE(m_model->columnId(cityColumn), city);
    QVERIFY(!(m_model->flags(m_model->index(0, Model::CustomerColumn)) & Qt::ItemIsEditable));
    QVERIFY(m_model->flags(m_model->index(0, cityColumn)) & Qt::ItemIsEditable);
}

void TestAddressTableModel::columns_whenATableHasNoLabel_leaveItOut()
{
    m_session->setMapping(
        SchemaMapping::native().withColumns({QStringLiteral("city"), QStringLiteral("country")}));
    openFew();
    QCOMPARE(m_model->columnCount(), 4);
    QCOMPARE(cell(0, 2).toString(), QStringLiteral("Lyon"));
}

void TestAddressTableModel::rows_firstPageBeforeTheCount()
{
    m_session->setGeneratedRows(1000);
    m_session->setManual(true);
    m_model->setSession(m_session.get());
    QCOMPARE(m_session->waitingCount(), 2);
    QSignalSpy counts(m_model.get(), &Model::countChanged);
    m_session->answer(0);
    QCOMPARE(m_model->rowCount(), AddressPageCache::pageSize);
    QCOMPARE(counts.last().at(1).toBool(), false);
    m_session->answer(0);
    QCOMPARE(m_model->rowCount(), 1000);
    QCOMPARE(counts.last(), (QVariantList{qint64(1000), true}));
}

void TestAddressTableModel::rows_whenCountComesFirst_waitsForTheFirstPage()
{
    m_session->setGeneratedRows(1000);
    m_session->setManual(true);
    m_model->setSession(m_session.get());
    m_session->answer(1);
    QCOMPARE(m_model->rowCount(), 0);
    m_session->answer(0);
    QCOMPARE(m_model->rowCount(), 1000);
}

void TestAddressTableModel::rows_ofAMillion_arePagedByKeyAndBounded()
{
    // The tester asks every cell whenever rows come.
    m_tester.reset();
    m_session->setGeneratedRows(1'000'000);
    m_model->setSession(m_session.get());
    QTRY_COMPARE(m_model->rowCount(), 1'000'000);

    const int lastRow = m_model->rowCount() - 1;
    QVERIFY(cell(lastRow, 0).toString().isEmpty());
    QTRY_COMPARE(cell(lastRow, 0).toString(), QStringLiteral("Name00999999, Anna"));

    // The page after a known page is found by key, not by counting.
    QVERIFY(cell(200, 0).toString().isEmpty());
    QTRY_COMPARE(cell(200, 0).toString(), QStringLiteral("Name00000200, Anna"));
    QCOMPARE(m_session->pageRequests().last().firstIndex, 200);
    QCOMPARE(m_session->pageRequests().last().after.addressId, QStringLiteral("a00000199"));

    // Scrolling far does not ask for everything on the way.
    const qsizetype asked = m_session->pageRequests().size();
    for (int row = 0; row < 500'000; row += 200)
        Q_UNUSED(cell(row, 0));
    QTRY_VERIFY(!m_model->isBusy());
    QVERIFY(m_session->pageRequests().size() - asked < 10);
}

void TestAddressTableModel::rows_notHereYet_saySo()
{
    m_session->setGeneratedRows(1000);
    m_model->setSession(m_session.get());
    QTRY_COMPARE(m_model->rowCount(), 1000);
    m_session->setManual(true);
    QVERIFY(cell(900, cityColumn, Model::IsLoadingRole).toBool());
    QCOMPARE(cell(900, cityColumn, Qt::AccessibleTextRole).toString(), QStringLiteral("City: loading"));
    QVERIFY(!(m_model->flags(m_model->index(900, cityColumn)) & Qt::ItemIsEditable));
}

void TestAddressTableModel::search_whenTypedOn_dropsTheStaleAnswer()
{
    openFew();
    m_session->setManual(true);
    m_model->setSearch(QStringLiteral("berger"));
    m_model->setSearch(QStringLiteral("colin"));
    QCOMPARE(m_session->cancelledCount(), 2);
    // The newer answers first, then the cancelled ones.
    m_session->answer(2);
    QCOMPARE(m_model->rowCount(), 1);
    m_session->answerAll();
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(cell(0, 0).toString(), QStringLiteral("Colin, Anna"));
}

void TestAddressTableModel::search_keepsRowsUntilTheNewOnesAreThere()
{
    openFew();
    m_session->setManual(true);
    m_model->setSearch(QStringLiteral("berger"));
    QVERIFY(!m_model->isQueryApplied());
    QCOMPARE(m_model->rowCount(), 3);
    m_session->answerAll();
    QVERIFY(m_model->isQueryApplied());
    QCOMPARE(m_model->rowCount(), 1);
}

void TestAddressTableModel::search_whenItFails_reportsOnce()
{
    openFew();
    QSignalSpy failures(m_model.get(), &Model::failed);
    m_session->failNext({ErrorCode::TimedOut, {}, {}});
    m_model->setSearch(QStringLiteral("berger"));
    QTRY_COMPARE(failures.count(), 1);
    QTRY_VERIFY(!m_model->isBusy());
    QCOMPARE(m_model->rowCount(), 3);
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 1);
}

void TestAddressTableModel::sort_byAnyColumn()
{
    openFew();
    m_model->sort(cityColumn, Qt::DescendingOrder);
    QTRY_COMPARE(cell(0, cityColumn).toString(), QStringLiteral("Paris"));
    QCOMPARE(cell(2, cityColumn).toString(), QStringLiteral("Lyon"));
}

void TestAddressTableModel::setData_stagesTheCleanedValue()
{
    openFew();
    const QModelIndex index = m_model->index(0, cityColumn);
    QSignalSpy changes(m_model.get(), &Model::dataChanged);
    QVERIFY(m_model->setData(index, QStringLiteral(" Rennes ")));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(index.data().toString(), QStringLiteral("Rennes"));
    QVERIFY(index.data(Model::IsEditedRole).toBool());
    QCOMPARE(index.data(Model::BaseValueRole).toString(), QStringLiteral("Lyon"));
    QCOMPARE(index.data(Model::AddressIdRole).toString(), QStringLiteral("a1"));
    QVERIFY(m_session->saveRequests().isEmpty());
}

void TestAddressTableModel::setData_whenRefused_saysWhy()
{
    openFew();
    QSignalSpy refusals(m_model.get(), &Model::valueRefused);
    QVERIFY(!m_model->setData(m_model->index(0, cityColumn), QString(300, u'x')));
    QCOMPARE(refusals.count(), 1);
    QCOMPARE(refusals.first().at(1).toString(), city);
    QCOMPARE(refusals.first().at(2).value<ValueProblem>().kind, ValueProblem::Kind::TooLong);
    QVERIFY(m_edits->isEmpty());
}

void TestAddressTableModel::setData_whenReadOnly_isRefused()
{
    m_session->setReadOnly(true);
    openFew();
    QVERIFY(!m_model->setData(m_model->index(0, cityColumn), QStringLiteral("Rennes")));
    QVERIFY(m_edits->isEmpty());
}

void TestAddressTableModel::edits_surviveSearchAndSort()
{
    openFew();
    QVERIFY(m_model->setData(m_model->index(0, cityColumn), QStringLiteral("Rennes")));
    m_model->setSearch(QStringLiteral("berger"));
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_model->setSearch({});
    QTRY_COMPARE(m_model->rowCount(), 3);
    m_model->sort(Model::CustomerColumn, Qt::DescendingOrder);
    QTRY_COMPARE(cell(2, cityColumn).toString(), QStringLiteral("Rennes"));
    QVERIFY(cell(2, cityColumn, Model::IsEditedRole).toBool());
}

void TestAddressTableModel::accessibleText_namesColumnValueAndEdit()
{
    openFew();
    const QModelIndex index = m_model->index(0, cityColumn);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("City: Lyon"));
    QVERIFY(m_model->setData(index, QStringLiteral("Paris")));
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("City: Paris, edited, was Lyon"));
}

void TestAddressTableModel::accessibleText_ofACityThatAnEditEmpties_saysWhatThatMeans()
{
    openFew();
    const QModelIndex index = m_model->index(0, cityColumn);
    QVERIFY(m_model->setData(index, QString()));
    const QString doubt = QStringLiteral("City is empty: mail to this address may not arrive.");
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("City: empty, edited, was Lyon. ") + doubt);
    QVERIFY(index.data(Qt::ToolTipRole).toString().endsWith(doubt));
    QCOMPARE(m_model->index(1, cityColumn).data(Qt::ToolTipRole).toString(), QString());
}

void TestAddressTableModel::change_byAColleague_appearsInPlace()
{
    openFew();
    const qsizetype pagesAsked = m_session->pageRequests().size();
    m_session->changeElsewhere(QStringLiteral("a2"), city, QStringLiteral("Brest"));
    QTRY_COMPARE(cell(1, cityColumn).toString(), QStringLiteral("Brest"));
    QCOMPARE(m_session->pageRequests().size(), pagesAsked);
}

void TestAddressTableModel::change_underAnEdit_keepsTheEditAndItsBase()
{
    openFew();
    const QModelIndex index = m_model->index(1, cityColumn);
    QVERIFY(m_model->setData(index, QStringLiteral("Rennes")));
    m_session->changeElsewhere(QStringLiteral("a2"), city, QStringLiteral("Brest"));
    QTRY_COMPARE(index.data(Model::StoredValueRole).toString(), QStringLiteral("Brest"));
    QCOMPARE(index.data().toString(), QStringLiteral("Rennes"));
    QCOMPARE(index.data(Model::BaseValueRole).toString(), QStringLiteral("Paris"));
    QVERIFY(index.data(Model::IsOvertakenRole).toBool());
}

void TestAddressTableModel::change_whileTyping_leavesTheBaseThatWasSeen()
{
    openFew();
    const QModelIndex index = m_model->index(1, cityColumn);
    m_model->beginTyping(index);
    m_session->changeElsewhere(QStringLiteral("a2"), city, QStringLiteral("Brest"));
    QTRY_COMPARE(index.data(Model::StoredValueRole).toString(), QStringLiteral("Brest"));
    QVERIFY(m_model->setData(index, QStringLiteral("Rennes")));
    m_model->endTyping();
    QCOMPARE(m_edits->edit(QStringLiteral("a2"), city)->base, FieldValue(QStringLiteral("Paris")));
}

void TestAddressTableModel::change_rowsMove_selectionFollowsTheAddress()
{
    openFew();
    const QPersistentModelIndex berger(m_model->index(1, cityColumn));
    m_session->setRows({rows::row(QStringLiteral("a0"), QStringLiteral("Aaron"), QStringLiteral("Lille")),
                        rows::few()[0], rows::few()[1]});
    emit m_session->addressesChanged({});
    QTRY_COMPARE(cell(0, 0).toString(), QStringLiteral("Aaron, Anna"));
    QVERIFY(berger.isValid());
    QCOMPARE(berger.row(), 2);
    QCOMPARE(berger.data(Model::AddressIdRole).toString(), QStringLiteral("a2"));
}

void TestAddressTableModel::change_rowGone_isTakenOut()
{
    openFew();
    const QPersistentModelIndex adam(m_model->index(0, 0));
    m_session->deleteElsewhere(QStringLiteral("a1"));
    QTRY_COMPARE(m_model->rowCount(), 2);
    QTRY_COMPARE(cell(0, 0).toString(), QStringLiteral("Berger, Anna"));
    QVERIFY(!adam.isValid());
}

void TestAddressTableModel::change_whileHeld_movesNothingUntilReleased()
{
    openFew();
    m_model->beginTyping(m_model->index(1, cityColumn));
    m_session->deleteElsewhere(QStringLiteral("a1"));
    QTRY_VERIFY(m_model->isBusy());
    QTRY_VERIFY(!m_model->isBusy());
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(cell(0, 0).toString(), QStringLiteral("Adam, Anna"));
    m_model->endTyping();
    QTRY_COMPARE(m_model->rowCount(), 2);
    QTRY_COMPARE(cell(0, 0).toString(), QStringLiteral("Berger, Anna"));
}

void TestAddressTableModel::change_newRow_isCounted()
{
    openFew();
    m_session->insertElsewhere(
        rows::row(QStringLiteral("a9"), QStringLiteral("Zola"), QStringLiteral("Lille")));
    QTRY_COMPARE(m_model->rowCount(), 4);
    QTRY_COMPARE(cell(3, 0).toString(), QStringLiteral("Zola, Anna"));
}

void TestAddressTableModel::session_destroyed_leavesAQuietModel()
{
    m_session->setGeneratedRows(1000);
    m_model->setSession(m_session.get());
    QTRY_COMPARE(m_model->rowCount(), 1000);
    m_session.reset();
    QVERIFY(cell(900, 0).toString().isEmpty());
    m_model->setSearch(QStringLiteral("x"));
    m_model->reload();
    m_model->setSession(nullptr);
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestAddressTableModel)
#include "tst_addresstablemodel.moc"

#include "models/items/CustomerListModel.h"
#include "models/items/DeletedAddressesModel.h"

#include "tests/items/AddressRows.h"
#include "tests/support/FakeDeskSession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace addressdesk;

class TestListModels final : public QObject
{
    Q_OBJECT

private slots:
    void deleted_listsAndFollowsChanges()
    {
        FakeDeskSession session;
        session.setRows(rows::few());
        DeletedAddressesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSession(&session);
        session.deleteElsewhere(QStringLiteral("a2"));
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.addressId(0), QStringLiteral("a2"));
        const auto text = [&model](int column, int role) {
            return model.data(model.index(0, column), role).toString();
        };
        QCOMPARE(text(DeletedAddressesModel::CustomerColumn, Qt::DisplayRole),
                 QStringLiteral("Berger, Anna"));
        QCOMPARE(text(DeletedAddressesModel::AddressColumn, Qt::DisplayRole),
                 QStringLiteral("Home, 4 Rue de la Paix, 69001 Paris, France"));
        QCOMPARE(text(DeletedAddressesModel::ActorColumn, Qt::AccessibleTextRole),
                 QStringLiteral("By: marie"));
    }

    void deleted_newerSearchWins()
    {
        FakeDeskSession session;
        session.setRows(rows::few());
        session.deleteElsewhere(QStringLiteral("a1"));
        session.deleteElsewhere(QStringLiteral("a2"));
        session.setManual(true);
        DeletedAddressesModel model;
        model.setSession(&session);
        model.setSearch(QStringLiteral("berger"));
        session.answer(1);
        session.answerAll();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.addressId(0), QStringLiteral("a2"));
    }

    void customers_areFoundByName()
    {
        FakeDeskSession session;
        session.setRows(rows::few());
        CustomerListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSession(&session);
        model.setSearch(QStringLiteral("col"));
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Colin, Anna"));
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Colin, Anna, colin@example.com"));
        QCOMPARE(model.customer(0)->id, QStringLiteral("customer of a3"));
        QVERIFY(!model.customer(1));
    }
};

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_listmodels.moc"

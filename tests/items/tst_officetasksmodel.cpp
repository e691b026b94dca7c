#include "models/items/OfficeTasksModel.h"
#include "tests/items/AddressRows.h"
#include "tests/support/FakeDeskSession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace addressdesk;

namespace {

OfficeTask task(qint64 id, const QString &addressId, const FieldValue &from = QStringLiteral("Paris"))
{
    OfficeTask task;
    task.id = id;
    task.createdAt = QStringLiteral("2026-03-10T11:00:00.000Z");
    task.row = rows::row(addressId, QStringLiteral("Adam"), QStringLiteral("Nice"));
    task.event.sequenceNum = id * 10;
    task.event.streamId = addressId;
    task.event.payload = payload::changed(QStringLiteral("city"), from, QStringLiteral("Lyon"),
                                          QStringLiteral("digest%1").arg(id));
    return task;
}

struct Fixture
{
    FakeDeskSession session;
    OfficeTasksModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy loaded{&model, &OfficeTasksModel::loaded};

    void load()
    {
        model.setSession(&session);
        model.reload();
        QTRY_COMPARE(loaded.count(), 1);
    }
    [[nodiscard]] QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }
    [[nodiscard]] QList<qint64> ids() const
    {
        QList<qint64> ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.task(row)->id);
        return ids;
    }
};

} // namespace

class TestOfficeTasksModel final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void cells_sayThenNowAndWouldBecome()
    {
        Fixture f;
        f.session.office().tasks = {task(1, QStringLiteral("a1"))};
        f.load();
        QCOMPARE(f.cell(0, OfficeTasksModel::CustomerColumn), QStringLiteral("Adam, Anna"));
        QCOMPARE(f.cell(0, OfficeTasksModel::AddressColumn),
                 QStringLiteral("Home, 4 Rue de la Paix, 69001 Nice, France"));
        QCOMPARE(f.cell(0, OfficeTasksModel::FieldColumn), QStringLiteral("City"));
        QCOMPARE(f.cell(0, OfficeTasksModel::ThenColumn), QStringLiteral("Lyon"));
        QCOMPARE(f.cell(0, OfficeTasksModel::NowColumn), QStringLiteral("Nice"));
        QCOMPARE(f.cell(0, OfficeTasksModel::BecomesColumn), QStringLiteral("Paris"));
        QVERIFY(f.cell(0, OfficeTasksModel::AskedColumn, Qt::ToolTipRole)
                    .startsWith(QStringLiteral("10 March 2026 at 12:00:00")));
        QCOMPARE(f.cell(0, OfficeTasksModel::NowColumn, Qt::AccessibleTextRole), QStringLiteral("Now: Nice"));
    }

    void cells_tellNullEmptyAndDeletedApart()
    {
        Fixture f;
        OfficeTask gone = task(3, QStringLiteral("a3"));
        gone.row = {{QStringLiteral("a3"), {}, {}}, {}};
        f.session.office().tasks = {task(1, QStringLiteral("a1"), std::nullopt),
                                    task(2, QStringLiteral("a2"), QString(QLatin1String(""))), gone};
        f.load();
        QCOMPARE(f.cell(0, OfficeTasksModel::BecomesColumn), QStringLiteral("(no value)"));
        QCOMPARE(f.cell(1, OfficeTasksModel::BecomesColumn), QStringLiteral("(empty)"));
        QCOMPARE(f.cell(2, OfficeTasksModel::CustomerColumn), QStringLiteral("(deleted)"));
        QCOMPARE(f.cell(2, OfficeTasksModel::NowColumn), QString());
    }

    void officeChanged_keepsTheRowsThatStay()
    {
        Fixture f;
        f.session.office().tasks = {task(1, QStringLiteral("a1")), task(2, QStringLiteral("a2")),
                                    task(3, QStringLiteral("a3"))};
        f.load();
        const QPersistentModelIndex third(f.model.index(2, 0));
        f.session.office().tasks = {task(1, QStringLiteral("a1")), task(3, QStringLiteral("a3")),
                                    task(4, QStringLiteral("a1"))};
        emit f.session.office().officeChanged();
        QTRY_COMPARE(f.ids(), (QList<qint64>{1, 3, 4}));
        QCOMPARE(third.row(), 1);
    }

    void failure_isTold_andRowsStay()
    {
        Fixture f;
        f.session.office().tasks = {task(1, QStringLiteral("a1"))};
        f.load();
        QSignalSpy failed(&f.model, &OfficeTasksModel::failed);
        f.session.office().nextFailure = Error{ErrorCode::TimedOut, {}, {}};
        f.model.reload();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(f.model.rowCount(), 1);
    }

    void session_takenAway_empties()
    {
        Fixture f;
        f.session.office().tasks = {task(1, QStringLiteral("a1"))};
        f.load();
        f.model.reload();
        f.model.setSession(nullptr);
        QCoreApplication::processEvents();
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(!f.model.isLoaded());
    }
};

QTEST_GUILESS_MAIN(TestOfficeTasksModel)
#include "tst_officetasksmodel.moc"

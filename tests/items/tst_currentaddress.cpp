#include "models/items/CurrentAddress.h"

#include "tests/items/AddressRows.h"
#include "tests/support/FakeDeskSession.h"

#include <QSignalSpy>
#include <QTest>

using namespace addressdesk;

class TestCurrentAddress final : public QObject
{
    Q_OBJECT

private slots:
    void change_byAColleague_isRead()
    {
        FakeDeskSession session;
        session.setRows(rows::few());
        CurrentAddress current;
        current.setSession(&session);
        current.show(rows::few()[0]);
        QSignalSpy refreshes(&current, &CurrentAddress::refreshed);
        session.changeElsewhere(QStringLiteral("a1"), QStringLiteral("city"), QStringLiteral("Brest"));
        QTRY_COMPARE(refreshes.count(), 1);
        QCOMPARE(current.row()->address.values.value(QStringLiteral("city")),
                 FieldValue(QStringLiteral("Brest")));
    }

    void change_ofTheAddressBefore_isDropped()
    {
        FakeDeskSession session;
        session.setRows(rows::few());
        session.setManual(true);
        CurrentAddress current;
        current.setSession(&session);
        current.show(rows::few()[0]);
        current.refresh();
        current.show(rows::few()[1]);
        session.answerAll();
        QCOMPARE(current.id(), QStringLiteral("a2"));
    }

    void deletion_byAColleague_isToldAndKeepsShowing()
    {
        FakeDeskSession session;
        session.setRows(rows::few());
        CurrentAddress current;
        current.setSession(&session);
        current.show(rows::few()[0]);
        QSignalSpy vanishings(&current, &CurrentAddress::vanished);
        session.deleteElsewhere(QStringLiteral("a1"));
        QTRY_COMPARE(vanishings.count(), 1);
        QCOMPARE(current.id(), QStringLiteral("a1"));
    }
};

QTEST_GUILESS_MAIN(TestCurrentAddress)
#include "tst_currentaddress.moc"

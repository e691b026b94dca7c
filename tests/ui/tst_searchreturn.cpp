#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"

#include <QPushButton>

using namespace addressdesk;

namespace {

/// Two addresses are edited, a search hides them both, and F8 has shown the first.
void leaveASearch(WindowFixture &f)
{
    f.open();
    for (const int row : {0, 2})
        f.grid()->model()->setData(f.grid()->model()->index(row, f.column("city")), QStringLiteral("Brest"));
    f.search()->setFocus();
    f.type("berger");
    QTRY_COMPARE(f.grid()->model()->rowCount(), 1);
    QTRY_VERIFY(f.window->addresses().isQueryApplied());
    f.press(Qt::Key_F8);
    QTRY_VERIFY(f.field("city")->hasFocus());
    QTRY_VERIFY(f.search()->text() != QStringLiteral("berger"));
    QTRY_VERIFY(f.window->addresses().isQueryApplied());
}

bool canGoBack(const WindowFixture &f)
{
    return f.child<QAction>("formerSearchAction")->isEnabled();
}

} // namespace

/// Whoever is shown an edit that their search hides finds back to the search.
class TestSearchReturn final : public QObject
{
    Q_OBJECT

private slots:
    void back_bringsSearchAndAddressBack_data()
    {
        QTest::addColumn<bool>("isKey");
        QTest::newRow("key") << true;
        QTest::newRow("button") << false;
    }

    void back_bringsSearchAndAddressBack()
    {
        QFETCH(bool, isKey);
        WindowFixture f;
        leaveASearch(f);
        QVERIFY2(f.messages().contains(QStringLiteral("berger")), qPrintable(f.messages()));
        if (isKey)
            f.press(Qt::Key_Left, Qt::AltModifier);
        else
            f.child("message_formerSearch")->findChild<QPushButton *>()->click();
        QCOMPARE(f.search()->text(), QStringLiteral("berger"));
        QTRY_COMPARE(f.child<HistoryPanel>("historyPanel")->model().addressId(), QStringLiteral("a2"));
        QTRY_VERIFY(f.grid()->hasFocus());
        QCOMPARE(f.grid()->model()->rowCount(), 1);
        QCOMPARE(f.messages(), QString());
        QVERIFY(!canGoBack(f));
        QCOMPARE(f.field("city")->text(), f.stored("a2", "city"));
    }

    void back_afterSeveralEdits_isTheSearchOfThePerson()
    {
        WindowFixture f;
        leaveASearch(f);
        const QString first = f.search()->text();
        f.press(Qt::Key_F8);
        QTRY_VERIFY(f.search()->text() != first);
        QCOMPARE(f.messages().count(QStringLiteral("berger")), 1);
        f.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(f.search()->text(), QStringLiteral("berger"));
    }

    void back_withoutAFormerSearch_leavesTheCell()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        f.grid()->setFocus();
        const QModelIndex before = f.grid()->currentIndex();
        f.press(Qt::Key_Left, Qt::AltModifier);
        f.press(Qt::Key_Right, Qt::AltModifier);
        f.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(f.grid()->currentIndex(), before);
        f.press(Qt::Key_Left);
        QVERIFY(f.grid()->currentIndex() != before);
    }

    void search_ofTheirOwn_endsTheWayBack()
    {
        WindowFixture f;
        QVERIFY(!canGoBack(f));
        leaveASearch(f);
        QVERIFY(canGoBack(f));
        f.search()->setFocus();
        f.search()->selectAll();
        f.type("anna");
        QVERIFY(!canGoBack(f));
        QCOMPARE(f.messages(), QString());
    }
};

QTEST_MAIN(TestSearchReturn)
#include "tst_searchreturn.moc"

#include "tests/ui/WindowFixture.h"

#include "ui/addresses/ConflictDialog.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace addressdesk;

namespace {

FieldConflict conflict(const char *field, const char *base, const char *theirs, const char *mine)
{
    return {QLatin1String(field), QString::fromUtf8(base), QString::fromUtf8(theirs),
            QString::fromUtf8(mine)};
}

template<typename T> T *part(const QWidget &dialog, const char *name)
{
    return dialog.findChild<T *>(QLatin1String(name));
}

} // namespace

class ConflictDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void accept_needsAChoiceForEachField()
    {
        ConflictDialog dialog(
            SchemaMapping::native(), QStringLiteral("Berger, Anna"),
            {conflict("city", "Lyon", "Nice", "Paris"), conflict("label", "Home", "Work", "Office")});
        auto *accept = part<QPushButton>(dialog, "saveChoices");
        QVERIFY(!accept->isEnabled());
        part<QRadioButton>(dialog, "mine_city")->setChecked(true);
        QVERIFY(!accept->isEnabled());
        part<QRadioButton>(dialog, "theirs_label")->setChecked(true);
        QVERIFY(accept->isEnabled());
        QCOMPARE(dialog.keptMine(), (QList{conflict("city", "Lyon", "Nice", "Paris")}));
        QCOMPARE(dialog.takenTheirs(), (QList{conflict("label", "Home", "Work", "Office")}));
    }

    void allMine_andAllTheirs_chooseAll()
    {
        ConflictDialog dialog(
            SchemaMapping::native(), QStringLiteral("Berger, Anna"),
            {conflict("city", "Lyon", "Nice", "Paris"), conflict("label", "Home", "Work", "Office")});
        part<QPushButton>(dialog, "allMine")->click();
        QCOMPARE(dialog.keptMine().size(), 2);
        part<QPushButton>(dialog, "allTheirs")->click();
        QCOMPARE(dialog.keptMine().size(), 0);
        QCOMPARE(dialog.takenTheirs().size(), 2);
    }

    void values_areShownAsText()
    {
        ConflictDialog dialog(SchemaMapping::native(), QStringLiteral("<b>"),
                              {conflict("city", "<i>", "A & B", "C")});
        QCOMPARE(part<QLabel>(dialog, "conflictSentence")->textFormat(), Qt::PlainText);
        QCOMPARE(part<QRadioButton>(dialog, "theirs_city")->text(), QStringLiteral("\u2068“A && B”\u2069"));
        QCOMPARE(part<QRadioButton>(dialog, "theirs_city")->accessibleName(),
                 QStringLiteral("City: take theirs, \u2068“A & B”\u2069"));
    }

    void inTheWindow_mineIsSavedOverTheirs()
    {
        WindowFixture f;
        meetColleague(f);
        QTest::keyClick(f.child("conflictDialog"), Qt::Key_M, Qt::AltModifier);
        QTRY_VERIFY(f.child("saveChoices")->isEnabled());
        QTest::keyClick(f.child("saveChoices"), Qt::Key_Return);
        QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
        QCOMPARE(f.session->saveRequests().last().edits.first().expected,
                 FieldValue(QStringLiteral("Brest")));
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
    }

    void inTheWindow_theirsIsTaken()
    {
        WindowFixture f;
        meetColleague(f);
        f.child<QPushButton>("allTheirs")->click();
        f.child<QPushButton>("saveChoices")->click();
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
        QCOMPARE(f.stored("a2", "city"), QStringLiteral("Brest"));
        QCOMPARE(f.cell(1, "city"), QStringLiteral("Brest"));
    }

    void inTheWindow_notNow_keepsWhatWasTyped()
    {
        WindowFixture f;
        meetColleague(f);
        f.child<QPushButton>("notNow")->click();
        QTRY_VERIFY(!f.child("conflictDialog"));
        QCOMPARE(f.cell(1, "city"), QStringLiteral("Rennes"));
        QVERIFY(
            f.grid()->model()->index(1, f.column("city")).data(AddressTableModel::IsOvertakenRole).toBool());
        QVERIFY(f.child("saveBar")->isVisible());
        QCOMPARE(f.stored("a2", "city"), QStringLiteral("Brest"));
        // The next save asks again.
        f.window->save();
        QTRY_VERIFY(f.child("conflictDialog"));
    }

    void inTheWindow_otherAddresses_areSavedAllTheSame()
    {
        WindowFixture f;
        f.open();
        f.grid()->model()->setData(f.grid()->model()->index(0, f.column("city")), QStringLiteral("Nantes"));
        stageAndCollide(f);
        QTRY_VERIFY(f.child("conflictDialog"));
        QCOMPARE(f.stored("a1", "city"), QStringLiteral("Nantes"));
    }

private:
    static void stageAndCollide(WindowFixture &f)
    {
        f.choose(1, "city");
        f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Rennes"));
        f.session->changeElsewhere(QStringLiteral("a2"), QStringLiteral("city"), QStringLiteral("Brest"));
        f.window->save();
    }
    static void meetColleague(WindowFixture &f)
    {
        f.open();
        stageAndCollide(f);
        QTRY_VERIFY(f.child("conflictDialog"));
        QVERIFY(QTest::qWaitForWindowActive(f.child("conflictDialog")));
    }
};

QTEST_MAIN(ConflictDialogTest)
#include "tst_conflictdialog.moc"

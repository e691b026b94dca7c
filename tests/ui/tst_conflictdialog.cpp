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

class TestConflictDialog final : public QObject
{
    Q_OBJECT

private slots:
    void accept_needsAChoiceForEachField()
    {
        ConflictDialog dialog(
            SchemaMapping::native(), QStringLiteral("Berger, Anna"),
            {conflict("city", "Lyon", "Nice", "Paris"), conflict("label", "Home", "Work", "Office")}, {});
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
            {conflict("city", "Lyon", "Nice", "Paris"), conflict("label", "Home", "Work", "Office")}, {});
        part<QPushButton>(dialog, "allMine")->click();
        QCOMPARE(dialog.keptMine().size(), 2);
        part<QPushButton>(dialog, "allTheirs")->click();
        QCOMPARE(dialog.keptMine().size(), 0);
        QCOMPARE(dialog.takenTheirs().size(), 2);
    }

    void arrows_choose_andReturnSavesWhenAllIsDecided()
    {
        ConflictDialog dialog(
            SchemaMapping::native(), QStringLiteral("Berger, Anna"),
            {conflict("city", "Lyon", "Nice", "Paris"), conflict("label", "Home", "Work", "Office")}, {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *theirs = part<QRadioButton>(dialog, "theirs_city");
        auto *mine = part<QRadioButton>(dialog, "mine_city");
        QTRY_VERIFY(theirs->hasFocus());
        QTest::keyClick(theirs, Qt::Key_Right);
        QVERIFY(mine->hasFocus());
        QVERIFY(mine->isChecked());
        QTest::keyClick(mine, Qt::Key_Left);
        QVERIFY(theirs->hasFocus());
        QVERIFY(theirs->isChecked());
        // Tab only goes on.
        QTest::keyClick(theirs, Qt::Key_Tab);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        auto *other = part<QRadioButton>(dialog, "theirs_label");
        other->setFocus();
        QVERIFY(!other->isChecked());
        QTest::keyClick(other, Qt::Key_Right);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(dialog.takenTheirs(), (QList{conflict("city", "Lyon", "Nice", "Paris")}));
        QCOMPARE(dialog.keptMine(), (QList{conflict("label", "Home", "Work", "Office")}));
    }

    void values_areShownAsText()
    {
        ConflictDialog dialog(SchemaMapping::native(), QStringLiteral("<b>"),
                              {conflict("city", "<i>", "A & B", "C")}, {});
        QCOMPARE(part<QLabel>(dialog, "conflictSentence")->textFormat(), Qt::PlainText);
        QCOMPARE(part<QRadioButton>(dialog, "theirs_city")->text(), QStringLiteral("\u2068“A && B”\u2069"));
        QCOMPARE(part<QRadioButton>(dialog, "theirs_city")->accessibleName(),
                 QStringLiteral("City: take theirs, \u2068“A & B”\u2069"));
    }

    void longValues_areShownWhole()
    {
        const QByteArray theirs(250, 'w');
        ConflictDialog dialog(
            SchemaMapping::native(), QStringLiteral("Berger, Anna"),
            {conflict("city", "Lyon", theirs.constData(), "Paris"),
             conflict("streetName", "Rue de la Paix", "Rue de la Paix prolongee", theirs.constData())},
            {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.width() <= 1280 && dialog.height() <= 680);
        for (const char *name : {"theirs_city", "mine_city", "theirs_streetName", "mine_streetName"}) {
            auto *choice = part<QRadioButton>(dialog, name);
            QTRY_VERIFY2(choice->height() >= choice->heightForWidth(choice->width()), name);
            QVERIFY2(choice->mapTo(&dialog, QPoint(choice->width(), 0)).x() <= dialog.width(), name);
        }
        // All of it is pressed as one, the last line too.
        auto *wide = part<QRadioButton>(dialog, "theirs_city");
        QVERIFY(wide->height() > 3 * wide->fontMetrics().lineSpacing());
        QTest::mouseClick(wide, Qt::LeftButton, Qt::NoModifier, {wide->width() / 2, wide->height() - 4});
        QVERIFY(wide->isChecked());
    }

    void opened_showsWhereTheKeyboardIs()
    {
        ConflictDialog dialog(SchemaMapping::native(), QStringLiteral("Berger, Anna"),
                              {conflict("city", "Lyon", "Nice", "Paris")}, {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *first = part<QRadioButton>(dialog, "theirs_city");
        QTRY_VERIFY(first->hasFocus());
        const QImage focused = first->grab().toImage();
        part<QRadioButton>(dialog, "mine_city")->setFocus();
        QVERIFY(first->grab().toImage() != focused);
    }

    void cause_isKnownWhenTheHistoryAccountsForEveryValue()
    {
        const auto past = [](const char *field, const char *from, const char *to, const char *actor,
                             int minutes) {
            Event event;
            event.payload =
                payload::changed(QLatin1String(field), QString::fromUtf8(from), QString::fromUtf8(to), {});
            event.actor = QLatin1String(actor);
            event.occurredAt =
                QDateTime::currentDateTimeUtc().addSecs(-60LL * minutes).toString(Qt::ISODateWithMs);
            return HistoryEntry{event, {}};
        };
        History history;
        history.entries = {past("label", "Home", "Work", "paul", 5),
                           past("city", "Lyon", "Nice", "marie", 20),
                           past("city", "Brest", "Lyon", "jean", 30)};
        const FieldConflict city = conflict("city", "Lyon", "Nice", "Paris");
        const FieldConflict label = conflict("label", "Home", "Work", "Office");
        QCOMPARE(ConflictCause::of(history, {city}).actors, QStringLiteral("\u2068marie\u2069"));
        const ConflictCause both = ConflictCause::of(history, {city, label});
        QVERIFY(both.actors.contains(QStringLiteral("paul")) &&
                both.actors.contains(QStringLiteral("marie")));
        ConflictDialog dialog(SchemaMapping::native(), QStringLiteral("Berger, Anna"), {city, label}, both);
        const QString sentence = part<QLabel>(dialog, "conflictSentence")->text();
        QVERIFY2(sentence.contains(QStringLiteral("(5 minute")), qPrintable(sentence));
        QVERIFY(!sentence.contains(QStringLiteral("somebody else")));
        QVERIFY(!dialog.windowTitle().contains(QStringLiteral("somebody else")));
        // Two colleagues, one after the other.
        const QString two = ConflictCause::of(history, {conflict("city", "Brest", "Nice", "Paris")}).actors;
        QVERIFY(two.contains(QStringLiteral("marie")) && two.contains(QStringLiteral("jean")));
        // Another program has put a colleague's earlier value in its place once more.
        QCOMPARE(ConflictCause::of(history, {conflict("city", "Oslo", "Nice", "Paris")}).actors, QString());
        // Another program has changed it once more.
        QCOMPARE(ConflictCause::of(history, {conflict("city", "Lyon", "Oslo", "Paris")}).actors, QString());
        QCOMPARE(ConflictCause::of(history, {label, conflict("zipCode", "1", "2", "3")}).actors, QString());
    }

    void inTheWindow_whoDidItIsNamed()
    {
        WindowFixture f;
        Event event;
        event.streamId = QStringLiteral("a2");
        event.payload =
            payload::changed(QStringLiteral("city"), QStringLiteral("Paris"), QStringLiteral("Brest"), {});
        event.actor = QStringLiteral("marie");
        f.session->addPast(event);
        meetColleague(f);
        const QString sentence = f.child<QLabel>("conflictSentence")->text();
        QVERIFY2(sentence.contains(QStringLiteral("marie")), qPrintable(sentence));
    }

    void inTheForm_theirValueComesFirst()
    {
        WindowFixture f;
        meetColleague(f);
        f.child<QPushButton>("notNow")->click();
        QTRY_COMPARE(f.child<QLabel>("was_city")->text(),
                     QStringLiteral("now \u2068“Brest”\u2069, was \u2068“Paris”\u2069"));
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

QTEST_MAIN(TestConflictDialog)
#include "tst_conflictdialog.moc"

#include "tests/support/HistoryMaker.h"
#include "tests/ui/WindowFixture.h"
#include "ui/addresses/EnvelopeView.h"
#include "ui/history/RedeemCodeDialog.h"
#include "ui/widgets/FoldedMessage.h"
#include "ui/widgets/Mnemonics.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>

using namespace addressdesk;

namespace {

const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString code = QStringLiteral("K7QM2RTX");

struct Fixture : WindowFixture
{
    Fixture()
    {
        open();
        choose(2, "city");
    }

    /// The code stands for a1's move from Paris to Lyon, or for what else is `own` in the newest save.
    void addMove(const QString &own = city, const QString &reason = QStringLiteral("moved"))
    {
        HistoryMaker(*session, QStringLiteral("a1"))
            .save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"),
                  reason)
            .changed(city, QStringLiteral("Paris"), QStringLiteral("Lyon"))
            .changed(zipCode, QStringLiteral("75002"), QStringLiteral("69001"));
        addCode(own);
    }
    void addCode(const QString &own)
    {
        std::optional<History> history;
        session->fetchHistory({QStringLiteral("a1"), {}, 0, 50}, window.get(),
                              [&history](const Result<History> &read) { history = *read; });
        QTRY_VERIFY(history);
        CodeMatch match;
        match.row = history->current;
        match.row.address.id = QStringLiteral("a1");
        for (const HistoryEntry &entry : std::as_const(history->entries)) {
            if (!entry.event.issuesToken())
                continue;
            match.entries.append(entry);
            if (entry.event.field() == own)
                match.sequenceNum = entry.event.sequenceNum;
        }
        session->office().codes.insert(code, match);
    }

    [[nodiscard]] RedeemCodeDialog *dialog() const { return window->findChild<RedeemCodeDialog *>(); }
    template<typename T> [[nodiscard]] T *part(const char *name) const
    {
        return dialog()->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QString state() const { return part<FoldedMessage>("redeemState")->sentence(); }
    /// The whole of something in what the code stands for.
    [[nodiscard]] bool isInSight(const QWidget *shown) const
    {
        const QWidget *view = part<QScrollArea>("redeemScroller")->viewport();
        return view->rect().contains({shown->mapTo(view, QPoint()), shown->size()});
    }
    [[nodiscard]] QPushButton *setBack() const { return part<QPushButton>("redeemSetBack"); }
    void openDialog()
    {
        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(dialog() && part<QLineEdit>("redeemCode")->hasFocus());
    }
    void ask(const char *typed = "k7qm2rtx")
    {
        openDialog();
        type(typed);
        press(Qt::Key_Return);
    }
    void find()
    {
        ask();
        QTRY_VERIFY(setBack()->isVisible());
    }
};

} // namespace

class TestRedeemCode final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void keys_findAndSetBack()
    {
        Fixture f;
        f.addMove();
        f.keystrokes = 0;
        f.find();
        QCOMPARE(f.part<QLabel>("codeCustomer")->text(), QStringLiteral("Adam, Anna"));
        QCOMPARE(f.part<QLabel>("codeSave")->text(),
                 QStringLiteral("Changed on 3 March 2026 at 10:00 by paul. Reason: \u2068“moved”\u2069"));
        QCOMPARE(f.setBack()->text(), QStringLiteral("Set back to \u2068“Paris”\u2069"));
        QTRY_VERIFY(f.setBack()->hasFocus());
        f.press(Qt::Key_Return);
        QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Paris"));
        QCOMPARE(f.stored("a1", "zipCode"), QStringLiteral("69001"));
        QCOMPARE(f.keystrokes, 3);
        QCOMPARE(f.session->revertRequests().last().target, RevertRequest::Target::Code);
        QCOMPARE(f.session->revertRequests().last().text, QStringLiteral("K7QM-2RTX"));
        QCOMPARE(f.session->revertRequests().last().reason,
                 FieldValue(QStringLiteral("The customer asked for it (code)")));
        QTRY_COMPARE(f.state(), QStringLiteral("City set back to \u2068“Paris”\u2069."));
        QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Paris")); // The window goes there.
        f.press(Qt::Key_Return);
        QTRY_VERIFY(!f.dialog());
    }

    void envelope_isTheOneOfNow_onceItIsSetBack()
    {
        Fixture f;
        f.addMove();
        f.find();
        const auto *envelope = f.part<EnvelopeView>("codeEnvelope");
        const QString before = envelope->text();
        QVERIFY2(before.contains(QStringLiteral("LYON"), Qt::CaseInsensitive), qPrintable(before));
        f.setBack()->click();
        QTRY_VERIFY2(envelope->text().contains(QStringLiteral("PARIS"), Qt::CaseInsensitive),
                     qPrintable(envelope->text()));
        QVERIFY(!envelope->text().contains(QStringLiteral("LYON"), Qt::CaseInsensitive));
    }

    void typing_isGrouped_andPastedTextIsUnderstood()
    {
        Fixture f;
        f.press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(f.dialog());
        auto *edit = f.part<QLineEdit>("redeemCode");
        QTest::keyClicks(edit, QStringLiteral("k7qm2"));
        QCOMPARE(edit->text(), QStringLiteral("K7QM-2"));
        QTest::keyClick(edit, Qt::Key_Backspace);
        QCOMPARE(edit->text(), QStringLiteral("K7QM"));
        QTest::keyClicks(edit, QStringLiteral("-2rtx"));
        QCOMPARE(edit->text(), QStringLiteral("K7QM-2RTX"));
        edit->setCursorPosition(1);
        QTest::keyClick(edit, Qt::Key_Delete);
        QCOMPARE(edit->text(), QStringLiteral("KQM2-RTX"));
        QCOMPARE(edit->cursorPosition(), 1);
        edit->selectAll();
        QApplication::clipboard()->setText(QStringLiteral(" k7 qm-2r\ttx "));
        edit->paste();
        QCOMPARE(edit->text(), QStringLiteral("K7QM-2RTX"));
    }

    void malformedCode_isNotAskedFor()
    {
        Fixture f;
        f.ask("k7qm");
        QVERIFY2(f.state().contains(QStringLiteral("eight letters and digits")), qPrintable(f.state()));
        QVERIFY(f.session->office().typedCodes.isEmpty());
    }

    void unknownCode_isASentence_andCanBeTypedAgain()
    {
        Fixture f;
        f.addMove();
        f.ask("aaaa1111");
        QTRY_VERIFY2(f.state().startsWith(QStringLiteral("No change has this code.")), qPrintable(f.state()));
        QVERIFY(!f.setBack()->isVisible());
        f.type("k7qm2rtx"); // Over what was typed.
        QVERIFY(f.state().isEmpty());
        f.press(Qt::Key_Return);
        QTRY_VERIFY(f.setBack()->isVisible());
    }

    void tooManyAttempts_areASentence()
    {
        Fixture f;
        f.session->office().nextFailure =
            Error{ErrorCode::TooManyAttempts, QStringLiteral("5 wrong codes"), {}};
        f.ask();
        QTRY_VERIFY2(f.state().startsWith(QStringLiteral("Too many wrong codes.")), qPrintable(f.state()));
        QCOMPARE(f.part<FoldedMessage>("redeemState")->details(), QString());
    }

    void usedCode_leavesTheFieldToTheNextOne()
    {
        Fixture f;
        f.addMove(zipCode);
        for (HistoryEntry &entry : f.session->office().codes[code].entries)
            entry.verdict.state = Reversibility::AlreadyReverted;
        f.ask();
        QTRY_VERIFY(f.part<QPushButton>("redeemGoTo")->isVisible());
        const auto *edit = f.part<QLineEdit>("redeemCode");
        QTRY_VERIFY(edit->hasFocus());
        QCOMPARE(edit->selectedText(), QStringLiteral("K7QM-2RTX"));
        QSignalSpy wayOut(f.dialog(), &RedeemCodeDialog::addressRequested);
        f.press(Qt::Key_Return);
        QVERIFY(f.dialog()->isVisible());
        QCOMPARE(wayOut.size(), 0);
        f.type("aaaa1111");
        QCOMPARE(edit->text(), QStringLiteral("AAAA-1111"));
        QVERIFY(!f.part<QPushButton>("redeemGoTo")->isVisible());
    }

    void enterInTheField_setsNothingBackUnawares()
    {
        Fixture f;
        f.addMove();
        f.find();
        f.part<QLineEdit>("redeemCode")->setFocus();
        f.press(Qt::Key_Return);
        QVERIFY(f.session->revertRequests().isEmpty());
        QVERIFY(f.setBack()->isVisible());
        f.setBack()->click();
        QTRY_COMPARE(f.state(), QStringLiteral("City set back to \u2068“Paris”\u2069."));
        f.part<QLineEdit>("redeemCode")->setFocus();
        f.press(Qt::Key_Return);
        QVERIFY(f.dialog()->isVisible());
    }

    void letters_areOfOneThingEach()
    {
        Fixture f;
        f.addMove();
        f.find();
        QStringList texts;
        const QList<QLabel *> labels = f.dialog()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy())
                texts.append(label->text());
        }
        const QList<QAbstractButton *> buttons = f.dialog()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            texts.append(button->text());
        const QString letters = mnemonics::lettersOf(texts);
        QVERIFY2(letters.contains(u'c') && letters.contains(u'g'), qPrintable(letters));
        const QSet<QChar> different(letters.cbegin(), letters.cend());
        QVERIFY2(different.size() == letters.size(), qPrintable(letters));
    }

    void otherChangesOfTheSave_areTickedOnDemand()
    {
        Fixture f;
        f.addMove();
        f.find();
        auto *cityTick = f.part<QCheckBox>("codeTick_city");
        auto *zipTick = f.part<QCheckBox>("codeTick_zipCode");
        QVERIFY(cityTick->isChecked() && !zipTick->isChecked());
        f.part<QPushButton>("codeTickAll")->click();
        QVERIFY(zipTick->isChecked());
        QCOMPARE(f.setBack()->text(), QStringLiteral("Set back 2 field(s)"));
        cityTick->setChecked(false);
        zipTick->setChecked(false);
        QVERIFY(!f.setBack()->isEnabled());
        f.part<QPushButton>("codeTickAll")->click();
        f.setBack()->click();
        QTRY_COMPARE(f.stored("a1", "zipCode"), QStringLiteral("75002"));
        QCOMPARE(f.stored("a1", "city"), QStringLiteral("Paris"));
        QCOMPARE(f.session->revertRequests().last().target, RevertRequest::Target::Save);
        QCOMPARE(f.session->revertRequests().last().text, QStringLiteral("s1"));
        QCOMPARE(f.session->revertRequests().last().onlyFields, (QStringList{city, zipCode}));
        QVERIFY(shownText(f.session->revertRequests().last().reason).contains(QStringLiteral("(code)")));
        QTRY_COMPARE(f.state(), QStringLiteral("2 field(s) set back."));
    }

    void anotherChangeAlone_isOfTheSave()
    {
        Fixture f;
        f.addMove();
        f.find();
        f.part<QCheckBox>("codeTick_city")->setChecked(false);
        f.part<QCheckBox>("codeTick_zipCode")->setChecked(true);
        QCOMPARE(f.setBack()->text(), QStringLiteral("Set back to \u2068“75002”\u2069"));
        f.setBack()->click();
        QTRY_COMPARE(f.stored("a1", "zipCode"), QStringLiteral("75002"));
        QCOMPARE(f.stored("a1", "city"), QStringLiteral("Lyon"));
        QCOMPARE(f.session->revertRequests().last().onlyFields, QStringList{zipCode});
    }

    void changedSince_offersTheAddressInstead()
    {
        Fixture f;
        f.session->changeElsewhere(QStringLiteral("a1"), city, QStringLiteral("Nice"));
        f.addMove();
        f.find();
        QVERIFY2(f.state().contains(QStringLiteral("changed outside Address Desk since")),
                 qPrintable(f.state()));
        QVERIFY2(f.state().contains(QStringLiteral("does not overwrite a later value")),
                 qPrintable(f.state()));
        QVERIFY(!f.setBack()->isEnabled());
        QVERIFY(!f.part<QCheckBox>("codeTick_city")->isEnabled());
        QTRY_VERIFY(f.part<QPushButton>("redeemGoTo")->hasFocus());
        f.press(Qt::Key_Return);
        QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Nice"));
        QTRY_VERIFY(!f.dialog());
        QVERIFY(f.session->revertRequests().isEmpty());
    }

    void refusedAtTheLastMoment_saysWhy()
    {
        Fixture f;
        f.addMove();
        f.find();
        f.session->changeElsewhere(QStringLiteral("a1"), city, QStringLiteral("Nice"));
        f.setBack()->click();
        QTRY_COMPARE(f.state(), QStringLiteral("Nothing was set back. The value has been changed outside "
                                               "Address Desk since."));
        QCOMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
        QVERIFY(f.part<QPushButton>("redeemGoTo")->isVisible());
    }

    void deletedAddress_isRestored()
    {
        Fixture f;
        f.session->deleteElsewhere(QStringLiteral("a1"));
        f.addCode({});
        f.find();
        QCOMPARE(f.part<QLabel>("codeCustomer")->text(), QStringLiteral("A deleted address"));
        QCOMPARE(f.setBack()->text(), QStringLiteral("Restore this address"));
        f.setBack()->click();
        QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Lyon"));
        QTRY_COMPARE(f.state(), QStringLiteral("Address restored."));
        QTRY_COMPARE(f.part<QLabel>("codeCustomer")->text(), QStringLiteral("Adam, Anna"));
        QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
    }

    void slowDatabase_isTold()
    {
        Fixture f;
        f.addMove();
        f.find();
        f.session->setManual(true);
        f.setBack()->click();
        QVERIFY(f.state().isEmpty());
        QTRY_COMPARE(f.state(), QStringLiteral("Setting back…"));
        f.setBack()->click(); // Once is enough.
        QCOMPARE(f.session->revertRequests().size(), 1);
        f.session->answerAll();
        QCOMPARE(f.state(), QStringLiteral("City set back to \u2068“Paris”\u2069."));
    }

    void sessionTakenAway_closesTheDialog()
    {
        Fixture f;
        f.addMove();
        f.find();
        f.window->showSession(nullptr);
        QTRY_VERIFY(!f.dialog());
    }

    void everyControl_hasAName_andEveryTextIsPlain()
    {
        Fixture f;
        HistoryMaker(*f.session, QStringLiteral("a1"))
            .save(QStringLiteral("s1"), QStringLiteral("<i>paul</i>"),
                  QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(city, QStringLiteral("<b>R&D</b>"), QStringLiteral("Lyon"));
        f.addCode(city);
        f.find();
        QCOMPARE(f.setBack()->text(), QStringLiteral("Set back to \u2068“<b>R&&D</b>”\u2069"));
        const QList<QLabel *> labels = f.dialog()->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText || label->buddy(), qPrintable(label->text()));
        const QList<QWidget *> widgets = f.dialog()->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<const QCheckBox *>(widget),
                         qPrintable(widget->objectName()));
        }
    }

    void match_whereTheScreenHasRoom_isShownWhole_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("one line") << QStringLiteral("moved");
        // One of these is a little too long for its line beside a scroll bar.
        for (int length = 4; length < 40; length += 4)
            QTest::newRow(qPrintable(QString::number(length))) << QString(length, u'n');
        QTest::newRow("several lines") << QStringLiteral("moved to the house of her sister ").repeated(8);
    }
    void match_whereTheScreenHasRoom_isShownWhole()
    {
        QFETCH(const QString, reason);
        Fixture f;
        f.addMove(zipCode, reason);
        f.find();
        const auto *area = f.part<QScrollArea>("redeemScroller");
        QTRY_COMPARE(area->height() - area->widget()->height(), 0);
        QVERIFY(!area->verticalScrollBar()->isVisible());
        QVERIFY(f.isInSight(f.part<QCheckBox>("codeTick_zipCode")));
        QVERIFY(f.isInSight(f.part<QPushButton>("codeTickAll")));
    }

    void match_withASentenceBelow_leavesNoGap()
    {
        Fixture f;
        f.addMove();
        f.find();
        f.setBack()->click();
        QTRY_VERIFY(!f.state().isEmpty());
        const auto *area = f.part<QScrollArea>("redeemScroller");
        QTRY_COMPARE(area->height(), area->widget()->heightForWidth(area->width()));
    }

    void match_onALittleScreen_showsTheChangeOfTheCode()
    {
        Fixture f;
        f.addMove(zipCode, QStringLiteral("moved to the house of her sister ").repeated(8));
        f.openDialog();
        f.dialog()->setMaximumSize(673, 240);
        f.type("k7qm2rtx");
        f.press(Qt::Key_Return);
        QTRY_VERIFY(f.setBack()->isVisible());
        QTRY_VERIFY(f.part<QScrollArea>("redeemScroller")->verticalScrollBar()->isVisible());
        QTRY_VERIFY(f.isInSight(f.part<QCheckBox>("codeTick_zipCode")));
        QVERIFY(f.isInSight(f.part<QLabel>("codeValues_zipCode")));
    }

    void match_whereTheDialogIsLow_growsOntoTheScreen()
    {
        Fixture f;
        f.addMove();
        f.openDialog();
        const QRect screen = f.dialog()->screen()->availableGeometry();
        f.dialog()->move(screen.left(), screen.bottom() - f.dialog()->height());
        f.type("k7qm2rtx");
        f.press(Qt::Key_Return);
        QTRY_VERIFY(f.setBack()->isVisible());
        QVERIFY2(screen.contains(f.dialog()->frameGeometry()),
                 qPrintable(QString::number(f.dialog()->frameGeometry().bottom())));
    }

    void longValues_cutNoButton()
    {
        Fixture f;
        HistoryMaker(*f.session, QStringLiteral("a1"))
            .save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(city, QString(255, u'W'), QStringLiteral("Lyon"));
        f.addCode(city);
        f.find();
        QTRY_VERIFY(f.setBack()->width() >= f.setBack()->sizeHint().width());
    }

    void readOnly_offersNoCodes()
    {
        WindowFixture f;
        f.session->setReadOnly(true);
        f.open();
        QVERIFY(!f.child<QAction>("redeemCodeAction")->isEnabled());
    }
};

QTEST_MAIN(TestRedeemCode)
#include "tst_redeemcode.moc"

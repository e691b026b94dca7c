#include "tests/ui/FakeBrowser.h"
#include "tests/ui/OutboxFixture.h"
#include "ui/widgets/ColumnWidths.h"
#include "ui/widgets/EmptyState.h"

#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSplitter>
#include <QTextBrowser>

using namespace addressdesk;

namespace {

/// As on desktops where one click opens.
struct OneClickStyle : QProxyStyle
{
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        return hint == SH_ItemView_ActivateItemOnSingleClick
                   ? 1
                   : QProxyStyle::styleHint(hint, option, widget, returned);
    }
};

} // namespace

class TestOutboxDialog final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void opened_showsTheNewestMail()
    {
        Outbox outbox;
        QCOMPARE(outbox.table()->currentIndex().row(), 0);
        QTRY_COMPARE(outbox.child<QTextBrowser>("mailHtml")->toPlainText(), QStringLiteral("Text"));
        QCOMPARE(outbox.child<QPlainTextEdit>("mailText")->toPlainText(), QStringLiteral("Text"));
        QCOMPARE(outbox.child<QLabel>("mailSubject")->text(), QStringLiteral("Subject"));
        QVERIFY(outbox.child<QLabel>("mailNote")->isHidden());
        QTRY_VERIFY(outbox.table()->hasFocus());
    }

    void names_everyControlHasOne()
    {
        const Outbox outbox;
        QCOMPARE(outbox.table()->accessibleName(), QStringLiteral("Outbox"));
        QCOMPARE(outbox.child<QTextBrowser>("mailHtml")->accessibleName(), QStringLiteral("Mail"));
        QStringList nameless;
        const QList<QWidget *> widgets = outbox.dialog->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible();
            if (isControl && QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty())
                nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' +
                                widget->objectName());
        }
        QCOMPARE(nameless.join(u'\n'), QString());
    }

    void buttons_doWhatTheStateAllows_andSayWhyNot_data()
    {
        QTest::addColumn<qint64>("mailId");
        QTest::addColumn<QStringList>("possible");
        const QString address = QStringLiteral("mailAddress");
        QTest::newRow("waiting") << qint64{6}
                                 << QStringList{QStringLiteral("mailRetry"), QStringLiteral("mailCancel"),
                                                address};
        QTest::newRow("being sent") << qint64{5} << QStringList{address};
        QTest::newRow("failed") << qint64{4} << QStringList{QStringLiteral("mailRetry"), address};
        QTest::newRow("letter") << qint64{3} << QStringList{QStringLiteral("mailLetter"), address};
        QTest::newRow("cancelled") << qint64{2} << QStringList{QStringLiteral("mailRetry"), address};
        QTest::newRow("sent") << qint64{1} << QStringList{QStringLiteral("mailSendAgain"), address};
    }
    void buttons_doWhatTheStateAllows_andSayWhyNot()
    {
        QFETCH(qint64, mailId);
        QFETCH(QStringList, possible);
        const Outbox outbox;
        outbox.choose(mailId);
        QStringList enabled;
        for (const char *name : {"mailRetry", "mailSendAgain", "mailCancel", "mailLetter", "mailAddress"}) {
            const auto *button = outbox.child(name);
            if (button->isEnabled())
                enabled.append(button->objectName());
            QVERIFY(button->toolTip().contains(button->accessibleDescription().left(20)));
            QVERIFY(!button->accessibleDescription().isEmpty());
        }
        QCOMPARE(enabled, possible);
    }

    void readOnly_offersNothingThatWrites()
    {
        Outbox outbox;
        outbox.session.setReadOnly(true);
        outbox.dialog->setSession(&outbox.session);
        QTRY_VERIFY(outbox.child("mailAddress")->isEnabled());
        QVERIFY(!outbox.child("mailRetry")->isEnabled());
        QCOMPARE(outbox.child("mailRetry")->accessibleDescription(),
                 QStringLiteral("This database can only be read."));
    }

    void size_columnsAndSplit_comeBack()
    {
        Outbox outbox;
        outbox.dialog->resize(760, 640);
        auto *header = outbox.table()->horizontalHeader();
        outbox.table()->findChild<ColumnWidths *>()->setChosen(true);
        header->resizeSection(0, 222);
        outbox.child<QSplitter>("outboxSplitter")->setSizes({200, 300});
        const QList<int> split = outbox.child<QSplitter>("outboxSplitter")->sizes();
        outbox.dialog->close();
        outbox.open();
        QCOMPARE(outbox.dialog->size(), QSize(760, 640));
        QCOMPARE(outbox.table()->horizontalHeader()->sectionSize(0), 222);
        QCOMPARE(outbox.child<QSplitter>("outboxSplitter")->sizes(), split);
    }

    void columnsThatNobodyChose_shareTheWidth()
    {
        Outbox outbox;
        outbox.dialog->resize(760, 640);
        outbox.dialog->close();
        outbox.open();
        outbox.dialog->resize(1200, 640);
        QTRY_COMPARE(outbox.table()->horizontalHeader()->length(), outbox.table()->viewport()->width());
    }

    void filter_withoutMails_saysSo_andShowsAllAgain()
    {
        Outbox outbox({mails::mail(1, MailState::Sent, QStringLiteral("Fabre"))});
        auto *filter = outbox.child<QComboBox>("outboxFilter");
        filter->setCurrentIndex(2);
        const auto *empty = outbox.child<EmptyState>("outboxEmpty");
        QTRY_COMPARE(empty->sentence(), QStringLiteral("No mail has failed."));
        QVERIFY(!outbox.child("mailRetry")->isEnabled());
        QCOMPARE(outbox.child("mailRetry")->accessibleDescription(), QStringLiteral("Choose a mail first."));
        outbox.child<QPushButton>("emptyAction")->click();
        QTRY_COMPARE(outbox.dialog->model().rowCount(), 1);
        QVERIFY(empty->sentence().isEmpty());
    }

    void letterAndAddress_areAskedFor()
    {
        const Outbox outbox;
        const QSignalSpy letters(outbox.dialog.get(), &OutboxDialog::letterRequested);
        const QSignalSpy addresses(outbox.dialog.get(), &OutboxDialog::addressRequested);
        outbox.choose(3);
        outbox.child("mailLetter")->click();
        QCOMPARE(letters.value(0).value(0).toLongLong(), 3);
        QTest::keyClick(outbox.table(), Qt::Key_Return);
        QCOMPARE(addresses.value(0).value(0).toString(), QStringLiteral("a1"));
    }

    void click_whereOneClickActivates_onlyChooses()
    {
        Outbox outbox;
        OneClickStyle style;
        outbox.table()->setStyle(&style);
        const QSignalSpy addresses(outbox.dialog.get(), &OutboxDialog::addressRequested);
        const QPoint place = outbox.table()->visualRect(outbox.dialog->model().index(2, 1)).center();
        QTest::mouseClick(outbox.table()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(outbox.table()->currentIndex().row(), 2);
        QCOMPARE(addresses.size(), 0);
        QTest::mouseDClick(outbox.table()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(addresses.size(), 1);
        QTest::keyClick(outbox.table(), Qt::Key_Return);
        QCOMPARE(addresses.size(), 2);
        outbox.table()->setStyle(nullptr);
    }

    void mailInAFolder_canBeShownThere()
    {
        const FakeBrowser browser;
        Outbox outbox;
        outbox.choose(1);
        auto *show = outbox.child("mailShowFile");
        QTRY_VERIFY(!outbox.child<QPlainTextEdit>("mailText")->toPlainText().isEmpty());
        QVERIFY(show->isHidden());
        outbox.service.nextPreview.file = QStringLiteral("/home/anna/mails/one.eml");
        outbox.choose(2);
        QTRY_VERIFY(show->isVisible());
        QCOMPARE(show->accessibleDescription(), QStringLiteral("/home/anna/mails/one.eml"));
        show->click();
        QCOMPARE(browser.opened(), QList<QUrl>{QUrl(QStringLiteral("file:///home/anna/mails"))});
        outbox.service.nextPreview.file.clear();
        outbox.choose(1);
        QTRY_VERIFY(show->isHidden());
    }

    void mailInAFolder_thatNoProgramShows_isNamed()
    {
        const FakeBrowser none(false);
        Outbox outbox;
        outbox.service.nextPreview.file = QStringLiteral("/home/anna/mails/one.eml");
        outbox.choose(2);
        QTRY_VERIFY(outbox.child("mailShowFile")->isVisible());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("No such method.*isMissing")));
        outbox.child("mailShowFile")->click();
        const auto *note = outbox.child<QLabel>("mailNote");
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().endsWith(QStringLiteral("/home/anna/mails/one.eml.")),
                 qPrintable(note->text()));
    }

    void preview_ofAnEarlierMail_isDropped()
    {
        Outbox outbox;
        outbox.service.nextPreview.text = QStringLiteral("old");
        outbox.choose(2);
        outbox.service.nextPreview.text = QStringLiteral("new");
        outbox.service.nextPreview.hasLinks = false;
        outbox.choose(1);
        QTRY_COMPARE(outbox.child<QPlainTextEdit>("mailText")->toPlainText(), QStringLiteral("new"));
        QVERIFY(!outbox.child<QLabel>("mailNote")->isHidden());
        outbox.service.nextFailure = Error{ErrorCode::InvalidArgument, {}, {}};
        outbox.choose(2);
        QTRY_VERIFY(
            outbox.child<QLabel>("mailNote")->text().startsWith(QStringLiteral("The mail cannot be shown.")));
        QVERIFY(outbox.child<QPlainTextEdit>("mailText")->toPlainText().isEmpty());
    }

    void preview_thatComesWhenNoMailIsShown_isDropped()
    {
        Outbox outbox;
        QTRY_VERIFY(!outbox.child<QPlainTextEdit>("mailText")->toPlainText().isEmpty());
        outbox.choose(2);
        outbox.dialog->setSession(nullptr);
        QCoreApplication::processEvents();
        QVERIFY(outbox.child<QPlainTextEdit>("mailText")->toPlainText().isEmpty());
        QVERIFY(outbox.child<QTextBrowser>("mailHtml")->toPlainText().isEmpty());
    }

    void serversWords_arePlainText()
    {
        QList<MailRecord> list{mails::mail(1, MailState::Failed, QStringLiteral("<i>Fabre</i>"))};
        list[0].lastError = QStringLiteral("550 <a href='https://evil'>click</a>");
        const Outbox outbox(list);
        auto *state = outbox.child<QLabel>("mailState");
        QVERIFY2(state->text().endsWith(QStringLiteral("does not accept the recipient's address.")),
                 qPrintable(state->text()));
        QVERIFY(state->accessibleDescription().contains(list[0].lastError));
        QVERIFY2(state->toolTip().contains(QStringLiteral("550 &lt;a href")), qPrintable(state->toolTip()));
        for (const char *name : {"mailState", "mailSubject", "mailRecipient", "mailNote"})
            QCOMPARE(outbox.child<QLabel>(name)->textFormat(), Qt::PlainText);
    }

    void address_thatIsNone_isNoAnswerOfAServer()
    {
        QList<MailRecord> list{mails::mail(1, MailState::Failed, QStringLiteral("Fabre"))};
        list[0].lastError = QStringLiteral("an e-mail address needs an @");
        const Outbox outbox(list);
        const auto *state = outbox.child<QLabel>("mailState");
        QVERIFY2(state->text().endsWith(QStringLiteral("as the customer's e-mail address is not one.")),
                 qPrintable(state->text()));
        QVERIFY2(state->toolTip().isEmpty(), qPrintable(state->toolTip()));
    }

    void route_thatIsNotSet_isSaid()
    {
        Outbox outbox;
        QVERIFY(outbox.messages().isEmpty());
        const QSignalSpy settings(outbox.dialog.get(), &OutboxDialog::settingsRequested);
        outbox.service.keptRoute.kind = MailRoute::Kind::None;
        emit outbox.service.stateChanged();
        QVERIFY(outbox.messages().isEmpty()); // None does.
        outbox.dialog->setCounts({1, 0, 0, 0});
        QVERIFY(outbox.messages().startsWith(QStringLiteral("Mails wait here")));
        outbox.dialog->setCounts({});
        QVERIFY(outbox.messages().isEmpty());
        outbox.service.currentProblem = Error{ErrorCode::AuthenticationFailed, {}, {}};
        emit outbox.service.stateChanged();
        QVERIFY(outbox.messages().startsWith(QStringLiteral("Mails cannot be sent")));
        outbox.answerMessage("message_mailService", "Mail settings…");
        QCOMPARE(settings.size(), 1);
    }
};

QTEST_MAIN(TestOutboxDialog)
#include "tst_outboxdialog.moc"

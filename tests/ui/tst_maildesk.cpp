// Mails in the real window: the status line, the message bar, the outbox and the settings.
#include "tests/items/MailRecords.h"
#include "tests/support/HistoryMaker.h"
#include "tests/ui/WindowFixture.h"
#include "ui/connection/PasswordDialog.h"
#include "ui/history/HistoryPanel.h"
#include "ui/letter/LetterDialog.h"
#include "ui/mail/MailDesk.h"
#include "ui/mail/MailSettingsDialog.h"
#include "ui/mail/OutboxDialog.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace addressdesk;

namespace {

struct MailFixture : WindowFixture
{
    void openAndAskForThePassword()
    {
        open();
        setProblem(Error{ErrorCode::PasswordRequired, {}, {}});
        QTRY_VERIFY(messageButton("Give the password…"));
        messageButton("Give the password…")->click();
        QTRY_VERIFY(child<PasswordDialog>("passwordDialog"));
    }
    /// The letter number 3 about the newest save of the first address, which is chosen.
    void openWithADueLetter()
    {
        HistoryMaker(*session, QStringLiteral("a1"))
            .save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(QStringLiteral("city"), QStringLiteral("Paris"), QStringLiteral("Lyon"));
        MailRecord letter = mails::mail(3, MailState::NoAddress, QStringLiteral("Adam"));
        letter.changeId = QStringLiteral("s1");
        session->office().mails = {letter};
        open();
        choose(0, "city");
    }

    MailFixture() { mailService.keptRoute.kind = MailRoute::Kind::Smtp; }

    void setMails(const QList<MailRecord> &mails)
    {
        session->office().mails = mails;
        emit session->office().officeChanged();
    }
    void setProblem(std::optional<Error> problem)
    {
        mailService.currentProblem = std::move(problem);
        emit mailService.stateChanged();
    }
    [[nodiscard]] QToolButton *status(const char *name = "statusWaiting") const
    {
        return child<QToolButton>(name);
    }
    /// The shown counts, in the order in which they stand.
    [[nodiscard]] QStringList counts() const
    {
        QStringList texts;
        for (const char *name :
             {"statusRequests", "statusProblem", "statusWaiting", "statusFailed", "statusLetters"}) {
            if (status(name)->isVisible())
                texts.append(status(name)->text());
        }
        return texts;
    }
    [[nodiscard]] OutboxDialog *outbox() const { return child<OutboxDialog>("outbox"); }
    [[nodiscard]] QPushButton *messageButton(const char *text) const
    {
        const QList<QPushButton *> buttons = window->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == QString::fromUtf8(text) && button->isVisible())
                return button;
        }
        return nullptr;
    }
};

} // namespace

class TestMailDesk final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void status_isHiddenWhileThereIsNothing()
    {
        MailFixture f;
        QVERIFY(f.status()->isHidden());
        f.session->office().mails = mails::everyState();
        f.open();
        QTRY_VERIFY(f.status()->isVisible());
        f.setMails({mails::mail(1, MailState::Sent, QStringLiteral("Fabre"))});
        QTRY_VERIFY(f.status()->isHidden());
    }

    void status_countsInWords()
    {
        MailFixture f;
        f.session->office().mails = mails::everyState();
        f.open();
        f.session->office().tasks = {OfficeTask{1, {}, {}, {}}};
        emit f.session->office().officeChanged();
        QTRY_COMPARE(f.counts(),
                     (QStringList{QStringLiteral("1 request(s)"), QStringLiteral("2 waiting"),
                                  QStringLiteral("1 failed"), QStringLiteral("1 letter(s) due")}));
        QCOMPARE(f.status()->accessibleName(), QStringLiteral("Mails: 2 waiting"));
        f.session->office().tasks.clear();
        f.setMails({mails::mail(6, MailState::Queued, QStringLiteral("Adam"))});
        QTRY_COMPARE(f.counts(), QStringList{QStringLiteral("1 waiting")});
    }

    void status_leadsToWhatItCounts()
    {
        MailFixture f;
        f.session->office().mails = mails::everyState();
        f.session->office().tasks = {OfficeTask{1, {}, {}, {}}};
        f.open();
        QTRY_VERIFY(f.status("statusLetters")->isVisible());
        f.status("statusLetters")->click();
        QTRY_COMPARE(f.outbox()->model().filter(), OutboxModel::Filter::Letters);
        QTRY_COMPARE(f.outbox()->model().rowCount(), 1);
        QCOMPARE(f.outbox()->model().mail(0)->id, 3);
        f.status("statusFailed")->click();
        QTRY_COMPARE(f.outbox()->model().filter(), OutboxModel::Filter::Failed);
        f.status()->click();
        QTRY_COMPARE(f.outbox()->model().filter(), OutboxModel::Filter::Waiting);
        f.status("statusRequests")->click();
        QTRY_VERIFY(f.child("tasksDialog") && f.child("tasksDialog")->isVisible());
    }

    void save_countsAgain()
    {
        MailFixture f;
        f.open();
        QVERIFY(f.status()->isHidden());
        // Only the save tells: no officeChanged().
        f.session->office().mails = {mails::mail(6, MailState::Queued, QStringLiteral("Adam"))};
        f.choose(0, "city");
        f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
        f.window->save();
        QTRY_COMPARE(f.status()->text(), QStringLiteral("1 waiting"));
    }

    void session_goesToTheService_andLeavesIt()
    {
        MailFixture f;
        f.open();
        QCOMPARE(f.mailService.session, static_cast<DeskSession *>(f.session.get()));
        f.session->office().mails = mails::everyState();
        emit f.session->office().officeChanged();
        f.trigger("outboxAction");
        f.window.reset();
        QCOMPARE(f.mailService.session, nullptr);
    }

    void anotherDatabase_emptiesTheOutbox()
    {
        MailFixture f;
        f.session->office().mails = mails::everyState();
        f.open();
        QTRY_VERIFY(f.status()->isVisible());
        f.trigger("outboxAction");
        QTRY_COMPARE(f.outbox()->model().rowCount(), 6);
        emit f.session->office().officeChanged(); // Its answer comes when the database is another one.
        const auto other = std::make_shared<FakeDeskSession>();
        f.window->showSession(other);
        const QSignalSpy counted(&f.window->mails(), &MailDesk::counted);
        QTRY_COMPARE(f.mailService.session, static_cast<DeskSession *>(other.get()));
        QCoreApplication::processEvents();
        QVERIFY(f.status()->isHidden());
        QTRY_COMPARE(counted.size(), 1); // The other's.
        QCOMPARE(counted.first().first().value<MailCounts>(), MailCounts());
        QCOMPARE(f.outbox()->model().rowCount(), 0);
        QVERIFY(!f.outbox()->isVisible());
    }

    void outbox_opensByKey_andByTheStatusLine()
    {
        MailFixture f;
        QVERIFY(!f.child<QAction>("outboxAction")->isEnabled());
        f.session->office().mails = mails::everyState();
        f.open();
        QTest::keyClick(f.window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.outbox() && f.outbox()->isVisible());
        f.outbox()->close();
        QTRY_VERIFY(f.status()->isVisible());
        f.status()->click();
        QVERIFY(f.outbox()->isVisible());
        QCOMPARE(f.window->findChildren<OutboxDialog *>().size(), 1);
    }

    void address_ofAMail_isShownInTheWindow()
    {
        MailFixture f;
        f.session->office().mails = {mails::mail(6, MailState::Queued, QStringLiteral("Adam"))};
        f.session->office().mails[0].addressId = QStringLiteral("a2");
        f.open();
        f.choose(0, "city");
        f.trigger("outboxAction");
        QTRY_VERIFY(f.outbox()->findChild<QPushButton *>(QStringLiteral("mailAddress"))->isEnabled());
        f.outbox()->findChild<QPushButton *>(QStringLiteral("mailAddress"))->click();
        QTRY_COMPARE(f.grid()->currentIndex().row(), 1);
        QVERIFY(!f.outbox()->isVisible());
        QTRY_VERIFY(f.grid()->hasFocus());
        QVERIFY(f.window->isActiveWindow());
        f.trigger("outboxAction");
        QCOMPARE(f.outbox()->model().mail(0)->id, 6);
        f.session->office().mails[0].addressId = QStringLiteral("gone");
        emit f.session->office().officeChanged();
        QTRY_COMPARE(f.outbox()->model().mail(0)->addressId, QStringLiteral("gone"));
        f.outbox()->findChild<QPushButton *>(QStringLiteral("mailAddress"))->click();
        QTRY_VERIFY2(f.messages().contains(QStringLiteral("This address has been deleted.")),
                     qPrintable(f.messages()));
        QVERIFY(f.window->messages().findChild<QWidget *>(QStringLiteral("message_customerAddress")));
    }

    void letter_opensInADialogOfItsOwn()
    {
        MailFixture f;
        f.session->office().mails = {mails::mail(3, MailState::NoAddress, QStringLiteral("Dumas"))};
        f.open();
        f.trigger("outboxAction");
        QTRY_VERIFY(f.outbox()->findChild<QPushButton *>(QStringLiteral("mailLetter"))->isEnabled());
        f.outbox()->findChild<QPushButton *>(QStringLiteral("mailLetter"))->click();
        QTRY_VERIFY(f.window->findChild<LetterDialog *>());
        QVERIFY(f.window->findChild<LetterDialog *>()->isVisible());
        // It works with the office, so it goes with the database.
        f.window->showSession(nullptr);
        QTRY_VERIFY(!f.window->findChild<LetterDialog *>());
    }

    void letter_opensFromItsCardInTheHistory()
    {
        MailFixture f;
        f.openWithADueLetter();
        auto *history = f.child<HistoryPanel>("historyPanel");
        QTRY_COMPARE(history->model().letterId(1), 3);
        auto *view = history->findChild<QListView *>();
        const QRect card = view->visualRect(history->model().index(1));
        emit view->customContextMenuRequested(card.center());
        QTRY_VERIFY(f.child<QAction>("historyLetter"));
        f.trigger("historyLetter");
        QTRY_VERIFY(f.window->findChild<LetterDialog *>());
        auto *dialog = f.window->findChild<LetterDialog *>();
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(dialog->findChild<QPushButton *>(QStringLiteral("letterPrint"))->isEnabled());
    }

    void letter_whileItIsDue_opensWithAButtonBelowTheHistory()
    {
        MailFixture f;
        QList<AddressRow> rows = rows::few();
        rows[0].customer.email.reset();
        f.session->setRows(rows);
        f.openWithADueLetter();
        QCOMPARE(f.child<QLabel>("customerEmail")->text(),
                 QStringLiteral("No e-mail address: changes are told by letter"));
        auto *button = f.child<QPushButton>("printLetterButton");
        QTRY_VERIFY(button->isVisible());
        button->click();
        QTRY_VERIFY(f.window->findChild<LetterDialog *>());
        f.session->office().mails[0].state = MailState::Sent;
        emit f.session->office().officeChanged();
        QTRY_VERIFY(!button->isVisible());
        f.choose(1, "city");
        QCOMPARE(f.child<QLabel>("customerEmail")->text(), QStringLiteral("berger@example.com"));
    }

    void problem_isToldOnce_andStaysInTheStatusLine()
    {
        MailFixture f;
        f.mailService.currentProblem =
            Error{ErrorCode::AuthenticationFailed, QStringLiteral("535 refused"), {}};
        f.open();
        QTRY_VERIFY(f.messages().contains(QStringLiteral("refused the user name or the password")));
        QCOMPARE(f.counts(), QStringList{QStringLiteral("Mails cannot be sent")});
        QVERIFY(f.status("statusProblem")->toolTip().contains(QStringLiteral("refused the user name")));
        f.window->messages().dismissAll();
        emit f.mailService.stateChanged();
        QVERIFY(f.messages().isEmpty());
        f.setProblem(Error{ErrorCode::ConnectionFailed, {}, {}});
        QVERIFY(f.messages().contains(QStringLiteral("cannot be reached")));
        f.setProblem(std::nullopt);
        QVERIFY(f.messages().isEmpty());
        QVERIFY(f.counts().isEmpty());
    }

    void problem_canBeTriedAgain_orMended()
    {
        MailFixture f;
        f.open();
        f.setProblem(Error{ErrorCode::ConnectionFailed, {}, {}});
        QTRY_VERIFY(f.messageButton("Try again"));
        f.messageButton("Try again")->click();
        QCOMPARE(f.mailService.retries, 1);
        // It is told again when it is still there.
        emit f.mailService.stateChanged();
        QTRY_VERIFY(f.messageButton("Mail settings…"));
        f.messageButton("Mail settings…")->click();
        QTRY_VERIFY(f.child<MailSettingsDialog>("mailSettings"));
        QVERIFY(f.child<MailSettingsDialog>("mailSettings")->isVisible());
    }

    /// Without a keyring it is asked for once a session, and no server is blamed.
    void password_thatIsNotKnown_isAskedFor()
    {
        MailFixture f;
        f.mailService.keptRoute.user = QStringLiteral("office");
        f.mailService.keptRoute.host = QStringLiteral("mail.example.com");
        f.open();
        f.setProblem(Error{ErrorCode::PasswordRequired, {}, {}});
        QTRY_VERIFY(f.messageButton("Give the password…"));
        QVERIFY2(f.messages().startsWith(QStringLiteral("The password of the mail server is not known")),
                 qPrintable(f.messages()));
        QVERIFY(!f.messageButton("Try again")); // It would end in the same way.
        f.messageButton("Give the password…")->click();
        QTRY_VERIFY(f.child<PasswordDialog>("passwordDialog"));
        auto *dialog = f.child<PasswordDialog>("passwordDialog");
        QTRY_VERIFY(dialog->isActiveWindow());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("passwordWhy"))
                    ->text()
                    .contains(QStringLiteral("mail.example.com")));
        f.mailService.nextFailure = Error{ErrorCode::CredentialsUnavailable, {}, {}};
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("secret"));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(f.mailService.keptPassword, std::optional(QStringLiteral("secret")));
        QCOMPARE(f.mailService.keptRoute.user, QStringLiteral("office"));
        QTRY_VERIFY2(f.messages().contains(QStringLiteral("known only until the program ends")),
                     qPrintable(f.messages()));
    }

    void password_thatIsNotGiven_canBeGivenLater()
    {
        MailFixture f;
        f.openAndAskForThePassword();
        QVERIFY(f.messages().isEmpty());
        QTest::keyClick(f.child<PasswordDialog>("passwordDialog"), Qt::Key_Escape);
        QTRY_VERIFY(f.messageButton("Give the password…"));
        QVERIFY(!f.mailService.keptPassword);
    }

    void password_questionThatIsOpen_goesWithTheDatabase()
    {
        MailFixture f;
        f.openAndAskForThePassword();
        f.window->showSession(std::make_shared<FakeDeskSession>());
        QTRY_VERIFY(!f.child<PasswordDialog>("passwordDialog"));
        QVERIFY(!f.mailService.keptPassword);
    }

    void settings_openFromTheMenu_once()
    {
        MailFixture f;
        QVERIFY(!f.child<QAction>("mailSettingsAction")->isEnabled());
        f.open();
        f.trigger("mailSettingsAction");
        f.trigger("mailSettingsAction");
        QCOMPARE(f.window->findChildren<MailSettingsDialog *>().size(), 1);
        // The database goes: so does what belongs to it.
        f.window->showSession(std::make_shared<FakeDeskSession>());
        QTRY_COMPARE(f.window->findChildren<MailSettingsDialog *>().size(), 0);
    }
};

QTEST_MAIN(TestMailDesk)
#include "tst_maildesk.moc"

#include "tests/ui/OutboxFixture.h"

#include <QLabel>

using namespace addressdesk;

class TestMailActions final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void retry_queuesTheMailAgain_andKeepsItChosen()
    {
        Outbox outbox;
        outbox.choose(4);
        outbox.child("mailRetry")->click();
        QVERIFY(!outbox.child("mailRetry")->isEnabled());
        QTRY_COMPARE(outbox.stateOf(4), MailState::Queued);
        QTRY_COMPARE(outbox.table()->currentIndex().data().toString(), QStringLiteral("Waiting"));
        QCOMPARE(outbox.table()->currentIndex().data(OutboxModel::MailIdRole).toLongLong(), 4);
        QCOMPARE(outbox.session.office().actions.first().second, MailAction::Retry);
        QVERIFY(outbox.messages().contains(QStringLiteral("sent next")));
        QVERIFY(outbox.child("mailCancel")->isEnabled());
    }

    void retry_promisesOnlyWhatCanBe()
    {
        Outbox outbox;
        outbox.service.keptRoute.kind = MailRoute::Kind::None;
        outbox.choose(4);
        outbox.child("mailRetry")->click();
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("waits with the others")));
        outbox.service.isSendingHere = false;
        outbox.choose(1);
        outbox.child("mailSendAgain")->click();
        outbox.answerMessage("message_mailQuestion", "Send it again");
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("server program")));
        QCOMPARE(outbox.session.office().actions.last().second, MailAction::SendAgain);
    }

    void sendAgain_asksFirst_becauseTheCustomerGetsASecondMail()
    {
        Outbox outbox;
        outbox.choose(1);
        outbox.child("mailSendAgain")->click();
        QVERIFY2(outbox.messages().contains(QStringLiteral("fabre@example.com")),
                 qPrintable(outbox.messages()));
        QVERIFY(outbox.messages().contains(QStringLiteral("a second time")));
        QVERIFY(outbox.messages().contains(QStringLiteral("it has no links")));
        QVERIFY(outbox.session.office().actions.isEmpty());
        outbox.answerMessage("message_mailQuestion", "Leave it");
        QVERIFY(outbox.session.office().actions.isEmpty());
        outbox.service.keptRoute.kind = MailRoute::Kind::Folder;
        outbox.child("mailSendAgain")->click();
        QVERIFY2(!outbox.messages().contains(QStringLiteral("a second time")), qPrintable(outbox.messages()));
        outbox.answerMessage("message_mailQuestion", "Write it again");
        QTRY_COMPARE(outbox.stateOf(1), MailState::Queued);
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("is written into the folder next")));
    }

    void sendAgain_saysWhatIsNotSoAnyMore()
    {
        Outbox outbox;
        outbox.change(1, [](MailRecord &mail) {
            mail.isInFolder = true;
            mail.putBackCount = mail.notice.tokenCount();
        });
        outbox.choose(1);
        QTRY_VERIFY(!outbox.dialog->model().mail(outbox.dialog->model().rowOf(1))->isAnythingLeft());
        outbox.child("mailSendAgain")->click();
        QVERIFY2(outbox.messages().contains(QStringLiteral("written into the folder only")),
                 qPrintable(outbox.messages()));
        QVERIFY(outbox.messages().endsWith(QStringLiteral("What it tells of has been set back since.")));
    }

    void whatIsTold_goesWithTheChoiceAndTheWindow()
    {
        Outbox outbox;
        for (const int way : {0, 1}) {
            outbox.choose(4);
            outbox.child("mailRetry")->click();
            QTRY_VERIFY(outbox.messages().contains(QStringLiteral("sent next")));
            outbox.change(4, [](MailRecord &mail) {
                mail.state = MailState::Sent;
                mail.attempts = 1;
                mail.finishedAt = mails::ago(0);
            });
            QTRY_VERIFY2(outbox.messages().startsWith(QStringLiteral("Sent on ")),
                         qPrintable(outbox.messages()));
            QVERIFY(!outbox.messages().contains(QStringLiteral("links")));
            if (way == 0) {
                outbox.choose(1);
            } else {
                outbox.dialog->close();
                outbox.dialog->show();
            }
            QTRY_COMPARE(outbox.messages(), QString());
            outbox.change(4, [](MailRecord &mail) { mail.state = MailState::Failed; });
            QTRY_COMPARE(outbox.dialog->model().mail(outbox.dialog->model().rowOf(4))->state,
                         MailState::Failed);
        }
    }

    void retry_refusedAnew_isTold()
    {
        Outbox outbox;
        outbox.change(4, [](MailRecord &mail) {
            mail.state = MailState::Queued;
            mail.attempts = 1;
            mail.nextAttemptAt = mails::ago(-5);
            mail.finishedAt.clear();
        });
        outbox.choose(4);
        QTRY_VERIFY(outbox.child("mailCancel")->isEnabled());
        outbox.child("mailRetry")->click();
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("sent next")));
        outbox.change(4, [](MailRecord &mail) {
            mail.state = MailState::Queued;
            mail.attempts = 1;
            mail.nextAttemptAt = mails::ago(-6);
        });
        QTRY_VERIFY2(outbox.messages().startsWith(QStringLiteral("Tried 1 time(s) in vain")),
                     qPrintable(outbox.messages()));
    }

    void whatIsTold_followsTheMail()
    {
        Outbox outbox;
        outbox.choose(4);
        outbox.child("mailRetry")->click();
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("sent next")));
        outbox.change(4, [](MailRecord &mail) {
            mail.state = MailState::Sending;
            mail.attempts = 1;
        });
        QTRY_COMPARE(outbox.table()->currentIndex().data().toString(), QStringLiteral("Being sent"));
        QVERIFY(outbox.messages().contains(QStringLiteral("sent next")));
        outbox.change(4, [](MailRecord &mail) {
            mail.state = MailState::Queued;
            mail.nextAttemptAt = mails::ago(-5);
            mail.lastError = QStringLiteral("451 later");
        });
        QTRY_VERIFY2(outbox.messages().startsWith(QStringLiteral("Tried 1 time(s) in vain")),
                     qPrintable(outbox.messages()));
        QVERIFY2(outbox.messages().contains(QStringLiteral("asks to try again later")),
                 qPrintable(outbox.messages()));
        QVERIFY(!outbox.messages().contains(QStringLiteral("sent next")));
    }

    void whatIsTold_endsWithSuccessOrFailure()
    {
        Outbox outbox;
        for (const MailState state : {MailState::Sent, MailState::Failed}) {
            outbox.change(4, [](MailRecord &mail) { mail.state = MailState::Failed; });
            QTRY_COMPARE(outbox.dialog->model().mail(outbox.dialog->model().rowOf(4))->state,
                         MailState::Failed);
            outbox.choose(4);
            outbox.child("mailRetry")->click();
            QTRY_VERIFY(outbox.messages().contains(QStringLiteral("sent next")));
            outbox.change(4, [state](MailRecord &mail) {
                mail.state = state;
                mail.attempts = 1;
                mail.finishedAt = mails::ago(0);
            });
            const QString told =
                state == MailState::Sent ? QStringLiteral("Sent on ") : QStringLiteral("Given up ");
            QTRY_VERIFY2(outbox.messages().startsWith(told), qPrintable(outbox.messages()));
        }
    }

    void whatIsTold_changesWithTheRoute_andIsGoneWithTheMail()
    {
        Outbox outbox;
        outbox.choose(4);
        outbox.child("mailRetry")->click();
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("sent next")));
        outbox.service.currentProblem = Error{ErrorCode::ConnectionFailed, {}, {}};
        emit outbox.service.stateChanged();
        QVERIFY2(!outbox.messages().contains(QStringLiteral("sent next")), qPrintable(outbox.messages()));
        QVERIFY(outbox.messages().contains(QStringLiteral("waits with the others")));
        outbox.dialog->setFilter(OutboxModel::Filter::Sent);
        QTRY_VERIFY(!outbox.messages().contains(QStringLiteral("in the queue")));
    }

    void cancel_asksFirst_becauseItCannotBeUndone()
    {
        Outbox outbox;
        outbox.choose(6);
        outbox.child("mailCancel")->click();
        QVERIFY(outbox.messages().contains(QStringLiteral("Adam, Anna")));
        QVERIFY(outbox.session.office().actions.isEmpty());
        outbox.answerMessage("message_mailQuestion", "Keep it");
        QVERIFY(outbox.session.office().actions.isEmpty());
        outbox.child("mailCancel")->click();
        outbox.choose(4);
        QVERIFY(outbox.messages().isEmpty());
        outbox.choose(6);
        outbox.child("mailCancel")->click();
        outbox.answerMessage("message_mailQuestion", "Cancel this mail");
        QTRY_COMPARE(outbox.stateOf(6), MailState::Cancelled);
    }

    void question_hasTheSafeAnswer_andEnterAnswersOnlyIt()
    {
        Outbox outbox;
        QVERIFY(QTest::qWaitForWindowActive(outbox.dialog.get()));
        outbox.choose(6);
        outbox.child("mailCancel")->setFocus();
        QTest::keyClick(outbox.child("mailCancel"), Qt::Key_Space);
        QCOMPARE(outbox.focusedText(), QStringLiteral("Keep it"));
        QTest::keyClick(outbox.dialog->focusWidget(), Qt::Key_Return);
        QVERIFY(outbox.dialog->isVisible());
        QVERIFY(outbox.messages().isEmpty());
        QVERIFY(outbox.session.office().actions.isEmpty());
        QVERIFY(outbox.table()->hasFocus());
        QCOMPARE(outbox.table()->currentIndex().data(OutboxModel::MailIdRole).toLongLong(), 6);
    }

    void question_escapeLeavesItAlone_data()
    {
        QTest::addColumn<bool>("isElsewhere");
        QTest::newRow("in the question") << false;
        QTest::newRow("in the list") << true;
    }
    void question_escapeLeavesItAlone()
    {
        QFETCH(bool, isElsewhere);
        Outbox outbox;
        QVERIFY(QTest::qWaitForWindowActive(outbox.dialog.get()));
        outbox.choose(6);
        outbox.child("mailCancel")->click();
        if (isElsewhere)
            outbox.table()->setFocus();
        QTest::keyClick(outbox.dialog->focusWidget(), Qt::Key_Escape);
        QVERIFY(outbox.dialog->isVisible());
        QVERIFY(outbox.messages().isEmpty());
        QVERIFY(outbox.session.office().actions.isEmpty());
        QVERIFY(outbox.table()->hasFocus());
        QTest::keyClick(outbox.dialog->focusWidget(), Qt::Key_Escape);
        QVERIFY(!outbox.dialog->isVisible());
    }

    void question_answersHaveKeys_andStandBetweenTheMailAndItsButtons()
    {
        Outbox outbox;
        QVERIFY(QTest::qWaitForWindowActive(outbox.dialog.get()));
        outbox.choose(6);
        outbox.child("mailCancel")->click();
        QStringList letters;
        QStringList order;
        const QList<QAbstractButton *> buttons = outbox.dialog->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            letters += mnemonics::lettersOf({button->text()}).split(QString(), Qt::SkipEmptyParts);
        QCOMPARE(letters.removeDuplicates(), 0);
        QVERIFY(letters.contains(QStringLiteral("k")));
        outbox.child<QWidget>("mailHtml")->setFocus();
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(outbox.dialog->focusWidget(), Qt::Key_Tab);
            order.append(outbox.focusedText());
        }
        QCOMPARE(order, (QStringList{QStringLiteral("Cancel this mail"), QStringLiteral("Keep it"), QString(),
                                     QStringLiteral("Retry now")}));
    }

    void focus_goesBackToTheList_whenAMailIsChanged_data()
    {
        QTest::addColumn<qint64>("mailId");
        QTest::addColumn<QString>("button");
        QTest::newRow("cancelled") << qint64{6} << QStringLiteral("mailCancel");
        QTest::newRow("tried again") << qint64{4} << QStringLiteral("mailRetry");
    }
    void focus_goesBackToTheList_whenAMailIsChanged()
    {
        QFETCH(qint64, mailId);
        QFETCH(QString, button);
        Outbox outbox;
        QVERIFY(QTest::qWaitForWindowActive(outbox.dialog.get()));
        outbox.choose(mailId);
        auto *begin = outbox.dialog->findChild<QPushButton *>(button);
        begin->setFocus();
        QTest::keyClick(begin, Qt::Key_Return);
        if (!outbox.messages().isEmpty())
            outbox.answerMessage("message_mailQuestion", "Cancel this mail");
        QTRY_COMPARE(outbox.session.office().actions.size(), 1);
        QVERIFY(outbox.table()->hasFocus());
        QTRY_VERIFY(!outbox.messages().isEmpty());
        QVERIFY(outbox.table()->hasFocus());
        QCOMPARE(outbox.table()->currentIndex().data(OutboxModel::MailIdRole).toLongLong(), mailId);
    }

    void mailWithoutLinks_saysSoBeforeItIsSent()
    {
        Outbox outbox;
        auto *retry = outbox.child("mailRetry");
        outbox.service.nextPreview.hasLinks = false;
        outbox.choose(2);
        QCOMPARE(mnemonics::stripped(retry->text()), QStringLiteral("Send without links"));
        QVERIFY(retry->accessibleDescription().contains(QStringLiteral("Since it was cancelled")));
        QVERIFY(retry->accessibleDescription().contains(QStringLiteral("phone code")));
        QTRY_VERIFY(outbox.child<QLabel>("mailNote")
                        ->text()
                        .contains(QStringLiteral("would be sent now, without links")));
        outbox.choose(4);
        QVERIFY(retry->accessibleDescription().contains(QStringLiteral("Since it was given up")));
        for (MailRecord &mail : outbox.session.office().mails)
            mail.putBackCount = mail.notice.tokenCount();
        emit outbox.session.office().officeChanged();
        QTRY_VERIFY(!retry->accessibleDescription().contains(QStringLiteral("phone code")));
        outbox.choose(6);
        QCOMPARE(mnemonics::stripped(retry->text()), QStringLiteral("Retry now"));
        for (MailRecord &mail : outbox.session.office().mails)
            mail.notice.changes.clear(); // Nothing that links could put back.
        emit outbox.session.office().officeChanged();
        QTRY_VERIFY(outbox.dialog->model().mail(0)->notice.changes.isEmpty());
        outbox.choose(2);
        QCOMPARE(mnemonics::stripped(retry->text()), QStringLiteral("Send after all"));
        outbox.choose(4);
        QCOMPARE(mnemonics::stripped(retry->text()), QStringLiteral("Retry now"));
    }

    void cancel_underAFilter_keepsTheMessage()
    {
        Outbox outbox;
        outbox.dialog->setFilter(OutboxModel::Filter::Waiting);
        QTRY_COMPARE(outbox.dialog->model().rowCount(), 2);
        outbox.child("mailCancel")->click();
        outbox.answerMessage("message_mailQuestion", "Cancel this mail");
        QTRY_COMPARE(outbox.dialog->model().rowCount(), 1);
        QCOMPARE(outbox.messages(), QStringLiteral("The mail is cancelled."));
        QCOMPARE(outbox.table()->currentIndex().data(OutboxModel::MailIdRole).toLongLong(), 5);
    }

    void refusals_areSentences_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("outdated") << ErrorCode::Outdated << QStringLiteral("in the meantime");
        QTest::newRow("permission") << ErrorCode::PermissionDenied << QStringLiteral("may not do this");
        QTest::newRow("gone") << ErrorCode::NotFound << QStringLiteral("does not exist");
    }
    void refusals_areSentences()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        Outbox outbox;
        outbox.session.setUrl(*DatabaseUrl::parse(QStringLiteral("postgresql://marie@db/desk")));
        outbox.choose(4);
        outbox.session.office().nextFailure = Error{code, QStringLiteral("<b>detail</b>"), {}};
        outbox.child("mailRetry")->click();
        QTRY_VERIFY2(outbox.messages().contains(words), qPrintable(outbox.messages()));
        QTRY_VERIFY(outbox.child("mailRetry")->isEnabled());
    }
};

QTEST_MAIN(TestMailActions)
#include "tst_mailactions.moc"

#include "models/items/OutboxModel.h"

#include "models/wording/MailWording.h"
#include "tests/items/MailRecords.h"
#include "tests/support/FakeDeskSession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace addressdesk;

namespace {

struct Outbox
{
    FakeDeskSession session;
    OutboxModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void open(const QList<MailRecord> &mails)
    {
        session.office().mails = mails;
        model.setSession(&session);
        QTRY_VERIFY(model.isLoaded());
    }
    QString text(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }
};

QList<MailRecord> many(int count)
{
    QList<MailRecord> list;
    for (int id = count; id > 0; --id)
        list.append(mails::mail(id, MailState::Sent, QStringLiteral("Adam")));
    return list;
}

} // namespace

class TestOutboxModel final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void rows_sayWhatBecameOfEachMail()
    {
        Outbox outbox;
        outbox.open(mails::everyState());
        QCOMPARE(outbox.model.rowCount(), 6);
        QStringList states;
        for (int row = 0; row < 6; ++row)
            states.append(outbox.text(row, OutboxModel::StateColumn));
        QCOMPARE(states, QStringList({QStringLiteral("Waiting"), QStringLiteral("Being sent"),
                                      QStringLiteral("Failed"), QStringLiteral("Letter due"),
                                      QStringLiteral("Cancelled"), QStringLiteral("Sent")}));
        QCOMPARE(outbox.text(0, OutboxModel::CustomerColumn), QStringLiteral("Adam, Anna"));
        QCOMPARE(outbox.text(0, OutboxModel::RecipientColumn), QStringLiteral("adam@example.com"));
        QCOMPARE(outbox.text(0, OutboxModel::TimeColumn), QStringLiteral("next try now"));
        QVERIFY(outbox.text(0, OutboxModel::WhatColumn).endsWith(QStringLiteral("(Home)")));
        QVERIFY(outbox.text(0, OutboxModel::ProblemColumn).isEmpty());
        QCOMPARE(outbox.text(2, OutboxModel::ProblemColumn), QStringLiteral("recipient refused"));
        QCOMPARE(outbox.text(2, OutboxModel::ProblemColumn, Qt::ToolTipRole),
                 QStringLiteral("The mail server does not accept the recipient's address.\n"
                                "The mail server's words: 550 5.1.1 No such user"));
        QCOMPARE(outbox.text(3, OutboxModel::RecipientColumn), QStringLiteral("no e-mail address"));
        QCOMPARE(outbox.text(4, OutboxModel::StateColumn, Qt::AccessibleTextRole),
                 QStringLiteral("State: Cancelled"));
        for (int column = 0; column < OutboxModel::ColumnCount; ++column)
            QVERIFY(!outbox.text(5, column, Qt::AccessibleTextRole).isEmpty());
    }

    /// "Reason" is an operator's reason for a save, everywhere else.
    void columnOfFailures_isNotCalledReason()
    {
        const OutboxModel model;
        QCOMPARE(model.headerData(OutboxModel::ProblemColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Problem"));
    }

    void about_whatWasSetBack_saysSo()
    {
        MailRecord mail = mails::mail(1, MailState::Queued, QStringLiteral("Adam"));
        mail.notice.kind = SafetyNotice::Kind::Reverted;
        Outbox outbox;
        outbox.open({mail});
        QCOMPARE(outbox.text(0, OutboxModel::WhatColumn), QStringLiteral("2 field(s) set back (Home)"));
    }

    void filter_asksForItsStates_data()
    {
        QTest::addColumn<OutboxModel::Filter>("filter");
        QTest::addColumn<QList<qint64>>("ids");
        QTest::newRow("waiting") << OutboxModel::Filter::Waiting << QList<qint64>{6, 5};
        QTest::newRow("failed") << OutboxModel::Filter::Failed << QList<qint64>{4};
        QTest::newRow("letters") << OutboxModel::Filter::Letters << QList<qint64>{3};
        QTest::newRow("sent") << OutboxModel::Filter::Sent << QList<qint64>{1};
    }
    void filter_asksForItsStates()
    {
        QFETCH(OutboxModel::Filter, filter);
        QFETCH(QList<qint64>, ids);
        Outbox outbox;
        outbox.open(mails::everyState());
        outbox.model.setFilter(filter);
        QTRY_VERIFY(outbox.model.isLoaded());
        QList<qint64> found;
        for (int row = 0; row < outbox.model.rowCount(); ++row)
            found.append(outbox.model.mail(row)->id);
        QCOMPARE(found, ids);
    }

    void officeChanged_keepsWhatIsSelected()
    {
        Outbox outbox;
        outbox.open(mails::everyState());
        const QPersistentModelIndex selected = outbox.model.index(outbox.model.rowOf(3), 0);
        QSignalSpy reset(&outbox.model, &QAbstractItemModel::modelReset);
        outbox.session.office().mails.prepend(mails::mail(7, MailState::Queued, QStringLiteral("Gros")));
        outbox.session.office().mails.removeIf([](const MailRecord &mail) { return mail.id == 4; });
        outbox.session.office().mails.last().state = MailState::Failed;
        emit outbox.session.office().officeChanged();
        QTRY_COMPARE(outbox.model.mail(0)->id, 7);
        QVERIFY(selected.isValid());
        QCOMPARE(selected.data(OutboxModel::MailIdRole).toLongLong(), 3);
        QCOMPARE(outbox.model.rowOf(4), -1);
        QCOMPARE(outbox.text(5, OutboxModel::StateColumn), QStringLiteral("Failed"));
        QCOMPARE(reset.size(), 0);
    }

    void officeChanged_whileReading_isReadAgain()
    {
        Outbox outbox;
        outbox.open(mails::everyState());
        QSignalSpy loaded(&outbox.model, &OutboxModel::loaded);
        emit outbox.session.office().officeChanged();
        emit outbox.session.office().officeChanged();
        emit outbox.session.office().officeChanged();
        QTRY_COMPARE(loaded.size(), 2);
    }

    void fetchMore_readsOlderOnes_andReloadKeepsThem()
    {
        Outbox outbox;
        outbox.open(many(450));
        QCOMPARE(outbox.model.rowCount(), OutboxModel::pageSize);
        // As a view does at its lower end; the tester may have asked too.
        const auto more = [&outbox] {
            outbox.model.fetchMore({});
            return outbox.model.rowCount();
        };
        QTRY_COMPARE(more(), 450);
        QCOMPARE(outbox.model.mail(449)->id, 1);
        QVERIFY(!outbox.model.canFetchMore({}));
        outbox.session.office().mails.prepend(mails::mail(451, MailState::Queued, QStringLiteral("Gros")));
        emit outbox.session.office().officeChanged();
        QTRY_COMPARE(outbox.model.mail(0)->id, 451);
        QCOMPARE(outbox.model.rowCount(), 450);
        QVERIFY(outbox.model.canFetchMore({}));
    }

    void failure_isTold_andKeepsTheList()
    {
        Outbox outbox;
        outbox.open(mails::everyState());
        QSignalSpy failed(&outbox.model, &OutboxModel::failed);
        outbox.session.office().nextFailure = Error{ErrorCode::PermissionDenied, {}, {}};
        outbox.model.reload();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(outbox.model.rowCount(), 6);
    }

    void session_leaving_emptiesTheList()
    {
        Outbox outbox;
        outbox.open(mails::everyState());
        outbox.model.reload();
        outbox.model.setSession(nullptr);
        QCOMPARE(outbox.model.rowCount(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(outbox.model.rowCount(), 0);
    }

    void sentences_nameAttemptsAndTimes()
    {
        const QDateTime now(QDate(2026, 3, 3), QTime(14, 0), Qt::UTC);
        MailRecord mail = mails::mail(1, MailState::Queued, QStringLiteral("Adam"));
        mail.attempts = 3;
        mail.nextAttemptAt = QStringLiteral("2026-03-03T14:05:00.000Z");
        const QString again = wording::mailStateSentence(mail, now);
        QVERIFY2(again.contains(u'3') && again.contains(QStringLiteral("at 15:05")), qPrintable(again));
        mail.nextAttemptAt = QStringLiteral("2026-03-04T01:05:00.000Z");
        QVERIFY(wording::mailStateSentence(mail, now).contains(QStringLiteral("tomorrow at 02:05")));
        mail.nextAttemptAt = QStringLiteral("2026-03-05T01:05:00.000Z");
        QVERIFY(wording::mailStateSentence(mail, now).contains(QStringLiteral("5 March 2026")));
        mail.state = MailState::Sent;
        mail.finishedAt = QStringLiteral("2026-03-03T13:02:00.000Z");
        mail.expiresAt = QStringLiteral("2026-03-17T13:02:00.000Z");
        QCOMPARE(wording::mailStateSentence(mail, now),
                 QStringLiteral("Sent on 3 March 2026 at 14:02. Until 17 March 2026, its links set back "
                                "what has not been changed since."));
        mail.isInFolder = true;
        QCOMPARE(wording::mailState(mail), QStringLiteral("In the folder"));
        QCOMPARE(wording::mailStateSentence(mail, now),
                 QStringLiteral("Written into the folder on 3 March 2026 at 14:02, and sent to nobody. "
                                "Until 17 March 2026, its links set back what has not been changed since."));
        for (const MailAction action : {MailAction::Retry, MailAction::Cancel})
            QVERIFY(wording::whyNot(action, mail).startsWith(QStringLiteral("The mail is in the folder")));
        mail.isInFolder = false;
        mail.recipient.reset();
        QVERIFY(wording::mailStateSentence(mail, now).startsWith(QStringLiteral("Printed as a letter")));
    }

    void time_ofAWaitingMail_saysWhenItIsTried_data()
    {
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("time");
        const auto row = [](const char *name, const char *next, const char *time) {
            QTest::newRow(name) << QString::fromLatin1(next) << QString::fromLatin1(time);
        };
        row("soon", "2026-03-03T14:05:00.000Z", "next try at 15:05");
        row("tomorrow", "2026-03-04T01:05:00.000Z", "next try tomorrow at 02:05");
        row("another day", "2026-03-06T01:05:00.000Z", "next try on 6 March 2026 at 02:05");
        row("due", "2026-03-03T13:55:00.000Z", "next try now");
        row("late", "2026-03-03T12:40:00.000Z", "was due today at 13:40");
        row("later", "2026-03-02T13:40:00.000Z", "was due yesterday at 14:40");
    }
    void time_ofAWaitingMail_saysWhenItIsTried()
    {
        QFETCH(QString, next);
        MailRecord mail = mails::mail(1, MailState::Queued, QStringLiteral("Adam"));
        mail.nextAttemptAt = next;
        const QDateTime now(QDate(2026, 3, 3), QTime(14, 0), Qt::UTC);
        QTEST(wording::mailTime(mail, now), "time");
    }

    void sentence_ofAMailThatNobodyTakes_saysSinceWhenItIsDue()
    {
        const QDateTime now(QDate(2026, 3, 3), QTime(14, 0), Qt::UTC);
        MailRecord mail = mails::mail(1, MailState::Queued, QStringLiteral("Adam"));
        mail.attempts = 0;
        mail.nextAttemptAt = QStringLiteral("2026-03-03T13:55:00.000Z");
        QCOMPARE(wording::mailStateSentence(mail, now), QStringLiteral("Waiting to be sent."));
        mail.nextAttemptAt = QStringLiteral("2026-03-03T13:05:00.000Z");
        QCOMPARE(wording::mailStateSentence(mail, now),
                 QStringLiteral("Waiting to be sent. It was due at 14:05 and is late."));
        mail.attempts = 3;
        const QString again = wording::mailStateSentence(mail, now);
        QVERIFY2(again.startsWith(QStringLiteral("Tried 3")) &&
                     again.endsWith(QStringLiteral("again now. It was due at 14:05 and is late.")),
                 qPrintable(again));
    }

    void links_thatWereUsed_areNotSaidToWork()
    {
        const QDateTime now(QDate(2026, 3, 3), QTime(14, 0), Qt::UTC);
        MailRecord mail = mails::mail(1, MailState::Sent, QStringLiteral("Adam"));
        mail.finishedAt = QStringLiteral("2026-03-03T13:02:00.000Z");
        mail.expiresAt = QStringLiteral("2026-03-17T13:02:00.000Z");
        mail.notice.changes.last().code = QStringLiteral("B1B2B3B4");
        mail.putBackCount = 1;
        mail.putBackAt = QStringLiteral("2026-03-03T13:30:00.000Z");
        QCOMPARE(wording::mailStateSentence(mail, now),
                 QStringLiteral("Sent on 3 March 2026 at 14:02. A part of it was set back; until 17 March "
                                "2026, its other links set back what has not been changed since."));
        mail.putBackCount = 2;
        const QString over =
            QStringLiteral("Sent on 3 March 2026 at 14:02. All of it was set back on 3 March "
                           "2026 at 14:30, so its links do nothing any more.");
        QCOMPARE(wording::mailStateSentence(mail, now), over);
        QCOMPARE(wording::mailStateSentence(mail, now.addYears(1)), over);
        mail.putBackCount = 1;
        QVERIFY(wording::mailStateSentence(mail, now.addYears(1)).endsWith(QStringLiteral("have expired.")));
    }

    void links_areOnlyNamedWhereThereAreSome()
    {
        const QDateTime now(QDate(2026, 3, 3), QTime(14, 0), Qt::UTC);
        MailRecord mail = mails::mail(1, MailState::Sent, QStringLiteral("Adam"));
        mail.finishedAt = QStringLiteral("2026-03-03T13:02:00.000Z");
        mail.expiresAt.clear(); // Sent without a page for links.
        QCOMPARE(wording::mailStateSentence(mail, now), QStringLiteral("Sent on 3 March 2026 at 14:02."));
        mail.expiresAt = QStringLiteral("2026-03-17T13:02:00.000Z");
        for (SafetyNotice::Change &change : mail.notice.changes)
            change.code.clear(); // What was put back cannot be put back by the customer.
        QCOMPARE(wording::mailStateSentence(mail, now), QStringLiteral("Sent on 3 March 2026 at 14:02."));
    }

    void actions_sayWhyTheyMakeNoSense()
    {
        const auto isPossible = [](MailAction action, MailState state) {
            return wording::whyNot(action, mails::mail(1, state, QStringLiteral("Adam"))).isEmpty();
        };
        for (const MailState state : {MailState::Queued, MailState::Sending, MailState::Sent,
                                      MailState::Failed, MailState::Cancelled, MailState::NoAddress}) {
            QCOMPARE(isPossible(MailAction::Retry, state), state == MailState::Queued ||
                                                               state == MailState::Failed ||
                                                               state == MailState::Cancelled);
            QCOMPARE(isPossible(MailAction::SendAgain, state), state == MailState::Sent);
            QCOMPARE(isPossible(MailAction::Cancel, state), state == MailState::Queued);
            QCOMPARE(isPossible(MailAction::MarkPrinted, state), state == MailState::NoAddress);
        }
    }

    void counts_areWords()
    {
        QCOMPARE(wording::waitingMails(2), QStringLiteral("2 waiting"));
        QCOMPARE(wording::failedMails(1), QStringLiteral("1 failed"));
        QCOMPARE(wording::dueLetters(1), QStringLiteral("1 letter(s) due"));
        QCOMPARE(wording::openRequests(3), QStringLiteral("3 request(s)"));
    }
};

QTEST_GUILESS_MAIN(TestOutboxModel)
#include "tst_outboxmodel.moc"

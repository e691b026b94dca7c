#include "models/wording/HistoryMailSentences.h"

#include <QtTest>

using namespace addressdesk;
using namespace addressdesk::wording;

namespace {

/// 14:02 in Paris.
QDateTime savedAt()
{
    return QDateTime::fromString(u"2026-03-03T13:02:03.123Z"_qs, Qt::ISODateWithMs);
}

MailRecord mailIn(MailState state, MailAudience audience = MailAudience::Customer)
{
    MailRecord mail;
    mail.state = state;
    mail.audience = audience;
    mail.recipient = u"anna@example.com"_qs;
    mail.finishedAt = u"2026-03-03T13:05:00.000Z"_qs;
    return mail;
}

} // namespace

class TestHistoryMailSentences final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void line_saysWhatBecameOfIt_data();
    void line_saysWhatBecameOfIt();
    void line_onAnotherDay_namesTheDate_data();
    void line_onAnotherDay_namesTheDate();
    void line_ofEveryKind_isShortAndOfOneLine();
    void line_keepsValuesAsTheyAre_data();
    void line_keepsValuesAsTheyAre();
    void details_tellEverything_data();
    void details_tellEverything();
    void isTrouble_whereNothingReachesTheCustomer();
    void pageFetched_isNoAct();
};

Q_DECLARE_METATYPE(addressdesk::MailRecord)

void TestHistoryMailSentences::line_saysWhatBecameOfIt_data()
{
    QTest::addColumn<MailRecord>("mail");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *title, const MailRecord &mail, const QString &line) {
        QTest::newRow(title) << mail << line;
    };
    using State = MailState;
    using Audience = MailAudience;
    row("queued", mailIn(State::Queued), u"mail waits"_qs);
    row("queued, former", mailIn(State::Queued, Audience::Former), u"mail to the former address waits"_qs);
    row("queued, new", mailIn(State::Queued, Audience::New), u"mail to the new address waits"_qs);
    MailRecord tried = mailIn(State::Queued);
    tried.attempts = 3;
    row("tried", tried, u"mail waits after 3 failed attempt(s)"_qs);
    tried.state = State::Sending;
    row("being sent", tried, u"mail is being sent"_qs);
    row("being sent, former", mailIn(State::Sending, Audience::Former),
        u"mail to the former address is being sent"_qs);
    row("being sent, new", mailIn(State::Sending, Audience::New),
        u"mail to the new address is being sent"_qs);
    row("sent", mailIn(State::Sent), u"mailed at 14:05 to anna@example.com"_qs);
    row("sent, former", mailIn(State::Sent, Audience::Former),
        u"mailed at 14:05 to the former address anna@example.com"_qs);
    row("sent, new", mailIn(State::Sent, Audience::New),
        u"mailed at 14:05 to the new address anna@example.com"_qs);
    MailRecord letter = mailIn(State::Sent);
    letter.recipient.reset();
    row("printed", letter, u"letter printed at 14:05"_qs);
    letter.state = State::NoAddress;
    row("letter due", letter, u"no e-mail address: a letter is due"_qs);
    row("failed without words", mailIn(State::Failed), u"mail failed"_qs);
    row("failed without words, former", mailIn(State::Failed, Audience::Former),
        u"mail to the former address failed"_qs);
    row("failed without words, new", mailIn(State::Failed, Audience::New),
        u"mail to the new address failed"_qs);
    MailRecord failed = mailIn(State::Failed);
    failed.lastError = u"550 no such user"_qs;
    row("failed", failed, u"mail failed: recipient refused"_qs);
    failed.audience = Audience::Former;
    row("failed, former", failed, u"mail to the former address failed: recipient refused"_qs);
    failed.audience = Audience::New;
    row("failed, new", failed, u"mail to the new address failed: recipient refused"_qs);
    row("cancelled", mailIn(State::Cancelled), u"mail cancelled"_qs);
    row("cancelled, former", mailIn(State::Cancelled, Audience::Former),
        u"mail to the former address cancelled"_qs);
    row("cancelled, new", mailIn(State::Cancelled, Audience::New), u"mail to the new address cancelled"_qs);
}

void TestHistoryMailSentences::line_saysWhatBecameOfIt()
{
    QFETCH(const MailRecord, mail);
    QTEST(historyMail::line(mail, savedAt()), "line");
}

void TestHistoryMailSentences::line_onAnotherDay_namesTheDate_data()
{
    QTest::addColumn<QString>("finishedAt");
    QTest::addColumn<QString>("line");
    QTest::newRow("last minute of the day")
        << u"2026-03-03T22:59:59.999Z"_qs << u"mailed at 23:59 to anna@example.com"_qs;
    QTest::newRow("after midnight in Paris")
        << u"2026-03-03T23:00:00.000Z"_qs << u"mailed on 04/03/2026 at 00:00 to anna@example.com"_qs;
    QTest::newRow("before the save, by a wrong clock")
        << u"2026-03-02T13:02:00.000Z"_qs << u"mailed on 02/03/2026 at 14:02 to anna@example.com"_qs;
}

void TestHistoryMailSentences::line_onAnotherDay_namesTheDate()
{
    QFETCH(const QString, finishedAt);
    MailRecord mail = mailIn(MailState::Sent);
    mail.finishedAt = finishedAt;
    QTEST(historyMail::line(mail, savedAt()), "line");
    // Just after midnight in Paris, where it is still the day before in UTC.
    mail.finishedAt = u"2026-03-04T08:00:00.000Z"_qs;
    QCOMPARE(historyMail::line(mail, savedAt().addSecs(36000)), u"mailed at 09:00 to anna@example.com"_qs);
}

void TestHistoryMailSentences::line_ofEveryKind_isShortAndOfOneLine()
{
    for (const MailState state : {MailState::Queued, MailState::Sending, MailState::Sent, MailState::Failed,
                                  MailState::Cancelled, MailState::NoAddress}) {
        for (const MailAudience audience :
             {MailAudience::Customer, MailAudience::Former, MailAudience::New}) {
            MailRecord mail = mailIn(state, audience);
            mail.lastError = u"550-5.1.1 first\r\n550 "_qs + QString(5000, u'x');
            const QString line = historyMail::line(mail, savedAt());
            QVERIFY2(!line.isEmpty() && line.size() < 120 && !line.contains(u'\n') && !line.contains(u'\r'),
                     qPrintable(line));
            QVERIFY2(!line.contains(u'%'), qPrintable(line));
        }
    }
}

void TestHistoryMailSentences::line_keepsValuesAsTheyAre_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("placeholders") << u"%1%2%n@example.com"_qs;
    QTest::newRow("markup") << u"<b>a</b>&amp;@example.com"_qs;
    QTest::newRow("right to left") << u"אנה@example.com"_qs;
    QTest::newRow("emoji") << u"🏠@example.com"_qs;
}

void TestHistoryMailSentences::line_keepsValuesAsTheyAre()
{
    QFETCH(const QString, value);
    MailRecord mail = mailIn(MailState::Sent);
    mail.recipient = value;
    QCOMPARE(historyMail::line(mail, savedAt()), u"mailed at 14:05 to "_qs + value);
    QVERIFY(historyMail::details(mail).contains(value));
    mail.state = MailState::Failed;
    mail.lastError = value;
    QCOMPARE(historyMail::line(mail, savedAt()), u"mail failed: no connection to the server"_qs);
    QVERIFY(historyMail::details(mail).endsWith(value));
    mail.lastError = u"550 "_qs + value;
    QCOMPARE(historyMail::line(mail, savedAt()), u"mail failed: recipient refused"_qs);
    QVERIFY(historyMail::details(mail).endsWith(mail.lastError));
}

void TestHistoryMailSentences::details_tellEverything_data()
{
    QTest::addColumn<MailRecord>("mail");
    QTest::addColumn<QString>("details");
    const auto row = [](const char *title, const MailRecord &mail, const QString &details) {
        QTest::newRow(title) << mail << details;
    };
    MailRecord mail = mailIn(MailState::Queued);
    row("fresh", mail, u"Mail to anna@example.com. It waits to be sent."_qs);
    mail.attempts = 2;
    mail.nextAttemptAt = u"2026-03-03T13:10:00.000Z"_qs;
    mail.lastError = u"451 try\r\n later"_qs;
    row("tried", mail,
        u"Mail to anna@example.com. It waits to be sent. 2 attempt(s). Next attempt: 3 March 2026 at "
        u"14:10:00 (CET). "
        "The mail server asks to try again later. The mail server's words: 451 try later"_qs);
    mail.state = MailState::Sending;
    row("being sent has no next attempt", mail,
        u"Mail to anna@example.com. It is being sent. 2 attempt(s). The mail server asks to try "
        "again later. The mail server's words: 451 try later"_qs);
    mail.state = MailState::Sent;
    mail.audience = MailAudience::New;
    row("sent after all", mail,
        u"Mail to the new address anna@example.com. Sent: 3 March 2026 at 14:05:00 (CET). 2 attempt(s)."_qs);
    mail = mailIn(MailState::Failed, MailAudience::Former);
    row("failed", mail,
        u"Mail to the former address anna@example.com. Given up: 3 March 2026 at 14:05:00 (CET)."_qs);
    mail.finishedAt.clear();
    row("failed, time unknown", mail, u"Mail to the former address anna@example.com. Given up."_qs);
    mail.state = MailState::Cancelled;
    row("cancelled, time unknown", mail, u"Mail to the former address anna@example.com. Cancelled."_qs);
    MailRecord letter = mailIn(MailState::NoAddress);
    letter.recipient.reset();
    row("letter due", letter,
        u"Letter, because the customer has no e-mail address. It has not been printed yet."_qs);
    letter.state = MailState::Sent;
    row("letter printed", letter,
        u"Letter, because the customer has no e-mail address. Printed: 3 March 2026 at 14:05:00 (CET)."_qs);
}

void TestHistoryMailSentences::details_tellEverything()
{
    QFETCH(const MailRecord, mail);
    QTEST(historyMail::details(mail), "details");
}

void TestHistoryMailSentences::isTrouble_whereNothingReachesTheCustomer()
{
    for (const MailState state :
         {MailState::Queued, MailState::Sending, MailState::Sent, MailState::Cancelled})
        QVERIFY(!historyMail::isTrouble(mailIn(state)));
    for (const MailState state : {MailState::Failed, MailState::NoAddress})
        QVERIFY(historyMail::isTrouble(mailIn(state)));
}

void TestHistoryMailSentences::pageFetched_isNoAct()
{
    QCOMPARE(historyMail::pageFetched(savedAt().addSecs(180), savedAt()), u"page fetched at 14:05"_qs);
    QCOMPARE(historyMail::pageFetched(savedAt().addDays(1), savedAt()),
             u"page fetched on 04/03/2026 at 14:02"_qs);
    QCOMPARE(historyMail::pageFetchedDetails(savedAt()),
             u"3 March 2026 at 14:02:03 (CET): The page of the link was opened, by the customer or by a mail "
             "scanner. Nothing was changed by that."_qs);
}

QTEST_GUILESS_MAIN(TestHistoryMailSentences)
#include "tst_historymailsentences.moc"

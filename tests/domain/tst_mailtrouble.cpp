#include "models/domain/MailAddress.h"
#include "models/wording/MailTrouble.h"
#include "models/wording/MailWording.h"

#include <QSet>
#include <QtTest>

using namespace addressdesk;
using namespace addressdesk::wording;

Q_DECLARE_METATYPE(addressdesk::wording::MailTrouble)

namespace {

MailRecord failedWith(const QString &words)
{
    MailRecord mail;
    mail.state = MailState::Failed;
    mail.recipient = u"anna@example.com"_qs;
    mail.lastError = words;
    return mail;
}

} // namespace

class TestMailTrouble final : public QObject
{
    Q_OBJECT

private slots:
    void words_ofEachKind_areTold_data();
    void words_ofEachKind_areTold();
    void addresses_thatAreNone_areNoAnswer_data();
    void addresses_thatAreNone_areNoAnswer();
    void everyKind_hasWordsOfItsOwn();
    void serversWords_areInTheDetailsAlone();
    void mailThatWasSent_hasNoTrouble();
    void testMail_thatIsRefused_namesTheRecipient();
    void testMail_thatMayBeTriedLater_saysSo_data();
    void testMail_thatMayBeTriedLater_saysSo();
};

void TestMailTrouble::words_ofEachKind_areTold_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<MailTrouble>("trouble");
    const auto row = [](const char *words, MailTrouble trouble) {
        QTest::newRow(words) << QString::fromUtf8(words) << trouble;
    };
    row("", MailTrouble::None);
    row("550 5.1.1 no such user", MailTrouble::RecipientRefused);
    row("550-5.1.1 […]: unknown 550 5.1.1 no user", MailTrouble::RecipientRefused);
    row("550 no such user", MailTrouble::RecipientRefused);
    row("550", MailTrouble::RecipientRefused);
    row("551 not local", MailTrouble::RecipientRefused);
    row("553 no such mailbox", MailTrouble::RecipientRefused);
    row("552 5.2.2 mailbox full", MailTrouble::RecipientRefused);
    row("550 5.1.8 sender's domain unknown", MailTrouble::SenderRefused);
    row("553 5.1.7 bad sender", MailTrouble::SenderRefused);
    row("550 5.7.1 policy", MailTrouble::MessageRefused);
    row("552 5.2.3 too long", MailTrouble::MessageRefused);
    row("554 message refused", MailTrouble::MessageRefused);
    row("550 5.11.1 unknown", MailTrouble::MessageRefused);
    row("535 5.7.8 wrong password", MailTrouble::LoginRefused);
    row("530 5.7.0 log in first", MailTrouble::LoginRefused);
    row("450 4.2.0 try later", MailTrouble::TryLater);
    row("421 busy", MailTrouble::TryLater);
    row("  451 later\r\n", MailTrouble::TryLater);
    row("Failed to connect to localhost port 25", MailTrouble::NoAnswer);
    row("5501 is no reply", MailTrouble::NoAnswer);
    row("250 is no refusal", MailTrouble::NoAnswer);
    row("the mail's content cannot be read", MailTrouble::Unreadable);
    row("an e-mail address needs an @", MailTrouble::NotAnAddress); // As rows of before have it.
}

void TestMailTrouble::words_ofEachKind_areTold()
{
    QFETCH(const QString, words);
    QTEST(mailTroubleOf(words), "trouble");
}

void TestMailTrouble::addresses_thatAreNone_areNoAnswer_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("no @") << u"not an address"_qs;
    QTest::newRow("before the @") << u"a b@example.com"_qs;
    QTest::newRow("after the @") << u"anna@exa mple.com"_qs;
}

void TestMailTrouble::addresses_thatAreNone_areNoAnswer()
{
    QFETCH(const QString, address);
    const auto refused = MailAddress::parse(address);
    QVERIFY(!refused);
    const MailRecord mail = failedWith(refused.error().detail);
    QCOMPARE(mailTroubleOf(mail.lastError), MailTrouble::NotAnAddress);
    QCOMPARE(mailTrouble(mail), u"not an e-mail address"_qs);
    QCOMPARE(mailTroubleWords(mail), QString());
}

void TestMailTrouble::everyKind_hasWordsOfItsOwn()
{
    QSet<QString> brief;
    QSet<QString> sentences;
    const QStringList all{u"550 5.1.1 a"_qs,
                          u"550 5.1.8 b"_qs,
                          u"554 c"_qs,
                          u"535 d"_qs,
                          u"450 e"_qs,
                          u"Timeout"_qs,
                          u"an e-mail address needs an @"_qs,
                          u"the mail's content cannot be read"_qs};
    for (const QString &words : all) {
        brief.insert(mailTrouble(failedWith(words)));
        const QString sentence = mailTroubleSentence(failedWith(words));
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
        sentences.insert(sentence);
    }
    QCOMPARE(brief.size(), all.size());
    QCOMPARE(sentences.size(), all.size());
}

void TestMailTrouble::serversWords_areInTheDetailsAlone()
{
    const MailRecord refused = failedWith(u"550 5.1.1 no\r\n such %1 <b>user</b>"_qs);
    QVERIFY(!mailTrouble(refused).contains(u"550"_qs));
    QVERIFY(!mailTroubleSentence(refused).contains(u"550"_qs));
    QCOMPARE(mailTroubleWords(refused), u"The mail server's words: 550 5.1.1 no such %1 <b>user</b>"_qs);
    QCOMPARE(mailTroubleWords(failedWith(u"Timeout was reached"_qs)),
             u"Technical details: Timeout was reached"_qs);
}

void TestMailTrouble::mailThatWasSent_hasNoTrouble()
{
    MailRecord mail = failedWith(u"450 later"_qs);
    mail.state = MailState::Sent;
    QCOMPARE(mailTrouble(mail), QString());
    QCOMPARE(mailTroubleSentence(mail), QString());
    QCOMPARE(mailTroubleWords(mail), QString());
}

void TestMailTrouble::testMail_thatIsRefused_namesTheRecipient()
{
    const QString told = testMailProblem(
        {ErrorCode::RecipientRefused, u"550 5.1.1 no such user"_qs, u"550"_qs}, u"x@example.com"_qs);
    QVERIFY2(told.contains(u"x@example.com"_qs) && told.contains(u"does not accept"_qs), qPrintable(told));
    QVERIFY2(!told.contains(u"later"_qs) && !told.contains(u"reached"_qs), qPrintable(told));
    const Error away{ErrorCode::ConnectionFailed, {}, {}};
    QCOMPARE(testMailProblem(away, u"x@example.com"_qs), mailProblem(away));
}

void TestMailTrouble::testMail_thatMayBeTriedLater_saysSo_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("recipient") << ErrorCode::RecipientRefused;
    QTest::newRow("sender") << ErrorCode::SenderRefused;
    QTest::newRow("message") << ErrorCode::MessageRefused;
    QTest::newRow("service") << ErrorCode::ServiceRefused;
}

void TestMailTrouble::testMail_thatMayBeTriedLater_saysSo()
{
    QFETCH(const ErrorCode, code);
    const QString told = testMailProblem({code, {}, u"450"_qs}, u"x@example.com"_qs);
    QVERIFY2(told.contains(u"try again later"_qs), qPrintable(told));
    QVERIFY(!testMailProblem({code, {}, u"550"_qs}, u"x@example.com"_qs).contains(u"later"_qs));
}

QTEST_GUILESS_MAIN(TestMailTrouble)
#include "tst_mailtrouble.moc"

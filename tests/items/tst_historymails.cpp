#include "HistoryModelFixture.h"

using namespace addressdesk;

using Fixture = HistoryModelFixture;

namespace {

const QString addressId = Fixture::addressId;
const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");

MailRecord mailOf(const QString &changeId, MailState state)
{
    MailRecord mail;
    mail.id = 7;
    mail.changeId = changeId;
    mail.addressId = addressId;
    mail.recipient = QStringLiteral("anna@example.com");
    mail.state = state;
    mail.finishedAt = QStringLiteral("2026-03-10T13:02:00.000Z");
    return mail;
}

QStringList texts(const QVariant &lines)
{
    QStringList texts;
    const auto shown = lines.value<QList<HistoryMailLine>>();
    for (const HistoryMailLine &line : shown)
        texts.append(line.text);
    return texts;
}

} // namespace

/// What the history shows of mails and of what customers did with them.
class TestHistoryMails final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void mails_standAtTheFootOfTheirSave();
    void mails_everyStateIsASentence_data();
    void mails_everyStateIsASentence();
    void mails_inAFolder_areNotCalledSent();
    void mails_changed_areReadQuietly();
    void mails_changedWhileReading_areReadOnceMore();
    void quietFailure_isToldToNobody();
    void pageFetched_isShownAndNeverAnAct();
    void customersRevert_readsByTheCustomer();
};

void TestHistoryMails::mails_standAtTheFootOfTheirSave()
{
    Fixture f;
    addTwoSaves(f.past());
    MailRecord former = mailOf(QStringLiteral("s2"), MailState::Sent);
    former.audience = MailAudience::Former;
    MailRecord fresh = mailOf(QStringLiteral("s2"), MailState::Queued);
    fresh.id = 8;
    fresh.audience = MailAudience::New;
    fresh.attempts = 1;
    fresh.lastError = QStringLiteral("451 try later");
    fresh.nextAttemptAt = QStringLiteral("2026-03-10T13:30:00.000Z");
    f.session.office().mails = {fresh, former};
    f.load();
    const QStringList lines{QStringLiteral("mailed at 14:02 to the former address anna@example.com"),
                            QStringLiteral("mail to the new address waits after 1 failed attempt(s)")};
    QCOMPARE(texts(f.at(2, HistoryModel::MailLinesRole)), lines);
    QCOMPARE(texts(f.at(3, HistoryModel::MailLinesRole)), QStringList());
    for (const QString &line : lines)
        QVERIFY2(f.text(1, Qt::AccessibleTextRole).contains(line), qPrintable(line));
    const QString tip = f.text(1, Qt::ToolTipRole);
    for (const char *part : {"Sent: 10 March 2026 at 14:02:00", "Next attempt: 10 March 2026 at 14:30:00",
                             "451 try later", "1 attempt(s)"})
        QVERIFY2(tip.contains(QLatin1String(part)), qPrintable(tip));
}

void TestHistoryMails::mails_everyStateIsASentence_data()
{
    QTest::addColumn<MailState>("state");
    QTest::addColumn<FieldValue>("recipient");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isTrouble");
    const FieldValue anna = QStringLiteral("anna@example.com");
    QTest::newRow("queued") << MailState::Queued << anna << QStringLiteral("mail waits") << false;
    QTest::newRow("sending") << MailState::Sending << anna << QStringLiteral("mail is being sent") << false;
    QTest::newRow("sent") << MailState::Sent << anna << QStringLiteral("mailed at 14:02 to anna@example.com")
                          << false;
    QTest::newRow("failed") << MailState::Failed << anna << QStringLiteral("mail failed: recipient refused")
                            << true;
    QTest::newRow("cancelled") << MailState::Cancelled << anna << QStringLiteral("mail cancelled") << false;
    QTest::newRow("letter due") << MailState::NoAddress << FieldValue()
                                << QStringLiteral("no e-mail address: a letter is due") << true;
    QTest::newRow("letter printed") << MailState::Sent << FieldValue()
                                    << QStringLiteral("letter printed at 14:02") << false;
}

void TestHistoryMails::mails_everyStateIsASentence()
{
    QFETCH(MailState, state);
    QFETCH(FieldValue, recipient);
    QFETCH(bool, isTrouble);
    Fixture f;
    addTwoSaves(f.past());
    MailRecord mail = mailOf(QStringLiteral("s2"), state);
    mail.recipient = recipient;
    if (state == MailState::Failed)
        mail.lastError = QStringLiteral("550 no such\r\n user");
    f.session.office().mails = {mail};
    f.load();
    const auto lines = f.at(2, HistoryModel::MailLinesRole).value<QList<HistoryMailLine>>();
    QCOMPARE(lines.size(), 1);
    QTEST(lines.first().text, "line");
    QCOMPARE(lines.first().isTrouble, isTrouble);
}

void TestHistoryMails::mails_inAFolder_areNotCalledSent()
{
    Fixture f;
    addTwoSaves(f.past());
    MailRecord mail = mailOf(QStringLiteral("s2"), MailState::Sent);
    mail.isInFolder = true;
    f.session.office().mails = {mail};
    f.load();
    QCOMPARE(texts(f.at(2, HistoryModel::MailLinesRole)),
             QStringList{QStringLiteral("mail to anna@example.com written into the folder at 14:02")});
    const QString tip = f.text(1, Qt::ToolTipRole);
    QVERIFY2(tip.contains(QStringLiteral("Written into the folder: 10 March 2026")), qPrintable(tip));
    f.model.setMailFolder(QStringLiteral("/home/anna/mails"));
    const QString named = f.text(1, Qt::ToolTipRole);
    QVERIFY2(named.contains(QStringLiteral("/home/anna/mails")), qPrintable(named));
    QVERIFY(!tip.contains(QStringLiteral("Sent")));
}

void TestHistoryMails::mails_changed_areReadQuietly()
{
    Fixture f;
    addTwoSaves(f.past());
    f.session.office().mails = {mailOf(QStringLiteral("s2"), MailState::Queued)};
    f.load();
    QSignalSpy loading(&f.model, &HistoryModel::loadingChanged);
    QSignalSpy removed(&f.model, &HistoryModel::rowsRemoved);
    QSignalSpy reset(&f.model, &HistoryModel::modelReset);
    f.session.office().mails.first().state = MailState::Sent;
    emit f.session.office().officeChanged();
    QTRY_COMPARE(texts(f.at(2, HistoryModel::MailLinesRole)),
                 QStringList{QStringLiteral("mailed at 14:02 to anna@example.com")});
    QCOMPARE(loading.count() + removed.count() + reset.count(), 0);
}

void TestHistoryMails::mails_changedWhileReading_areReadOnceMore()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    const qsizetype before = f.session.historyRequests().size();
    f.session.setManual(true);
    for (int i = 0; i < 5; ++i) // Faster than the database answers: no read is given up for the next.
        emit f.session.office().officeChanged();
    QCOMPARE(f.session.historyRequests().size(), before + 1);
    f.session.answer();
    QCOMPARE(f.session.historyRequests().size(), before + 2);
    f.session.answer();
    QCOMPARE(f.session.historyRequests().size(), before + 2);
    QCOMPARE(f.session.cancelledCount(), 0);
}

void TestHistoryMails::quietFailure_isToldToNobody()
{
    Fixture f;
    addTwoSaves(f.past());
    f.load();
    QSignalSpy failed(&f.model, &HistoryModel::loadFailed);
    f.session.failNext({ErrorCode::TimedOut, {}, {}});
    emit f.session.office().officeChanged();
    QTRY_COMPARE(f.session.waitingCount(), 0);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(f.model.rowCount(), 4);
}

void TestHistoryMails::pageFetched_isShownAndNeverAnAct()
{
    Fixture f;
    f.past()
        .save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-10T11:00:00.000Z"))
        .changed(city, QStringLiteral("Nice"), QStringLiteral("Lyon"), QStringLiteral("digest-1"))
        .save(QStringLiteral("s2"), QStringLiteral("marie"), QStringLiteral("2026-03-10T11:30:00.000Z"))
        .changed(city, QStringLiteral("Lyon"), QStringLiteral("Paris"), QStringLiteral("digest-2"));
    f.session.office().mails = {mailOf(QStringLiteral("s2"), MailState::Sent)};
    f.load();
    f.now = f.now.addSecs(125 * 60LL);
    const QString stateBefore = f.text(1, HistoryModel::StateRole);
    emit f.session.office().pageFetched({QStringLiteral("digest-2")});
    QCOMPARE(texts(f.at(1, HistoryModel::MailLinesRole)),
             QStringList{QStringLiteral("mailed at 14:02 to anna@example.com · page fetched at 15:05")});
    QCOMPARE(texts(f.at(2, HistoryModel::MailLinesRole)), QStringList());
    QVERIFY(f.text(1, Qt::ToolTipRole).contains(QStringLiteral("by the customer or by a mail scanner")));
    QCOMPARE(f.text(1, HistoryModel::StateRole), stateBefore);
    // Without any mail that the session may read, too, and until the database is left.
    emit f.session.office().pageFetched({QStringLiteral("digest-1")});
    QCOMPARE(texts(f.at(2, HistoryModel::MailLinesRole)),
             QStringList{QStringLiteral("page fetched at 15:05")});
    f.model.reload();
    QTRY_VERIFY(!f.model.isLoading());
    QCOMPARE(texts(f.at(2, HistoryModel::MailLinesRole)),
             QStringList{QStringLiteral("page fetched at 15:05")});
    f.model.setSession(nullptr);
    f.load();
    QCOMPARE(texts(f.at(2, HistoryModel::MailLinesRole)), QStringList());
}

void TestHistoryMails::customersRevert_readsByTheCustomer()
{
    Fixture f;
    f.past()
        .save(QStringLiteral("s1"), QStringLiteral("marie"), QStringLiteral("2026-03-10T09:00:00.000Z"))
        .changed(city, QStringLiteral("Paris"), QStringLiteral("Lyon"), QStringLiteral("digest-1"))
        .save(QStringLiteral("s2"), customerActor, QStringLiteral("2026-03-10T10:00:00.000Z"))
        .reverted(city, QStringLiteral("Lyon"), QStringLiteral("Paris"), QStringLiteral("digest-1"))
        // An operator of that name is an operator.
        .save(QStringLiteral("s3"), customerActor, QStringLiteral("2026-03-10T11:00:00.000Z"))
        .changed(zipCode, QStringLiteral("1"), QStringLiteral("75002"));
    f.load();
    QCOMPARE(f.text(1, HistoryModel::ActorRole), QStringLiteral("customer"));
    QCOMPARE(f.text(2, HistoryModel::ActorRole), QStringLiteral("by the customer"));
    QVERIFY(f.text(2, Qt::AccessibleTextRole).contains(QStringLiteral("by the customer")));
    QCOMPARE(f.text(3, HistoryModel::StateRole),
             QStringLiteral("Set back by the customer on 10 March 2026 at 11:00."));
}

QTEST_GUILESS_MAIN(TestHistoryMails)
#include "tst_historymails.moc"

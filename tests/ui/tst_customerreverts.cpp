// What customers put back, with a code or a link, on real databases.
#include "models/domain/RevertToken.h"
#include "tests/ui/HistoryDeskFixture.h"
#include "ui/history/RedeemCodeDialog.h"
#include "ui/messages/MessageBar.h"
#include "ui/tasks/RevertNews.h"
#include "ui/widgets/FoldedMessage.h"

#include <QCheckBox>
#include <QLineEdit>

using namespace addressdesk;
using namespace addressdesk::historyDesk;

class TestCustomerReverts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }

    void code_isFoundAndRedeemed();
    void customersLink_isToldAndItsMailShown();
};

void TestCustomerReverts::code_isFoundAndRedeemed()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = movedAddress(desk);
    desk.panel.showAddress(id);
    QTRY_COMPARE(desk.rows(), 4);
    const int cityRow = desk.panel.model().entry(1)->event.field() == city ? 1 : 2;
    const QString code = RevertToken::codeOfDigest(desk.panel.model().entry(cityRow)->event.tokenDigest());

    RedeemCodeDialog dialog(*desk.session, &desk.window);
    QSignalSpy requested(&dialog, &RedeemCodeDialog::addressRequested);
    dialog.show();
    auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("redeemCode"));
    const auto *state = dialog.findChild<FoldedMessage *>(QStringLiteral("redeemState"));
    auto *find = dialog.findChild<QPushButton *>(QStringLiteral("redeemFind"));
    auto *setBack = dialog.findChild<QPushButton *>(QStringLiteral("redeemSetBack"));
    QTest::keyClicks(edit, QStringLiteral("00000000"));
    find->click();
    QTRY_VERIFY2(state->sentence().startsWith(QStringLiteral("No change has this code.")),
                 qPrintable(state->sentence()));
    edit->clear();
    QTest::keyClicks(edit, code.toLower());
    find->click();
    QTRY_VERIFY(setBack->isVisible());
    QCOMPARE(setBack->text(), QStringLiteral("Set back to \u2068“Lyon”\u2069"));
    setBack->click();
    QTRY_COMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(), id);
    QCOMPARE(desk.stored(id).value(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(desk.stored(id).value(zipCode), FieldValue(QStringLiteral("75002")));
    QTRY_COMPARE(desk.rows(), 5);
    // A code is the change of the operator who types it.
    QCOMPARE(desk.panel.model().entry(1)->event.actor, desk.session->description().actor);

    // The other change of the save, by the code that has been used.
    edit->setText(QString());
    QTest::keyClicks(edit, code);
    find->click();
    QTRY_VERIFY(setBack->isVisible());
    QVERIFY2(state->sentence().startsWith(QStringLiteral("Set back by ")), qPrintable(state->sentence()));
    QVERIFY(!setBack->isEnabled());
    dialog.findChild<QCheckBox *>(QStringLiteral("codeTick_zipCode"))->setChecked(true);
    setBack->click();
    QTRY_COMPARE(requested.count(), 2);
    QCOMPARE(desk.stored(id).value(zipCode), FieldValue(QStringLiteral("69001")));
}

void TestCustomerReverts::customersLink_isToldAndItsMailShown()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = movedAddress(desk);
    desk.panel.showAddress(id);
    QTRY_COMPARE(desk.rows(), 4);
    const auto lines =
        desk.panel.model().index(2).data(HistoryModel::MailLinesRole).value<QList<HistoryMailLine>>();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().text, QStringLiteral("mail waits"));
    MessageBar messages;
    RevertNews news(messages, &desk.window);
    news.setSession(desk.session.get());
    bool isCounted = false; // After the look at where the events end.
    desk.session->office().countMails(&desk.panel,
                                      [&isCounted](const Result<MailCounts> &) { isCounted = true; });
    QTRY_VERIFY(isCounted);

    // What the gateway does with a link.
    const QString secret =
        *database.value(QStringLiteral("SELECT secret FROM mail_outbox ORDER BY id DESC LIMIT 1"));
    const auto token = RevertToken::fromSecret(secret);
    QVERIFY(token);
    RevertRequest request;
    request.target = RevertRequest::Target::Token;
    request.text = token->derivedForField(city).secret();
    std::optional<bool> isReverted;
    desk.session->revert(request, &desk.panel, [&isReverted](const Result<RevertOutcome> &outcome) {
        isReverted = outcome && outcome->isReverted;
    });
    QTRY_COMPARE(isReverted, std::optional(true));
    QTRY_COMPARE(messages.texts(),
                 QStringList{QStringLiteral("Anna Lefèvre set \u2068“City”\u2069 back (Home).")});
    QTRY_COMPARE(desk.rows(), 5);
    QCOMPARE(desk.panel.model().index(1).data(HistoryModel::ActorRole).toString(),
             QStringLiteral("by the customer"));
    news.setSession(nullptr);
}

QTEST_MAIN(TestCustomerReverts)
#include "tst_customerreverts.moc"

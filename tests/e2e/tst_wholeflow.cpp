#include "ServingCtl.h"

#include "tests/support/SmtpServer.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace addressdesk;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"from the credential"_s;

/// The links of a mail's text part, in their order.
QStringList linksOf(const QString &mail)
{
    // Lines of the text part that are links are never broken, but their "=" is quoted.
    QStringList links;
    static const QRegularExpression link(u"^(http://\\S+/r/[A-Za-z0-9_-]{43})\\r?$"_s,
                                         QRegularExpression::MultilineOption);
    QString text = mail;
    text.replace(u"=\r\n"_s, QString()).replace(u"=\n"_s, QString());
    for (auto matches = link.globalMatch(text); matches.hasNext();)
        links.append(matches.next().captured(1));
    return links;
}

/// Two pages as Chromium shows them: before and after the button was pressed.
QList<QJsonObject> pagesOf(const QString &url)
{
    QProcess browser;
    browser.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    browser.start(u"/usr/bin/python3"_s, {QStringLiteral(ADDRESSDESK_SUPPORT "/browser_click.py"), url});
    if (!browser.waitForFinished(120000))
        browser.kill();
    QList<QJsonObject> pages;
    for (const QByteArray &line : browser.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            pages.append(QJsonDocument::fromJson(line).object());
    }
    return pages;
}

} // namespace

/// The whole flow with real parts: save, mail through a mail server, link in a browser, button, old value.
class TestWholeFlow : public QObject
{
    Q_OBJECT

private slots:
    void save_mail_link_button_putsTheOldValueBack_data() { TestDatabase::addKinds(); }
    void save_mail_link_button_putsTheOldValueBack();
    void serve_withAPasswordThatOthersCanRead_refuses();
    void serve_whenToldToEnd_endsWell();
};

void TestWholeFlow::save_mail_link_button_putsTheOldValueBack()
{
    FETCH_KIND();
    CtlDesk desk(kind);
    SmtpServer server(SmtpServer::Security::StartTls, {u"--password"_s, password});
    QTemporaryDir credentials;
    QFile file(credentials.filePath(u"smtp-password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(password.toUtf8()) > 0);
    file.close();
    desk.ctl.setEnvironment(u"CREDENTIALS_DIRECTORY"_s, credentials.path());
    QCOMPARE(
        desk.ctl.json({u"settings"_s, u"senderAddress=desk@example.com"_s, u"companyName=Example Mills"_s})
            .exitCode,
        0);
    QCOMPARE(desk.set({u"city=Lyon"_s, u"--reason"_s, u"moved"_s}).exitCode, 0);

    // The port is known only once it listens, so a first start finds it.
    QString address;
    {
        const ServingCtl finding(desk, {});
        address = finding.address();
    }
    ServingCtl serving(desk, {u"--public-url"_s, address, u"--listen"_s, address.mid(7), u"--smtp"_s,
                              u"smtp://user@localhost:%1"_s.arg(server.port()), u"--smtp-ca-file"_s,
                              server.certificate()});
    const QList<QJsonObject> mails = server.events(u"mail"_s, 2);
    QVERIFY2(mails.size() == 2, serving.log().constData());
    QCOMPARE(mails.last().value("tls"_L1), QJsonValue(true));
    QCOMPARE(mails.last().value("recipients"_L1).toArray(), QJsonArray({u"anna@example.com"_s}));
    // The address was created before, and a creation has no link.
    QCOMPARE(linksOf(mails.first().value("content"_L1).toString()), QStringList());
    const QStringList links = linksOf(mails.last().value("content"_L1).toString());
    QCOMPARE(links.size(), 1);

    const QList<QJsonObject> pages = pagesOf(links.first());
    QCOMPARE(pages.size(), 2);
    QVERIFY2(pages[0].value("text"_L1).toString().contains(u"City"_s), qPrintable(text(pages[0], "text")));
    QVERIFY(!pages[0].value("text"_L1).toString().contains(u"Lyon"_s));
    QCOMPARE(pages[0].value("buttons"_L1).toArray().size(), 1);
    QVERIFY(pages[1].value("heading"_L1).toString() != pages[0].value("heading"_L1).toString());
    QCOMPARE(pages[1].value("buttons"_L1).toArray().size(), 0);

    QCOMPARE(desk.city(), u"Paris"_s);
    const QJsonObject newest = desk.history().first();
    QCOMPARE(text(newest, "eventType"), u"AddressFieldReverted"_s);
    QCOMPARE(text(newest, "actor"), u"customer"_s);
    QCOMPARE(desk.ctl.json({u"verify"_s}).exitCode, 0);
    // The receipt has no link.
    const QList<QJsonObject> all = server.events(u"mail"_s, 3);
    QCOMPARE(all.size(), 3);
    QCOMPARE(linksOf(all[2].value("content"_L1).toString()), QStringList());
    // Nothing of the customer, and no token, is in the log.
    QCOMPARE(serving.stop(), 0);
    const QByteArray log = serving.log();
    QVERIFY(log.contains("POST /r/"));
    for (const QByteArray &secret :
         {QByteArrayLiteral("anna"), QByteArrayLiteral("Lyon"), QByteArrayLiteral("Paris"),
          links.first().right(43).toLatin1(), password.toLatin1()})
        QVERIFY2(!log.contains(secret), secret.constData());
}

void TestWholeFlow::serve_withAPasswordThatOthersCanRead_refuses()
{
    const CtlDesk desk(DatabaseUrl::Kind::Sqlite);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const CtlAnswer answer = desk.ctl.json(
        {u"serve"_s, u"--smtp"_s, u"smtp://user@localhost"_s, u"--smtp-password-file"_s, file.fileName()});
    QCOMPARE(answer.exitCode, 2);
    QCOMPARE(answer.error(), u"usage"_s);
}

void TestWholeFlow::serve_whenToldToEnd_endsWell()
{
    const CtlDesk desk(DatabaseUrl::Kind::Sqlite);
    ServingCtl serving(desk, {});
    QVERIFY(serving.address().startsWith(u"http://127.0.0.1:"));
    QCOMPARE(serving.stop(), 0);
}

QTEST_GUILESS_MAIN(TestWholeFlow)
#include "tst_wholeflow.moc"

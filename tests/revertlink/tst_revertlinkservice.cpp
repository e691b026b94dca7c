#include "app/revertlink/RevertLinkService.h"
#include "tests/revertlink/FakeRevertLinks.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtTest>

using namespace addressdesk;

Q_DECLARE_METATYPE(addressdesk::LinkView)

using State = LinkView::State;

class TestRevertLinkService final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void states_haveTheirPages_data();
    void states_haveTheirPages();
    void openPage_namesFieldsAndMomentButNoButtonElsewhere();
    void get_whenOfManyTimes_neverPutsBack();
    void head_answersAsGet();
    void pageFetched_isOnlyToldOfGetsOfKnownLinks();
    void strangeTokens_getTheSameBytesAfterTheSameLookUp_data();
    void strangeTokens_getTheSameBytesAfterTheSameLookUp();
    void methods_whenNotAllowed_areNamed_data();
    void methods_whenNotAllowed_areNamed();
    void otherPaths_areNotFoundWithoutTheDatabase_data();
    void otherPaths_areNotFoundWithoutTheDatabase();
    void health_saysWhetherTheDatabaseAnswers();
    void databaseFailure_isAnsweredWithRetryAfter();
    void headers_areOnEveryAnswer_data();
    void headers_areOnEveryAnswer();
    void policy_namesTheHashOfTheStyleThatIsServed();
    void language_followsTheVisitorThenTheOffice();
    void office_whenSetAnew_isSaidOnTheNextPage();
    void kindOfPath_neverHoldsTheToken();

private:
    [[nodiscard]] HttpResponse ask(const char *method, const QByteArray &language = "en");
    [[nodiscard]] QByteArray linkPath() const { return "/r/" + m_token.secret().toLatin1(); }

    RevertToken m_token = RevertToken::generate();
    std::unique_ptr<FakeDatabase> m_database;
    std::unique_ptr<FakeRevertLinks> m_links;
    QStringList m_fetched;
    std::unique_ptr<RevertLinkService> m_service;
};

void TestRevertLinkService::init()
{
    m_database = std::make_unique<FakeDatabase>();
    m_database->view = fieldChange(State::Open);
    m_database->view.tokenDigests = {m_token.digest()};
    m_database->answer = fieldChange(State::PutBack);
    m_database->knownSecret = m_token.secret();
    m_links = std::make_unique<FakeRevertLinks>(*m_database);
    m_fetched.clear();
    OfficeSettings office;
    office.companyName = QStringLiteral("Example Mills");
    office.companyPhone = QStringLiteral("+33 1 23 45 67 89");
    m_service = std::make_unique<RevertLinkService>(
        office, [this](const QStringList &digests) { m_fetched.append(digests); });
}

HttpResponse TestRevertLinkService::ask(const char *method, const QByteArray &language)
{
    return m_service->answer({method, linkPath(), language}, *m_links);
}

void TestRevertLinkService::states_haveTheirPages_data()
{
    QTest::addColumn<LinkView>("view");
    QTest::addColumn<int>("statusOfGet");
    QTest::addColumn<int>("statusOfPost");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("hasButton");
    const auto row = [](const char *name, const LinkView &view, int get, int post, const char *text,
                        bool button) {
        QTest::newRow(name) << view << get << post << QByteArray(text) << button;
    };
    row("open", fieldChange(State::Open), 200, 409, "Your address was changed", true);
    row("open deletion", deletion(State::Open), 200, 409, "Restore the address", true);
    row("put back", fieldChange(State::PutBack), 200, 200, "It is put back", false);
    row("restored", deletion(State::PutBack), 200, 200, "Your address is restored", false);
    row("used", fieldChange(State::Used), 200, 409, "It was put back on 5 March 2026 at 09:30", false);
    row("used deletion", deletion(State::Used), 200, 409, "It was restored on 5 March 2026 at 09:30", false);
    row("expired", fieldChange(State::Expired), 200, 410, "It worked until 5 March 2026", false);
    row("changed since", fieldChange(State::ChangedSince), 200, 409, "changed again on 5 March 2026", true);
    row("deleted", fieldChange(State::Deleted), 200, 410, "does not exist any more", false);
    row("erased", fieldChange(State::Erased), 200, 410, "nothing to put back", false);
    row("unknown", LinkView(), 404, 404, "We do not know this link", false);
}

void TestRevertLinkService::states_haveTheirPages()
{
    QFETCH(LinkView, view);
    QFETCH(QByteArray, text);
    m_database->view = view;
    m_database->answer = view;
    const HttpResponse read = ask("GET");
    QTEST(read.status, "statusOfGet");
    QVERIFY2(read.body.contains(text), read.body);
    QTEST(read.body.contains("<form method=\"post\">"), "hasButton");
    const HttpResponse posted = ask("POST");
    QTEST(posted.status, "statusOfPost");
    if (view.state == State::ChangedSince) {
        QVERIFY(posted.body.contains("An operator will look at it"));
        QVERIFY(!posted.body.contains("<form"));
    } else {
        QVERIFY2(posted.body.contains(text), posted.body);
    }
}

void TestRevertLinkService::openPage_namesFieldsAndMomentButNoButtonElsewhere()
{
    const QByteArray body = ask("GET").body;
    QVERIFY(body.contains("<li>Street</li>"));
    QVERIFY(body.contains("<li>City</li>"));
    QVERIFY(body.contains("“Home”"));
    QVERIFY(body.contains("3 March 2026 at 14:02")); // 13:02 UTC in Paris
    QVERIFY(body.contains("(CET)"));
    QVERIFY(body.contains("Example Mills"));
    QVERIFY(body.contains("Questions? Call <a href=\"tel:+33123456789\">+33 1 23 45 67 89</a>."));
    QCOMPARE(body.count("<form"), 1);
    QVERIFY(!body.contains("<script"));
    QVERIFY(!body.contains("http"));
    QVERIFY(!body.contains(m_token.secret().toLatin1()));
}

void TestRevertLinkService::get_whenOfManyTimes_neverPutsBack()
{
    for (int i = 0; i < 5000; ++i) {
        QCOMPARE(ask("GET").status, 200);
        QCOMPARE(ask("HEAD").status, 200);
    }
    QCOMPARE(m_database->putBacks.load(), 0);
    QCOMPARE(m_database->looks.load(), 10000);
    QCOMPARE(ask("POST").status, 200);
    QCOMPARE(m_database->putBacks.load(), 1);
}

void TestRevertLinkService::head_answersAsGet()
{
    QCOMPARE(ask("HEAD"), ask("GET"));
}

void TestRevertLinkService::pageFetched_isOnlyToldOfGetsOfKnownLinks()
{
    (void)ask("HEAD");
    (void)ask("POST");
    (void)m_service->answer({"GET", "/r/" + RevertToken::generate().secret().toLatin1(), {}}, *m_links);
    (void)m_service->answer({"GET", "/r/short", {}}, *m_links);
    QCOMPARE(m_fetched, QStringList());
    (void)ask("GET");
    QCOMPARE(m_fetched, QStringList{m_token.digest()});
}

void TestRevertLinkService::strangeTokens_getTheSameBytesAfterTheSameLookUp_data()
{
    QTest::addColumn<QByteArray>("tail");
    const QByteArray secret = RevertToken::generate().secret().toLatin1();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << secret.chopped(1);
    QTest::newRow("long") << secret + 'A';
    QTest::newRow("plus") << QByteArray("+") + secret.mid(1);
    QTest::newRow("padded") << secret + '=';
    QTest::newRow("percent") << QByteArray("%41") + secret.mid(1);
    QTest::newRow("slash") << secret + '/';
    QTest::newRow("dots") << QByteArray("../../etc/passwd");
    QTest::newRow("not UTF-8") << QByteArray(43, '\xff');
    QTest::newRow("huge") << QByteArray(7000, 'A');
}

void TestRevertLinkService::strangeTokens_getTheSameBytesAfterTheSameLookUp()
{
    QFETCH(QByteArray, tail);
    const QByteArray foreign = "/r/" + RevertToken::generate().secret().toLatin1();
    for (const char *method : {"GET", "POST", "HEAD"}) {
        const HttpResponse unknown = m_service->answer({method, foreign, "fr"}, *m_links);
        const int looks = m_database->looks;
        const int putBacks = m_database->putBacks;
        const HttpResponse strange = m_service->answer({method, "/r/" + tail, "fr"}, *m_links);
        QCOMPARE(strange, unknown);
        QCOMPARE(strange.status, 404);
        QCOMPARE(m_database->looks + m_database->putBacks, looks + putBacks + 1);
    }
}

void TestRevertLinkService::methods_whenNotAllowed_areNamed_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method :
         {"PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", "Post", "GETT"})
        QTest::newRow(method) << QByteArray(method);
}

void TestRevertLinkService::methods_whenNotAllowed_areNamed()
{
    QFETCH(QByteArray, method);
    const HttpResponse link = ask(method);
    QCOMPARE(link.status, 405);
    QCOMPARE(link.header("Allow"), QByteArray("GET, HEAD, POST"));
    const HttpResponse health = m_service->answer({method, "/healthz", {}}, *m_links);
    QCOMPARE(health.status, 405);
    QCOMPARE(health.header("allow"), QByteArray("GET, HEAD"));
    QCOMPARE(m_service->answer({"POST", "/healthz", {}}, *m_links).status, 405);
    QCOMPARE(m_database->looks + m_database->putBacks, 0);
}

void TestRevertLinkService::otherPaths_areNotFoundWithoutTheDatabase_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path :
         {"/", "/r", "//r/x", "/R/x", "/favicon.ico", "/healthz/", "/Healthz", "/.git/config"})
        QTest::newRow(path) << QByteArray(path);
}

void TestRevertLinkService::otherPaths_areNotFoundWithoutTheDatabase()
{
    QFETCH(QByteArray, path);
    for (const char *method : {"GET", "HEAD", "POST", "BREW"}) {
        const std::optional<HttpResponse> answer = m_service->answerWithoutDatabase({method, path, "en"});
        QVERIFY(answer);
        QCOMPARE(answer->status, 404);
        QVERIFY(answer->body.contains("There is no such page"));
    }
}

void TestRevertLinkService::health_saysWhetherTheDatabaseAnswers()
{
    QVERIFY(!m_service->answerWithoutDatabase({"GET", "/healthz", {}}));
    const HttpResponse well = m_service->answer({"GET", "/healthz", {}}, *m_links);
    QCOMPARE(well.status, 200);
    QCOMPARE(well.body, QByteArray("ok\n"));
    QCOMPARE(well.header("Content-Type"), QByteArray("text/plain; charset=utf-8"));
    m_database->isBroken = true;
    QCOMPARE(m_service->answer({"GET", "/healthz", {}}, *m_links).status, 503);
}

void TestRevertLinkService::databaseFailure_isAnsweredWithRetryAfter()
{
    m_database->isBroken = true;
    for (const char *method : {"GET", "HEAD", "POST"}) {
        const HttpResponse answer = ask(method);
        QCOMPARE(answer.status, 503);
        QVERIFY(answer.header("Retry-After").toInt() > 0);
        QVERIFY(answer.body.contains("Please try again in a few minutes"));
    }
    QCOMPARE(m_fetched, QStringList());
}

void TestRevertLinkService::headers_areOnEveryAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("page") << QByteArray("GET") << linkPath();
    QTest::newRow("post") << QByteArray("POST") << linkPath();
    QTest::newRow("unknown") << QByteArray("GET") << QByteArray("/r/x");
    QTest::newRow("health") << QByteArray("GET") << QByteArray("/healthz");
    QTest::newRow("not found") << QByteArray("GET") << QByteArray("/");
    QTest::newRow("wrong method") << QByteArray("PUT") << linkPath();
}

void TestRevertLinkService::headers_areOnEveryAnswer()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const HttpResponse answer = m_service->answer({method, path, {}}, *m_links);
    QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(answer.header("Referrer-Policy"), QByteArray("no-referrer"));
    QCOMPARE(answer.header("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(answer.header("X-Frame-Options"), QByteArray("DENY"));
    QCOMPARE(answer.header("X-Robots-Tag"), QByteArray("noindex"));
    const QByteArray policy = answer.header("Content-Security-Policy");
    for (const char *part :
         {"default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"})
        QVERIFY2(policy.contains(part), part);
}

void TestRevertLinkService::policy_namesTheHashOfTheStyleThatIsServed()
{
    const HttpResponse answer = ask("GET");
    const qsizetype start = answer.body.indexOf("<style>") + 7;
    const QByteArray style = answer.body.mid(start, answer.body.indexOf("</style>") - start);
    QVERIFY(style.size() > 100);
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    QVERIFY(answer.header("Content-Security-Policy").contains("style-src 'sha256-" + hash + "'"));
    QVERIFY(!style.contains("url(") && !style.contains("@import"));
    QVERIFY(!answer.body.contains("style=")); // would be blocked
}

void TestRevertLinkService::language_followsTheVisitorThenTheOffice()
{
    const HttpResponse french = ask("GET", "fr-FR,fr;q=0.9,en;q=0.5");
    QVERIFY(french.body.contains("<html lang=\"fr\" dir=\"ltr\">"));
    QVERIFY2(french.body.contains("Votre adresse a été modifiée"), french.body);
    QVERIFY(french.body.contains("<li>Rue</li>"));
    QVERIFY(french.body.contains("3 mars 2026 à 14:02"));
    QCOMPARE(french.header("Content-Language"), QByteArray("fr"));
    QCOMPARE(french.header("Vary"), QByteArray("Accept-Language"));
    QVERIFY(ask("GET", "").body.contains("lang=\"en\""));
    OfficeSettings office;
    office.language = QStringLiteral("fr");
    m_service->setOffice(office);
    QVERIFY(ask("GET", "").body.contains("lang=\"fr\""));
    QVERIFY(ask("GET", "en").body.contains("lang=\"en\""));
}

void TestRevertLinkService::office_whenSetAnew_isSaidOnTheNextPage()
{
    OfficeSettings office;
    office.companyName = QStringLiteral("Other Mills");
    m_service->setOffice(office);
    const QByteArray body = ask("GET").body;
    QVERIFY(body.contains("Other Mills"));
    QVERIFY(!body.contains("Example Mills"));
    QVERIFY(!body.contains("Questions?"));
}

void TestRevertLinkService::kindOfPath_neverHoldsTheToken()
{
    QCOMPARE(RevertLinkService::kindOfPath(linkPath()), QByteArrayLiteral("/r/…"));
    QCOMPARE(RevertLinkService::kindOfPath("/healthz"), QByteArray("/healthz"));
    QCOMPARE(RevertLinkService::kindOfPath("/x" + linkPath()), QByteArray("other"));
}

QTEST_GUILESS_MAIN(TestRevertLinkService)
#include "tst_revertlinkservice.moc"

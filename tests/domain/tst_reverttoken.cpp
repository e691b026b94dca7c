#include "models/domain/RevertToken.h"

#include <QCryptographicHash>
#include <QSet>
#include <QtTest>

using namespace addressdesk;

class TestRevertToken final : public QObject
{
    Q_OBJECT

private slots:
    void generate_gives43CharactersThatDiffer();
    void digest_isBase64UrlOfSha256OverTheBytes();
    void fromSecret_refusesWhatIsNotExactlyAToken_data();
    void fromSecret_refusesWhatIsNotExactlyAToken();
    void code_isTheFirstFortyBitsInCrockford();
    void normalizedCode_forgivesWhatPeopleSay();
    void normalizedCode_refusesTheRest();
};

void TestRevertToken::generate_gives43CharactersThatDiffer()
{
    QSet<QString> secrets;
    for (int i = 0; i < 1000; ++i)
        secrets.insert(RevertToken::generate().secret());
    QCOMPARE(secrets.size(), 1000);
    for (const QString &secret : std::as_const(secrets))
        QCOMPARE(secret.size(), 43);
}

void TestRevertToken::digest_isBase64UrlOfSha256OverTheBytes()
{
    // printf '\0%.0s' {1..32} | sha256sum
    const auto token = RevertToken::fromSecret(QString(43, u'A'));
    QVERIFY(token.has_value());
    const QByteArray expected =
        QByteArray::fromHex("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
    QCOMPARE(QByteArray::fromBase64(token->digest().toLatin1(), QByteArray::Base64UrlEncoding), expected);
    QCOMPARE(token->digest().size(), 43);
    QVERIFY(token->digest() != token->secret());
}

void TestRevertToken::fromSecret_refusesWhatIsNotExactlyAToken_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("empty") << QString();
    QTest::newRow("short") << QString(42, u'A');
    QTest::newRow("long") << QString(44, u'A');
    QTest::newRow("padding") << QString(QString(43, u'A') + u'=');
    QTest::newRow("standard base64 character") << QString(QString(42, u'A') + u'+');
    QTest::newRow("spare bits set") << QString(QString(42, u'A') + u'B');
    QTest::newRow("blank inside") << QString(QString(21, u'A') + u' ' + QString(22, u'A'));
    QTest::newRow("not Latin") << QString(QString(42, u'A') + QChar(0x4e00));
}

void TestRevertToken::fromSecret_refusesWhatIsNotExactlyAToken()
{
    QFETCH(const QString, secret);
    QVERIFY(!RevertToken::fromSecret(secret).has_value());
}

void TestRevertToken::code_isTheFirstFortyBitsInCrockford()
{
    // 0x66687aadf8 in groups of five bits: 12 25 20 7 21 11 15 24
    const auto token = RevertToken::fromSecret(QString(43, u'A'));
    const QString code = RevertToken::codeOfDigest(token->digest());
    QCOMPARE(code, u"CSM7NBFR"_qs);
    QCOMPARE(RevertToken::digestPrefixOfCode(code), QByteArray::fromHex("66687aadf8"));
}

void TestRevertToken::normalizedCode_forgivesWhatPeopleSay()
{
    QCOMPARE(RevertToken::normalizedCode(u" csm7-nbfr "_qs), std::optional(u"CSM7NBFR"_qs));
    QCOMPARE(RevertToken::normalizedCode(u"oO iI lL 23"_qs), std::optional(u"00111123"_qs));
}

void TestRevertToken::normalizedCode_refusesTheRest()
{
    QVERIFY(!RevertToken::normalizedCode(QString()));
    QVERIFY(!RevertToken::normalizedCode(u"CSM7NBF"_qs));
    QVERIFY(!RevertToken::normalizedCode(u"CSM7NBFRR"_qs));
    QVERIFY(!RevertToken::normalizedCode(u"CSM7NBFU"_qs));
}

QTEST_GUILESS_MAIN(TestRevertToken)
#include "tst_reverttoken.moc"

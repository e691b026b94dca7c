#include "app/revertlink/PageTemplate.h"
#include "models/wording/Language.h"
#include "models/wording/TimeWording.h"
#include "tests/revertlink/FakeRevertLinks.h"

#include <QRegularExpression>
#include <QtTest>
#include <QXmlStreamReader>

using namespace addressdesk;

class TestRevertPages final : public QObject
{
    Q_OBJECT

private slots:
    void hostileTexts_stayTexts_data();
    void hostileTexts_stayTexts();
    void escaped_replacesWhatHtmlForbids();
    void phone_isOnlyALinkWhenItIsANumber_data();
    void phone_isOnlyALinkWhenItIsANumber();
    void pages_areCompleteInBothLanguages();
    void times_areThoseOfTheMails();

private:
    [[nodiscard]] QByteArray html(const LinkView &view, const QString &company, const QString &phone,
                                  const char *locale = "en") const
    {
        const PageLanguage language(QLocale(QString::fromLatin1(locale)));
        return m_template.html(RevertPage::ofLink(view, language), language, company, phone);
    }

    PageTemplate m_template;
};

namespace {

/// The texts between the tags and the names of the tags; reads the page as XML, which ours all but are.
QPair<QString, QStringList> parsed(const QByteArray &page)
{
    static const QRegularExpression voidTag(QStringLiteral("<(meta[^>]*)>"));
    QString text = QString::fromUtf8(page).remove(QStringLiteral("<!DOCTYPE html>"));
    text.replace(voidTag, QStringLiteral("<\\1/>"));
    QXmlStreamReader reader(text);
    QPair<QString, QStringList> result;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType type = reader.readNext();
        if (type == QXmlStreamReader::StartElement)
            result.second.append(reader.name().toString());
        if (type == QXmlStreamReader::Characters)
            result.first += reader.text().toString();
    }
    if (reader.hasError())
        result.second = {reader.errorString()};
    return result;
}

} // namespace

void TestRevertPages::hostileTexts_stayTexts_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) {
        QTest::newRow(name) << text;
    };
    row("script", QStringLiteral("<script>alert(1)</script>"));
    row("quotes", QStringLiteral("\"'><img src=x onerror=alert(1)>"));
    row("ampersand", QStringLiteral("Fish & Chips &lt;b&gt; &#60;"));
    row("comment", QStringLiteral("<!-- --> ]]> <![CDATA["));
    row("template", QStringLiteral("{{style}} {{form}} %1 %2 {{"));
    row("style end", QStringLiteral("</style></title></head><body>"));
    row("Hebrew", QStringLiteral("בית חולים (Haifa)"));
    row("255 characters", QString(255, u'W'));
    row("255 emoji halves", QString(127, QChar(0xd83d)));
    row("line breaks", QStringLiteral("a\r\nX-Header: b\n\n<b>"));
}

void TestRevertPages::hostileTexts_stayTexts()
{
    QFETCH(QString, text);
    LinkView plain = fieldChange(LinkView::State::Open);
    const QStringList tags = parsed(html(plain, QStringLiteral("A"), QStringLiteral("call us"))).second;
    QVERIFY(tags.size() > 10);
    LinkView view = plain;
    view.addressLabel = text;
    view.fieldTitles = {text, text};
    const auto [content, hostileTags] = parsed(html(view, text, text));
    QCOMPARE(hostileTags, tags);
    if (!text.contains(u'\r') && !text.contains(QChar(0xd83d)))
        QCOMPARE(content.count(text), 5); // company, label, two titles, phone
}

void TestRevertPages::escaped_replacesWhatHtmlForbids()
{
    QCOMPARE(escapedForHtml(QStringLiteral("<a b=\"c\" d='e'>&")),
             QStringLiteral("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"));
    const QString bad = QStringLiteral("a") + QChar(0x0000) + QChar(0x001b) + QChar(0x202e) + QChar(0xffff);
    QCOMPARE(escapedForHtml(bad), QStringLiteral("a") + QString(4, QChar::ReplacementCharacter));
}

void TestRevertPages::phone_isOnlyALinkWhenItIsANumber_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("French") << QStringLiteral("01 23 45 67 89") << QByteArray("tel:0123456789");
    QTest::newRow("international") << QStringLiteral("+44 (20) 7946-0000") << QByteArray("tel:+442079460000");
    QTest::newRow("with hours") << QStringLiteral("0123456789, 9 to 5") << QByteArray();
    QTest::newRow("hostile") << QStringLiteral("javascript:alert(1)") << QByteArray();
    QTest::newRow("Arabic digits") << QStringLiteral("٠١٢٣٤٥") << QByteArray();
}

void TestRevertPages::phone_isOnlyALinkWhenItIsANumber()
{
    QFETCH(QString, phone);
    QFETCH(QByteArray, link);
    const QByteArray page = html(fieldChange(LinkView::State::Open), {}, phone);
    QCOMPARE(page.contains("href="), !link.isEmpty());
    if (!link.isEmpty())
        QVERIFY(page.contains("href=\"" + link + "\""));
}

void TestRevertPages::pages_areCompleteInBothLanguages()
{
    using State = LinkView::State;
    for (const State state : {State::Unknown, State::Open, State::Used, State::Expired, State::ChangedSince,
                              State::Deleted, State::Erased, State::PutBack}) {
        for (const LinkView &view : {fieldChange(state), deletion(state)}) {
            const auto [english, englishTags] = parsed(html(view, QStringLiteral("A"), QString(), "en"));
            const auto [french, frenchTags] = parsed(html(view, QStringLiteral("A"), QString(), "fr"));
            QCOMPARE(frenchTags, englishTags);
            QVERIFY(french != english);
            QVERIFY(!english.contains(QLatin1String("%1")) && !french.contains(QLatin1String("%1")));
            QVERIFY(!english.contains(QLatin1String("{{")) && !english.contains(QLatin1String("on .")));
        }
    }
}

/// The office's zone, named as in the mail that led here.
void TestRevertPages::times_areThoseOfTheMails()
{
    const QString when = QStringLiteral("2026-07-03T12:04:05.000Z");
    for (const char *locale : {"en", "en_US", "fr", "fr_CA"}) {
        const QString code = QString::fromLatin1(locale).left(2);
        const QString onPage = PageLanguage(QLocale(QString::fromLatin1(locale))).moment(when);
        const auto inMail = wording::timeWithZone(QDateTime::fromString(when, Qt::ISODateWithMs),
                                                  wording::Language::firstKnown({code}));
        QCOMPARE(onPage, inMail);
        QVERIFY2(onPage.endsWith(QStringLiteral("(CEST)")), qPrintable(onPage));
    }
}

QTEST_GUILESS_MAIN(TestRevertPages)
#include "tst_revertpages.moc"

#include "tests/ui/LetterSamples.h"
#include "tests/ui/PdfReader.h"
#include "ui/letter/QrCode.h"
#include "ui/letter/SafetyLetter.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>

using namespace addressdesk;
using Kind = SafetyNotice::Kind;
namespace samples = letterSamples;

Q_DECLARE_METATYPE(addressdesk::MailLetter)

namespace {

SafetyLetter written(const MailLetter &letter, const OfficeSettings &settings = samples::office(),
                     const SchemaMapping &mapping = SchemaMapping::native())
{
    return SafetyLetter::write(letter, settings, mapping, samples::now()).value();
}

QByteArray pdfOf(const SafetyLetter &letter)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return letter.writePdf(buffer) ? buffer.data() : QByteArray();
}

QByteArray pdfOf(const MailLetter &letter, const OfficeSettings &settings = samples::office())
{
    return pdfOf(written(letter, settings));
}

QString urlOf(const RevertToken &token)
{
    return QStringLiteral("https://adresses.example.com/r/") + token.secret();
}

QImage imageOf(const SafetyLetter &letter)
{
    QImage image(827, 1170, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    letter.paint(painter, 100);
    return image;
}

QString hostileText()
{
    return QStringLiteral("<script>alert(1)</script> \u202Eevil\u202C שלום עולם مرحبا 🏠 &amp; <b>x</b>");
}

} // namespace

class TestSafetyLetter final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (PdfReader::isAvailable())
            return;
        if (qEnvironmentVariableIsSet("CI"))
            QFAIL("poppler-utils and zbar-tools are missing.");
        QSKIP("poppler-utils and zbar-tools are missing.");
    }

    void pdf_tellsWhatTheMailTells()
    {
        const PdfReader pdf(pdfOf(samples::moved()));
        const QString text = pdf.text();
        for (const char *piece : {"Éditions du Marais",
                                  "+33 1 42 68 53 00",
                                  "3 March 2026",
                                  "Your address was changed",
                                  "Hello Anna Lefèvre,",
                                  "Home",
                                  "3 March 2026 at 14:02 (CET)",
                                  "our customer service",
                                  "Postal code",
                                  "69002",
                                  "75002",
                                  "7K3D-9Q2M",
                                  "City",
                                  "Lyon",
                                  "Paris",
                                  "AB12-CD34",
                                  "Then there is nothing for you to do.",
                                  "It works until 17 March 2026 at 15:00 (CET).",
                                  "call us on +33 1 42 68 53 00 and read out the phone code",
                                  "The code works for as long as the change can be put back.",
                                  "This letter was written automatically"})
            QVERIFY2(text.contains(QString::fromUtf8(piece)), piece);
    }

    void pdf_isInTheSettingsLanguage()
    {
        const QString text = PdfReader(pdfOf(samples::moved(), samples::office(QStringLiteral("fr")))).text();
        for (const char *piece :
             {"3 mars 2026", "Votre adresse a été modifiée", "Bonjour Anna Lefèvre,", "Code postal", "Ville",
              "Quelque chose ne va pas", "17 mars 2026 à 15:00 (CET)", "Cette lettre"})
            QVERIFY2(text.contains(QString::fromUtf8(piece)), piece);
        QVERIFY(!text.contains(QStringLiteral(" address ")));
        QVERIFY(PdfReader(pdfOf(samples::moved(), samples::office({}))).text().contains(u"Your address"));
    }

    void pdf_hasTitleAuthorAndFonts()
    {
        const PdfReader pdf(pdfOf(samples::moved()));
        QCOMPARE(pdf.title(), QStringLiteral("Your address was changed – Éditions du Marais"));
        QVERIFY(pdf.metadata().contains(
            QStringLiteral("<dc:creator><rdf:Seq><rdf:li>Éditions du Marais</rdf:li>")));
        QVERIFY(pdf.hasAllFonts());
    }

    void window_showsTheAddressOnly_data()
    {
        QTest::addColumn<FieldValues>("address");
        QTest::addColumn<QSizeF>("paper");
        QTest::addColumn<QString>("shown");
        const QSizeF a4(210, 297);
        const QSizeF usLetter(215.9, 279.4);
        const QString sender = QStringLiteral("Éditions du Marais Anna Lefèvre ");
        const QString name = QStringLiteral("Anna Lefèvre ");
        const auto row = [&](const char *title, const FieldValues &address, const QSizeF &paper,
                             const char *lines) {
            QTest::newRow(title) << address << paper
                                 << (paper == a4 ? sender : name) + QString::fromUtf8(lines);
        };
        row("France", samples::moved().mail.notice.address, a4, "12 Quai Saint-Antoine 69002 LYON FRANCE");
        row("Germany",
            samples::address(QStringLiteral("4"), QStringLiteral("Chausseestraße"), QStringLiteral("10115"),
                             QStringLiteral("Berlin"), QStringLiteral("Deutschland")),
            a4, "Chausseestraße 4 10115 Berlin DEUTSCHLAND");
        row("United Kingdom",
            samples::address(QStringLiteral("9"), QStringLiteral("High Street"), QStringLiteral("LS1 4DY"),
                             QStringLiteral("Leeds"), QStringLiteral("United Kingdom")),
            a4, "9 High Street LEEDS LS1 4DY UNITED KINGDOM");
        row("United States",
            samples::address(QStringLiteral("742"), QStringLiteral("Main Street"), QStringLiteral("IL 62704"),
                             QStringLiteral("Springfield"), QStringLiteral("USA")),
            usLetter, "742 Main Street SPRINGFIELD IL 62704 USA");
        row("Canada",
            samples::address(QStringLiteral("1"), QStringLiteral("Rue Sainte-Catherine"),
                             QStringLiteral("QC H2X 1K4"), QStringLiteral("Montréal"),
                             QStringLiteral("Canada")),
            usLetter, "1 Rue Sainte-Catherine MONTRÉAL QC H2X 1K4 CANADA");
    }
    void window_showsTheAddressOnly()
    {
        QFETCH(FieldValues, address);
        QFETCH(QSizeF, paper);
        QFETCH(QString, shown);
        MailLetter letter = samples::moved();
        letter.mail.notice.address = address;
        const SafetyLetter safetyLetter = written(letter);
        const PdfReader pdf(pdfOf(safetyLetter));
        QVERIFY(std::abs(pdf.paper().width() - paper.width()) < 0.5);
        QVERIFY(std::abs(pdf.paper().height() - paper.height()) < 0.5);
        const QRectF window = safetyLetter.sheet().window;
        QCOMPARE(pdf.textWithin(window), shown);
        const QList<PdfReader::Word> words = pdf.words();
        for (const PdfReader::Word &word : words) {
            if (word.box.intersects(window))
                QVERIFY2(window.contains(word.box), qPrintable(word.text));
        }
    }

    void window_isWhereEnvelopesHaveIt()
    {
        QCOMPARE(LetterSheet::a4().window, QRectF(20, 45, 90, 45));
        const LetterSheet us = LetterSheet::usLetter();
        QCOMPARE(us.window.size(), QSizeF(114.3, 28.6));
        for (const LetterSheet &sheet : {LetterSheet::a4(), us}) {
            QVERIFY(sheet.window.contains(sheet.address));
            QVERIFY(!sheet.window.intersects(sheet.head));
            QVERIFY(!sheet.window.intersects(sheet.date));
            QVERIFY(!sheet.window.intersects(sheet.body));
        }
    }

    void hostile_staysOnOnePage_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("url");
        const QString url = samples::office().publicUrl;
        const QString words = QStringLiteral("Résidence des Tilleuls, bâtiment C, escalier 4, ").repeated(6);
        QTest::newRow("long words") << words.left(255) << url;
        QTest::newRow("one long word") << QString(255, u'W') << url;
        QTest::newRow("markup and scripts") << hostileText() << url;
        QTest::newRow("right to left") << QString(255, QChar(0x05D0)) << url;
        QTest::newRow("emoji") << QStringLiteral("🏠").repeated(120) << url;
        QTest::newRow("line breaks") << QStringLiteral("a\n").repeated(120) << url;
        QTest::newRow("combining") << QStringLiteral("Z\u0310\u0310\u0310").repeated(60) << url;
        QTest::newRow("long address of the links")
            << words.left(255)
            << QStringLiteral("https://example.com/") + QStringLiteral("addresses/").repeated(20);
    }
    void hostile_staysOnOnePage()
    {
        QFETCH(QString, value);
        QFETCH(QString, url);
        MailLetter letter = samples::all(samples::everywhere(value), samples::everywhere(value));
        letter.mail.notice.customer.firstName = value;
        letter.mail.notice.customer.lastName = value;
        OfficeSettings settings = samples::office();
        settings.companyName = value;
        settings.publicUrl = url;
        const SafetyLetter safetyLetter = written(letter, settings);
        const PdfReader pdf(pdfOf(safetyLetter));
        QCOMPARE(pdf.pages(), 1);
        QCOMPARE(pdf.text().count(QStringLiteral("7K3D-9Q2M")), 6);
        QCOMPARE(pdf.codes(), safetyLetter.content().mainLink->url);
        checkNothingOverlaps(pdf, safetyLetter.sheet());
    }

    void values_areShownAsTheyAre()
    {
        MailLetter letter = samples::small();
        letter.mail.notice.changes.first().from =
            QStringLiteral("<script>alert(1)</script> \u202Eevil\u202C &amp; <b>x</b>");
        letter.mail.notice.changes.first().to = std::nullopt;
        const QString text = PdfReader(pdfOf(letter)).text();
        QVERIFY(text.contains(QStringLiteral("<script>alert(1)</script> evil &amp; <b>x</b>")));
        QVERIFY(text.contains(QStringLiteral("no value")));
    }

    void longValue_aloneIsShownInFull()
    {
        const QString value =
            QStringLiteral("Résidence des Tilleuls, bâtiment C, escalier 4, ").repeated(6).left(255);
        MailLetter letter = samples::small();
        letter.mail.notice.changes.first().from = value;
        const PdfReader pdf(pdfOf(letter));
        QString shown;
        const QList<PdfReader::Word> words = pdf.words();
        for (const PdfReader::Word &word : words) {
            if (word.box.left() > 35 && word.box.right() < 99)
                shown += word.text;
        }
        QVERIFY(shown.contains(QString(value).remove(u' ')));
    }

    void address_hostile_staysLineByLine()
    {
        MailLetter letter = samples::moved();
        letter.mail.notice.address.insert(QStringLiteral("streetName"),
                                          QStringLiteral("Rue\nde \u202Ela\u202C Paix\r"));
        letter.mail.notice.customer.firstName = QStringLiteral("Anna\n12 Rue");
        QCOMPARE(written(letter).addressLines(),
                 (QStringList{QStringLiteral("Anna 12 Rue Lefèvre"), QStringLiteral("12 Rue de la Paix"),
                              QStringLiteral("69002 LYON"), QStringLiteral("FRANCE")}));
    }

    void manyFields_areCountedWhenThereIsNoRoom()
    {
        SchemaMapping mapping = SchemaMapping::native();
        MailLetter letter = samples::moved();
        letter.mail.notice.changes.clear();
        for (int i = 0; i < 60; ++i)
            letter.mail.notice.changes.append({QStringLiteral("field%1").arg(i), QStringLiteral("a"),
                                               QStringLiteral("b"), QStringLiteral("7K3D9Q2M")});
        const SafetyLetter safetyLetter = written(letter);
        const PdfReader pdf(pdfOf(safetyLetter));
        QCOMPARE(pdf.pages(), 1);
        checkNothingOverlaps(pdf, safetyLetter.sheet());
        const auto shown = pdf.text().count(QStringLiteral("7K3D-9Q2M"));
        QVERIFY(shown >= 8);
        QVERIFY(pdf.text().contains(QStringLiteral("%1 more fields changed").arg(60 - shown)));
    }

    void code_isTheLinkThatPutsAllBack_data()
    {
        QTest::addColumn<MailLetter>("letter");
        QTest::addColumn<QString>("url");
        QTest::newRow("two fields") << samples::moved() << urlOf(samples::token());
        QTest::newRow("one field") << samples::small()
                                   << urlOf(samples::token().derivedForField(QStringLiteral("city")));
        MailLetter halfRevertible = samples::moved();
        halfRevertible.mail.notice.changes.first().code.clear();
        QTest::newRow("two fields, one of them with a code")
            << halfRevertible << urlOf(samples::token().derivedForField(QStringLiteral("city")));
        QTest::newRow("deletion") << samples::whole(Kind::Deleted)
                                  << urlOf(samples::token().derivedForAddress());
    }
    void code_isTheLinkThatPutsAllBack()
    {
        QFETCH(MailLetter, letter);
        QFETCH(QString, url);
        const SafetyLetter safetyLetter = written(letter);
        for (const MailContent::Change &change : safetyLetter.content().changes)
            QVERIFY(!change.link);
        const PdfReader pdf(pdfOf(safetyLetter));
        QCOMPARE(pdf.codes(), url);
        QCOMPARE(pdf.text().count(QStringLiteral("/r/")), 1);
        QVERIFY(pdf.text().contains(url));
    }

    void deletion_hasItsCode()
    {
        const QString text = PdfReader(pdfOf(samples::whole(Kind::Deleted))).text();
        QVERIFY(text.contains(QStringLiteral("ZZ99-YY88")));
        QVERIFY(text.contains(QStringLiteral("Restore this address")));
        QVERIFY(text.contains(QStringLiteral("Home – 12 Quai Saint-Antoine, 69002 Lyon, France")));
    }

    void otherKinds_haveNeitherCodeNorLink_data()
    {
        QTest::addColumn<MailLetter>("letter");
        QTest::addColumn<bool>("isToFormerAddress");
        MailLetter reverted = samples::moved();
        reverted.mail.notice.kind = Kind::Reverted;
        reverted.mail.notice.isByCustomer = true;
        QTest::newRow("reverted") << reverted << true;
        QTest::newRow("created") << samples::whole(Kind::Created) << false;
        QTest::newRow("restored") << samples::whole(Kind::Restored) << false;
    }
    void otherKinds_haveNeitherCodeNorLink()
    {
        QFETCH(MailLetter, letter);
        QFETCH(bool, isToFormerAddress);
        const PdfReader pdf(pdfOf(letter));
        const QString text = pdf.text();
        QVERIFY(text.contains(QStringLiteral("Please call us on +33 1 42 68 53 00.")));
        QCOMPARE(text.count(QStringLiteral("code"), Qt::CaseInsensitive),
                 text.count(QStringLiteral("Postal code")));
        QVERIFY(!text.contains(QStringLiteral("http")));
        QCOMPARE(pdf.codes(), QString());
        QCOMPARE(text.contains(QStringLiteral("as it was before the change")), isToFormerAddress);
        const QList<PdfReader::Word> words = pdf.words();
        for (const PdfReader::Word &word : words)
            QVERIFY2(word.box.right() <= LetterSheet::a4().body.right() + 0.5, qPrintable(word.text));
        if (letter.mail.notice.isByCustomer)
            QVERIFY(text.contains(QStringLiteral("you, with the link that we sent you")));
    }

    void withoutLinks_hasCodesOnly_data()
    {
        QTest::addColumn<MailLetter>("letter");
        QTest::addColumn<OfficeSettings>("settings");
        MailLetter wiped = samples::moved();
        wiped.saveToken.reset();
        OfficeSettings offline = samples::office();
        offline.publicUrl.clear();
        QTest::newRow("no token") << wiped << samples::office();
        QTest::newRow("no public address") << samples::moved() << offline;
    }
    void withoutLinks_hasCodesOnly()
    {
        QFETCH(MailLetter, letter);
        QFETCH(OfficeSettings, settings);
        const SafetyLetter safetyLetter = written(letter, settings);
        QVERIFY(!safetyLetter.hasLink());
        const PdfReader pdf(pdfOf(safetyLetter));
        const QString text = pdf.text();
        QVERIFY(text.contains(QStringLiteral("7K3D-9Q2M")));
        QVERIFY(text.contains(QStringLiteral("Please call us on +33 1 42 68 53 00")));
        QVERIFY(!text.contains(QStringLiteral("http")));
        QVERIFY(!text.contains(QStringLiteral("It works until")));
        QVERIFY(!text.contains(samples::secret));
        QCOMPARE(pdf.codes(), QString());
    }

    void write_withUnusableUrl_isRefused()
    {
        OfficeSettings settings = samples::office();
        settings.publicUrl = QStringLiteral("javascript:alert(1)");
        const auto letter =
            SafetyLetter::write(samples::moved(), settings, SchemaMapping::native(), samples::now());
        QVERIFY(!letter);
        QCOMPARE(letter.error().code, ErrorCode::InvalidValue);
    }

    void page_doesNotFollowTheDesktop()
    {
        const SafetyLetter letter = written(samples::moved());
        const QImage before = imageOf(letter);
        const QPalette light = QApplication::palette();
        const QFont font = QApplication::font();
        QApplication::setPalette(QPalette(Qt::white, Qt::black, Qt::gray, Qt::black, Qt::gray, Qt::white,
                                          Qt::white, Qt::black, Qt::black));
        QApplication::setFont(QFont(QStringLiteral("DejaVu Serif"), 30, QFont::Bold, true));
        const QImage after = imageOf(letter);
        QApplication::setPalette(light);
        QApplication::setFont(font);
        QCOMPARE(after, before);
    }

    void qrCode_isBlackOnWhiteWithItsQuietZone()
    {
        const auto code = QrCode::ofText(urlOf(samples::token()));
        QVERIFY(code);
        QImage image(code->modules(), code->modules(), QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        code->draw(painter, image.rect());
        painter.end();
        const int quiet = 4;
        for (int i = 0; i < image.width(); ++i) {
            for (int j = 0; j < quiet; ++j) {
                QCOMPARE(image.pixelColor(i, j), QColor(Qt::white));
                QCOMPARE(image.pixelColor(j, i), QColor(Qt::white));
                QCOMPARE(image.pixelColor(i, image.height() - 1 - j), QColor(Qt::white));
                QCOMPARE(image.pixelColor(image.width() - 1 - j, i), QColor(Qt::white));
            }
        }
        QCOMPARE(image.pixelColor(quiet, quiet), QColor(Qt::black));
        // The first two bits of the format, masked with 10, are 00 for M.
        QCOMPARE(image.pixelColor(quiet, quiet + 8), QColor(Qt::black));
        QCOMPARE(image.pixelColor(quiet + 1, quiet + 8), QColor(Qt::white));
    }

    void qrCode_ofTooMuch_isNone()
    {
        QVERIFY(!QrCode::ofText(QString(5000, u'x')));
        QVERIFY(!QrCode::ofText({}));
    }

private:
    /// Everything stands within the body, and the link above the footnote.
    static void checkNothingOverlaps(const PdfReader &pdf, const LetterSheet &sheet)
    {
        const QList<PdfReader::Word> words = pdf.words();
        double footnoteTop = 0;
        double linkBottom = 0;
        for (const PdfReader::Word &word : words) {
            QVERIFY2(word.box.bottom() <= sheet.body.bottom() + 0.5, qPrintable(word.text));
            QVERIFY2(word.box.right() <= sheet.body.right() + 0.5, qPrintable(word.text));
            if (word.text == QLatin1String("automatically,"))
                footnoteTop = word.box.top();
            if (word.text.contains(QStringLiteral("https://")))
                linkBottom = word.box.bottom();
        }
        QVERIFY(footnoteTop > 0);
        QVERIFY(linkBottom > 0);
        QVERIFY2(linkBottom < footnoteTop, qPrintable(QString::number(linkBottom)));
    }
};

QTEST_MAIN(TestSafetyLetter)
#include "tst_safetyletter.moc"

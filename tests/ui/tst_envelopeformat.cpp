#include "ui/addresses/EnvelopeFormat.h"
#include "ui/addresses/FieldOrder.h"
#include "ui/widgets/Mnemonics.h"

#include <QTest>

using namespace addressdesk;

namespace {

FieldValues address(const char *number, const char *street, const char *zip, const char *city,
                    const char *country)
{
    return {{QStringLiteral("label"), QStringLiteral("Home")},
            {QStringLiteral("streetNumber"), QString::fromUtf8(number)},
            {QStringLiteral("streetName"), QString::fromUtf8(street)},
            {QStringLiteral("zipCode"), QString::fromUtf8(zip)},
            {QStringLiteral("city"), QString::fromUtf8(city)},
            {QStringLiteral("country"), QString::fromUtf8(country)}};
}

QString shown(const FieldValues &values, const SchemaMapping &mapping = SchemaMapping::native())
{
    QStringList texts;
    const QList<EnvelopeLine> lines = envelope::lines(mapping, values);
    for (const EnvelopeLine &line : lines)
        texts.append(line.text);
    return texts.join(u'|');
}

} // namespace

class TestEnvelopeFormat final : public QObject
{
    Q_OBJECT

private slots:
    void lines_followTheCountry_data()
    {
        QTest::addColumn<FieldValues>("values");
        QTest::addColumn<QString>("expected");
        QTest::newRow("France") << address("4", "Rue de la Paix", "75002", "Paris", "France")
                                << QStringLiteral("4 Rue de la Paix|75002 PARIS|FRANCE");
        QTest::newRow("United States")
            << address("742", "Main Street", "62704", "Springfield", "United States")
            << QStringLiteral("742 Main Street|SPRINGFIELD 62704|UNITED STATES");
        QTest::newRow("United Kingdom") << address("9", "High Street", "LS1 4DY", "Leeds", "UK")
                                        << QStringLiteral("9 High Street|LEEDS|LS1 4DY|UK");
        QTest::newRow("Germany") << address("4", "Chausseestraße", "10115", "Berlin", "Deutschland")
                                 << QStringLiteral("Chausseestraße 4|10115 Berlin|DEUTSCHLAND");
        QTest::newRow("unknown") << address("4", "Main", "1", "Town", "Elsewhere")
                                 << QStringLiteral("4 Main|1 TOWN|ELSEWHERE");
        QTest::newRow("one line only") << address("", "", "", "Lyon", "") << QStringLiteral("LYON");
        QTest::newRow("nothing") << address("", "", "", "", "") << QString();
    }
    void lines_followTheCountry()
    {
        QFETCH(FieldValues, values);
        QFETCH(QString, expected);
        QCOMPARE(shown(values), expected);
    }

    void lines_knowTheirFields()
    {
        const QList<EnvelopeLine> lines =
            envelope::lines(SchemaMapping::native(), address("4", "Rue", "75002", "Paris", "France"));
        QCOMPARE(lines[1].fieldIds, (QStringList{QStringLiteral("zipCode"), QStringLiteral("city")}));
    }

    void lines_ofOtherFields_areKept()
    {
        SchemaMapping mapping;
        mapping.fields = {
            {QStringLiteral("line1"), QStringLiteral("l1"), QStringLiteral("Line 1"), FieldKind::Text},
            {QStringLiteral("line2"), QStringLiteral("l2"), QStringLiteral("Line 2"), FieldKind::Text},
            {QStringLiteral("plz"), QStringLiteral("plz"), QStringLiteral("PLZ"), FieldKind::PostalCode},
            {QStringLiteral("ort"), QStringLiteral("ort"), QStringLiteral("Ort"), FieldKind::Text}};
        const FieldValues values{{QStringLiteral("line1"), QStringLiteral("Werk 2")},
                                 {QStringLiteral("line2"), QStringLiteral("Tor 3")},
                                 {QStringLiteral("plz"), QStringLiteral("10115")},
                                 {QStringLiteral("ort"), QStringLiteral("Berlin")}};
        QCOMPARE(shown(values, mapping), QStringLiteral("Werk 2|Tor 3|10115 BERLIN"));
    }

    void recipient_joinsNames()
    {
        QCOMPARE(envelope::recipient(
                     {QStringLiteral("c"), QStringLiteral("Anna"), QStringLiteral("Lefèvre"), std::nullopt}),
                 QStringLiteral("Anna Lefèvre"));
        QCOMPARE(envelope::recipient({}), QString());
    }

    void formRows_pairWhatBelongsTogether()
    {
        QStringList rows;
        const QList<QList<FieldMapping>> shownRows = fieldOrder::rows(SchemaMapping::native().fields);
        for (const QList<FieldMapping> &row : shownRows) {
            QStringList ids;
            for (const FieldMapping &field : row)
                ids.append(field.id);
            rows.append(ids.join(u'+'));
        }
        QCOMPARE(rows,
                 (QStringList{QStringLiteral("label+country"), QStringLiteral("streetNumber+streetName"),
                              QStringLiteral("zipCode+city")}));
    }

    void mnemonics_areUniqueAndNotReserved()
    {
        const QList<QChar> letters = mnemonics::assign(
            {QStringLiteral("City"), QStringLiteral("Country"), QStringLiteral("Éé")}, QStringLiteral("c"));
        QCOMPARE(letters, (QList<QChar>{u'i', u'o', QChar()}));
        QCOMPARE(mnemonics::lettersOf(
                     {QStringLiteral("&File"), QStringLiteral("a && &b"), QStringLiteral("none")}),
                 QStringLiteral("fb"));
    }

    void mnemonics_areStripped_andTextMarksNone()
    {
        for (const auto &[text, stripped] :
             {std::pair("&Done", "Done"), {"R&&&D", "R&D"}, {"A &&", "A &"}, {"end&", "end"}, {"", ""}})
            QCOMPARE(mnemonics::stripped(QString::fromUtf8(text)), QString::fromUtf8(stripped));
        const QString name = QStringLiteral("<R&D> && co");
        QCOMPARE(mnemonics::stripped(mnemonics::literal(name)), name);
        QVERIFY(mnemonics::lettersOf({mnemonics::literal(name)}).isEmpty());
    }
};

QTEST_MAIN(TestEnvelopeFormat)
#include "tst_envelopeformat.moc"

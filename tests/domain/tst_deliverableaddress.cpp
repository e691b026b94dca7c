#include "models/domain/DeliverableAddress.h"

#include <QtTest>

using namespace addressdesk;

class TestDeliverableAddress final : public QObject
{
    Q_OBJECT

private slots:
    void missingFields_data()
    {
        QTest::addColumn<FieldValues>("values");
        QTest::addColumn<QStringList>("missing");
        const QString label = u"label"_qs;
        const QString street = u"streetName"_qs;
        const QString city = u"city"_qs;
        QTest::newRow("nothing") << FieldValues() << QStringList{street, city};
        QTest::newRow("only a country")
            << FieldValues{{u"country"_qs, u"France"_qs}} << QStringList{street, city};
        QTest::newRow("only a number")
            << FieldValues{{u"streetNumber"_qs, u"4"_qs}} << QStringList{street, city};
        QTest::newRow("a street") << FieldValues{{street, u"Rue de la Paix"_qs}} << QStringList{city};
        QTest::newRow("a city") << FieldValues{{city, u"Paris"_qs}} << QStringList{street};
        QTest::newRow("blanks") << FieldValues{{street, u" "_qs}, {city, u"\t"_qs}}
                                << QStringList{street, city};
        QTest::newRow("a city and a label")
            << FieldValues{{label, u"Ferme du Bois"_qs}, {city, u"Paris"_qs}} << QStringList();
        QTest::newRow("a city and a street")
            << FieldValues{{street, u"Rue de la Paix"_qs}, {city, u"Paris"_qs}} << QStringList();
    }

    void missingFields()
    {
        QFETCH(FieldValues, values);
        QFETCH(QStringList, missing);
        QCOMPARE(deliverable::missingFields(SchemaMapping::native(), values), missing);
    }

    void missingFields_ofOtherTables_isTheFirstPartOfAnEmptyAddress()
    {
        SchemaMapping mapping = SchemaMapping::native();
        mapping.fields = {{u"country"_qs, u"land"_qs, u"Land"_qs, FieldKind::Country},
                          {u"line1"_qs, u"l1"_qs, u"Line 1"_qs, FieldKind::Text},
                          {u"line2"_qs, u"l2"_qs, u"Line 2"_qs, FieldKind::Text}};
        const FieldValues onlyCountry{{u"country"_qs, u"France"_qs}};
        QCOMPARE(deliverable::missingFields(mapping, onlyCountry), QStringList{u"line1"_qs});
        QCOMPARE(deliverable::missingFields(mapping, {{u"line2"_qs, u"Paris"_qs}}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestDeliverableAddress)
#include "tst_deliverableaddress.moc"

#include "app/sample/AddressMaker.h"

#include "app/sample/SampleRandom.h"

namespace addressdesk {

namespace {

/// Lower-case ASCII letters of a name, for an e-mail address: "Lefèvre" becomes "lefevre".
QString mailPart(const QString &name)
{
    QString part;
    const QString decomposed = name.normalized(QString::NormalizationForm_D);
    for (const QChar c : decomposed) {
        if (c.unicode() < 128 && c.isLetter())
            part.append(c.toLower());
    }
    return part;
}

} // namespace

AddressMaker::AddressMaker(const PlaceCatalogue &places, const WordLists &words, Country country)
    : m_places(places), m_country(country),
      m_countryName(country == Country::France ? QStringLiteral("France") : QStringLiteral("United States"))
{
    const QString prefix = country == Country::France ? QStringLiteral("FR ") : QStringLiteral("US ");
    m_firstNames = words.list(prefix + QLatin1String("first names"));
    m_lastNames = words.list(prefix + QLatin1String("last names"));
    m_streetKinds = words.list(prefix + QLatin1String("street kinds"));
    m_streetNames = words.list(prefix + QLatin1String("street names"));
    m_labels = words.list(prefix + QLatin1String("labels"));
    if (country == Country::France)
        m_hamlets = words.list(QStringLiteral("FR hamlets"));
}

Customer AddressMaker::person(qint64 serial, SampleRandom &random) const
{
    static const QStringList domains{QStringLiteral("example.com"), QStringLiteral("example.net"),
                                     QStringLiteral("example.org")};
    Customer customer;
    customer.firstName = random.oneOf(m_firstNames);
    customer.lastName = random.oneOf(m_lastNames);
    customer.email = mailPart(*customer.firstName) + u'.' + mailPart(*customer.lastName) +
                     QString::number(serial) + u'@' + random.oneOf(domains);
    return customer;
}

QString AddressMaker::label(int index) const
{
    return m_labels[index % labelCount()];
}

Place AddressMaker::place(SampleRandom &random) const
{
    return m_places.pick(m_country, random);
}

Place AddressMaker::placeNear(const Place &place, SampleRandom &random) const
{
    return m_places.pickNear(m_country, place.region, random);
}

FieldValues AddressMaker::at(const Place &place, SampleRandom &random) const
{
    FieldValues values;
    if (!m_hamlets.isEmpty() && random.chance(2)) {
        values.insert(sampleFields::streetNumber, std::nullopt);
        values.insert(sampleFields::streetName, random.oneOf(m_hamlets));
    } else {
        values.insert(sampleFields::streetNumber, number(random));
        values.insert(sampleFields::streetName, street(random));
    }
    values.insert(sampleFields::zipCode, place.zipCode);
    values.insert(sampleFields::city, place.city);
    values.insert(sampleFields::country, m_countryName);
    return values;
}

FieldValue AddressMaker::number(SampleRandom &random) const
{
    if (m_country == Country::UnitedStates)
        return QString::number(random.chance(30) ? random.between(10, 99) : random.between(100, 9899));
    static const QStringList suffixes{QStringLiteral("bis"), QStringLiteral("bis"), QStringLiteral("ter"),
                                      QStringLiteral("A"), QStringLiteral("B")};
    const QString plain =
        QString::number(random.chance(80) ? random.between(1, 99) : random.between(100, 320));
    return random.chance(10) ? plain + random.oneOf(suffixes) : plain;
}

QString AddressMaker::street(SampleRandom &random) const
{
    const QString &kind = random.oneOf(m_streetKinds);
    const QString &name = random.oneOf(m_streetNames);
    return m_country == Country::France ? kind + u' ' + name : name + u' ' + kind;
}

} // namespace addressdesk

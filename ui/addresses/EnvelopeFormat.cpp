#include "ui/addresses/EnvelopeFormat.h"

#include <array>

namespace addressdesk::envelope {

namespace {

enum class Style {
    NumberFirst, ///< 4 Rue de la Paix / 75002 PARIS: France and most others.
    StreetFirst, ///< Hauptstraße 4 / 10115 Berlin: Germany and its neighbours.
    British,     ///< 4 High Street / LEEDS / LS1 4DY.
    American     ///< 4 Main Street / SPRINGFIELD, IL 62704.
};

struct CountryStyle
{
    const char16_t *names; ///< Between bars, in lower case.
    Style style;
};

constexpr std::array countryStyles{
    CountryStyle{u"|us|usa|united states|united states of "
                 u"america|états-unis|etats-unis|ca|canada|au|australia|australie|",
                 Style::American},
    CountryStyle{u"|gb|uk|united kingdom|great "
                 u"britain|england|scotland|wales|royaume-uni|angleterre|ie|ireland|irlande|",
                 Style::British},
    CountryStyle{
        u"|de|germany|deutschland|allemagne|at|austria|österreich|autriche|ch|switzerland|schweiz|suisse|",
        Style::StreetFirst},
    CountryStyle{u"|nl|netherlands|nederland|pays-bas|be|belgium|belgië|belgique|it|italy|italia|italie|",
                 Style::StreetFirst},
    CountryStyle{u"|es|spain|españa|espagne|pl|poland|polska|pologne|cz|czechia|dk|denmark|danmark|danemark|",
                 Style::StreetFirst},
    CountryStyle{u"|se|sweden|sverige|suède|no|norway|norge|norvège|fi|finland|suomi|finlande|pt|portugal|",
                 Style::StreetFirst}};

constexpr char16_t letterPaperCountries[] =
    u"|us|usa|united states|united states of america|états-unis|etats-unis|ca|canada|";

/// Whether `names`, as CountryStyle has them, hold the country.
bool isNamed(const QString &country, const char16_t *names)
{
    return QStringView(names).contains(QString(u'|' + country.trimmed().toLower() + u'|'));
}

Style styleOf(const QString &country)
{
    for (const CountryStyle &known : countryStyles) {
        if (isNamed(country, known.names))
            return known.style;
    }
    return Style::NumberFirst;
}

/// The parts of an address that have a place on an envelope.
struct Parts
{
    QString number;
    QString street;
    QString postalCode;
    QString town;
    QString country;
    QStringList others;
};

/// By kind and order, so that other companies' fields find their place too: the text after a number is the
/// street, the text after a postal code the town.
Parts partsOf(const SchemaMapping &mapping)
{
    Parts parts;
    FieldKind before = FieldKind::Text;
    for (const FieldMapping &field : mapping.fields) {
        if (field.kind == FieldKind::Label)
            continue;
        if (field.kind == FieldKind::Number && parts.number.isEmpty())
            parts.number = field.id;
        else if (field.kind == FieldKind::PostalCode && parts.postalCode.isEmpty())
            parts.postalCode = field.id;
        else if (field.kind == FieldKind::Country && parts.country.isEmpty())
            parts.country = field.id;
        else if (before == FieldKind::Number && parts.street.isEmpty())
            parts.street = field.id;
        else if (before == FieldKind::PostalCode && parts.town.isEmpty())
            parts.town = field.id;
        else
            parts.others.append(field.id);
        before = field.kind;
    }
    return parts;
}

class Builder
{
public:
    explicit Builder(const FieldValues &values) : m_values(values) {}

    void add(const QStringList &fieldIds, bool isUpper = false)
    {
        EnvelopeLine line;
        QStringList texts;
        for (const QString &fieldId : fieldIds) {
            const QString text = shownText(m_values.value(fieldId)).trimmed();
            if (fieldId.isEmpty() || text.isEmpty())
                continue;
            texts.append(text);
            line.fieldIds.append(fieldId);
        }
        line.text = isUpper ? texts.join(u' ').toUpper() : texts.join(u' ');
        if (!line.text.isEmpty())
            m_lines.append(line);
    }

    [[nodiscard]] QList<EnvelopeLine> lines() const { return m_lines; }

private:
    const FieldValues &m_values;
    QList<EnvelopeLine> m_lines;
};

} // namespace

QList<EnvelopeLine> lines(const SchemaMapping &mapping, const FieldValues &values)
{
    const Parts parts = partsOf(mapping);
    const Style style = styleOf(shownText(values.value(parts.country)));
    Builder builder(values);
    for (const QString &other : parts.others)
        builder.add({other});
    builder.add(style == Style::StreetFirst ? QStringList{parts.street, parts.number}
                                            : QStringList{parts.number, parts.street});
    switch (style) {
    case Style::NumberFirst:
        builder.add({parts.postalCode, parts.town}, true);
        break;
    case Style::StreetFirst:
        builder.add({parts.postalCode, parts.town});
        break;
    case Style::American:
        builder.add({parts.town, parts.postalCode}, true);
        break;
    case Style::British:
        builder.add({parts.town}, true);
        builder.add({parts.postalCode}, true);
        break;
    }
    builder.add({parts.country}, true);
    return builder.lines();
}

bool isInLetterPaperCountry(const SchemaMapping &mapping, const FieldValues &values)
{
    return isNamed(shownText(values.value(partsOf(mapping).country)), letterPaperCountries);
}

QString recipient(const Customer &customer)
{
    return QStringLiteral("%1 %2").arg(shownText(customer.firstName), shownText(customer.lastName)).trimmed();
}

} // namespace addressdesk::envelope

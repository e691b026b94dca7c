#pragma once

#include "app/sample/PlaceCatalogue.h"
#include "app/sample/WordLists.h"
#include "models/domain/Address.h"

namespace addressdesk {

class SampleRandom;

/// Makes people and addresses up in the manner of one country: real towns, invented streets, labels in its
/// language. Borrows the catalogue and the words.
class AddressMaker final
{
public:
    using Country = PlaceCatalogue::Country;

    AddressMaker(const PlaceCatalogue &places, const WordLists &words, Country country);

    /// Everything but the keys. `serial` makes the e-mail address unique.
    [[nodiscard]] Customer person(qint64 serial, SampleRandom &random) const;
    [[nodiscard]] QString label(int index) const; ///< 0 is "home".
    [[nodiscard]] int labelCount() const { return static_cast<int>(m_labels.size()); }

    [[nodiscard]] Place place(SampleRandom &random) const;
    [[nodiscard]] Place placeNear(const Place &place, SampleRandom &random) const;
    /// Street, town and country; without a label.
    [[nodiscard]] FieldValues at(const Place &place, SampleRandom &random) const;
    /// std::nullopt where houses have no numbers.
    [[nodiscard]] FieldValue number(SampleRandom &random) const;

private:
    [[nodiscard]] QString street(SampleRandom &random) const;

    const PlaceCatalogue &m_places;
    Country m_country;
    QString m_countryName;
    QStringList m_firstNames;
    QStringList m_lastNames;
    QStringList m_streetKinds;
    QStringList m_streetNames;
    QStringList m_hamlets;
    QStringList m_labels;
};

/// The field ids of the native mapping that sample addresses have.
namespace sampleFields {
inline const QString label = QStringLiteral("label");
inline const QString streetNumber = QStringLiteral("streetNumber");
inline const QString streetName = QStringLiteral("streetName");
inline const QString zipCode = QStringLiteral("zipCode");
inline const QString city = QStringLiteral("city");
inline const QString country = QStringLiteral("country");
} // namespace sampleFields

} // namespace addressdesk

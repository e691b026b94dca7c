#pragma once

#include "models/domain/Error.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace addressdesk {

class SampleRandom;

/// A real town with one of its real postal codes.
struct Place
{
    QString city;
    QString zipCode;
    QByteArray region; ///< French department or state of the United States.

    [[nodiscard]] bool operator==(const Place &) const = default;
};

/// The real places of resources/sample/places.bin. A value: copies share the text, and each copy may be used
/// on any one thread. Larger towns are picked more often.
class PlaceCatalogue final
{
public:
    enum class Country { France, UnitedStates };

    /// Errors: Internal when the resource is missing or damaged.
    [[nodiscard]] static Result<PlaceCatalogue> load();
    /// From the packed form that resources/sample/SOURCES.md describes. Errors: Internal.
    [[nodiscard]] static Result<PlaceCatalogue> fromPacked(const QByteArray &packed);

    [[nodiscard]] qsizetype count(Country country) const;
    [[nodiscard]] Place pick(Country country, SampleRandom &random) const;
    /// Another place of the same department or state.
    [[nodiscard]] Place pickNear(Country country, const QByteArray &region, SampleRandom &random) const;
    /// Whether this town exists in the country with this postal code. Looks at every place: for tests.
    [[nodiscard]] bool contains(Country country, const QString &city, const QString &zipCode) const;

private:
    struct Line
    {
        quint32 offset;
        quint32 length;
        quint64 weightBefore; ///< Sum of the weights of the earlier lines.
    };

    struct Range
    {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    struct Section
    {
        std::vector<Line> lines; ///< Ends with a sentinel that carries the whole weight.
        QHash<QByteArray, Range> regions;
    };

    [[nodiscard]] bool read();
    [[nodiscard]] bool append(Section &section, qsizetype offset, qsizetype length) const;
    [[nodiscard]] const Section &section(Country country) const;
    [[nodiscard]] Place pickBetween(const Section &section, Range range, SampleRandom &random) const;
    [[nodiscard]] QByteArrayView text(const Line &line) const;

    QByteArray m_text;
    Section m_france;
    Section m_unitedStates;
};

} // namespace addressdesk

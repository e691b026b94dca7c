#include "app/sample/PlaceCatalogue.h"

#include "app/sample/SampleRandom.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace addressdesk {

namespace {

constexpr char columnEnd = '\t';
enum Column : std::size_t { RegionColumn, NameColumn, WeightColumn, ZipsColumn, ColumnCount };

using Columns = std::array<QByteArrayView, ColumnCount>;

std::optional<Columns> columnsOf(QByteArrayView line)
{
    Columns columns;
    for (std::size_t i = 0; i < ColumnCount; ++i) {
        const qsizetype end = line.indexOf(columnEnd);
        const bool isLast = i + 1 == ColumnCount;
        if (isLast != (end < 0))
            return std::nullopt;
        columns[i] = isLast ? line : line.first(end);
        if (columns[i].isEmpty())
            return std::nullopt;
        line = isLast ? QByteArrayView() : line.sliced(end + 1);
    }
    return columns;
}

} // namespace

Result<PlaceCatalogue> PlaceCatalogue::load()
{
    QFile file(QStringLiteral(":/sample/places.bin"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, QStringLiteral("the resource with the sample places is missing"));
    return fromPacked(file.readAll());
}

Result<PlaceCatalogue> PlaceCatalogue::fromPacked(const QByteArray &packed)
{
    PlaceCatalogue catalogue;
    catalogue.m_text = qUncompress(packed);
    if (catalogue.m_text.isEmpty() || !catalogue.read())
        return failure(ErrorCode::Internal, QStringLiteral("the resource with the sample places is damaged"));
    return catalogue;
}

bool PlaceCatalogue::read()
{
    Section *current = nullptr;
    for (qsizetype start = 0; start < m_text.size();) {
        qsizetype end = m_text.indexOf('\n', start);
        if (end < 0)
            end = m_text.size();
        const QByteArrayView line = QByteArrayView(m_text).sliced(start, end - start);
        if (line == "FR")
            current = &m_france;
        else if (line == "US")
            current = &m_unitedStates;
        else if (!current || !append(*current, start, end - start))
            return false;
        start = end + 1;
    }
    return m_france.lines.size() > 1 && m_unitedStates.lines.size() > 1;
}

bool PlaceCatalogue::append(Section &section, qsizetype offset, qsizetype length) const
{
    const auto columns = columnsOf(QByteArrayView(m_text).sliced(offset, length));
    if (!columns)
        return false;
    bool isNumber = false;
    const quint64 weight = (*columns)[WeightColumn].toByteArray().toULongLong(&isNumber);
    if (!isNumber || weight == 0)
        return false;

    if (section.lines.empty())
        section.lines.push_back({0, 0, 0});
    Line &line = section.lines.back();
    line.offset = static_cast<quint32>(offset);
    line.length = static_cast<quint32>(length);
    const std::size_t index = section.lines.size() - 1;
    Range &range = section.regions[(*columns)[RegionColumn].toByteArray()];
    if (range.end == 0)
        range.first = index;
    range.end = index + 1;
    section.lines.push_back({0, 0, line.weightBefore + weight});
    return true;
}

const PlaceCatalogue::Section &PlaceCatalogue::section(Country country) const
{
    return country == Country::France ? m_france : m_unitedStates;
}

QByteArrayView PlaceCatalogue::text(const Line &line) const
{
    return QByteArrayView(m_text).sliced(line.offset, line.length);
}

qsizetype PlaceCatalogue::count(Country country) const
{
    return static_cast<qsizetype>(section(country).lines.size()) - 1;
}

Place PlaceCatalogue::pick(Country country, SampleRandom &random) const
{
    const Section &places = section(country);
    return pickBetween(places, {0, places.lines.size() - 1}, random);
}

Place PlaceCatalogue::pickNear(Country country, const QByteArray &region, SampleRandom &random) const
{
    const Section &places = section(country);
    const auto range = places.regions.constFind(region);
    return range == places.regions.cend() ? pick(country, random) : pickBetween(places, *range, random);
}

Place PlaceCatalogue::pickBetween(const Section &section, Range range, SampleRandom &random) const
{
    const quint64 from = section.lines[range.first].weightBefore;
    const quint64 until = section.lines[range.end].weightBefore;
    const quint64 wanted = from + random.below(until - from);
    const auto begin = section.lines.begin() + static_cast<std::ptrdiff_t>(range.first);
    const auto end = section.lines.begin() + static_cast<std::ptrdiff_t>(range.end);
    const auto next = std::upper_bound(
        begin, end, wanted, [](quint64 weight, const Line &line) { return weight < line.weightBefore; });
    const Columns columns = *columnsOf(text(*std::prev(next)));
    const QList<QByteArray> zips = columns[ZipsColumn].toByteArray().split(',');
    const QByteArray &zip = zips[static_cast<qsizetype>(random.below(static_cast<quint64>(zips.size())))];
    return {QString::fromUtf8(columns[NameColumn]), QString::fromLatin1(zip),
            columns[RegionColumn].toByteArray()};
}

bool PlaceCatalogue::contains(Country country, const QString &city, const QString &zipCode) const
{
    const QByteArray name = city.toUtf8();
    const QByteArray zip = zipCode.toUtf8();
    const auto &lines = section(country).lines;
    return std::any_of(lines.begin(), std::prev(lines.end()), [&](const Line &line) {
        const Columns columns = *columnsOf(text(line));
        return columns[NameColumn] == QByteArrayView(name) &&
               columns[ZipsColumn].toByteArray().split(',').contains(zip);
    });
}

} // namespace addressdesk

#include "app/sample/SampleGenerator.h"

#include "app/sample/SampleHistory.h"
#include "app/sample/SampleIds.h"
#include "app/sample/SampleRandom.h"

namespace addressdesk {

namespace {

using Country = PlaceCatalogue::Country;

constexpr qint64 hour = 3'600'000;
constexpr qint64 firstCustomerAt =
    1'577'836'800'000; ///< 1 January 2020, in milliseconds: where the keys begin.
constexpr qint64 betweenCustomers = 61;
constexpr int frenchPercent = 60;
constexpr int historyPercent = 30;
constexpr int historyYears = 2;

} // namespace

Result<SampleGenerator> SampleGenerator::create(const SampleOptions &options, bool hasLabels)
{
    auto places = PlaceCatalogue::load();
    if (!places)
        return tl::unexpected(places.error());
    auto words = WordLists::load();
    if (!words)
        return tl::unexpected(words.error());
    return SampleGenerator(options, hasLabels, std::move(*places), std::move(*words));
}

SampleGenerator::SampleGenerator(const SampleOptions &options, bool hasLabels, PlaceCatalogue places,
                                 WordLists words)
    : m_options(options), m_hasLabels(hasLabels), m_places(std::move(places)), m_words(std::move(words))
{
}

SampleCustomer SampleGenerator::next()
{
    SampleRandom random(m_options.seed, static_cast<quint64>(m_serial));
    const Country country = random.chance(frenchPercent) ? Country::France : Country::UnitedStates;
    const AddressMaker maker(m_places, m_words, country);

    SampleCustomer made;
    ++m_serial;
    made.customer = maker.person(m_serial, random);
    made.customer.id = sampleIds::timeOrdered(firstCustomerAt + m_serial * betweenCustomers, 0, random);
    const int roll = random.between(1, 100);
    const int addresses = roll <= 55 ? 1 : roll <= 85 ? 2 : 3;
    for (int index = 0; index < addresses; ++index)
        addAddress(made, index, maker, random);
    return made;
}

void SampleGenerator::addAddress(SampleCustomer &to, int index, const AddressMaker &maker,
                                 SampleRandom &random) const
{
    const Place place = maker.place(random);
    Address address;
    address.id = sampleIds::timeOrdered(firstCustomerAt + m_serial * betweenCustomers, index + 1, random);
    address.customerId = to.customer.id;
    address.values = maker.at(place, random);
    if (m_hasLabels)
        address.values.insert(sampleFields::label,
                              maker.label(index == 0 ? 0 : index + random.between(0, 1)));
    if (!random.chance(historyPercent)) {
        to.addresses.append(address);
        return;
    }
    SampleHistory history(address, place, maker, m_words, random);
    const qint64 last = m_options.reference.toMSecsSinceEpoch() - hour;
    history.invent({m_options.reference.addYears(-historyYears).toMSecsSinceEpoch(), last});
    if (history.exists())
        to.addresses.append(history.address());
    to.events.append(history.events());
}

} // namespace addressdesk

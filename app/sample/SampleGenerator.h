#pragma once

#include "app/sample/AddressMaker.h"
#include "app/sample/PlaceCatalogue.h"
#include "app/sample/WordLists.h"
#include "models/domain/Address.h"
#include "models/domain/Event.h"

#include <QDateTime>

namespace addressdesk {

/// What to invent.
struct SampleOptions
{
    qint64 customers = 5000;
    quint64 seed = 1;
    QDateTime reference =
        QDateTime::currentDateTimeUtc(); ///< "Today": the history fills the two years before it.
    QString mailLanguage = {};           ///< As OfficeSettings::language.
};

/// One invented customer with everything that belongs to them.
struct SampleCustomer
{
    Customer customer;
    QList<Address> addresses; ///< Those that exist today.
    QList<Event> events; ///< Stream after stream, without sequence numbers; also those of deleted addresses.
};

/// Invents customers one after the other: the same options give the same customers everywhere. Customers do
/// not depend on how many there are. Keys ascend. Uses little memory, on any one thread.
class SampleGenerator final
{
public:
    /// `hasLabels` is false for tables without a label column. Errors: Internal when a resource is missing.
    [[nodiscard]] static Result<SampleGenerator> create(const SampleOptions &options, bool hasLabels = true);

    /// The next customer; call at most `options.customers` times.
    [[nodiscard]] SampleCustomer next();

    [[nodiscard]] const PlaceCatalogue &places() const { return m_places; }

private:
    SampleGenerator(const SampleOptions &options, bool hasLabels, PlaceCatalogue places, WordLists words);

    void addAddress(SampleCustomer &to, int index, const AddressMaker &maker, SampleRandom &random) const;

    SampleOptions m_options;
    bool m_hasLabels;
    PlaceCatalogue m_places;
    WordLists m_words;
    qint64 m_serial = 0;
};

} // namespace addressdesk

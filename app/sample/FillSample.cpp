#include "app/sample/FillSample.h"

#include "models/storage/BulkLoader.h"
#include "models/storage/OfficeSettingsRepository.h"

namespace addressdesk {

namespace {

constexpr qint64 batchSize = 1000; ///< Customers in memory at a time.

struct Batch
{
    QList<Customer> customers;
    QList<Address> addresses;
    QList<Event> events;
};

Batch nextBatch(SampleGenerator &generator, qint64 count)
{
    Batch batch;
    batch.customers.reserve(count);
    for (qint64 i = 0; i < count; ++i) {
        SampleCustomer made = generator.next();
        batch.customers.append(std::move(made.customer));
        batch.addresses.append(std::move(made.addresses));
        batch.events.append(std::move(made.events));
    }
    return batch;
}

Done load(BulkLoader &loader, const Batch &batch)
{
    return loader.addCustomers(batch.customers)
        .and_then([&] { return loader.addAddresses(batch.addresses); })
        .and_then([&] { return loader.addEvents(batch.events); });
}

/// Sample addresses have all fields of the native mapping; only the label may be missing.
Done checkMapping(const SchemaMapping &mapping)
{
    for (const QString &field : {sampleFields::streetNumber, sampleFields::streetName, sampleFields::zipCode,
                                 sampleFields::city, sampleFields::country}) {
        if (!mapping.field(field))
            return failure(ErrorCode::InvalidArgument,
                           QStringLiteral("the addresses have no field %1").arg(field));
    }
    return {};
}

/// Whose customers they are, in the loader's transaction; an office that has a name keeps it.
Done nameOffice(SqlConnection &connection, const QString &language)
{
    OfficeSettingsRepository repository(connection);
    const Result<OfficeSettings> known = repository.load();
    if (!known)
        return tl::unexpected(known.error());
    if (*known != OfficeSettings())
        return {};
    OfficeSettings office;
    office.companyName = QStringLiteral("Sample Company");
    office.companyPhone = QStringLiteral("+33 1 99 00 12 34"); // Numbers that are kept for fiction.
    office.senderAddress = QStringLiteral("addresses@example.com");
    office.language = language;
    return repository.write(office);
}

} // namespace

Result<SampleCounts> fillSample(SqlConnection &connection, const SchemaMapping &mapping,
                                const SampleOptions &options, const SampleProgress &progress,
                                const std::atomic<bool> *cancelled)
{
    if (const Done checked = checkMapping(mapping); !checked)
        return tl::unexpected(checked.error());
    auto generator = SampleGenerator::create(options, mapping.field(sampleFields::label) != nullptr);
    if (!generator)
        return tl::unexpected(generator.error());
    auto loader = BulkLoader::begin(connection, mapping);
    if (!loader)
        return tl::unexpected(loader.error());

    if (const Done named = nameOffice(connection, options.mailLanguage); !named)
        return tl::unexpected(named.error());
    SampleCounts counts;
    while (counts.customers < options.customers) {
        if (cancelled && *cancelled)
            return failure(ErrorCode::Cancelled);
        const Batch batch = nextBatch(*generator, std::min(batchSize, options.customers - counts.customers));
        if (const Done loaded = load(**loader, batch); !loaded)
            return tl::unexpected(loaded.error());
        counts.customers += batch.customers.size();
        counts.addresses += batch.addresses.size();
        counts.events += batch.events.size();
        if (progress)
            progress(counts.customers, options.customers);
    }
    return (*loader)->finish().map([&counts] { return counts; });
}

} // namespace addressdesk

#include "models/storage/OfficeSettingsRepository.h"

#include "models/storage/StatementRun.h"
#include "models/storage/UnitOfWork.h"

namespace addressdesk {

Result<OfficeSettings> OfficeSettingsRepository::load()
{
    OfficeSettings settings;
    const auto rows = statements::allRows<bool>(
        m_connection, QStringLiteral("SELECT name, value FROM address_desk_settings"), [](Statement &) {},
        [&](const Statement &s) -> Result<bool> {
            return settings.setStored(s.text(0).value_or(QString()), s.text(1).value_or(QString()));
        });
    if (!rows)
        return tl::unexpected(rows.error());
    return settings;
}

Done OfficeSettingsRepository::save(const OfficeSettings &settings)
{
    Result<UnitOfWork> unit = UnitOfWork::begin(m_connection);
    if (!unit)
        return tl::unexpected(unit.error());
    if (const Done written = write(settings); !written)
        return written;
    return unit->commit();
}

Done OfficeSettingsRepository::write(const OfficeSettings &settings)
{
    const QMap<QString, QString> values = settings.toNamed();
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const Result<Statement *> statement =
            statements::run(m_connection,
                            QStringLiteral("INSERT INTO address_desk_settings (name, value) VALUES (?, ?) "
                                           "ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                            [&](Statement &s) { s.bind(it.key()).bind(it.value()); });
        if (!statement)
            return tl::unexpected(statement.error());
        (*statement)->finish();
    }
    return {};
}

} // namespace addressdesk

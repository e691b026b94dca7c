#include "models/storage/OfficeSettingsRepository.h"

#include "models/storage/StatementRun.h"
#include "models/storage/UnitOfWork.h"

#include <QMap>

namespace addressdesk {

namespace {

const QString linkDaysName = QStringLiteral("linkDays");

/// Every text setting by its name in the table.
QMap<QString, QString *> textsOf(OfficeSettings &settings)
{
    return {{QStringLiteral("companyName"), &settings.companyName},
            {QStringLiteral("companyPhone"), &settings.companyPhone},
            {QStringLiteral("senderAddress"), &settings.senderAddress},
            {QStringLiteral("publicUrl"), &settings.publicUrl},
            {QStringLiteral("language"), &settings.language}};
}

} // namespace

Result<OfficeSettings> OfficeSettingsRepository::load()
{
    OfficeSettings settings;
    const QMap<QString, QString *> texts = textsOf(settings);
    const auto rows = statements::allRows<bool>(
        m_connection, QStringLiteral("SELECT name, value FROM address_desk_settings"), [](Statement &) {},
        [&](const Statement &s) -> Result<bool> {
            const QString name = s.text(0).value_or(QString());
            const QString value = s.text(1).value_or(QString());
            if (QString *text = texts.value(name))
                *text = value;
            const int days = name == linkDaysName ? value.toInt() : 0;
            if (days > 0 && days <= OfficeSettings::mostLinkDays)
                settings.linkDays = days;
            return true;
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
    OfficeSettings copy = settings;
    QMap<QString, QString> values{{linkDaysName, QString::number(settings.linkDays)}};
    const QMap<QString, QString *> texts = textsOf(copy);
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        values.insert(it.key(), *it.value());
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
    return unit->commit();
}

} // namespace addressdesk

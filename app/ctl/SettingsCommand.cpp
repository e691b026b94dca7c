#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "models/storage/OfficeSettingsRepository.h"

#include <QJsonObject>

namespace addressdesk {

namespace {

tl::expected<void, Refusal> change(OfficeSettings &settings, const QStringList &assignments)
{
    for (const QString &assignment : assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals <= 0)
            return tl::unexpected(wrongUsage(CtlText::tr("Settings are written NAME=VALUE.")));
        if (!settings.set(assignment.left(equals), assignment.mid(equals + 1)))
            return tl::unexpected(
                wrongUsage(CtlText::tr("There is no setting “%1” that could have this value.")
                               .arg(assignment.left(equals))));
    }
    return {};
}

void tell(Output &output, const OfficeSettings &settings)
{
    QJsonObject object;
    QList<QStringList> rows;
    const QMap<QString, QString> named = settings.toNamed();
    for (auto it = named.cbegin(); it != named.cend(); ++it) {
        object.insert(it.key(), it.value());
        rows.append({it.key(), it.value()});
    }
    output.answer(object, CtlText::aligned(rows));
}

} // namespace

CommandResult runSettings(const CommandContext &context)
{
    const QStringList &assignments = context.arguments.positional();
    const auto database = assignments.isEmpty() ? context.openForReading() : context.open();
    if (!database)
        return tl::unexpected(database.error());
    OfficeSettingsRepository repository((*database)->connection());
    Result<OfficeSettings> settings = repository.load();
    if (!settings)
        return (*database)->refused(settings.error());
    if (const auto changed = change(*settings, assignments); !changed)
        return tl::unexpected(changed.error());
    if (!assignments.isEmpty()) {
        if (const Done saved = repository.save(*settings); !saved)
            return (*database)->refused(saved.error());
    }
    tell(context.output, *settings);
    return ExitStatus::Success;
}

} // namespace addressdesk

#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "models/domain/ValueRules.h"
#include "models/storage/OfficeSettingsRepository.h"

#include <QJsonObject>

namespace addressdesk {

namespace {

/// What a value of the setting has to be, or that there is no such setting.
QString allowed(const QString &name)
{
    const QStringList names = OfficeSettings().toNamed().keys();
    const QString separator = QStringLiteral(", ");
    if (!names.contains(name))
        return CtlText::tr("There is no setting “%1”. The settings are: %2.")
            .arg(name, names.join(separator));
    if (name == u"linkDays")
        return CtlText::tr("%1: a whole number from %2 to %3.")
            .arg(name, QString::number(OfficeSettings::fewestLinkDays),
                 QString::number(OfficeSettings::mostLinkDays));
    if (name == u"language")
        //: %2 a list of language codes: "en, fr"
        return CtlText::tr("%1: one of %2, or nothing.")
            .arg(name, OfficeSettings::knownLanguages().join(separator));
    if (name == u"publicUrl")
        return CtlText::tr("%1: the address that customers open, for example "
                           "https://addresses.example.com, or nothing.")
            .arg(name);
    if (name == u"companyPhone")
        return CtlText::tr("%1: a phone number, for example +33 1 23 45 67 89, of at most %2 characters, or "
                           "nothing.")
            .arg(name, QString::number(OfficeSettings::longestPhone));
    if (name == u"senderAddress")
        return CtlText::tr("%1: a plain e-mail address, for example addresses@example.com, or nothing.")
            .arg(name);
    return CtlText::tr("%1: one line of at most %2 characters, without control characters.")
        .arg(name, QString::number(valueRules::maximumLength));
}

tl::expected<void, Refusal> change(OfficeSettings &settings, const QStringList &assignments)
{
    for (const QString &assignment : assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals <= 0)
            return tl::unexpected(wrongUsage(CtlText::tr("Settings are written NAME=VALUE.")));
        const QString name = assignment.left(equals);
        if (!settings.set(name, assignment.mid(equals + 1)))
            return tl::unexpected(wrongUsage(allowed(name)));
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

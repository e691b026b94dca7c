#include "models/wording/SchemaWording.h"

#include <QCoreApplication>
#include <QStringList>

namespace addressdesk::wording {

namespace {

QString pattern(SchemaStep::Kind kind)
{
    using Kind = SchemaStep::Kind;
    const auto say = [](const char *text) {
        return QCoreApplication::translate("SchemaStep", text);
    };
    switch (kind) {
    case Kind::KeepTable:
        return say(QT_TRANSLATE_NOOP("SchemaStep", "keep table %1 as it is"));
    case Kind::LeaveOutColumn:
        //: %1 for example addresses.label: the program works without this field
        return say(QT_TRANSLATE_NOOP("SchemaStep", "do without column %1, which is not there"));
    case Kind::CreateTable:
        return say(QT_TRANSLATE_NOOP("SchemaStep", "create table %1"));
    case Kind::CreateIndex:
        return say(QT_TRANSLATE_NOOP("SchemaStep", "create index %1"));
    case Kind::CreateTrigger:
        return say(QT_TRANSLATE_NOOP("SchemaStep", "create trigger %1"));
    case Kind::CreateFunction:
        return say(QT_TRANSLATE_NOOP("SchemaStep", "create function %1"));
    case Kind::RenewGuard:
        //: %1 a trigger or function in the database
        return say(QT_TRANSLATE_NOOP("SchemaStep", "renew %1, which guards the history or its mails"));
    case Kind::RecordVersion:
        return say(QT_TRANSLATE_NOOP("SchemaStep", "record the version in table %1"));
    }
    Q_UNREACHABLE();
}

} // namespace

QString schemaStep(const SchemaStep &step)
{
    return pattern(step.kind).arg(step.name);
}

QString schemaSteps(const QList<SchemaStep> &steps)
{
    QStringList lines;
    for (const SchemaStep &step : steps)
        lines.append(schemaStep(step));
    return lines.join(u'\n');
}

} // namespace addressdesk::wording

#include "ui/desk/RecentReasons.h"

#include <QSettings>

namespace addressdesk {

namespace {

constexpr qsizetype maximumReasons = 20;

} // namespace

QStringList RecentReasons::all() const
{
    return m_settings.value(QStringLiteral("reasons")).toStringList();
}

void RecentReasons::add(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return;
    QStringList reasons = all();
    reasons.removeAll(reason.trimmed());
    reasons.prepend(reason.trimmed());
    m_settings.setValue(QStringLiteral("reasons"), reasons.mid(0, maximumReasons));
}

} // namespace addressdesk

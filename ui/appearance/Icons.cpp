#include "ui/appearance/Icons.h"

#include "ui/appearance/PaletteIconEngine.h"

#include <QFile>

namespace addressdesk::icons {

namespace {

QString path(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

} // namespace

QIcon icon(const QString &name)
{
    if (!QFile::exists(path(name)))
        return {};
    return QIcon(new PaletteIconEngine(path(name)));
}

QIcon applicationIcon()
{
    return QIcon(path(QStringLiteral("address-desk")));
}

} // namespace addressdesk::icons

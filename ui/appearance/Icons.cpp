#include "ui/appearance/Icons.h"

#include "ui/appearance/PaletteIconEngine.h"

#include <QFile>

namespace addressdesk::icons {

namespace {

QString path(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

/// They point where one came from or goes to in a text.
bool followsTheReadingDirection(const QString &name)
{
    return name == QLatin1String("set-back") || name == QLatin1String("undo") ||
           name == QLatin1String("redo");
}

} // namespace

QIcon icon(const QString &name)
{
    if (!QFile::exists(path(name)))
        return {};
    using Turn = PaletteIconEngine::Turn;
    return QIcon(new PaletteIconEngine(path(name),
                                       followsTheReadingDirection(name) ? Turn::WithReading : Turn::Never));
}

QIcon applicationIcon()
{
    return QIcon(path(QStringLiteral("address-desk")));
}

} // namespace addressdesk::icons

#include "ui/connection/RecentDatabases.h"

#include <QSettings>
#include <QStringList>

namespace addressdesk {

namespace {

constexpr QLatin1String key("recentDatabases");

} // namespace

RecentDatabases::RecentDatabases(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
}

QList<DatabaseUrl> RecentDatabases::all() const
{
    QList<DatabaseUrl> urls;
    const QStringList texts = m_settings.value(key).toStringList();
    for (const QString &text : texts) {
        // What another version wrote and this one does not understand is passed over.
        if (const Result<DatabaseUrl> url = DatabaseUrl::parse(text); url && !urls.contains(*url))
            urls.append(*url);
    }
    return urls;
}

QList<DatabaseUrl> RecentDatabases::servers() const
{
    QList<DatabaseUrl> urls = all();
    urls.removeIf([](const DatabaseUrl &url) { return url.kind != DatabaseUrl::Kind::Postgresql; });
    return urls;
}

void RecentDatabases::add(const DatabaseUrl &url)
{
    QList<DatabaseUrl> urls = all();
    urls.removeAll(url);
    urls.prepend(url);
    store(urls.mid(0, maximum));
}

void RecentDatabases::remove(const DatabaseUrl &url)
{
    QList<DatabaseUrl> urls = all();
    if (urls.removeAll(url) > 0)
        store(urls);
}

void RecentDatabases::clear()
{
    store({});
}

void RecentDatabases::store(const QList<DatabaseUrl> &urls)
{
    QStringList texts;
    for (const DatabaseUrl &url : urls)
        texts.append(url.toString());
    m_settings.setValue(key, texts);
    emit changed();
}

} // namespace addressdesk

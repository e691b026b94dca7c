#include "CtlDesk.h"

namespace addressdesk {

using namespace Qt::StringLiterals;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString sequence(const QJsonObject &event)
{
    return QString::number(event.value("sequenceNum"_L1).toInteger());
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

CtlDesk::CtlDesk(DatabaseUrl::Kind kind) : database(kind), ctl(database.url())
{
    database.run(u"INSERT INTO users (id, first_name, last_name, email) VALUES "
                 "('%1', 'Anna', 'Lefèvre', 'anna@example.com')"_s.arg(annasKey));
    const CtlAnswer created =
        ctl.json({u"create"_s, u"anna@example.com"_s, u"label=Domicile"_s, u"streetNumber=7bis"_s,
                  u"streetName=rue de l'Église"_s, u"zipCode=75001"_s, u"city=Paris"_s, u"country=France"_s});
    address = text(created.first(), "addressId");
}

CtlAnswer CtlDesk::set(const QStringList &words) const
{
    return ctl.json(QStringList{u"set"_s, address} + words);
}

QJsonObject CtlDesk::show() const
{
    return ctl.json({u"show"_s, address}).first();
}

QList<QJsonObject> CtlDesk::history(const QStringList &words) const
{
    return ctl.json(QStringList{u"history"_s, address} + words).objects;
}

QString CtlDesk::city() const
{
    return text(show(), "city");
}

qint64 CtlDesk::eventCount() const
{
    return shownText(database.value(u"SELECT count(*) FROM events"_s)).toLongLong();
}

} // namespace addressdesk

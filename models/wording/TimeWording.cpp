#include "models/wording/TimeWording.h"

#include "models/wording/Language.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace addressdesk::wording {

namespace {

QString say(const char *text, int n = -1)
{
    return QCoreApplication::translate("TimeWording", text, nullptr, n);
}

QString clock(const QDateTime &local, const QLocale &locale)
{
    return locale.toString(local.time(), QLocale::ShortFormat);
}

/// The long date without the day of the week: "3 March 2026".
QString longDate(const QDate &date, const QLocale &locale)
{
    //: A date inside a sentence, in Qt's date format: day, full month name, year
    return locale.toString(date, say(QT_TRANSLATE_NOOP("TimeWording", "d MMMM yyyy")));
}

} // namespace

QString relativeTime(const QDateTime &when, const QDateTime &now, const QLocale &locale)
{
    const QDateTime local = when.toLocalTime();
    const QDateTime localNow = now.toLocalTime();
    const qint64 seconds = local.secsTo(localNow);
    const qint64 days = local.date().daysTo(localNow.date());
    // Clocks differ a little between a desk and its server: a few seconds ahead is still "just now".
    if (seconds > -60 && seconds < 60)
        return say(QT_TRANSLATE_NOOP("TimeWording", "just now"));
    if (seconds > 0 && seconds < 3600)
        return say(QT_TRANSLATE_N_NOOP("TimeWording", "%n minute(s) ago"), static_cast<int>(seconds / 60));
    if (days == 0)
        return say(QT_TRANSLATE_NOOP("TimeWording", "today at %1")).arg(clock(local, locale));
    if (days == 1)
        return say(QT_TRANSLATE_NOOP("TimeWording", "yesterday at %1")).arg(clock(local, locale));
    if (days > 1 && days < 7)
        return say(QT_TRANSLATE_N_NOOP("TimeWording", "%n day(s) ago"), static_cast<int>(days));
    return longDate(local.date(), locale);
}

QString exactTime(const QDateTime &when, const QLocale &locale)
{
    const QDateTime local = when.toLocalTime();
    //: %1 date, %2 time to the second, %3 time zone
    return say(QT_TRANSLATE_NOOP("TimeWording", "%1 at %2 (%3)"))
        .arg(longDate(local.date(), locale), locale.toString(local.time(), QStringLiteral("HH:mm:ss")),
             zoneName(local));
}

QString zoneName(const QDateTime &local)
{
    const QString name = local.timeZoneAbbreviation();
    return name.startsWith(u'+') || name.startsWith(u'-') ? QStringLiteral("UTC") + name : name;
}

QString timeInSentence(const QDateTime &when, const QLocale &locale)
{
    const QDateTime local = when.toLocalTime();
    //: Inside a sentence: %1 date, %2 time
    return say(QT_TRANSLATE_NOOP("TimeWording", "on %1 at %2"))
        .arg(longDate(local.date(), locale), clock(local, locale));
}

QString timeWithZone(const QDateTime &when, const Language &language)
{
    const QDateTime local = when.toLocalTime();
    return language.translate("TimeWording", "%1 at %2 (%3)")
        .arg(date(when, language), clock(local, language.locale()), zoneName(local));
}

QString date(const QDateTime &when, const Language &language)
{
    return language.locale().toString(when.toLocalTime().date(),
                                      language.translate("TimeWording", "d MMMM yyyy"));
}

} // namespace addressdesk::wording

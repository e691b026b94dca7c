#include "app/desk/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace addressdesk {

void installTranslations(QCoreApplication &application)
{
    auto *own = new QTranslator(&application);
    const QString folder = QStringLiteral(":/i18n");
    if (own->load(QLocale(), QStringLiteral("address-desk"), QStringLiteral("_"), folder)) {
        // Qt's own buttons only in the same language: two languages in one dialog are worse than one.
        auto *qt = new QTranslator(&application);
        if (qt->load(QLocale(own->language()), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(qt);
        QCoreApplication::installTranslator(own);
        // Where LC_TIME speaks another language than the texts, the names of months follow the texts: they
        // stand in sentences.
        const QLocale locale(own->language());
        if (QLocale().monthName(1) != locale.monthName(1))
            QLocale::setDefault(locale);
    } else if (own->load(QStringLiteral("address-desk_en"), folder)) {
        QCoreApplication::installTranslator(own);
    }
}

} // namespace addressdesk

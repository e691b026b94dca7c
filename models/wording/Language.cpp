#include "models/wording/Language.h"

#include <QDir>
#include <QHash>
#include <QTranslator>

#include <utility>

namespace addressdesk::wording {

namespace {

using Translators = QHash<QString, std::shared_ptr<const QTranslator>>;

/// All languages that are compiled in, by their code.
Translators loadAll()
{
    const QString prefix = QStringLiteral("address-desk_");
    const QString suffix = QStringLiteral(".qm");
    Translators translators;
    const QDir folder(QStringLiteral(":/i18n"));
    const QStringList files = folder.entryList({prefix + u'*' + suffix}, QDir::Files);
    for (const QString &file : files) {
        auto translator = std::make_shared<QTranslator>();
        if (translator->load(folder.filePath(file)))
            translators.insert(file.chopped(suffix.size()).mid(prefix.size()), std::move(translator));
    }
    return translators;
}

const Translators &translators()
{
    static const Translators loaded = loadAll();
    return loaded;
}

/// QLocale would take the United States for a bare "en"; the texts are written in British order.
QLocale localeOf(const QString &code)
{
    const QLocale locale(code);
    const bool hasCountry = code.contains(u'_') || code.contains(u'-');
    return !hasCountry && locale.language() == QLocale::English
               ? QLocale(QLocale::English, QLocale::UnitedKingdom)
               : locale;
}

} // namespace

Language::Language(std::shared_ptr<const QTranslator> translator, const QLocale &locale)
    : m_translator(std::move(translator)), m_locale(locale)
{
}

QString Language::ofDesktop()
{
    const QString tag = firstKnown(QLocale().uiLanguages()).tag();
    return tag == u"en" ? QString() : tag;
}

Language Language::firstKnown(const QStringList &codes)
{
    for (const QString &code : codes) {
        const QLocale locale = localeOf(code);
        const auto found = translators().constFind(QLocale::languageToCode(locale.language()));
        if (locale.language() != QLocale::C && found != translators().constEnd())
            return {*found, locale};
    }
    const QString english = QStringLiteral("en");
    return {translators().value(english), localeOf(english)};
}

QString Language::translate(const char *context, const char *text, int n) const
{
    QString found = m_translator ? m_translator->translate(context, text, nullptr, n) : QString();
    if (found.isEmpty())
        found = QString::fromUtf8(text);
    return n < 0 ? found : found.replace(QLatin1String("%n"), m_locale.toString(n));
}

QString Language::tag() const
{
    return QLocale::languageToCode(m_locale.language());
}

} // namespace addressdesk::wording

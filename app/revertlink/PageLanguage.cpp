#include "app/revertlink/PageLanguage.h"

#include "models/wording/Language.h"
#include "models/wording/TimeWording.h"

#include <QDateTime>

namespace addressdesk {

PageTexts::PageTexts() : m_french(std::make_unique<QTranslator>())
{
    const bool isThere = m_french->load(QStringLiteral(":/i18n/address-desk_fr.qm"));
    Q_ASSERT(isThere); // compiled in
    Q_UNUSED(isThere);
}

QString PageTexts::translate(QLocale::Language language, const char *context, const char *text) const
{
    const QString translated = language == QLocale::French ? m_french->translate(context, text) : QString();
    return translated.isEmpty() ? QString::fromUtf8(text) : translated;
}

PageLanguage::PageLanguage(const PageTexts &texts, QLocale locale)
    : m_texts(texts), m_locale(std::move(locale))
{
}

QString PageLanguage::say(const char *text) const
{
    return m_texts.translate(m_locale.language(), "RevertPage", text);
}

QString PageLanguage::fieldTitle(const QString &englishTitle) const
{
    return m_texts.translate(m_locale.language(), "SchemaMapping", englishTitle.toUtf8().constData());
}

QString PageLanguage::moment(const QString &occurredAt) const
{
    const QDateTime when = QDateTime::fromString(occurredAt, Qt::ISODateWithMs);
    // As in the mail that led here, and not as in the visitor's country.
    return when.isValid() ? wording::timeWithZone(when, wording::Language::firstKnown({code()})) : QString();
}

QString PageLanguage::code() const
{
    return m_locale.language() == QLocale::French ? QStringLiteral("fr") : QStringLiteral("en");
}

QString PageLanguage::direction() const
{
    return m_locale.textDirection() == Qt::RightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr");
}

} // namespace addressdesk

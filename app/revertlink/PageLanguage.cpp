#include "app/revertlink/PageLanguage.h"

#include "models/domain/Instant.h"
#include "models/wording/TimeWording.h"

namespace addressdesk {

PageLanguage::PageLanguage(const QLocale &locale) : m_language(wording::Language::firstKnown({locale.name()}))
{
}

QString PageLanguage::say(const char *text) const
{
    return m_language.translate("RevertPage", text);
}

QString PageLanguage::fieldTitle(const QString &englishTitle) const
{
    return m_language.translate("SchemaMapping", englishTitle.toUtf8().constData());
}

QString PageLanguage::moment(const QString &occurredAt) const
{
    const QDateTime when = instantOf(occurredAt);
    // As in the mail that led here, and not as in the visitor's country.
    return when.isValid() ? wording::timeWithZone(when, wording::Language::firstKnown({code()})) : QString();
}

QString PageLanguage::code() const
{
    return m_language.tag();
}

QString PageLanguage::direction() const
{
    return m_language.locale().textDirection() == Qt::RightToLeft ? QStringLiteral("rtl")
                                                                  : QStringLiteral("ltr");
}

} // namespace addressdesk

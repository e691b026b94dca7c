#pragma once

#include <QLocale>
#include <QStringList>

#include <memory>

class QTranslator;

namespace addressdesk::wording {

/// A language that texts are looked up in, whatever language the application speaks: mails and pages for
/// customers mix languages within one process. Cheap to copy and immutable, so any thread may use it.
class Language final
{
public:
    /// The first of `codes` ("fr", "fr_CA", "fr-CA") that the program has texts in; English when there is
    /// none. A code without a country gets dates and times as they are written without one.
    [[nodiscard]] static Language firstKnown(const QStringList &codes);

    /// The tag of the language that this desktop asks for, "fr"; empty where that is English or one that the
    /// program has no texts in: mails are in English where nobody has chosen.
    [[nodiscard]] static QString ofDesktop();

    /// The text in this language, as QCoreApplication::translate() looks it up; with `n` in the plural's form
    /// and with %n filled in. The source text when there is no translation.
    [[nodiscard]] QString translate(const char *context, const char *text, int n = -1) const;

    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    /// By RFC 5646, for Content-Language and HTML's lang: "en", "fr".
    [[nodiscard]] QString tag() const;

private:
    Language(std::shared_ptr<const QTranslator> translator, const QLocale &locale);

    std::shared_ptr<const QTranslator> m_translator;
    QLocale m_locale;
};

} // namespace addressdesk::wording

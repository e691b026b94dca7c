#pragma once

#include <QLocale>
#include <QTranslator>

#include <memory>

namespace addressdesk {

/// The texts of the pages in every language that they are written in, read once. Not installed in the
/// application: the language is each visitor's. May be used on several threads at once, because nothing
/// changes after loading.
class PageTexts final
{
public:
    PageTexts();

    /// The translation of `text`; `text` itself where there is none, as for English.
    [[nodiscard]] QString translate(QLocale::Language language, const char *context, const char *text) const;

private:
    std::unique_ptr<QTranslator> m_french;
};

/// One visitor's language. Uses the PageTexts that it was made with.
class PageLanguage final
{
public:
    PageLanguage(const PageTexts &texts, QLocale locale);

    /// A text marked with QT_TRANSLATE_NOOP("RevertPage", …).
    [[nodiscard]] QString say(const char *text) const;
    /// The title of a field (LinkView::fieldTitles) in this language.
    [[nodiscard]] QString fieldTitle(const QString &englishTitle) const;
    /// "3 March 2026 at 14:02 (CET)" in the time zone of this machine, as mails write it; empty unless
    /// `occurredAt` is a time in ISO 8601.
    [[nodiscard]] QString moment(const QString &occurredAt) const;

    [[nodiscard]] QString code() const;      ///< For the attribute lang: "en", "fr".
    [[nodiscard]] QString direction() const; ///< For the attribute dir: "ltr" or "rtl".

private:
    const PageTexts &m_texts;
    QLocale m_locale;
};

} // namespace addressdesk

#pragma once

#include "models/wording/Language.h"

namespace addressdesk {

/// One visitor's language. May be used on any thread.
class PageLanguage final
{
public:
    /// A locale as of negotiatedLocale().
    explicit PageLanguage(const QLocale &locale);

    /// A text marked with QT_TRANSLATE_NOOP("RevertPage", …).
    [[nodiscard]] QString say(const char *text) const;
    /// The title of a field (LinkView::fieldTitles) in this language.
    [[nodiscard]] QString fieldTitle(const QString &englishTitle) const;
    /// "3 March 2026 at 14:02 (CET)" in the time zone of this machine, as in the mails; empty unless
    /// `occurredAt` is a time in ISO 8601.
    [[nodiscard]] QString moment(const QString &occurredAt) const;

    [[nodiscard]] QString code() const;      ///< For the attribute lang: "en", "fr".
    [[nodiscard]] QString direction() const; ///< For the attribute dir: "ltr" or "rtl".

private:
    wording::Language m_language;
};

} // namespace addressdesk

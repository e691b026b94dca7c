#pragma once

#include "app/revertlink/RevertPage.h"

#include <QByteArray>

namespace addressdesk {

/// Makes HTML of pages, from the files below resources/pages. Every text that is put in is escaped. May be
/// used on several threads at once.
class PageTemplate final
{
public:
    PageTemplate();

    /// A whole document in UTF-8. `companyName` and `companyPhone` may be empty.
    [[nodiscard]] QByteArray html(const RevertPage &page, const PageLanguage &language,
                                  const QString &companyName, const QString &companyPhone) const;

    /// The value of Content-Security-Policy: nothing from anywhere, but for the style inside the page, which
    /// is named by its hash (CSP level 3, 2.3.1).
    [[nodiscard]] QByteArray contentSecurityPolicy() const { return m_policy; }

private:
    QString m_page;
    QString m_form;
    QString m_style;
    QByteArray m_policy;
};

/// `text` as it may stand between tags and in a quoted attribute. Characters that HTML does not allow, and
/// those that could turn the direction of what follows, become U+FFFD.
[[nodiscard]] QString escapedForHtml(const QString &text);

} // namespace addressdesk

#pragma once

#include "app/revertlink/PageLanguage.h"
#include "models/domain/RevertLinks.h"

namespace addressdesk {

/// What a page says, as plain text; PageTemplate makes HTML of it.
struct RevertPage
{
    QString title;
    QString opening;         ///< First paragraph.
    QStringList changes;     ///< List below it; may be empty.
    QStringList explanation; ///< Paragraphs after that.
    QString button;          ///< Of the form that posts to the same address; empty: no form.

    /// What a link stands for: the answer to GET. Says which fields, never a value.
    [[nodiscard]] static RevertPage ofLink(const LinkView &view, const PageLanguage &language);
    /// How putting back went: the answer to POST.
    [[nodiscard]] static RevertPage ofAnswer(const LinkView &view, const PageLanguage &language);
    /// Any other failure, by its HTTP status.
    [[nodiscard]] static RevertPage ofFailure(int status, const PageLanguage &language);
};

} // namespace addressdesk

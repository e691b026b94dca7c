#pragma once

#include "models/wording/Language.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace addressdesk {

/// A piece of text in a mail that may come from a database.
struct MailValue
{
    QString text;
    bool isWord = false; ///< One of the program's own words, for example "empty", instead of a value.
};

/// One link of a mail. Its address stands alone on a line in the text and is never broken.
struct MailLink
{
    QString title; ///< What it does: "Put this back".
    QString url;
};

/// What a mail says, in its language, before it is laid out as text or as HTML. Holds everything unescaped.
struct MailContent
{
    /// One line of the short table at the top: "When: 3 March 2026 at 14:02 (CET)".
    struct Fact
    {
        QString title;
        MailValue value;
    };

    /// One changed field.
    struct Change
    {
        QString title;
        std::optional<MailValue> before; ///< None where old values are not told.
        MailValue after;
        std::optional<MailLink> link;
        QString code; ///< As it is read out, "ABCD-EFGH"; may be empty.
    };

    wording::Language language = wording::Language::firstKnown({});
    QString subject;
    QString title;
    QString greeting;
    QStringList opening; ///< Paragraphs before the facts.
    QList<Fact> facts;
    QString beforeTitle; ///< "Before"
    QString afterTitle;  ///< "Now"
    QString codeTitle;   ///< "Phone code"
    QList<Change> changes;
    std::optional<MailLink> mainLink; ///< The button: for the only change, all changes, or the address.
    QString mainCode;                 ///< Of what concerns a whole address.
    QStringList closing;              ///< Paragraphs after all that.
    QString companyName;
    QString companyPhone;
    QString footnote;

    /// The customer can put something back with it.
    [[nodiscard]] bool hasLinks() const;
    [[nodiscard]] bool hasCodes() const;
};

} // namespace addressdesk

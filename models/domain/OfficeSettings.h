#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace addressdesk {

/// What mails, letters and pages say on behalf of the company. Belongs to the database, so that every desk
/// and the server say the same.
struct OfficeSettings
{
    static constexpr int defaultLinkDays = 14;
    static constexpr int fewestLinkDays = 1;
    static constexpr int mostLinkDays = 90;
    static constexpr int longestPhone = 60;

    QString companyName;
    QString companyPhone;  ///< isPhone(), empty, or whatever was stored before that was asked for.
    QString senderAddress; ///< From: of the mails, an addr-spec.
    QString publicUrl; ///< Where customers reach the gateway, for example "https://addresses.example.com";
                       ///< without a slash at the end. Empty: mails have codes but no links.
    QString language;  ///< Of mails to customers whose language is not known: "en" or "fr"; empty: nobody has
                       ///< chosen, "en" for now.
    int linkDays = defaultLinkDays; ///< Days for which a link works, counted from sending.

    /// The languages that mails, letters and pages are written in.
    [[nodiscard]] static QStringList knownLanguages() { return {QStringLiteral("en"), QStringLiteral("fr")}; }
    /// Whether somebody could call there: digits, at least three, with the signs that people put between them
    /// ("+33 (0)1 23.45-67/89") or numbers ("; ", " & ") and words ("ext. 12", "poste 12"). Numbers are
    /// written in too many ways to ask for more.
    [[nodiscard]] static bool isPhone(const QString &text);
    /// Every setting by its name in the database and on command lines ("companyName", "linkDays", …).
    [[nodiscard]] QMap<QString, QString> toNamed() const;
    /// Sets one. False for a name that there is not or a value that cannot be: a language that is not spoken,
    /// days outside fewestLinkDays to mostLinkDays, text with line breaks or control characters, a
    /// sender or public address that is none (MailAddress, PublicUrl), a phone number that is none
    /// (isPhone()).
    [[nodiscard]] bool set(const QString &name, const QString &value);
    /// Sets one as a database has it: a phone number as it is, whoever stored it, so that a save of other
    /// settings does not lose it.
    [[nodiscard]] bool setStored(const QString &name, const QString &value);

    [[nodiscard]] bool operator==(const OfficeSettings &) const = default;
};

} // namespace addressdesk

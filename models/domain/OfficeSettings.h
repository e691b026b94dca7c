#pragma once

#include <QString>

namespace addressdesk {

/// What mails, letters and pages say on behalf of the company. Belongs to the database, so that every desk
/// and the server say the same.
struct OfficeSettings
{
    static constexpr int defaultLinkDays = 14;
    static constexpr int mostLinkDays = 90;

    QString companyName;
    QString companyPhone;
    QString senderAddress; ///< From: of the mails, an addr-spec.
    QString publicUrl; ///< Where customers reach the gateway, for example "https://addresses.example.com";
                       ///< without a slash at the end. Empty: mails have codes but no links.
    QString language;  ///< Of mails to customers whose language is not known: "en" or "fr"; empty: "en".
    int linkDays = defaultLinkDays; ///< Days for which a link works, counted from sending.

    [[nodiscard]] bool operator==(const OfficeSettings &) const = default;
};

} // namespace addressdesk

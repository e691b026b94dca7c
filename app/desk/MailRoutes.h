#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/MailService.h"

class QSettings;

namespace addressdesk {

/// Where this machine hands the mails of each database over, and at which port it answers links, kept in its
/// settings. Passwords are not among them.
class MailRoutes final
{
public:
    /// `settings` has to outlive this. Mails of the sample go into a folder unless somebody chose otherwise.
    MailRoutes(QSettings &settings, QString sampleFile, QString sampleFolder);

    [[nodiscard]] MailRoute route(const DatabaseUrl &url) const;
    void setRoute(const DatabaseUrl &url, const MailRoute &route);

    /// Links in mails lead there, so it stays the same; 0 when none has been chosen yet.
    [[nodiscard]] quint16 port(const DatabaseUrl &url) const;
    void setPort(const DatabaseUrl &url, quint16 port);

    /// Key of the mail server's password in a credential store.
    [[nodiscard]] static QString credentialKey(const MailRoute &route);

private:
    QSettings &m_settings;
    QString m_sampleFile;
    QString m_sampleFolder;
};

} // namespace addressdesk

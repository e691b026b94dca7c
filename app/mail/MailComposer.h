#pragma once

#include "models/domain/OfficeSettings.h"
#include "models/domain/OutgoingMail.h"
#include "models/domain/SchemaMapping.h"

#include <QDateTime>

#include <functional>

namespace addressdesk {

/// What a mail says, without its envelope: for a window that shows it.
struct MailBodies
{
    QString subject;
    QString text; ///< Lines end with a line feed.
    QString html;
};

/// Writes the mails of one office. Const and without locks, so any thread may use it; a copy is cheap.
class MailComposer final
{
public:
    using Clock = std::function<QDateTime()>;

    /// `clock` is asked for the time of sending; links work for OfficeSettings::linkDays from it.
    MailComposer(OfficeSettings settings, SchemaMapping mapping, Clock clock = QDateTime::currentDateTimeUtc);

    [[nodiscard]] const OfficeSettings &settings() const { return m_settings; }

    /// Whether any mail can be written at all. InvalidValue: senderAddress is no address, or publicUrl no
    /// address of the web. What compose() says when this is fine concerns one mail alone.
    [[nodiscard]] Done check() const;

    /// The mail of one row of the outbox: the same Message-ID and file name at every attempt. InvalidValue:
    /// as check(), or the recipient is no address.
    [[nodiscard]] Result<MailMessage> compose(const OutgoingMail &mail) const;
    /// Needs neither sender nor recipient. InvalidValue: publicUrl is no address of the web.
    [[nodiscard]] Result<MailBodies> bodies(const OutgoingMail &mail) const;

    /// MailMessage::fileName of a mail: "CHANGE.ROW", fit for a Message-ID and for a file, whatever a
    /// database holds.
    [[nodiscard]] static QString fileName(const OutgoingMail &mail);

    /// A mail that only tells that mails arrive, or in which folder they end where there is one; to
    /// `recipient`, in the settings' language. InvalidValue: as compose().
    [[nodiscard]] Result<MailMessage> composeTest(const QString &recipient, const QString &folder = {}) const;

private:
    struct Identity
    {
        QString fileName;
        QString recipient;
    };
    struct Letter
    {
        MailBodies bodies;
        QString languageTag;
        bool hasLinks = false;
    };

    [[nodiscard]] Result<Letter> letter(const OutgoingMail &mail) const;
    [[nodiscard]] Result<MailMessage> message(const Identity &identity, const Letter &letter) const;

    OfficeSettings m_settings;
    SchemaMapping m_mapping;
    Clock m_clock;
};

} // namespace addressdesk

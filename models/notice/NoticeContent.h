#pragma once

#include "models/domain/OfficeSettings.h"
#include "models/domain/OutgoingMail.h"
#include "models/domain/SchemaMapping.h"
#include "models/notice/MailContent.h"
#include "models/notice/RevertUrls.h"

#include <QDateTime>

namespace addressdesk {

/// Chooses what a safety mail says: which sentences, values, links and codes its customer may see. Names no
/// operator.
class NoticeContent final
{
public:
    /// What the notice stands on: where it names itself, the customer must not be sent to the wrong place.
    /// A letter has one link, because nobody types several.
    enum class Medium { Mail, Letter };

    /// All must outlive this. `now` is the time of sending: links work for OfficeSettings::linkDays from it.
    NoticeContent(const OutgoingMail &mail, const OfficeSettings &settings, const SchemaMapping &mapping,
                  const RevertUrls &urls, const QDateTime &now, Medium medium = Medium::Mail);

    [[nodiscard]] MailContent build() const;
    /// A mail that only tells that mails arrive; where there is a `folder`, that they end there.
    [[nodiscard]] static MailContent ofTest(const OfficeSettings &settings, const wording::Language &language,
                                            const QDateTime &now, const QString &folder = {});

private:
    [[nodiscard]] QString say(const char *text) const;
    [[nodiscard]] QString say(const char *inMail, const char *inLetter) const;
    [[nodiscard]] bool isWithoutOldValues() const;
    [[nodiscard]] bool isAboutWholeAddress() const;
    [[nodiscard]] QStringList opening() const;
    [[nodiscard]] QList<MailContent::Fact> facts() const;
    [[nodiscard]] FieldValues toldAddress() const;
    [[nodiscard]] MailValue told(const FieldValue &value) const;
    [[nodiscard]] QList<MailContent::Change> changes() const;
    void addLinks(MailContent &content) const;
    void leaveOneLink(MailContent &content) const;
    [[nodiscard]] QStringList closing(const MailContent &content) const;
    [[nodiscard]] QString footnote() const;
    [[nodiscard]] QString phoneSentence(bool hasLinks, bool hasCodes) const;

    const OutgoingMail &m_mail;
    const SafetyNotice &m_notice;
    const OfficeSettings &m_settings;
    const SchemaMapping &m_mapping;
    const RevertUrls &m_urls;
    QDateTime m_now;
    Medium m_medium;
    wording::Language m_language;
};

} // namespace addressdesk

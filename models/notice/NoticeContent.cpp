#include "models/notice/NoticeContent.h"

#include "models/notice/AddressLine.h"
#include "models/notice/InertText.h"
#include "models/wording/Isolation.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

using Kind = SafetyNotice::Kind;
using inertText::singleLine;
using wording::isolatedIfRightToLeft;

constexpr char context[] = "Mail";

const char *titleOf(Kind kind)
{
    switch (kind) {
    case Kind::Changed:
        return QT_TRANSLATE_NOOP("Mail", "Your address was changed");
    case Kind::Reverted:
        return QT_TRANSLATE_NOOP("Mail", "A change to your address was put back");
    case Kind::Created:
        return QT_TRANSLATE_NOOP("Mail", "An address was added for you");
    case Kind::Deleted:
        return QT_TRANSLATE_NOOP("Mail", "Your address was deleted");
    case Kind::Restored:
        return QT_TRANSLATE_NOOP("Mail", "Your address was restored");
    }
    Q_UNREACHABLE();
}

const char *openingOf(Kind kind)
{
    switch (kind) {
    case Kind::Changed:
        return QT_TRANSLATE_NOOP("Mail", "An address that we have on file for you was changed. Please check "
                                         "whether this is right.");
    case Kind::Reverted:
        return QT_TRANSLATE_NOOP("Mail",
                                 "This confirms that a change to one of your addresses was put back.");
    case Kind::Created:
        return QT_TRANSLATE_NOOP("Mail", "A new address is on file for you. Please check whether this is "
                                         "right.");
    case Kind::Deleted:
        return QT_TRANSLATE_NOOP("Mail", "An address that we had on file for you was deleted. Please check "
                                         "whether this is right.");
    case Kind::Restored:
        return QT_TRANSLATE_NOOP("Mail", "An address of yours that had been deleted is on file again.");
    }
    Q_UNREACHABLE();
}

/// What every mail has, whatever it tells.
MailContent frame(const OfficeSettings &settings, const wording::Language &language, const char *title)
{
    MailContent content;
    content.language = language;
    content.companyName = singleLine(settings.companyName);
    content.companyPhone = singleLine(settings.companyPhone);
    content.title = language.translate(context, title);
    content.subject = content.companyName.isEmpty()
                          ? content.title
                          //: The subject of a mail: %1 what happened, %2 the company
                          : language.translate(context, QT_TRANSLATE_NOOP("Mail", "%1 – %2"))
                                .arg(content.title, content.companyName);
    content.beforeTitle = language.translate(context, QT_TRANSLATE_NOOP("Mail", "Before"));
    content.afterTitle = language.translate(context, QT_TRANSLATE_NOOP("Mail", "Now"));
    content.codeTitle = language.translate(context, QT_TRANSLATE_NOOP("Mail", "Phone code"));
    return content;
}

/// "ABCD-EFGH": as it is read out.
QString spokenCode(const QString &code)
{
    const qsizetype half = code.size() / 2;
    return code.isEmpty() ? QString() : code.left(half) + u'-' + code.mid(half);
}

QDateTime timeOf(const QString &occurredAt)
{
    Event event;
    event.occurredAt = occurredAt;
    return event.occurredAtTime();
}

} // namespace

NoticeContent::NoticeContent(const OutgoingMail &mail, const OfficeSettings &settings,
                             const SchemaMapping &mapping, const RevertUrls &urls, const QDateTime &now,
                             Medium medium)
    : m_mail(mail), m_notice(mail.notice), m_settings(settings), m_mapping(mapping), m_urls(urls), m_now(now),
      m_medium(medium), m_language(wording::Language::firstKnown({mail.language, settings.language}))
{
}

QString NoticeContent::say(const char *text) const
{
    return m_language.translate(context, text);
}

QString NoticeContent::say(const char *inMail, const char *inLetter) const
{
    return say(m_medium == Medium::Mail ? inMail : inLetter);
}

bool NoticeContent::isWithoutOldValues() const
{
    return m_mail.audience == MailAudience::New;
}

bool NoticeContent::isAboutWholeAddress() const
{
    return m_notice.kind != Kind::Changed && m_notice.kind != Kind::Reverted;
}

MailContent NoticeContent::build() const
{
    MailContent content = frame(m_settings, m_language, titleOf(m_notice.kind));
    const QString name =
        singleLine(shownText(m_notice.customer.firstName) + u' ' + shownText(m_notice.customer.lastName));
    content.greeting = name.isEmpty()
                           ? say(QT_TRANSLATE_NOOP("Mail", "Hello,"))
                           : say(QT_TRANSLATE_NOOP("Mail", "Hello %1,")).arg(isolatedIfRightToLeft(name));
    content.opening = opening();
    content.facts = facts();
    content.changes = changes();
    addLinks(content);
    if (m_medium == Medium::Letter)
        leaveOneLink(content);
    content.closing = closing(content);
    content.footnote = footnote();
    return content;
}

QString NoticeContent::footnote() const
{
    const QString why = say(QT_TRANSLATE_NOOP("Mail", "This message was sent automatically, as after every "
                                                      "change to one of your addresses."),
                            QT_TRANSLATE_NOOP("Mail", "This letter was written automatically, as after every "
                                                      "change to one of your addresses, because we know no "
                                                      "e-mail address of yours."));
    const bool isToFormerAddress = m_notice.kind != Kind::Created && m_notice.kind != Kind::Restored;
    if (m_medium == Medium::Mail || !isToFormerAddress)
        return why;
    return why + u' ' +
           say(QT_TRANSLATE_NOOP("Mail",
                                 "For your safety it goes to the address as it was before the change."));
}

MailContent NoticeContent::ofTest(const OfficeSettings &settings, const wording::Language &language,
                                  const QDateTime &now, const QString &folder)
{
    MailContent content = frame(settings, language, QT_TRANSLATE_NOOP("Mail", "This is a test"));
    content.greeting = language.translate(context, QT_TRANSLATE_NOOP("Mail", "Hello,"));
    content.opening.append(
        folder.isEmpty()
            ? language.translate(
                  context, QT_TRANSLATE_NOOP("Mail", "This is a test of Address Desk. When you can read "
                                                     "it, mails to customers arrive as well. No "
                                                     "address was changed."))
            //: %1 is a folder's name
            : language
                  .translate(context, QT_TRANSLATE_NOOP("Mail", "This is a test of Address Desk. It was "
                                                                "written into the folder %1 and sent to "
                                                                "nobody, as mails to customers are. No "
                                                                "address was changed."))
                  .arg(isolatedIfRightToLeft(singleLine(folder))));
    content.facts.append({language.translate(context, QT_TRANSLATE_NOOP("Mail", "When")),
                          {wording::timeWithZone(now, language), true}});
    return content;
}

QStringList NoticeContent::opening() const
{
    QStringList paragraphs{say(openingOf(m_notice.kind))};
    if (m_mail.audience == MailAudience::Former)
        paragraphs.append(say(QT_TRANSLATE_NOOP(
            "Mail", "The e-mail address that we have on file for you was changed. For your safety, this "
                    "message also goes to your former one.")));
    if (m_mail.audience == MailAudience::New)
        paragraphs.append(say(QT_TRANSLATE_NOOP(
            "Mail", "This e-mail address is new on file for you. For your safety, this message leaves out "
                    "what was on file before.")));
    return paragraphs;
}

FieldValues NoticeContent::toldAddress() const
{
    FieldValues address = m_notice.address;
    if (isWithoutOldValues()) {
        if (m_notice.kind == Kind::Deleted)
            return {};
        for (const SafetyNotice::Change &change : m_notice.changes)
            address.insert(change.field, change.to);
    }
    return address;
}

QList<MailContent::Fact> NoticeContent::facts() const
{
    QList<MailContent::Fact> list;
    const FieldValues address = toldAddress();
    const QString label = addressLabel(m_mapping, address);
    const QString line = addressLine(m_mapping, address);
    QString which = label.isEmpty() && !isWithoutOldValues() ? line : label;
    if (isAboutWholeAddress() && !label.isEmpty() && !line.isEmpty() && !isWithoutOldValues())
        which = isolatedIfRightToLeft(label) + QStringLiteral(" – ") + line;
    if (!which.isEmpty())
        list.append({say(QT_TRANSLATE_NOOP("Mail", "Address")), {which}});
    const QDateTime when = timeOf(m_mail.createdAt);
    if (when.isValid())
        list.append(
            {say(QT_TRANSLATE_NOOP("Mail", "When")), {wording::timeWithZone(when, m_language), true}});
    const QString who = m_notice.isByCustomer
                            ? say(QT_TRANSLATE_NOOP("Mail", "you, with the link from our e-mail"),
                                  QT_TRANSLATE_NOOP("Mail", "you, with the link that we sent you"))
                            : say(QT_TRANSLATE_NOOP("Mail", "our customer service"));
    list.append({say(QT_TRANSLATE_NOOP("Mail", "Done by")), {who, true}});
    return list;
}

MailValue NoticeContent::told(const FieldValue &value) const
{
    if (!value)
        return {say(QT_TRANSLATE_NOOP("Mail", "no value")), true};
    const QString line = singleLine(*value);
    return line.isEmpty() ? MailValue{say(QT_TRANSLATE_NOOP("Mail", "empty")), true} : MailValue{line};
}

QList<MailContent::Change> NoticeContent::changes() const
{
    QList<MailContent::Change> list;
    for (const SafetyNotice::Change &change : m_notice.changes) {
        MailContent::Change line;
        line.title = singleLine(wording::fieldTitle(m_mapping, change.field, m_language));
        if (!isWithoutOldValues())
            line.before = told(change.from);
        // What was put back is what was there before.
        const bool isOldValue = m_notice.kind == Kind::Reverted || m_notice.kind == Kind::Restored;
        line.after = isWithoutOldValues() && isOldValue
                         ? MailValue{say(QT_TRANSLATE_NOOP("Mail", "not told here, for your safety")), true}
                         : told(change.to);
        // Only a change that issued a token can be put back by the customer.
        if (!change.code.isEmpty() && m_notice.kind == Kind::Changed) {
            line.code = spokenCode(change.code);
            if (const auto url = m_urls.forField(change.field))
                line.link = MailLink{say(QT_TRANSLATE_NOOP("Mail", "Put this back")), *url};
        }
        list.append(line);
    }
    return list;
}

void NoticeContent::addLinks(MailContent &content) const
{
    if (m_notice.kind == Kind::Deleted) {
        content.mainCode = spokenCode(m_notice.code);
        const auto url = m_notice.code.isEmpty() ? std::nullopt : m_urls.forAddress();
        if (url)
            content.mainLink = MailLink{say(QT_TRANSLATE_NOOP("Mail", "Restore this address")), *url};
        return;
    }
    const auto links = std::count_if(content.changes.cbegin(), content.changes.cend(),
                                     [](const MailContent::Change &change) { return change.link; });
    const auto all = m_urls.forSave();
    if (links > 1 && all)
        content.mainLink = MailLink{say(QT_TRANSLATE_NOOP("Mail", "Put all changes back")), *all};
    if (links != 1 || content.changes.size() != 1)
        return;
    content.mainLink = std::exchange(content.changes.first().link, std::nullopt);
}

void NoticeContent::leaveOneLink(MailContent &content) const
{
    for (MailContent::Change &change : content.changes) {
        if (change.link && !content.mainLink)
            content.mainLink = change.link;
        change.link.reset();
    }
}

QStringList NoticeContent::closing(const MailContent &content) const
{
    QStringList paragraphs{
        say(QT_TRANSLATE_NOOP("Mail", "Is everything right? Then there is nothing for you to do."))};
    if (content.hasLinks()) {
        const QString until = wording::timeWithZone(m_now.addDays(m_settings.linkDays), m_language);
        paragraphs.append(
            //: %1 is for example "17 March 2026 at 14:02 (CET)"
            say(QT_TRANSLATE_NOOP("Mail", "Is something wrong? A link in this message opens a page that asks "
                                          "you before anything is put back. It works until %1."),
                //: %1 is for example "17 March 2026 at 14:02 (CET)"
                QT_TRANSLATE_NOOP("Mail", "Is something wrong? Scan the square with your phone, or type the "
                                          "address below it into a browser. A page asks you before anything "
                                          "is put back. It works until %1."))
                .arg(until));
    }
    paragraphs.append(phoneSentence(content.hasLinks(), content.hasCodes()));
    if (content.hasCodes())
        paragraphs.last() +=
            u' ' +
            say(QT_TRANSLATE_NOOP("Mail", "The code works for as long as the change can be put back."));
    return paragraphs;
}

QString NoticeContent::phoneSentence(bool hasLinks, bool hasCodes) const
{
    const QString phone = singleLine(m_settings.companyPhone);
    if (hasLinks && hasCodes)
        return phone.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Mail",
                                           "Or call our customer service and read out the phone code."))
                   : say(QT_TRANSLATE_NOOP("Mail", "Or call us on %1 and read out the phone code."))
                         .arg(isolatedIfRightToLeft(phone));
    if (hasCodes)
        return phone.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Mail", "Is something wrong? Please call our customer service and "
                                                   "read out the phone code."))
                   : say(QT_TRANSLATE_NOOP("Mail", "Is something wrong? Please call us on %1 and read out "
                                                   "the phone code."))
                         .arg(isolatedIfRightToLeft(phone));
    return phone.isEmpty()
               ? say(QT_TRANSLATE_NOOP("Mail", "Is something wrong? Please call our customer service."))
               : say(QT_TRANSLATE_NOOP("Mail", "Is something wrong? Please call us on %1."))
                     .arg(isolatedIfRightToLeft(phone));
}

} // namespace addressdesk

#include "app/mail/TextBody.h"

#include "models/notice/InertText.h"
#include "models/wording/Isolation.h"

#include <QCoreApplication>

namespace addressdesk {

namespace {

//: One line of a mail: %1 what it is, %2 a value
constexpr char linePattern[] = QT_TRANSLATE_NOOP("Mail", "%1: %2");

/// "When: 3 March 2026 at 14:02 (CET)"
QString line(const MailContent &content, const QString &title, const QString &text)
{
    return content.language.translate("Mail", linePattern)
        .arg(wording::isolatedIfRightToLeft(title), wording::isolatedIfRightToLeft(text));
}

QString line(const MailContent &content, const QString &title, const MailValue &value)
{
    return line(content, title,
                value.isWord && value.text.size() < 20 ? u'(' + value.text + u')' : value.text);
}

QString linkLines(const MailContent &content, const MailLink &link)
{
    return line(content, link.title, QString()).trimmed() + u'\n' + link.url;
}

QString changeLines(const MailContent &content, const MailContent::Change &change)
{
    QStringList lines{wording::isolatedIfRightToLeft(change.title)};
    const QString indent = QStringLiteral("  ");
    if (change.before)
        lines.append(indent + line(content, content.beforeTitle, *change.before));
    lines.append(indent + line(content, content.afterTitle, change.after));
    if (!change.code.isEmpty())
        lines.append(indent + line(content, content.codeTitle, change.code));
    if (change.link)
        lines.append(indent + linkLines(content, *change.link));
    return lines.join(u'\n');
}

QString factLines(const MailContent &content)
{
    QStringList lines;
    for (const MailContent::Fact &fact : content.facts)
        lines.append(line(content, fact.title, fact.value.text));
    return lines.join(u'\n');
}

} // namespace

QString textBody(const MailContent &content)
{
    QStringList blocks{content.title, content.greeting};
    blocks += content.opening;
    blocks.append(factLines(content));
    for (const MailContent::Change &change : content.changes)
        blocks.append(changeLines(content, change));
    if (content.mainLink)
        blocks.append(linkLines(content, *content.mainLink));
    if (!content.mainCode.isEmpty())
        blocks.append(line(content, content.codeTitle, content.mainCode));
    blocks += content.closing;
    blocks.append(QStringList{content.companyName, content.companyPhone}.join(u'\n').trimmed());
    blocks.append(content.footnote);
    blocks.removeAll(QString());
    return blocks.join(QStringLiteral("\n\n"));
}

} // namespace addressdesk

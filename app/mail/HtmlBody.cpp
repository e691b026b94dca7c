#include "app/mail/HtmlBody.h"

#include "app/mail/HtmlTemplate.h"

namespace addressdesk {

namespace {

const QString text = QStringLiteral("text");
const QString title = QStringLiteral("title");
const QString value = QStringLiteral("value");
const QString url = QStringLiteral("url");
const QString code = QStringLiteral("code");
const QString company = QStringLiteral("company");

QHash<QByteArray, HtmlTemplate> loadTemplates()
{
    QHash<QByteArray, HtmlTemplate> templates;
    for (const char *name : {"after", "before", "beforeword", "button", "change", "code", "fact", "footnote",
                             "link", "mail", "maincode", "paragraph", "signature", "value", "word"})
        templates.emplace(name, QString::fromLatin1(name));
    return templates;
}

QString fill(const char *name, const HtmlTemplate::Values &values)
{
    static const QHash<QByteArray, HtmlTemplate> templates = loadTemplates();
    const auto found = templates.constFind(name);
    Q_ASSERT(found != templates.constEnd());
    return found->filled(values);
}

QString valueHtml(const MailValue &shown)
{
    return fill(shown.isWord ? "word" : "value", {{text, shown.text}}).trimmed();
}

QString paragraphs(const QStringList &texts)
{
    QString html;
    for (const QString &one : texts)
        html += fill("paragraph", {{text, one}});
    return html;
}

QString codeRow(const MailContent &content, const QString &spoken)
{
    return spoken.isEmpty() ? QString() : fill("code", {{title, content.codeTitle}, {code, spoken}});
}

QString linkHtml(const char *name, const std::optional<MailLink> &link)
{
    return link ? fill(name, {{url, link->url}, {title, link->title}}) : QString();
}

QString factRows(const MailContent &content)
{
    QString html;
    for (const MailContent::Fact &fact : content.facts)
        html += fill("fact", {{title, fact.title}, {value, valueHtml({fact.value.text})}});
    return html;
}

QString changeBox(const MailContent &content, const MailContent::Change &change)
{
    QString rows;
    if (change.before)
        rows += fill(change.before->isWord ? "beforeword" : "before",
                     {{title, content.beforeTitle}, {value, valueHtml(*change.before)}});
    rows += fill("after", {{title, content.afterTitle}, {value, valueHtml(change.after)}});
    rows += codeRow(content, change.code);
    return fill("change", {{title, change.title},
                           {QStringLiteral("values"), rows},
                           {QStringLiteral("link"), linkHtml("link", change.link)}});
}

QString mainHtml(const MailContent &content)
{
    QString html = linkHtml("button", content.mainLink);
    if (!content.mainCode.isEmpty())
        html += fill("maincode", {{code, codeRow(content, content.mainCode)}});
    return html;
}

QString signature(const MailContent &content)
{
    return content.companyName.isEmpty() && content.companyPhone.isEmpty()
               ? QString()
               : fill("signature",
                      {{company, content.companyName}, {QStringLiteral("phone"), content.companyPhone}});
}

QString footnote(const MailContent &content)
{
    return content.footnote.isEmpty() ? QString() : fill("footnote", {{text, content.footnote}});
}

} // namespace

QString htmlBody(const MailContent &content)
{
    QString changes;
    for (const MailContent::Change &change : content.changes)
        changes += changeBox(content, change);
    return fill("mail", {{QStringLiteral("language"), content.language.tag()},
                         {title, content.title},
                         {company, content.companyName},
                         {QStringLiteral("greeting"), content.greeting},
                         {QStringLiteral("opening"), paragraphs(content.opening)},
                         {QStringLiteral("facts"), factRows(content)},
                         {QStringLiteral("changes"), changes},
                         {QStringLiteral("main"), mainHtml(content)},
                         {QStringLiteral("closing"), paragraphs(content.closing)},
                         {QStringLiteral("signature"), signature(content)},
                         {QStringLiteral("footnote"), footnote(content)}});
}

} // namespace addressdesk

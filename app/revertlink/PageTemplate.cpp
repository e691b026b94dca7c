#include "app/revertlink/PageTemplate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace addressdesk {

namespace {

QString compiledIn(const QString &name)
{
    QFile file(QStringLiteral(":/pages/") + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    Q_UNUSED(isOpen);
    return QString::fromUtf8(file.readAll());
}

/// Replaces each {{name}} once: what a value holds is never read as a template.
QString filled(const QString &text, const QHash<QString, QString> &values)
{
    QString result;
    qsizetype from = 0;
    for (;;) {
        const qsizetype start = text.indexOf(QLatin1String("{{"), from);
        const qsizetype end = start < 0 ? -1 : text.indexOf(QLatin1String("}}"), start);
        if (end < 0)
            return result + text.mid(from);
        const QString name = text.mid(start + 2, end - start - 2);
        Q_ASSERT(values.contains(name));
        result += text.mid(from, start - from) + values.value(name);
        from = end + 2;
    }
}

bool isForbidden(QChar c)
{
    const char16_t u = c.unicode();
    const bool isControl = (u < 0x20 && u != '\t' && u != '\n') || (u >= 0x7f && u < 0xa0);
    // Isolates (U+2066…) end with their paragraph; these would reorder what stands around them.
    const bool turnsDirection = (u >= 0x202a && u <= 0x202e);
    return isControl || turnsDirection || (u & 0xfffe) == 0xfffe;
}

QString element(const QString &name, const QString &text)
{
    return QStringLiteral("<%1>").arg(name) + escapedForHtml(text) + QStringLiteral("</%1>\n").arg(name);
}

/// A link that a phone can call, where the text is a telephone number and nothing else.
QString phoneLink(const QString &phone)
{
    static const QRegularExpression separators(QStringLiteral("[\\s().\\-/\\x{2011}]"));
    static const QRegularExpression number(QStringLiteral("^\\+?[0-9]{3,15}$"));
    const QString bare = QString(phone).remove(separators);
    if (!number.match(bare).hasMatch())
        return QStringLiteral("<bdi>") + escapedForHtml(phone) + QStringLiteral("</bdi>");
    return QStringLiteral("<a href=\"tel:") + bare + QStringLiteral("\">") + escapedForHtml(phone) +
           QStringLiteral("</a>");
}

QString contact(const PageLanguage &language, const QString &phone)
{
    if (phone.isEmpty())
        return {};
    //: %1 is a telephone number
    const QString sentence = language.say(QT_TRANSLATE_NOOP("RevertPage", "Questions? Call %1."));
    const qsizetype place = sentence.indexOf(QLatin1String("%1"));
    return QStringLiteral("<p>") + escapedForHtml(sentence.left(place)) + phoneLink(phone) +
           escapedForHtml(sentence.mid(place + 2)) + QStringLiteral("</p>");
}

QString mainPart(const RevertPage &page)
{
    QString html = element(QStringLiteral("p"), page.opening);
    if (!page.changes.isEmpty()) {
        html += QStringLiteral("<ul>\n");
        for (const QString &change : page.changes)
            html += element(QStringLiteral("li"), change);
        html += QStringLiteral("</ul>\n");
    }
    for (const QString &paragraph : page.explanation)
        html += element(QStringLiteral("p"), paragraph);
    return html;
}

} // namespace

QString escapedForHtml(const QString &text)
{
    QString safe = text;
    for (QChar &c : safe) {
        if (isForbidden(c))
            c = QChar::ReplacementCharacter;
    }
    // toHtmlEscaped() leaves apostrophes alone.
    return safe.toHtmlEscaped().replace(u'\'', QLatin1String("&#39;"));
}

PageTemplate::PageTemplate()
    : m_page(compiledIn(QStringLiteral("page.html"))), m_form(compiledIn(QStringLiteral("form.html"))),
      m_style(compiledIn(QStringLiteral("style.css")))
{
    const QByteArray hash = QCryptographicHash::hash(m_style.toUtf8(), QCryptographicHash::Sha256).toBase64();
    m_policy = "default-src 'none'; style-src 'sha256-" + hash +
               "'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
}

QByteArray PageTemplate::html(const RevertPage &page, const PageLanguage &language,
                              const QString &companyName, const QString &companyPhone) const
{
    const QString form = page.button.isEmpty()
                             ? QString()
                             : filled(m_form, {{QStringLiteral("button"), escapedForHtml(page.button)}});
    const QString company = companyName.isEmpty()
                                ? QString()
                                : QStringLiteral("<header><bdi>") + escapedForHtml(companyName) +
                                      QStringLiteral("</bdi></header>");
    return filled(m_page, {{QStringLiteral("lang"), language.code()},
                           {QStringLiteral("dir"), language.direction()},
                           {QStringLiteral("title"), escapedForHtml(page.title)},
                           {QStringLiteral("style"), m_style},
                           {QStringLiteral("company"), company},
                           {QStringLiteral("main"), mainPart(page)},
                           {QStringLiteral("form"), form},
                           {QStringLiteral("contact"), contact(language, companyPhone)}})
        .toUtf8();
}

} // namespace addressdesk

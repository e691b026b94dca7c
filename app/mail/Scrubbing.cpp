#include "app/mail/Scrubbing.h"

#include "models/notice/InertText.h"

#include <QRegularExpression>

namespace addressdesk {

namespace {

constexpr qsizetype longest = 300;
const QString hidden = QStringLiteral("[…]");

void hide(QString &text, const QString &secret)
{
    if (!secret.isEmpty())
        text.replace(secret, hidden, Qt::CaseInsensitive);
}

/// Only as a word of its own: a local part like "a" would otherwise leave nothing readable.
void hideWord(QString &text, const QString &word)
{
    const QString bounds = QStringLiteral("(?<![A-Za-z0-9])%1(?![A-Za-z0-9])");
    if (!word.isEmpty())
        text.replace(QRegularExpression(bounds.arg(QRegularExpression::escape(word)),
                                        QRegularExpression::CaseInsensitiveOption),
                     hidden);
}

} // namespace

QString scrubbed(const QString &words, const MailMessage &message, const QString &password)
{
    static const QRegularExpression anyAddress(QStringLiteral("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+"));
    QString text = inertText::singleLine(words);
    hide(text, password);
    hide(text, QString::fromLatin1(password.toUtf8().toBase64()));
    hide(text, message.recipient);
    text.replace(anyAddress, hidden);
    const qsizetype at = message.recipient.lastIndexOf(u'@');
    hideWord(text, message.recipient.left(at));
    hideWord(text, message.recipient.mid(at + 1));
    return text.size() <= longest ? text : text.left(longest - 1) + QChar(0x2026);
}

} // namespace addressdesk

#include "ui/addresses/Mnemonics.h"

namespace addressdesk::mnemonics {

QList<QChar> assign(const QStringList &titles, const QString &reserved)
{
    QString taken = reserved.toLower();
    QList<QChar> result;
    for (const QString &title : titles) {
        QChar letter;
        for (const QChar candidate : title.toLower()) {
            const bool isPlain = candidate >= u'a' && candidate <= u'z';
            if (isPlain && !taken.contains(candidate)) {
                letter = candidate;
                break;
            }
        }
        if (!letter.isNull())
            taken.append(letter);
        result.append(letter);
    }
    return result;
}

QString stripped(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && ++i == text.size())
            break;
        result.append(text[i]);
    }
    return result;
}

QString literal(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

QString lettersOf(const QStringList &texts)
{
    QString result;
    for (const QString &text : texts) {
        const qsizetype place =
            QString(text).replace(QStringLiteral("&&"), QStringLiteral("  ")).indexOf(u'&');
        if (place >= 0 && place + 1 < text.size())
            result.append(text[place + 1].toLower());
    }
    return result;
}

} // namespace addressdesk::mnemonics

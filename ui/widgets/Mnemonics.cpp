#include "ui/widgets/Mnemonics.h"

namespace addressdesk::mnemonics {

namespace {

/// "&&", which is a sign like any other, stays.
QString withoutMark(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isSign = text.mid(i, 2) == QStringLiteral("&&");
        if (isSign)
            result.append(text[i++]);
        if (isSign || text[i] != u'&')
            result.append(text[i]);
    }
    return result;
}

} // namespace

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

QString marked(const QString &title, QChar letter)
{
    QString text = literal(title);
    const qsizetype place = letter.isNull() ? -1 : text.indexOf(letter, 0, Qt::CaseInsensitive);
    return place < 0 ? text : text.insert(place, u'&');
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

QString fitted(const QString &text, const QString &taken)
{
    const QString own = lettersOf({text});
    if (own.isEmpty() || !taken.contains(own, Qt::CaseInsensitive))
        return text;
    QString plain = withoutMark(text);
    const qsizetype place = plain.indexOf(assign({plain}, taken).constFirst(), 0, Qt::CaseInsensitive);
    return place < 0 ? plain : plain.insert(place, u'&');
}

} // namespace addressdesk::mnemonics

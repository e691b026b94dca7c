#include "app/sample/WordLists.h"

#include <QFile>

namespace addressdesk {

namespace {

const QStringList &headings()
{
    static const QStringList all = [] {
        QStringList names{QStringLiteral("FR hamlets"),         QStringLiteral("move reasons"),
                          QStringLiteral("correction reasons"), QStringLiteral("number reasons"),
                          QStringLiteral("revert reasons"),     QStringLiteral("deletion reasons"),
                          QStringLiteral("creation reasons")};
        for (const QString &country : {QStringLiteral("FR "), QStringLiteral("US ")}) {
            for (const QString &list :
                 {QStringLiteral("first names"), QStringLiteral("last names"), QStringLiteral("street kinds"),
                  QStringLiteral("street names"), QStringLiteral("labels")})
                names.append(country + list);
        }
        return names;
    }();
    return all;
}

} // namespace

Result<WordLists> WordLists::load()
{
    QFile file(QStringLiteral(":/sample/words.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, QStringLiteral("the resource with the sample words is missing"));

    WordLists words;
    QString heading;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'['))
            heading = line.sliced(1, line.size() - 2);
        else
            words.m_lists[heading].append(line);
    }
    for (const QString &needed : headings()) {
        if (words.m_lists.value(needed).isEmpty())
            return failure(ErrorCode::Internal,
                           QStringLiteral("the sample words lack the list %1").arg(needed));
    }
    return words;
}

const QStringList &WordLists::list(const QString &heading) const
{
    const auto found = m_lists.constFind(heading);
    Q_ASSERT(found != m_lists.cend());
    return *found;
}

} // namespace addressdesk

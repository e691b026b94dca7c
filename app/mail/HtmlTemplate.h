#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace addressdesk {

/// A piece of HTML from resources/mail. "{{name}}" stands for a text, which is escaped; "{{{name}}}" for
/// HTML that other templates made. What is inserted is never looked through for further names.
class HtmlTemplate final
{
public:
    using Values = QHash<QString, QString>;

    /// `name` without ".html"; the file is compiled in.
    explicit HtmlTemplate(const QString &name);

    /// Names without a value become nothing.
    [[nodiscard]] QString filled(const Values &values) const;

private:
    /// Some HTML and the name that follows it.
    struct Piece
    {
        QString html;
        QString name; ///< Empty for the last one.
        bool isHtml = false;
    };

    QList<Piece> m_pieces;
};

} // namespace addressdesk

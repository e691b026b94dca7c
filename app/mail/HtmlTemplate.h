#pragma once

#include <QHash>
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
    QString m_source;
};

} // namespace addressdesk

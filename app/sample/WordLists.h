#pragma once

#include "models/domain/Error.h"

#include <QHash>
#include <QStringList>

namespace addressdesk {

/// The lists of resources/sample/words.txt: made-up names, streets and reasons. A value.
class WordLists final
{
public:
    /// Errors: Internal when the resource is missing or lacks a list.
    [[nodiscard]] static Result<WordLists> load();

    /// The words under this heading, at least one.
    [[nodiscard]] const QStringList &list(const QString &heading) const;

private:
    QHash<QString, QStringList> m_lists;
};

} // namespace addressdesk

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace addressdesk::mnemonics {

/// A letter for each title that is in it, in no other, and not reserved; a null character where none is left.
[[nodiscard]] QList<QChar> assign(const QStringList &titles, const QString &reserved);

/// The letters after "&" in these texts.
[[nodiscard]] QString lettersOf(const QStringList &texts);

} // namespace addressdesk::mnemonics

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace addressdesk::mnemonics {

/// A letter for each title that is in it, in no other, and not reserved; a null character where none is left.
[[nodiscard]] QList<QChar> assign(const QStringList &titles, const QString &reserved);

/// The letters after "&" in these texts.
[[nodiscard]] QString lettersOf(const QStringList &texts);

/// A button's text whose "&" stands before a letter that is not taken: its own one where that is free, or
/// else another; without any where none is left. Texts without "&" stay as they are.
[[nodiscard]] QString fitted(const QString &text, const QString &taken);

} // namespace addressdesk::mnemonics

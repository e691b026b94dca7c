#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace addressdesk::mnemonics {

/// A letter for each title that is in it, in no other, and not reserved; a null character where none is left.
[[nodiscard]] QList<QChar> assign(const QStringList &titles, const QString &reserved);

/// A button's text as it is read out: without the marks of keys, and with "&&" as "&".
[[nodiscard]] QString stripped(const QString &text);
/// Text from a database as a button shows it: an "&" in it marks no key.
[[nodiscard]] QString literal(QString text);

/// Such a text as the title of a field that Alt and this letter lead to; a null character marks none.
[[nodiscard]] QString marked(const QString &title, QChar letter);

/// The letters after "&" in these texts.
[[nodiscard]] QString lettersOf(const QStringList &texts);

/// A button's text whose "&" stands before a letter that is not taken: its own one where that is free, or
/// else another; without any where none is left. Texts without "&" stay as they are.
[[nodiscard]] QString fitted(const QString &text, const QString &taken);

} // namespace addressdesk::mnemonics

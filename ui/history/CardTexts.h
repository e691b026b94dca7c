#pragma once

#include "models/items/HistoryMails.h"
#include "ui/history/MarkedText.h"

#include <QModelIndex>

#include <utility>

/// What a row of a HistoryModel has written on its card.
namespace addressdesk::cardTexts {

/// A change that put an earlier value or address back.
[[nodiscard]] bool isPutBack(const QModelIndex &index);

/// The value before and after, with what differs marked; NULL and '' are words in italics, unlike any text.
[[nodiscard]] std::pair<MarkedText, MarkedText> values(const QModelIndex &index, const QFont &font);

/// From the value before to the value after.
[[nodiscard]] QString arrow(Qt::LayoutDirection direction);

/// In quotation marks; only below the last change of a save.
[[nodiscard]] QString reason(const QModelIndex &index);
/// As reason().
[[nodiscard]] QList<HistoryMailLine> mails(const QModelIndex &index);
/// Sets the mail apart from the reason before it.
[[nodiscard]] QString dot();

[[nodiscard]] QFont stateFont(const QFont &font);

} // namespace addressdesk::cardTexts

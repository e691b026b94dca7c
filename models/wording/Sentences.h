#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/Error.h"
#include "models/domain/History.h"
#include "models/domain/SaveRequest.h"
#include "models/domain/SchemaMapping.h"

#include <QDateTime>

namespace addressdesk::wording {

class Language;

/// What happened, what it means and what to do, in one or two sentences, translated, plain text. Technical
/// detail is left out: show technicalDetails() folded away. `url` names the database where that helps.
[[nodiscard]] QString sentence(const Error &error, const DatabaseUrl *url = nullptr);

/// What a technician asks for: the detail with the native code, each once; not translated, to be folded away.
[[nodiscard]] QString technicalDetails(const Error &error);

/// Why a value was refused, naming the field and the character.
[[nodiscard]] QString sentence(const ValueProblem &problem, const QString &fieldTitle);

/// A field's title in the person's language; the id itself for a field that the mapping does not know.
[[nodiscard]] QString fieldTitle(const SchemaMapping &mapping, const QString &fieldId);
/// The same in a customer's language.
[[nodiscard]] QString fieldTitle(const SchemaMapping &mapping, const QString &fieldId,
                                 const Language &language);

/// The label of a save's or event's kind: "Changed", "Set back", "Created", "Deleted", "Restored".
[[nodiscard]] QString eventTitle(EventType type);

/// Who did it, for use inside a sentence: "marie", or "the customer" where a customer's link did.
[[nodiscard]] QString actorName(const Event &event);

/// Why an event can or cannot be set back, as one short sentence: "can be set back", "set back by marie on 3
/// March 2026 at 14:02", "changed again on …", "changed outside Address Desk", "the address was deleted on
/// …".
[[nodiscard]] QString verdictSentence(const Event &event, const Verdict &verdict);

/// A text between quotation marks of the language. Unicode isolates around them keep the text and what
/// follows it in order when one is written from right to left and the other is not.
[[nodiscard]] QString quoted(const QString &text);

/// quoted() for a place with little room: a long text is cut.
[[nodiscard]] QString quotedBriefly(const QString &text);

/// A text cut to `length` characters, with "…" for what is left out.
[[nodiscard]] QString shortened(const QString &text, qsizetype length);

/// A value as quoted() has it; NULL and '' as words ("no value", "empty").
[[nodiscard]] QString quotedValue(const FieldValue &value);

/// The button's text for an event: "Set back to “Paris”", "Delete this address", "Restore this
/// address", ….
[[nodiscard]] QString revertAction(const Event &event);

/// "Lefèvre, Anna"; the e-mail or "Customer without a name" when there is no name.
[[nodiscard]] QString customerName(const Customer &customer);
/// What finds the customer by a search: the e-mail address, or else the name.
[[nodiscard]] QString searchFor(const Customer &customer);
/// Why a database without customers has no addresses; `table` is where customers come from.
[[nodiscard]] QString noCustomers(const QString &table);
/// The name inside a sentence: "Anna Lefèvre".
[[nodiscard]] QString spokenName(const Customer &customer);

} // namespace addressdesk::wording

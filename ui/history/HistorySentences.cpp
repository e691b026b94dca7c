#include "ui/history/HistorySentences.h"

#include "models/wording/Sentences.h"
#include "ui/widgets/Mnemonics.h"

#include <QCoreApplication>

namespace addressdesk::historySentences {

namespace {

/// Of a value on a button; the whole value is in the tooltip and in the card.
constexpr qsizetype buttonValueLength = 32;

QString say(const char *text, int n = -1)
{
    return QCoreApplication::translate("HistoryPanel", text, nullptr, n);
}

QString wholeAddressSentence(EventType type)
{
    return type == EventType::AddressDeleted ? say(QT_TRANSLATE_NOOP("HistoryPanel", "Address deleted."))
                                             : say(QT_TRANSLATE_NOOP("HistoryPanel", "Address restored."));
}

Event withShortValue(Event event)
{
    const FieldValue from = event.from();
    if (from && from->size() > buttonValueLength)
        event.payload.insert(QStringLiteral("from"), wording::shortened(*from, buttonValueLength));
    return event;
}

} // namespace

QString reverted(const SchemaMapping &mapping, const RevertOutcome &outcome)
{
    if (outcome.events.isEmpty())
        return say(QT_TRANSLATE_NOOP("HistoryPanel", "Set back."));
    const Event &first = outcome.events.constFirst();
    if (first.field().isEmpty())
        return wholeAddressSentence(first.type);
    if (outcome.events.size() > 1)
        return say(QT_TRANSLATE_N_NOOP("HistoryPanel", "%n field(s) set back."),
                   static_cast<int>(outcome.events.size()));
    //: %1 a field's title, %2 its value in quotation marks
    return say(QT_TRANSLATE_NOOP("HistoryPanel", "%1 set back to %2."))
        .arg(wording::fieldTitle(mapping, first.field()), wording::quotedValue(first.to()));
}

QString refused(const SchemaMapping &mapping, const RevertOutcome &outcome)
{
    QStringList sentences{say(QT_TRANSLATE_NOOP("HistoryPanel", "Nothing was set back."))};
    for (const HistoryEntry &entry : outcome.refusals) {
        const QString why = wording::verdictSentence(entry.event, entry.verdict);
        if (entry.event.field().isEmpty() || outcome.refusals.size() == 1)
            sentences.append(why);
        else
            //: %1 a field's title, %2 a sentence that says why it cannot be set back
            sentences.append(say(QT_TRANSLATE_NOOP("HistoryPanel", "%1: %2"))
                                 .arg(wording::fieldTitle(mapping, entry.event.field()), why));
    }
    return sentences.join(u' ');
}

QString buttonText(const HistoryEntry &entry)
{
    QString text = mnemonics::literal(wording::revertAction(withShortValue(entry.event)));
    if (entry.verdict.isOverridable()) {
        //: a button that opens a dialog: %1 is for example "Set back to “Paris”"
        text = say(QT_TRANSLATE_NOOP("HistoryPanel", "%1…")).arg(text);
    }
    return text;
}

} // namespace addressdesk::historySentences

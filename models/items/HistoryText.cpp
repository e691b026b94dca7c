#include "models/items/HistoryText.h"

#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

#include <QCoreApplication>

namespace addressdesk::historyText {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("HistoryModel", text);
}

/// A number or a postal code belongs to the word after it; other fields are set apart by a comma.
bool joinsNext(FieldKind kind)
{
    return kind == FieldKind::Number || kind == FieldKind::PostalCode;
}

QString reasonSentence(const Event &event)
{
    if (shownText(event.reason).isEmpty())
        return {};
    return say(QT_TRANSLATE_NOOP("HistoryModel", "Reason: %1")).arg(wording::quotedValue(event.reason));
}

} // namespace

QString summary(const SchemaMapping &mapping, const FieldValues &values)
{
    QString text;
    bool joins = true;
    for (const FieldMapping &field : mapping.fields) {
        const QString value = shownText(values.value(field.id));
        if (value.isEmpty())
            continue;
        if (!text.isEmpty())
            text += joins ? QStringLiteral(" ") : say(QT_TRANSLATE_NOOP("HistoryModel", ", "));
        text += value;
        joins = joinsNext(field.kind);
    }
    return text;
}

QString currentSentence(const SchemaMapping &mapping, const History &history, const QString &fieldId)
{
    if (history.isDeleted)
        return say(QT_TRANSLATE_NOOP("HistoryModel", "This address is deleted."));
    const FieldValues &values = history.current.address.values;
    if (!fieldId.isEmpty()) {
        //: the present value of one field: %1 the field's title, %2 its value in quotation marks
        return say(QT_TRANSLATE_NOOP("HistoryModel", "Now, %1: %2"))
            .arg(wording::fieldTitle(mapping, fieldId), wording::quotedValue(values.value(fieldId)));
    }
    const QString line = summary(mapping, values);
    if (line.isEmpty())
        return say(QT_TRANSLATE_NOOP("HistoryModel", "Now: all fields are empty"));
    //: the address as it is: %1 the address on one line
    return say(QT_TRANSLATE_NOOP("HistoryModel", "Now: %1")).arg(line);
}

QString eventSentence(const SchemaMapping &mapping, const Event &event)
{
    const QString title = wording::fieldTitle(mapping, event.field());
    switch (event.type) {
    case EventType::AddressFieldChanged:
        //: %1 a field's title, %2 and %3 values in quotation marks
        return say(QT_TRANSLATE_NOOP("HistoryModel", "%1 changed from %2 to %3"))
            .arg(title, wording::quotedValue(event.from()), wording::quotedValue(event.to()));
    case EventType::AddressFieldReverted:
        //: %1 a field's title, %2 and %3 values in quotation marks
        return say(QT_TRANSLATE_NOOP("HistoryModel", "%1 set back from %2 to %3"))
            .arg(title, wording::quotedValue(event.from()), wording::quotedValue(event.to()));
    case EventType::AddressCreated:
        return say(QT_TRANSLATE_NOOP("HistoryModel", "Address created: %1"))
            .arg(summary(mapping, event.snapshot()));
    case EventType::AddressDeleted:
        return say(QT_TRANSLATE_NOOP("HistoryModel", "Address deleted: %1"))
            .arg(summary(mapping, event.snapshot()));
    case EventType::AddressRestored:
        return say(QT_TRANSLATE_NOOP("HistoryModel", "Address restored: %1"))
            .arg(summary(mapping, event.snapshot()));
    }
    Q_UNREACHABLE();
}

QString rowSentence(const SchemaMapping &mapping, const HistoryEntry &entry, const QStringList &mailLines,
                    const QDateTime &now)
{
    const Event &event = entry.event;
    //: for screen readers: %1 what happened, %2 who did it, %3 how long ago
    QString text = say(QT_TRANSLATE_NOOP("HistoryModel", "%1, by %2, %3."))
                       .arg(eventSentence(mapping, event), wording::actorName(event),
                            wording::relativeTime(event.occurredAtTime(), now));
    const QString reason = reasonSentence(event);
    if (!reason.isEmpty())
        text += u' ' + reason + u'.';
    text += u' ' + wording::verdictSentence(event, entry.verdict);
    for (const QString &line : mailLines)
        text += u' ' + line + u'.';
    return text;
}

QString tooltip(const SchemaMapping &mapping, const HistoryEntry &entry, const QStringList &mailDetails)
{
    const Event &event = entry.event;
    //: %1 exact date and time, %2 who did it
    QStringList lines{say(QT_TRANSLATE_NOOP("HistoryModel", "%1 by %2"))
                          .arg(wording::exactTime(event.occurredAtTime()), wording::actorName(event)),
                      eventSentence(mapping, event)};
    const QString reason = reasonSentence(event);
    if (!reason.isEmpty())
        lines.append(reason);
    lines.append(wording::verdictSentence(event, entry.verdict));
    return (lines + mailDetails).join(u'\n');
}

} // namespace addressdesk::historyText

#include "models/wording/CustomerSentences.h"

#include "models/wording/Sentences.h"

#include <QCoreApplication>
#include <QSet>

namespace addressdesk::wording {

namespace {

QString say(const char *text, int n = -1)
{
    return QCoreApplication::translate("CustomerSentences", text, nullptr, n);
}

QString labelOf(const SchemaMapping &mapping, const AddressRow &row)
{
    return shownText(row.address.values.value(mapping.labelField()));
}

bool exists(const AddressRow &row)
{
    return !row.address.values.isEmpty();
}

QString oneRevert(const SchemaMapping &mapping, const CustomerRevert &revert)
{
    const QString field = revert.event.field();
    const QString customer = spokenName(revert.row.customer);
    if (!exists(revert.row))
        return say(QT_TRANSLATE_NOOP("CustomerSentences",
                                     "A customer set a change back at an address that is deleted now."));
    if (field.isEmpty()) {
        //: %1 the customer's name
        return say(QT_TRANSLATE_NOOP("CustomerSentences", "%1 restored an address.")).arg(customer);
    }
    const QString title = quoted(fieldTitle(mapping, field));
    const QString label = labelOf(mapping, revert.row);
    if (label.isEmpty()) {
        //: %1 the customer's name, %2 a field's title in quotation marks
        return say(QT_TRANSLATE_NOOP("CustomerSentences", "%1 set %2 back.")).arg(customer, title);
    }
    //: %1 the customer's name, %2 a field's title in quotation marks, %3 the address's label, for example
    //: "Home"
    return say(QT_TRANSLATE_NOOP("CustomerSentences", "%1 set %2 back (%3).")).arg(customer, title, label);
}

} // namespace

QString reasonOfCode()
{
    //: A reason in the history
    return say(QT_TRANSLATE_NOOP("CustomerSentences", "The customer asked for it (code)"));
}

QString reasonOfLink()
{
    //: A reason in the history
    return say(QT_TRANSLATE_NOOP("CustomerSentences", "The customer asked for it (link)"));
}

QString customerAsks(const SchemaMapping &mapping, const OfficeTask &task)
{
    const QString field = task.event.field();
    const QString title = quoted(field.isEmpty() ? eventTitle(task.event.type) : fieldTitle(mapping, field));
    if (!exists(task.row)) {
        //: %1 a field's title in quotation marks
        return say(QT_TRANSLATE_NOOP("CustomerSentences",
                                     "A customer asks to set %1 back at an address that is deleted now."))
            .arg(title);
    }
    const QString customer = spokenName(task.row.customer);
    const QString label = labelOf(mapping, task.row);
    if (label.isEmpty()) {
        //: %1 the customer's name, %2 a field's title in quotation marks
        return say(QT_TRANSLATE_NOOP("CustomerSentences",
                                     "%1 asks to set %2 back, but it has changed since."))
            .arg(customer, title);
    }
    //: %1 the customer's name, %2 a field's title in quotation marks, %3 the address's label, for example
    //: "Home"
    return say(QT_TRANSLATE_NOOP("CustomerSentences",
                                 "%1 asks to set %2 back (%3), but it has changed since."))
        .arg(customer, title, label);
}

QString customersAsk(int count)
{
    return say(
        QT_TRANSLATE_N_NOOP("CustomerSentences", "%n customer(s) ask to set back what has changed since."),
        count);
}

QString customersPutBack(const SchemaMapping &mapping, const QList<CustomerRevert> &reverts)
{
    const CustomerRevert &first = reverts.constFirst();
    QSet<QString> addresses;
    QSet<QString> customers;
    for (const CustomerRevert &revert : reverts) {
        const QString addressId = revert.event.streamId;
        addresses.insert(addressId);
        customers.insert(revert.row.customer.id.isEmpty() ? addressId : revert.row.customer.id);
    }
    if (customers.size() > 1)
        return say(QT_TRANSLATE_N_NOOP("CustomerSentences", "%n customer(s) set changes back."),
                   static_cast<int>(customers.size()));
    if (reverts.size() == 1 || !exists(first.row))
        return oneRevert(mapping, first);
    if (addresses.size() == 1)
        //: %1 the customer's name
        return say(QT_TRANSLATE_N_NOOP("CustomerSentences", "%1 set %n field(s) back."),
                   static_cast<int>(reverts.size()))
            .arg(spokenName(first.row.customer));
    //: %1 the customer's name
    return say(QT_TRANSLATE_NOOP("CustomerSentences", "%1 set changes back at several addresses."))
        .arg(spokenName(first.row.customer));
}

} // namespace addressdesk::wording

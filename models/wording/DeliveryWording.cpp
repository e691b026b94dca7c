#include "models/wording/DeliveryWording.h"

#include <QCoreApplication>
#include <QLocale>

namespace addressdesk::wording {

QString missingField(const QString &fieldTitle)
{
    //: %1 is the title of a field
    return QCoreApplication::translate("Sentences", "%1 is empty: mail to this address may not arrive.")
        .arg(fieldTitle);
}

QString missingFields(const QStringList &fieldTitles)
{
    if (fieldTitles.size() == 1)
        return missingField(fieldTitles.first());
    //: %1 are the titles of fields: "Postal code and City"
    return QCoreApplication::translate("Sentences", "%1 are empty: mail to this address may not arrive.")
        .arg(QLocale().createSeparatedList(fieldTitles));
}

} // namespace addressdesk::wording

#include "models/wording/DeliveryWording.h"

#include <QCoreApplication>

namespace addressdesk::wording {

QString missingField(const QString &fieldTitle)
{
    //: %1 is the title of a field
    return QCoreApplication::translate("Sentences", "%1 is empty: mail to this address may not arrive.")
        .arg(fieldTitle);
}

} // namespace addressdesk::wording

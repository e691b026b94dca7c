#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace addressdesk {

/// What tests/support/read_mail.py, that is Python's email package, makes of a message. An empty object when
/// it could not read it; why is printed.
[[nodiscard]] QJsonObject readMail(const QByteArray &message);

} // namespace addressdesk

#include "tests/mail/MailReader.h"

#include <QJsonDocument>
#include <QProcess>

namespace addressdesk {

QJsonObject readMail(const QByteArray &message)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(ADDRESSDESK_SUPPORT "/read_mail.py")});
    python.write(message);
    python.closeWriteChannel();
    constexpr int patience = 60000;
    if (!python.waitForFinished(patience) || python.exitCode() != 0)
        qWarning("read_mail.py: %s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

} // namespace addressdesk

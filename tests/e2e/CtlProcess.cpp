#include "CtlProcess.h"

#include <QJsonDocument>

namespace addressdesk {

using namespace Qt::StringLiterals;

CtlProcess::CtlProcess() : m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(u"HOME"_s, m_home.path());
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString &name : {u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_RUNTIME_DIR"_s, u"PGPASSWORD"_s,
                                u"PGPASSFILE"_s, u"ADDRESS_DESK_DATABASE"_s})
        m_environment.remove(name);
}

CtlProcess::CtlProcess(const DatabaseUrl &url) : CtlProcess()
{
    m_url = url.toString();
}

QString CtlProcess::program()
{
    return QStringLiteral(ADDRESSDESK_CTL);
}

CtlAnswer CtlProcess::json(const QStringList &words, const QByteArray &input) const
{
    QStringList all{u"--json"_s};
    if (!m_url.isEmpty())
        all += {u"--database"_s, m_url};
    CtlAnswer answer = run(all + words, input);
    const QList<QByteArray> lines = answer.output.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            answer.objects.append(QJsonDocument::fromJson(line).object());
    }
    return answer;
}

CtlAnswer CtlProcess::run(const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program(), words);
    process.write(input);
    process.closeWriteChannel();
    CtlAnswer answer;
    if (!process.waitForFinished(60000))
        process.kill();
    else if (process.exitStatus() == QProcess::NormalExit)
        answer.exitCode = process.exitCode();
    answer.output = process.readAllStandardOutput();
    answer.errors = process.readAllStandardError();
    return answer;
}

} // namespace addressdesk

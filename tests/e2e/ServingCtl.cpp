#include "ServingCtl.h"

#include <QJsonDocument>

namespace addressdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60000; ///< Milliseconds, on a busy machine.

} // namespace

ServingCtl::ServingCtl(const CtlDesk &desk, const QStringList &options)
{
    m_process.setProcessEnvironment(desk.ctl.environment());
    QStringList words{
        u"--json"_s, u"--database"_s, desk.database.url().toString(), u"serve"_s, u"--requests-per-minute"_s,
        u"0"_s};
    if (!options.contains(u"--listen"_s))
        words += {u"--listen"_s, u"127.0.0.1:0"_s};
    m_process.start(CtlProcess::program(), words + options);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience))
            qFatal("serve does not start: %s", m_process.readAllStandardError().constData());
    }
    const QByteArray line = m_process.readLine();
    m_address = QJsonDocument::fromJson(line).object().value("listening"_L1).toString();
    if (m_address.isEmpty())
        qFatal("serve does not listen: %s", line.constData());
}

ServingCtl::~ServingCtl()
{
    stop();
}

int ServingCtl::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return -1;
    m_process.terminate();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished();
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QByteArray ServingCtl::log()
{
    m_process.waitForReadyRead(1);
    m_log += m_process.readAllStandardError();
    return m_log;
}

} // namespace addressdesk

#include "app/ctl/Output.h"

#include "app/ctl/CtlText.h"

#include <QJsonDocument>

#include <cerrno>
#include <cstdio>

namespace addressdesk {

void Output::answer(const QJsonObject &json, const QStringList &text)
{
    object(json);
    lines(text);
}

void Output::object(const QJsonObject &object)
{
    if (m_isJson)
        write(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void Output::lines(const QStringList &lines)
{
    if (m_isJson)
        return;
    for (const QString &line : lines)
        write(CtlText::withoutIsolates(line));
}

void Output::note(const QString &line) const
{
    if (!m_isJson)
        caution(line);
}

void Output::caution(const QString &line) const
{
    std::fflush(stdout); // Where both go to one place, neither cuts into the other.
    std::fprintf(stderr, "%s\n", CtlText::withoutIsolates(line).toUtf8().constData());
}

void Output::log(const QString &line) const
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

void Output::refuse(const Refusal &refusal)
{
    if (m_isJson) {
        write(QString::fromUtf8(
            QJsonDocument(QJsonObject{{QStringLiteral("error"), refusal.code},
                                      {QStringLiteral("message"), CtlText::withoutIsolates(refusal.message)},
                                      {QStringLiteral("detail"), refusal.detail}})
                .toJson(QJsonDocument::Compact)));
        return;
    }
    std::fprintf(stderr, "address-deskctl: %s\n", CtlText::visible(refusal.message).toUtf8().constData());
    if (refusal.detail.isString() && !refusal.detail.toString().isEmpty())
        std::fprintf(stderr, "  %s\n", CtlText::visible(refusal.detail.toString()).toUtf8().constData());
    if (refusal.status == ExitStatus::WrongUsage)
        std::fprintf(stderr, "  %s\n", CtlText::tr("See address-deskctl --help.").toUtf8().constData());
}

void Output::write(const QString &line)
{
    if (m_isReaderGone || m_hasFailed)
        return;
    const QByteArray bytes = line.toUtf8() + '\n';
    if (std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout) ==
        static_cast<std::size_t>(bytes.size()))
        return;
    m_isReaderGone = errno == EPIPE;
    m_hasFailed = !m_isReaderGone;
}

bool Output::flush()
{
    if (!m_isReaderGone && std::fflush(stdout) != 0 && errno != EPIPE)
        m_hasFailed = true;
    return !m_hasFailed;
}

} // namespace addressdesk

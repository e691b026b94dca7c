#pragma once

#include "models/domain/DatabaseUrl.h"

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace addressdesk {

/// How one run of address-deskctl ended.
struct CtlAnswer
{
    int exitCode = -1; ///< −1 when it did not end by itself.
    QByteArray output;
    QByteArray errors;
    QList<QJsonObject> objects; ///< The lines of `output`, with --json.

    [[nodiscard]] QJsonObject first() const { return objects.value(0); }
    [[nodiscard]] QString error() const
    {
        return objects.value(objects.size() - 1).value(QLatin1String("error")).toString();
    }
};

/// Runs the built address-deskctl as its own process, in a home of its own and without a keyring.
class CtlProcess final
{
public:
    CtlProcess();
    explicit CtlProcess(const DatabaseUrl &url);

    /// With --database (when there is a URL) and --json in front.
    [[nodiscard]] CtlAnswer json(const QStringList &words, const QByteArray &input = {}) const;
    /// Exactly these words.
    [[nodiscard]] CtlAnswer run(const QStringList &words, const QByteArray &input = {}) const;

    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    [[nodiscard]] static QString program();

private:
    QTemporaryDir m_home;
    QString m_url;
    QProcessEnvironment m_environment;
};

} // namespace addressdesk

#include "app/ctl/ServeOptions.h"

#include "app/ctl/CtlText.h"
#include "models/domain/PublicUrl.h"
#include "models/wording/Sentences.h"

#include <QFile>

#include <sys/stat.h>

namespace addressdesk {

namespace {

const QString smtpPasswordCredential = QStringLiteral("smtp-password");

Refusal refusal(const QString &message, const QString &detail = {})
{
    return {ExitStatus::WrongUsage, QStringLiteral("usage"), message, detail};
}

/// "HOST:PORT", "[::1]:PORT" or "PORT".
tl::expected<void, Refusal> readListen(const QString &text, HttpListenerOptions &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = colon > 0 ? text.left(colon) : QStringLiteral("127.0.0.1");
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isNumber = false;
    const int port = text.mid(colon + 1).toInt(&isNumber);
    if (!isNumber || port < 0 || port > 65535 || host.isEmpty())
        return tl::unexpected(refusal(CtlText::tr("--listen wants HOST:PORT, for example 127.0.0.1:8085.")));
    options.host = host;
    options.port = static_cast<quint16>(port);
    return {};
}

tl::expected<QString, Refusal> publicUrlOf(const QString &text)
{
    if (text.isEmpty())
        return QString();
    const Result<PublicUrl> url = PublicUrl::parse(text);
    if (!url)
        return tl::unexpected(refusal(
            CtlText::tr("--public-url wants the address that customers open, for example https://…")));
    return url->text();
}

/// The first line of a file that nobody else can read: systemd's credential, or the one that was named.
tl::expected<QString, Refusal> smtpPassword(const std::optional<QString> &namedFile)
{
    const QString credentials = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    QString name = namedFile.value_or(QString());
    if (name.isEmpty() && !credentials.isEmpty())
        name = credentials + u'/' + smtpPasswordCredential;
    if (name.isEmpty() || (!namedFile && !QFile::exists(name)))
        return QString();
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(refusal(CtlText::tr("The password file cannot be read."), file.errorString()));
    struct stat status = {};
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    const bool isCredential = !credentials.isEmpty() && name.startsWith(credentials + u'/');
    if (!isCredential && (fstat(file.handle(), &status) != 0 || (status.st_mode & others) != 0))
        return tl::unexpected(refusal(
            CtlText::tr("Others can read the password file. Allow it to its owner alone: chmod 600 %1")
                .arg(name)));
    return QString::fromUtf8(file.readLine()).trimmed();
}

} // namespace

tl::expected<ServeOptions, Refusal> ServeOptions::of(const Arguments &arguments)
{
    ServeOptions options;
    const auto listen =
        readListen(arguments.value(QStringLiteral("listen")).value_or(QStringLiteral("127.0.0.1:8085")),
                   options.listener);
    if (!listen)
        return tl::unexpected(listen.error());
    constexpr qint64 mostThreads = 32;
    const auto threads =
        arguments.number(QStringLiteral("threads"), 1, options.listener.threads, mostThreads);
    const auto perMinute =
        arguments.number(QStringLiteral("requests-per-minute"), 0, options.listener.requestsPerMinute,
                         std::numeric_limits<int>::max());
    for (const auto *number : {&threads, &perMinute}) {
        if (!*number)
            return tl::unexpected(number->error());
    }
    options.listener.threads = static_cast<int>(*threads);
    options.listener.requestsPerMinute = static_cast<int>(*perMinute);
    options.listener.burst = options.listener.requestsPerMinute;
    options.listener.trustForwardedFor = arguments.has(QStringLiteral("behind-proxy"));
    const auto publicUrl = publicUrlOf(arguments.value(QStringLiteral("public-url")).value_or(QString()));
    if (!publicUrl)
        return tl::unexpected(publicUrl.error());
    options.publicUrl = *publicUrl;

    options.mailFolder = arguments.value(QStringLiteral("mail-folder")).value_or(QString());
    const auto smtp = arguments.value(QStringLiteral("smtp"));
    if (smtp && !options.mailFolder.isEmpty())
        return tl::unexpected(refusal(CtlText::tr("Give --smtp or --mail-folder, not both.")));
    if (!smtp)
        return options;
    Result<SmtpSettings> settings = SmtpSettings::fromUrl(*smtp);
    if (!settings)
        return tl::unexpected(refusal(CtlText::tr("The mail server's URL is not understood."),
                                      wording::technicalDetails(settings.error())));
    const auto password = smtpPassword(arguments.value(QStringLiteral("smtp-password-file")));
    if (!password)
        return tl::unexpected(password.error());
    settings->password = *password;
    settings->caFile = arguments.value(QStringLiteral("smtp-ca-file")).value_or(QString());
    options.smtp = *settings;
    return options;
}

} // namespace addressdesk

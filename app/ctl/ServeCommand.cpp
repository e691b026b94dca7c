#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/ServeOptions.h"
#include "app/mail/FolderTransport.h"
#include "app/mail/SmtpTransport.h"
#include "app/office/OfficeServer.h"
#include "app/revertlink/AccessLog.h"
#include "models/storage/OfficeSettingsRepository.h"
#include "models/storage/PageAnnouncer.h"
#include "models/wording/Sentences.h"

#include <QEventLoop>

#include <cstdlib>

namespace addressdesk {

namespace {

/// Letters and other senders need the address too, so it becomes a setting; from then on the setting counts,
/// whoever changes it. Who may not set it leaves it as it is, and has `publicUrl` for this server alone.
Done keepPublicUrl(OfficeSettingsRepository &repository, OfficeSettings &settings, QString &publicUrl)
{
    if (publicUrl.isEmpty())
        return {};
    if (publicUrl != settings.publicUrl) {
        settings.publicUrl = publicUrl;
        const Done saved = repository.save(settings);
        const bool isForbidden = !saved && (saved.error().code == ErrorCode::PermissionDenied ||
                                            saved.error().code == ErrorCode::ReadOnly);
        if (!saved)
            return isForbidden ? Done{} : saved;
    }
    publicUrl.clear();
    return {};
}

MailTransportFactory transportOf(const ServeOptions &options)
{
    if (!options.smtp && options.mailFolder.isEmpty())
        return {};
    return [options]() -> Result<std::unique_ptr<MailTransport>> {
        if (options.smtp)
            return std::make_unique<SmtpTransport>(*options.smtp);
        return std::make_unique<FolderTransport>(options.mailFolder);
    };
}

void tellWhere(Output &output, const ServeOptions &options, quint16 port)
{
    const QString address = QStringLiteral("http://%1:%2").arg(options.listener.host).arg(port);
    const bool sendsMails = transportOf(options) != nullptr;
    output.answer({{QStringLiteral("listening"), address}, {QStringLiteral("sendsMails"), sendsMails}},
                  {CtlText::tr("Answering links on %1.").arg(address),
                   sendsMails ? CtlText::tr("Sending mails.")
                              : CtlText::tr("Sending no mails: give --smtp or --mail-folder for that.")});
    (void)output.flush();
}

/// What the operator of a server that sends mails would else find out from customers.
void warn(const Output &output, const ServeOptions &options, const OfficeSettings &settings)
{
    if (!transportOf(options))
        return;
    QStringList sentences;
    if (options.smtp && !options.smtp->user.isEmpty() && options.smtp->password.isEmpty())
        sentences.append(CtlText::tr(
            "--smtp names a user, but no password was found: give --smtp-password-file or the systemd "
            "credential smtp-password."));
    if (settings.senderAddress.isEmpty())
        sentences.append(CtlText::tr("No sender address is set, so no mail can be sent: set one with "
                                     "“address-deskctl settings senderAddress=…”."));
    if (settings.companyName.isEmpty())
        sentences.append(
            CtlText::tr("No company name is set, so mails do not say whom they are from: set it with "
                        "“address-deskctl settings companyName=…”."));
    if (options.publicUrl.isEmpty() && settings.publicUrl.isEmpty())
        sentences.append(CtlText::tr(
            "No public URL is set, so mails have codes but no links: give --public-url, or set it with "
            "“address-deskctl settings publicUrl=…”."));
    for (const QString &sentence : sentences)
        output.log(logLine(sentence));
}

/// Pages are announced on the thread of `loop`.
OfficeServer::Reports reportsOf(Output &output, PageAnnouncer &announcer, QEventLoop &loop)
{
    OfficeServer::Reports reports;
    reports.log = [&output](const QString &line) {
        output.log(line);
    };
    reports.pageFetched = [&](const QStringList &digests) {
        const auto announce = [&announcer, &output, digests] {
            if (const Done told = announcer.announce(digests); !told)
                output.log(logLine(QStringLiteral("desks could not be told of a page: ") +
                                   wording::technicalDetails(told.error())));
        };
        QMetaObject::invokeMethod(&loop, announce, Qt::QueuedConnection);
    };
    return reports;
}

} // namespace

CommandResult runServe(const CommandContext &context)
{
    auto options = ServeOptions::of(context.arguments);
    if (!options)
        return tl::unexpected(options.error());
    const auto database = context.open();
    if (!database)
        return tl::unexpected(database.error());
    // Writers of one file only wait for each other.
    if ((*database)->url().kind == DatabaseUrl::Kind::Sqlite &&
        !context.arguments.has(QStringLiteral("threads")))
        options->listener.threads = 1;
    OfficeSettingsRepository repository((*database)->connection());
    Result<OfficeSettings> settings = repository.load();
    if (!settings)
        return (*database)->refused(settings.error());
    if (const Done kept = keepPublicUrl(repository, *settings, options->publicUrl); !kept)
        return (*database)->refused(kept.error());

    QEventLoop loop;
    PageAnnouncer announcer((*database)->url(), (*database)->password());
    OfficeServer server({(*database)->url(), (*database)->password(), (*database)->mapping()},
                        {options->listener, options->publicUrl, false, transportOf(*options)},
                        reportsOf(context.output, announcer, loop));
    warn(context.output, *options, *settings);
    if (const Done started = server.start(*settings); !started)
        return tl::unexpected(Refusal{ExitStatus::Refused, errorCodeName(started.error().code),
                                      CtlText::tr("The address to listen on cannot be used."),
                                      wording::technicalDetails(started.error())});
    tellWhere(context.output, *options, server.port());

    context.interruption.setHandler(
        [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    loop.exec();
    context.interruption.setHandler({});
    if (!server.stop())
        std::_Exit(static_cast<int>(ExitStatus::Success)); // A statement is stuck; nothing is half written.
    return ExitStatus::Success;
}

} // namespace addressdesk

// Mails a second from an outbox in memory through Dispatcher, MailComposer and SmtpTransport, beside the same
// finished messages through bare libcurl: both over STARTTLS on one connection each to one server,
// interleaved. Usage: bench_mail [MAILS], 2000 when not given. Prints both medians and their ratio.

#include "BareCurl.h"
#include "Median.h"

#include "app/mail/Dispatcher.h"
#include "app/mail/SmtpTransport.h"
#include "tests/mail/MailSamples.h"
#include "tests/support/MemoryOutbox.h"
#include "tests/support/SmtpServer.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace addressdesk;

namespace {

constexpr int chunk = 20; ///< Mails in a row of one kind: the dispatcher's batch.

OutgoingMail mailNumber(int id)
{
    OutgoingMail mail = mailSamples::mail();
    mail.id = id;
    mail.language = id % 2 == 0 ? u"fr"_qs : u"en"_qs;
    return mail;
}

/// Mails a second.
template<typename Function> double rateOf(Function &&function)
{
    const auto start = std::chrono::steady_clock::now();
    function();
    return chunk / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int mails = argc > 1 ? std::max(5 * chunk, application.arguments().at(1).toInt()) : 2000;
    const SmtpServer server(SmtpServer::Security::StartTls, {u"--quiet"_qs});
    SmtpSettings settings;
    settings.host = u"localhost"_qs;
    settings.port = server.port();
    settings.caFile = server.certificate();
    SmtpTransport transport(settings);
    MemoryOutbox outbox;
    const MailComposer composer(mailSamples::office(), SchemaMapping::native());
    Dispatcher dispatcher(outbox, transport, [&]() -> Result<MailComposer> { return composer; });
    BareCurl bare(server.port(), server.certificate().toLocal8Bit());

    std::vector<double> bareRates;
    std::vector<double> dispatcherRates;
    for (int first = -2 * chunk; first < mails; first += chunk) { // The first two only warm up.
        QList<MailMessage> messages;
        for (int id = first; id < first + chunk; ++id) {
            outbox.add(mailNumber(id));
            messages.append(composer.compose(mailNumber(id)).value());
        }
        const double bareRate = rateOf([&] { bare.send(messages); });
        const double dispatcherRate = rateOf([&] {
            if (dispatcher.step() != Dispatcher::Step::Idle)
                qFatal("the dispatcher had a problem");
        });
        if (!outbox.isEveryRow(u"sent 14"_qs))
            qFatal("not every mail was sent");
        if (first >= 0) {
            bareRates.push_back(bareRate);
            dispatcherRates.push_back(dispatcherRate);
        }
    }
    const double bareMedian = median(bareRates);
    const double dispatcherMedian = median(dispatcherRates);
    QTextStream(stdout) << QStringLiteral(
                               "mails a second: bare curl %1, dispatcher %2, ratio %3 (medians of %4 runs "
                               "of %5)")
                               .arg(QString::number(bareMedian, 'f', 0),
                                    QString::number(dispatcherMedian, 'f', 0),
                                    QString::number(dispatcherMedian / bareMedian, 'f', 2),
                                    QString::number(bareRates.size()), QString::number(chunk))
                        << Qt::endl;
    return 0;
}

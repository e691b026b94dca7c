#include "tests/office/LinkOffice.h"

namespace addressdesk {

namespace {

const QString city = QStringLiteral("city");

} // namespace

LinkOffice::LinkOffice(DatabaseUrl::Kind kind, int addresses) : m_desk(kind)
{
    for (int i = 0; i < addresses; ++i) {
        m_desk.database().run(
            QStringLiteral("INSERT INTO addresses (id, user_id, city) VALUES ('%1', '%2', 'Paris')")
                .arg(addressId(i), RecordingDesk::anna));
        const SaveOutcome saved = m_desk.change(city, QStringLiteral("Lyon"), addressId(i));
        m_secrets.append(m_desk.secretOf(saved.changeId).toLatin1());
    }
    OfficeServer::Options options;
    options.listener.requestsPerMinute = 0;
    if (kind == DatabaseUrl::Kind::Sqlite)
        options.listener.threads = 1; // As serve has it: a file has one writer at a time.
    m_server = std::make_unique<OfficeServer>(
        OfficeServer::Database{m_desk.database().url(), {}, SchemaMapping::native().withoutLanguage()},
        options, OfficeServer::Reports());
    if (const Done started = m_server->start({}); !started)
        qFatal("the office does not answer: %s", qPrintable(started.error().detail));
}

QString LinkOffice::addressId(int number)
{
    return QStringLiteral("44444444-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
}

int LinkOffice::ask(const QByteArray &method, const QByteArray &secret) const
{
    TestClient client(port());
    if (!client.send(method + " /r/" + secret + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"))
        return 0;
    return client.readAll().mid(9, 3).toInt();
}

} // namespace addressdesk

#pragma once

#include "app/revertlink/HttpListener.h"
#include "tests/revertlink/FakeRevertLinks.h"
#include "tests/revertlink/TestClient.h"

#include <mutex>

namespace addressdesk {

/// A gateway on a free port before a fake database.
class ListeningGateway final
{
public:
    explicit ListeningGateway(HttpListenerOptions options = withoutRateLimit(),
                              const RevertLinksFactory &factory = {})
    {
        database.view = fieldChange(LinkView::State::Open);
        database.answer = fieldChange(LinkView::State::PutBack);
        database.knownSecret = token.secret();
        OfficeSettings office;
        office.companyName = QStringLiteral("Example Mills");
        const auto fetched = [this](const QStringList &) {
            ++pagesFetched;
        };
        listener =
            std::make_unique<HttpListener>(std::make_shared<RevertLinkService>(office, fetched),
                                           factory ? factory : FakeRevertLinks::factoryFor(database),
                                           std::move(options), [this](const QString &line) { log(line); });
        isListening = listener->start().has_value();
    }

    /// What the listener still tells while it stops needs the rest of this.
    ~ListeningGateway() { (void)listener->stop(); }
    Q_DISABLE_COPY_MOVE(ListeningGateway)

    [[nodiscard]] static HttpListenerOptions withoutRateLimit()
    {
        HttpListenerOptions options;
        options.requestsPerMinute = 0;
        return options;
    }

    [[nodiscard]] quint16 port() const { return listener->port(); }
    [[nodiscard]] QByteArray linkPath() const { return "/r/" + token.secret().toLatin1(); }
    [[nodiscard]] QByteArray ask(const QByteArray &method, const QByteArray &path,
                                 const QByteArray &fields = {})
    {
        return answerTo(port(), requestFor(method, path, fields));
    }
    [[nodiscard]] QStringList logLines() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lines;
    }

    RevertToken token = RevertToken::generate();
    FakeDatabase database;
    std::atomic<int> pagesFetched = 0;
    bool isListening = false;
    std::unique_ptr<HttpListener> listener;

private:
    void log(const QString &line)
    {
        const std::lock_guard lock(m_mutex);
        m_lines.append(line);
    }

    mutable std::mutex m_mutex;
    QStringList m_lines;
};

} // namespace addressdesk

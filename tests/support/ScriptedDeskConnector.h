#pragma once

#include "models/domain/DeskConnector.h"
#include "tests/support/FakeDeskSession.h"

#include <functional>

namespace addressdesk {

/// Opens FakeDeskSessions, or fails as a test says. Answers through the event loop, or when the test says so.
class ScriptedDeskConnector final : public DeskConnector
{
public:
    /// Says how a request ends: std::nullopt opens.
    using Rule = std::function<std::optional<Error>(const ConnectRequest &)>;

    void setRule(Rule rule) { m_rule = std::move(rule); }
    void setManual(bool isManual) { m_isManual = isManual; }
    void setMissingSchema(const QList<SchemaStep> &steps) { m_missingSchema = steps; }
    [[nodiscard]] const QList<ConnectRequest> &opened() const { return m_opened; }
    [[nodiscard]] const QList<ConnectRequest> &tested() const { return m_tested; }
    [[nodiscard]] qsizetype waitingCount() const { return m_waiting.size(); }
    void answer() { m_waiting.takeFirst()(); }

    void open(const ConnectRequest &request, QObject *context, OpenHandler handler) override
    {
        m_opened.append(request);
        later([this, request, context = QPointer<QObject>(context), handler = std::move(handler)] {
            if (!context)
                return;
            if (const std::optional<Error> error = m_rule ? m_rule(request) : std::nullopt) {
                handler(tl::unexpected(*error));
                return;
            }
            auto session = std::make_shared<FakeDeskSession>();
            session->setUrl(request.url);
            handler(std::shared_ptr<DeskSession>(session));
        });
    }

    void test(const ConnectRequest &request, QObject *context, TestHandler handler) override
    {
        m_tested.append(request);
        later([this, request, context = QPointer<QObject>(context), handler = std::move(handler)] {
            if (!context)
                return;
            const std::optional<Error> error = m_rule ? m_rule(request) : std::nullopt;
            if (error && error->code != ErrorCode::SchemaMissing) {
                handler(tl::unexpected(*error));
                return;
            }
            DatabaseDescription found;
            found.url = request.url;
            found.actor = request.url.user;
            found.serverVersion = QStringLiteral("Fake 1.0");
            found.isEncrypted = true;
            found.missingSchema = m_missingSchema;
            handler(found);
        });
    }

private:
    void later(std::function<void()> answer)
    {
        m_waiting.append(std::move(answer));
        if (!m_isManual)
            QMetaObject::invokeMethod(
                this, [this] { this->answer(); }, Qt::QueuedConnection);
    }

    Rule m_rule;
    bool m_isManual = false;
    QList<SchemaStep> m_missingSchema;
    QList<ConnectRequest> m_opened;
    QList<ConnectRequest> m_tested;
    QList<std::function<void()>> m_waiting;
};

} // namespace addressdesk

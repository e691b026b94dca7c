#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/LatestAnswer.h"

#include <QPointer>

namespace addressdesk {

/// Asks a session for one stretch of a history at a time: what is asked for next takes the place of what is
/// still being read. Lives on the GUI thread; the session may be destroyed at any time.
class HistoryFetcher final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Does not cancel what is being read. The session may be nullptr: then nothing is read.
    void setSession(DeskSession *session) { m_session = session; }
    /// When quiet, nobody is told that something is read, or that it could not be.
    void fetch(const HistoryRequest &request, bool isQuiet);
    void cancel();

    [[nodiscard]] bool isReading() const { return m_request != 0; }
    /// Reading, and not quietly.
    [[nodiscard]] bool isLoading() const { return m_request != 0 && !m_isQuiet; }

signals:
    void historyRead(const addressdesk::History &history, bool isOlderPage);
    void failed(const addressdesk::Error &error);
    void loadingChanged(bool isLoading);

private:
    void receive(const Result<History> &result, bool isOlderPage);
    void setRequest(DeskSession::RequestId id);

    QPointer<DeskSession> m_session;
    DeskSession::RequestId m_request = 0;
    bool m_isQuiet = false;       ///< The request under way is told to nobody.
    bool m_isLoadingTold = false; ///< By loadingChanged().
    LatestAnswer m_latest;
};

} // namespace addressdesk

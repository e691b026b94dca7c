#include "models/items/HistoryFetcher.h"

#include <utility>

namespace addressdesk {

void HistoryFetcher::fetch(const HistoryRequest &request, bool isQuiet)
{
    if (!m_session)
        return;
    if (m_request != 0)
        m_session->cancel(m_request);
    m_latest.forget();
    const bool isOlderPage = request.beforeVersion != 0;
    m_isQuiet = isQuiet;
    setRequest(m_session->fetchHistory(
        request, this, m_latest.answer<History>([this, isOlderPage](const Result<History> &result) {
            receive(result, isOlderPage);
        })));
}

void HistoryFetcher::cancel()
{
    m_latest.forget();
    if (m_session && m_request != 0)
        m_session->cancel(m_request);
    setRequest(0);
}

void HistoryFetcher::receive(const Result<History> &result, bool isOlderPage)
{
    const bool wasQuiet = m_isQuiet;
    setRequest(0);
    if (result)
        emit historyRead(*result, isOlderPage);
    else if (!wasQuiet)
        emit failed(result.error());
}

void HistoryFetcher::setRequest(DeskSession::RequestId id)
{
    m_request = id;
    if (std::exchange(m_isLoadingTold, isLoading()) != isLoading())
        emit loadingChanged(isLoading());
}

} // namespace addressdesk

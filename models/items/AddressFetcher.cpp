#include "models/items/AddressFetcher.h"

#include "models/items/AddressPageCache.h"

namespace addressdesk {

namespace {

/// Enough for what a window shows at once; older wishes are of rows that were scrolled past.
constexpr qsizetype maximumWishes = 4;
constexpr qsizetype maximumInFlight = 2;

} // namespace

AddressFetcher::AddressFetcher(QObject *parent) : QObject(parent) {}

/// Wraps an answer: dropped when it belongs to an earlier query, counted otherwise.
template<typename T, typename Answered> DeskSession::Handler<T> AddressFetcher::handler(Answered answered)
{
    return m_latest.answer<T>([this, answered, isWanted = m_latest.wanted()](const Result<T> &result) {
        answered(result);
        if (isWanted())
            ended();
    });
}

void AddressFetcher::setSession(DeskSession *session)
{
    cancelAll();
    m_session = session;
    updateBusy();
}

void AddressFetcher::cancelAll()
{
    m_latest.forget();
    if (m_session) {
        for (const DeskSession::RequestId id : std::as_const(m_requests))
            m_session->cancel(id);
    }
    m_requests.clear();
    m_wishes.clear();
    m_pagesInFlight.clear();
    m_failedPages.clear();
    m_addressesInFlight.clear();
    m_addressesAskedAgain.clear();
    m_answersDue = 0;
    m_isCountDue = false;
}

void AddressFetcher::restart(const AddressQuery &query)
{
    cancelAll();
    m_query = query;
    if (!m_session) {
        updateBusy();
        return;
    }
    fetchPage({0, {}}, true);
    recount();
}

void AddressFetcher::wantPage(int pageIndex, const PageAnchor &after)
{
    if (!m_session || m_pagesInFlight.contains(pageIndex) || m_failedPages.contains(pageIndex))
        return;
    m_wishes.removeIf([pageIndex](const Wish &wish) { return wish.pageIndex == pageIndex; });
    m_wishes.append({pageIndex, after});
    if (m_wishes.size() > maximumWishes)
        m_wishes.removeFirst();
    updateBusy();
    if (m_isFetchPosted)
        return;
    // Wishes come from painting: collect those of one paint before asking.
    m_isFetchPosted = true;
    QMetaObject::invokeMethod(this, &AddressFetcher::fetchWishes, Qt::QueuedConnection);
}

void AddressFetcher::fetchWishes()
{
    m_isFetchPosted = false;
    while (!m_wishes.isEmpty() && m_pagesInFlight.size() < maximumInFlight)
        fetchPage(m_wishes.takeLast(), false);
}

void AddressFetcher::fetchPage(const Wish &wish, bool isFirst)
{
    if (!m_session)
        return;
    m_pagesInFlight.insert(wish.pageIndex);
    const PageRequest request{m_query, qint64(wish.pageIndex) * AddressPageCache::pageSize,
                              AddressPageCache::pageSize, wish.after};
    begun(m_session->fetchPage(request, this,
                               handler<AddressPage>([this, wish, isFirst](const Result<AddressPage> &page) {
                                   pageAnswered(wish.pageIndex, page, isFirst);
                               })));
}

void AddressFetcher::pageAnswered(int pageIndex, const Result<AddressPage> &page, bool isFirst)
{
    m_pagesInFlight.remove(pageIndex);
    if (!page) {
        m_failedPages.insert(pageIndex);
        report(page.error());
    } else if (isFirst) {
        emit firstPageRead(*page);
    } else {
        emit pageRead(pageIndex, *page);
    }
    fetchWishes();
}

void AddressFetcher::wantAddress(const QString &addressId)
{
    if (!m_session)
        return;
    // An answer under way may be older than the change that made this wish.
    if (m_addressesInFlight.contains(addressId)) {
        m_addressesAskedAgain.insert(addressId);
        return;
    }
    m_addressesInFlight.insert(addressId);
    begun(m_session->fetchAddress(addressId, this,
                                  handler<AddressRow>([this, addressId](const Result<AddressRow> &row) {
                                      m_addressesInFlight.remove(addressId);
                                      if (m_addressesAskedAgain.remove(addressId))
                                          wantAddress(addressId);
                                      else if (row)
                                          emit addressRead(*row);
                                      else if (row.error().code == ErrorCode::NotFound)
                                          emit addressMissing(addressId);
                                      else
                                          report(row.error());
                                  })));
}

void AddressFetcher::recount()
{
    if (!m_session || m_isCountDue)
        return;
    m_isCountDue = true;
    begun(m_session->countAddresses(m_query, this, handler<qint64>([this](const Result<qint64> &count) {
                                        m_isCountDue = false;
                                        if (count)
                                            emit counted(*count);
                                        else
                                            report(count.error());
                                    })));
}

void AddressFetcher::report(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        emit failed(error);
}

void AddressFetcher::begun(DeskSession::RequestId id)
{
    constexpr qsizetype worthCancelling = 64;
    m_requests.append(id);
    if (m_requests.size() > worthCancelling)
        m_requests.removeFirst();
    ++m_answersDue;
    updateBusy();
}

void AddressFetcher::ended()
{
    if (--m_answersDue == 0)
        m_requests.clear();
    updateBusy();
}

void AddressFetcher::updateBusy()
{
    const bool isBusy = m_answersDue > 0 || !m_wishes.isEmpty();
    if (isBusy == m_isBusy)
        return;
    m_isBusy = isBusy;
    emit busyChanged(isBusy);
}

} // namespace addressdesk

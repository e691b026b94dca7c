#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/LatestAnswer.h"

#include <QPointer>
#include <QSet>

namespace addressdesk {

/// Asks a session for what an address table needs, a few requests at a time and the newest wish first.
/// Answers that belong to an earlier query are dropped. Lives on the GUI thread; the session may be destroyed
/// at any time.
class AddressFetcher final : public QObject
{
    Q_OBJECT

public:
    explicit AddressFetcher(QObject *parent = nullptr);

    /// Forgets everything that was asked before. The session may be nullptr.
    void setSession(DeskSession *session);
    /// Starts a query: its first page, and the number of its rows beside it.
    void restart(const AddressQuery &query);
    /// A page that is being asked for, or that failed since the last restart or forgiveFailures(), is not
    /// asked for again.
    void wantPage(int pageIndex, const PageAnchor &after);
    void wantAddress(const QString &addressId);
    void recount();
    void forgiveFailures() { m_failedPages.clear(); }

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

signals:
    void firstPageRead(const addressdesk::AddressPage &page);
    void pageRead(int pageIndex, const addressdesk::AddressPage &page);
    void counted(qint64 count);
    void addressRead(const addressdesk::AddressRow &row);
    void addressMissing(const QString &addressId);
    void failed(const addressdesk::Error &error);
    void busyChanged(bool isBusy);

private:
    struct Wish
    {
        int pageIndex = 0;
        PageAnchor after;
    };

    template<typename T, typename Answered> DeskSession::Handler<T> handler(Answered answered);
    void cancelAll();
    void fetchWishes();
    void fetchPage(const Wish &wish, bool isFirst);
    void pageAnswered(int pageIndex, const Result<AddressPage> &page, bool isFirst);
    void report(const Error &error);
    void begun(DeskSession::RequestId id);
    void ended();
    void updateBusy();

    QPointer<DeskSession> m_session;
    AddressQuery m_query;
    LatestAnswer m_latest;
    QList<Wish> m_wishes;
    QSet<int> m_pagesInFlight;
    QSet<int> m_failedPages;
    QSet<QString> m_addressesInFlight;
    QSet<QString> m_addressesAskedAgain;
    QList<DeskSession::RequestId> m_requests;
    int m_answersDue = 0;
    bool m_isCountDue = false;
    bool m_isFetchPosted = false;
    bool m_isBusy = false;
};

} // namespace addressdesk

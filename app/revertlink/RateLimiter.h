#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <list>

namespace addressdesk {

/// How many requests a client may make: a bucket of tokens for each, refilled evenly. Used on one thread.
class RateLimiter final
{
public:
    using Clock = std::chrono::steady_clock;

    /// Clients that are remembered at once; the one that was quiet for longest is forgotten first.
    static constexpr qsizetype mostClients = 4096;

    /// `perMinute` 0 means no limit. `burst` is how many may come at once after a pause.
    RateLimiter(int perMinute, int burst);

    /// Whether one more request of this client is allowed at `now`, which is then counted.
    [[nodiscard]] bool take(const QByteArray &client, Clock::time_point now);

    [[nodiscard]] qsizetype size() const { return m_places.size(); }

private:
    struct Bucket
    {
        QByteArray client;
        double tokens = 0;
        Clock::time_point filledAt;
    };
    using Buckets = std::list<Bucket>;

    [[nodiscard]] Bucket &bucketOf(const QByteArray &client, Clock::time_point now);

    double m_tokensPerSecond;
    double m_burst;
    Buckets m_buckets; ///< The most recently used first.
    QHash<QByteArray, Buckets::iterator> m_places;
};

} // namespace addressdesk

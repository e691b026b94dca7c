#include "app/revertlink/RateLimiter.h"

#include <algorithm>

namespace addressdesk {

RateLimiter::RateLimiter(int perMinute, int burst)
    : m_tokensPerSecond(perMinute / 60.0), m_burst(std::max(burst, 1))
{
}

bool RateLimiter::take(const QByteArray &client, Clock::time_point now)
{
    if (m_tokensPerSecond <= 0)
        return true;
    Bucket &bucket = bucketOf(client, now);
    const std::chrono::duration<double> passed = now - bucket.filledAt;
    bucket.tokens = std::min(m_burst, bucket.tokens + passed.count() * m_tokensPerSecond);
    bucket.filledAt = now;
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

RateLimiter::Bucket &RateLimiter::bucketOf(const QByteArray &client, Clock::time_point now)
{
    if (const auto known = m_places.constFind(client); known != m_places.constEnd()) {
        m_buckets.splice(m_buckets.begin(), m_buckets, *known);
        return m_buckets.front();
    }
    if (m_places.size() >= mostClients) {
        m_places.remove(m_buckets.back().client);
        m_buckets.pop_back();
    }
    m_buckets.push_front({client, m_burst, now});
    m_places.insert(client, m_buckets.begin());
    return m_buckets.front();
}

} // namespace addressdesk

#pragma once

#include "models/domain/Error.h"
#include "models/items/LatestAnswer.h"

#include <functional>
#include <utility>

namespace addressdesk {

/// Reads the same thing again and again, one read at a time: what changes during a read is read once more
/// after it, however often it changes. Answers to what has been forgotten since are nobody's. Lives on the
/// GUI thread, inside the object that is the context of its requests.
class ReadTurn final
{
public:
    /// `read` begins a request, whose handler is answer() or, in the end, calls one.
    explicit ReadTurn(std::function<void()> read) : m_read(std::move(read)) {}

    void ask()
    {
        if (std::exchange(m_isReading, true))
            m_isOutdated = true;
        else
            m_read();
    }

    /// Nobody waits for the answer to a running read any more.
    void forget()
    {
        m_latest.forget();
        m_isReading = m_isOutdated = false;
    }

    /// A handler for the running read.
    template<typename T>
    [[nodiscard]] std::function<void(const Result<T> &)> answer(std::function<void(const Result<T> &)> take)
    {
        return [this, take = std::move(take), isWanted = m_latest.wanted()](const Result<T> &result) {
            if (!isWanted())
                return;
            m_isReading = false;
            take(result);
            if (isWanted() && std::exchange(m_isOutdated, false))
                ask();
        };
    }

private:
    std::function<void()> m_read;
    LatestAnswer m_latest;
    bool m_isReading = false;
    bool m_isOutdated = false;
};

} // namespace addressdesk

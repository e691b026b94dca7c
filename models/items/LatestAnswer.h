#pragma once

#include "models/domain/Error.h"

#include <functional>
#include <utility>

namespace addressdesk {

/// Listens to the answers to what is being asked now; those to what has been forgotten since are nobody's.
/// Lives on the GUI thread, inside the object that is the context of its requests. What is read again and
/// again has a ReadTurn.
class LatestAnswer final
{
public:
    /// Nobody waits any more for what has been asked so far.
    void forget() { ++m_generation; }

    /// A handler for a request.
    template<typename T>
    [[nodiscard]] std::function<void(const Result<T> &)> answer(std::function<void(const Result<T> &)> take)
    {
        return [this, take = std::move(take), generation = m_generation](const Result<T> &result) {
            if (generation == m_generation)
                take(result);
        };
    }

private:
    quint64 m_generation = 0;
};

} // namespace addressdesk

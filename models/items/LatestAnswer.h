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
        return [take = std::move(take), isWanted = wanted()](const Result<T> &result) {
            if (isWanted())
                take(result);
        };
    }

    /// Whether what is asked now has not been forgotten when this is called: for what is told more than once,
    /// and for what follows an answer.
    [[nodiscard]] std::function<bool()> wanted() const
    {
        return [this, generation = m_generation] {
            return generation == m_generation;
        };
    }

private:
    quint64 m_generation = 0;
};

} // namespace addressdesk

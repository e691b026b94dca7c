#pragma once

#include <QList>

namespace addressdesk {

/// A small deterministic generator (splitmix64): the same seed gives the same numbers on every machine, which
/// the standard library's distributions do not promise. Not for secrets.
class SampleRandom final
{
public:
    /// Streams of different `stream` numbers are unrelated.
    SampleRandom(quint64 seed, quint64 stream) : m_state(mixed(seed) ^ mixed(~stream)) {}

    [[nodiscard]] quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        return mixed(m_state);
    }

    /// A number from 0 to limit − 1; `limit` is at least 1.
    [[nodiscard]] quint64 below(quint64 limit)
    {
        Q_ASSERT(limit > 0);
        return next() % limit;
    }

    /// A number from `least` to `most`, both included.
    [[nodiscard]] int between(int least, int most)
    {
        return least + static_cast<int>(below(static_cast<quint64>(most - least) + 1));
    }

    [[nodiscard]] bool chance(int percent) { return below(100) < static_cast<quint64>(percent); }

    template<typename T> [[nodiscard]] const T &oneOf(const QList<T> &choices)
    {
        return choices[static_cast<qsizetype>(below(static_cast<quint64>(choices.size())))];
    }

private:
    [[nodiscard]] static quint64 mixed(quint64 z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

} // namespace addressdesk

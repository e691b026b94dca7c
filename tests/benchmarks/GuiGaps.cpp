#include "GuiGaps.h"

#include <ctime>
#include <utility>

namespace addressdesk {

namespace {

constexpr int intervalMs = 5;

double threadProcessorMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

GuiGaps::GuiGaps(QObject *parent)
    : QObject(parent), m_lastTick(std::chrono::steady_clock::now()), m_lastProcessorMs(threadProcessorMs())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &GuiGaps::tick);
    m_timer.start(intervalMs);
}

void GuiGaps::tick()
{
    const auto now = std::chrono::steady_clock::now();
    const double processorMs = threadProcessorMs();
    const Gap gap{std::chrono::duration<double, std::milli>(now - m_lastTick).count() - intervalMs,
                  processorMs - m_lastProcessorMs};
    m_lastTick = now;
    m_lastProcessorMs = processorMs;
    if (gap.processorMs > m_longest.byProcessor.processorMs)
        m_longest.byProcessor = gap;
    if (gap.wallMs > m_longest.byClock.wallMs)
        m_longest.byClock = gap;
}

GuiGaps::Longest GuiGaps::take()
{
    tick();
    return std::exchange(m_longest, {});
}

} // namespace addressdesk

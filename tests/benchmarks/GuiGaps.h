#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace addressdesk {

/// How long the GUI thread does not get round to its events: a timer of 5 ms tells how late it is. Other
/// programs can make a gap too, so the processor time that the thread itself used in it is kept beside.
class GuiGaps final : public QObject
{
    Q_OBJECT

public:
    explicit GuiGaps(QObject *parent = nullptr);

    struct Gap
    {
        double wallMs = 0;
        double processorMs = 0;
    };
    /// The longest gap by the thread's own processor time, and by the clock, since the last take().
    struct Longest
    {
        Gap byProcessor;
        Gap byClock;
    };
    [[nodiscard]] Longest take();

private:
    void tick();

    QTimer m_timer;
    std::chrono::steady_clock::time_point m_lastTick;
    double m_lastProcessorMs = 0;
    Longest m_longest;
};

} // namespace addressdesk

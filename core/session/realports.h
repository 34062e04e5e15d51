#pragma once

#include "core/sync/ports.h"

#include <QElapsedTimer>
#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

#include <map>
#include <memory>

/// The computer's clocks.
class SystemClock final : public Clock
{
public:
    SystemClock();
    Instant wall() override;
    Milliseconds monotonic() override;

private:
    QElapsedTimer m_elapsed;
};

/// Timers of the thread's event loop.
class EventLoopScheduler final : public Scheduler
{
public:
    Timer callAfter(Milliseconds delay, std::function<void()> call) override;
    void cancel(Timer timer) override;

private:
    Timer m_last = 0;
    std::map<Timer, std::unique_ptr<QTimer>> m_timers;
};

/// The system's cryptographically strong randomness: names of operations must not meet anywhere.
class SystemRandomness final : public Randomness
{
public:
    quint64 next() override { return QRandomGenerator::system()->generate64(); }
};

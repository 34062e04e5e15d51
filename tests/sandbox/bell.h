#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace sandbox {

/// One lock and one bell for all threads that wait for something: an event to send, the end of a stall, a connection
/// that closed. Who changes what they wait for does it under the lock and rings.
class Bell
{
public:
    /// Runs `change` under the lock and rings.
    void ring(const std::function<void()> &change = [] {})
    {
        {
            const std::lock_guard lock(m_mutex);
            change();
        }
        m_rung.notify_all();
    }

    /// Runs `look` under the lock.
    void quietly(const std::function<void()> &look)
    {
        const std::lock_guard lock(m_mutex);
        look();
    }

    /// Waits until `done`, which is asked under the lock, or the time is over; false: time over.
    bool wait(std::chrono::milliseconds most, const std::function<bool()> &done)
    {
        std::unique_lock lock(m_mutex);
        return m_rung.wait_for(lock, most, done);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_rung;
};

} // namespace sandbox

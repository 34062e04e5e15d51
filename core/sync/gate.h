#pragma once

#include "core/sync/ports.h"

#include <array>
#include <optional>

/// What stands between this computer and the service, as the last answer showed it.
enum class Trouble {
    None,
    NoAnswer, ///< Offline
    Blocked,  ///< Something else answers: a portal, a proxy
    Untrusted,///< The certificate
    Service,  ///< 429, 5xx, or pages that can't be read
};

/// What is asked of the service. Each has its own count of failures, so that pages that come can't make an operation that
/// is refused again and again be sent without a pause.
enum class Channel { Session, Changes, Operations };

/// The one gate for the service: trouble slows everything together, with full jitter; success and hints open it.
class Gate
{
public:
    Gate(Clock &clock, Randomness &randomness);

    [[nodiscard]] bool isOpen() const;
    /// Until it opens by itself; 0 where it is open.
    [[nodiscard]] Milliseconds wait() const;
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    /// Some channel's last answer was trouble: ask one thing at a time.
    [[nodiscard]] bool isProbing() const;
    /// The last that was asked did not reach the service, as far as one knows: what may not get lost stays here.
    [[nodiscard]] bool isWayInDoubt() const { return m_wayInDoubt; }

    void succeeded(Channel channel);
    /// `somethingWaits`: the longest pause is 60 s, else 300 s. `retryAfter` counts, up to 1 h.
    void failed(Channel channel, Trouble trouble, std::optional<Milliseconds> retryAfter, bool somethingWaits);
    /// Something has to leave from now on: a pause that began without it is cut to 60 s. Whether it was longer.
    bool cutIdlePause();
    /// There is nothing to ask there any more: its failures don't slow the rest.
    void forget(Channel channel);
    /// A person asks: whatever the service said.
    void open();
    /// A hint that it may work again: opens, but not before what the service asked for.
    void hint();

private:
    void forgetFailures(Channel channel);

    Clock &m_clock;
    Randomness &m_randomness;
    Trouble m_trouble = Trouble::None;
    bool m_wayInDoubt = false;
    std::array<int, 3> m_failures{};
    Milliseconds m_opensAt{0};     ///< Monotonic
    Milliseconds m_askedToWait{0}; ///< Monotonic: the service's own Retry-After
};

/// rand(0, min(cap, 2 s * 2^failures)): full jitter. `failures` counts from 0.
[[nodiscard]] Milliseconds fullJitter(Randomness &randomness, int failures, Milliseconds cap);

#include "core/sync/puller.h"

#include "core/api/codec.h"
#include "core/api/requests.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
/// A page takes the worker some tens of milliseconds to apply: a decision doesn't wait longer than that behind it.
constexpr int changesInAPage = 1000;
constexpr Milliseconds betweenRecounts = 1h;
constexpr Milliseconds tooSoonToRestart = 10min;
constexpr Milliseconds longestPause = 5min;
constexpr int mostBarrenPages = 100; ///< As many at full speed: kinds of tomorrow may fill some
constexpr Milliseconds priceOfAnEventForNothing = 30s;
constexpr Milliseconds creditForEvents = 20 * priceOfAnEventForNothing;
bool mayBeInvitation(const Unreadable &object)
{
    return objectKind(object.kind).value_or(ObjectKind::Invitation) == ObjectKind::Invitation;
}
} // namespace

Puller::Puller(EngineCore &core, Outbox &outbox)
    : m_core(core), m_outbox(outbox), m_pageSize(changesInAPage), m_eventTimer(core.ports.scheduler), m_pauseTimer(core.ports.scheduler)
{
}

Result<void> Puller::start()
{
    Result<FeedState> feed = m_core.cache.feedState();
    if (feed && feed->state.isEmpty() && !feed->inFullPass)
        feed = m_core.watched(m_core.cache.beginFullPass());
    if (!feed)
        return failure(feed.error());
    m_feed = *feed;
    m_lastSyncAt = m_feed.everWhole ? m_feed.lastPageAt : std::nullopt;
    return {};
}

void Puller::stop()
{
    ++m_request;
    m_asking = false;
    m_eventTimer.stop();
    m_pauseTimer.stop();
}

void Puller::want()
{
    m_wanted = true;
    m_core.pump();
}

void Puller::wantByEvent()
{
    const Milliseconds owed = m_eventsPaidUntil - m_core.ports.clock.monotonic();
    if (owed > creditForEvents) {
        if (!m_eventTimer.isRunning())
            m_eventTimer.start(owed - creditForEvents, [this] { wantByEvent(); });
        return;
    }
    m_byEvent = true;
    want();
}

void Puller::ask()
{
    m_wanted = false;
    m_asking = true;
    m_outbox.pageAsked();
    const quint64 request = ++m_request;
    m_core.ports.transport.send(changesRequest(m_feed.state, m_pageSize), [this, request](const Response &response) {
        if (request != m_request)
            return;
        m_asking = false;
        heard(response);
        m_core.events.statusChanged();
        m_core.pump();
    });
}

void Puller::heard(const Response &response)
{
    const Trouble trouble = troubleOf(response);
    if (trouble != Trouble::None)
        return fail(trouble, response);
    answered(response);
    if (response.status == 200)
        return response.contentType == "application/json" ? pageCame(response) : fail(Trouble::Blocked, response);
    refused(response);
}

void Puller::fail(Trouble trouble, const Response &response)
{
    // Notes have no limit of number: a page of many may be more than is taken, and would be for ever.
    if (response.tooMuch)
        m_pageSize = std::max(1, m_pageSize / 8);
    m_wanted = true;
    m_core.gate.failed(Channel::Changes, trouble, response.retryAfter, m_outbox.somethingWaits());
}

void Puller::refused(const Response &response)
{
    if (response.status == 401)
        return signedOut();
    if (response.status == 410 || response.status == 400)
        return restart(response);
    const Result<Problem> problem = readProblem(response.body);
    if (response.status == 403 && problem && problem->code == QLatin1StringView("client_too_old"))
        return tooOld();
    fail(Trouble::Service, response);
}

void Puller::restart(const Response &response)
{
    const Milliseconds now = m_core.ports.clock.monotonic();
    const bool soon = m_restartedAt && now - *m_restartedAt < tooSoonToRestart;
    m_restartedAt = now;
    m_restarts = soon ? m_restarts + 1 : 0;
    if (m_feed.state.isEmpty())
        return fail(Trouble::Service, response); // It refuses even the beginning
    const Result<FeedState> begun = m_core.watched(m_core.cache.beginFullPass());
    if (!begun)
        return fail(m_core.gate.trouble(), response); // The disk: asked for again
    m_feed = *begun;
    m_wanted = true;
    m_catchingUp = true;
    // A service that takes back its states again and again is asked ever more seldom; pages between don't count.
    if (soon)
        pause(fullJitter(m_core.ports.randomness, m_restarts, longestPause));
}

void Puller::pause(Milliseconds wait)
{
    m_pauseTimer.start(wait, [this] { m_core.pump(); });
}

void Puller::countBarren(const ChangePage &page, const Touched &touched)
{
    const bool brought = touched.branches || touched.reasons || touched.members || touched.everything ||
                         !touched.invitations.empty() || !touched.clients.empty() || !touched.activities.empty();
    m_barren = page.hasMore && !brought ? m_barren + 1 : 0;
    // Whoever promises more for ever and brings nothing would be asked as fast as it answers.
    if (m_barren > mostBarrenPages)
        pause(fullJitter(m_core.ports.randomness, m_barren - mostBarrenPages, longestPause));
}

void Puller::pageCame(const Response &response)
{
    const Result<ChangePage> page = readChangePage(response.body);
    if (!page || (page->hasMore && page->newState == m_feed.state)) {
        qCWarning(logSync, "a page was refused: %s", page ? "its state did not move" : qUtf8Printable(page.error().detail));
        return fail(Trouble::Service, response);
    }
    const Result<PageApplied> applied = m_core.watched(m_core.cache.applyPage(*page, m_core.ports.clock.wall()));
    if (!applied)
        return fail(m_core.gate.trouble(), response); // The disk: asked for again, nothing is lost
    const FeedState before = std::exchange(m_feed, applied->feed);
    m_core.gate.succeeded(Channel::Changes);
    m_pageSize = std::min(changesInAPage, m_pageSize * 2);
    m_wanted = m_wanted || page->hasMore;
    m_catchingUp = page->hasMore;
    if (std::exchange(m_byEvent, false) && page->changes.empty() && !page->hasMore)
        m_eventsPaidUntil = std::max(m_eventsPaidUntil, m_core.ports.clock.monotonic()) + priceOfAnEventForNothing;
    countBarren(*page, applied->touched);
    m_core.events.committed(applied->touched);
    m_outbox.pageApplied(*page, before, m_feed);
    if (!page->hasMore) {
        m_lastSyncAt = m_core.ports.clock.wall();
        comparePending(*page);
    }
}

void Puller::comparePending(const ChangePage &page)
{
    const Result<std::map<BranchId, qint64>> ours = m_core.watched(m_core.cache.rawPending());
    const Result<std::vector<Unreadable>> unreadable = m_core.watched(m_core.cache.unreadable());
    if (!ours || !unreadable || std::any_of(unreadable->begin(), unreadable->end(), mayBeInvitation))
        return; // What can't be read can't be counted
    std::map<BranchId, qint64> difference = page.pending;
    for (const auto &[branch, count] : *ours)
        difference[branch] -= count;
    const bool same = std::all_of(difference.begin(), difference.end(), [](const auto &d) { return d.second == 0; });
    m_mismatches = same && !m_outbox.feedContradicts() ? 0 : m_mismatches + 1;
    const Milliseconds now = m_core.ports.clock.monotonic();
    if (m_mismatches < 2 || (m_recountedAt && now - *m_recountedAt < betweenRecounts))
        return;
    qCWarning(logSync, "the service's pending invitations differ from the cache's: reading everything again");
    m_recountedAt = now;
    m_mismatches = 0;
    if (const Result<FeedState> begun = m_core.watched(m_core.cache.beginFullPass())) {
        m_feed = *begun;
        m_wanted = true;
        m_catchingUp = true;
    }
}

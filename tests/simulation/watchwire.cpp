#include "tests/simulation/watch.h"

#include <algorithm>

using namespace std::chrono_literals;

// What the program says to the service, and what that does there.

namespace simulation {

namespace {
constexpr size_t mostRequestsAnHour = 300;
}

void Watch::requested(bool ofEvents)
{
    const Milliseconds now = m_clock.monotonic();
    if (!ofEvents) {
        checkPace();
        const QString wrong = m_pace.asks(now);
        holds(16, wrong.isEmpty(), wrong);
    }
    m_requests.push_back(now);
    while (m_requests.front() < now - 1h)
        m_requests.pop_front();
    holds(11, m_requests.size() <= mostRequestsAnHour,
          QStringLiteral("%1 requests in an hour in which nobody did anything").arg(m_requests.size()));
}

void Watch::attempted(const QString &operation, const QByteArray &body, const std::string &person)
{
    readDesk();
    Kept *kept = find(operation);
    if (!holds(1, kept != nullptr, QStringLiteral("%1 leaves and was never kept").arg(operation)))
        return;
    const bool own = m_account && m_account->operations.contains(operation);
    const bool mine = own && person == m_accountName;
    holds(14, mine, QStringLiteral("%1 leaves with the token of %2").arg(operation, QString::fromStdString(person)));
    holds(3, !kept->takenBack, QStringLiteral("%1 was taken back and leaves").arg(operation));
    holds(3, m_clock.monotonic() >= kept->mayLeaveAt,
          QStringLiteral("%1 leaves %2 ms before its hold is over").arg(operation).arg((kept->mayLeaveAt - m_clock.monotonic()).count()));
    holds(3, kept->row.state == OperationState::Inflight && kept->row.maybeApplied,
          QStringLiteral("%1 leaves, and the desk doesn't say so").arg(operation));
    readCache();
    const std::optional<End> due = endByCache(kept->row, remembered(kept->row));
    holds(15, !due || excused() || m_account->cacheDoubtful || !m_hasLooked,
          QStringLiteral("%1 leaves, and by the cache it has ended as %2").arg(operation, endName(due)));
    holds(15, kept->attempts > 0 || !isTooLate(kept->row), QStringLiteral("%1 leaves after more than an hour").arg(operation));
    const Subject subject = subjectOf(kept->row);
    const QString wrong = m_pace.leaves(operation, QString::fromStdString(subject.kind + ' ' + subject.id));
    holds(16, wrong.isEmpty(), wrong);
    holds(16, !waitsForAnother(*kept), QStringLiteral("%1 leaves before one that was decided earlier").arg(operation));
    kept->answer.reset();
    kept->waitsAlone = false;
    if (kept->onTheWire.isEmpty())
        kept->onTheWire = body;
    holds(4, body == kept->onTheWire && body == kept->row.body,
          QStringLiteral("%1 leaves with other bytes than before").arg(operation));
    ++kept->attempts;
}

void Watch::answered(const QString &operation, const Reply &reply)
{
    Kept *kept = find(operation);
    if (!kept)
        return;
    kept->answer = endByAnswer(kept->row, reply);
    kept->waitsAlone = reply.status == 409 && !kept->answer;
}

void Watch::heard(const QString &operation)
{
    m_pace.heard(m_clock.monotonic());
    m_pace.isBack(operation);
}

void Watch::toldToWait(Milliseconds retryAfter)
{
    m_pace.toldToWait(m_clock.monotonic(), retryAfter);
}

void Watch::checkPace()
{
    if (!m_account || !m_running)
        return;
    std::optional<Milliseconds> readySince;
    for (const auto &[id, kept] : m_account->operations) {
        if (!kept.gone && kept.row.state == OperationState::Ready && !kept.waitsAlone && !waitsForAnother(kept))
            readySince = std::min(readySince.value_or(kept.readySince), kept.readySince);
    }
    const QString wrong = m_pace.overdue(m_clock.monotonic(), readySince);
    holds(17, wrong.isEmpty(), wrong);
}

/// What is decided on one thing leaves in its order.
bool Watch::waitsForAnother(const Kept &kept) const
{
    if (!kept.row.invitation.isEmpty())
        return false;
    const Subject subject = subjectOf(kept.row);
    return std::any_of(m_account->operations.begin(), m_account->operations.end(), [&](const auto &entry) {
        const Kept &other = entry.second;
        return !other.gone && isLive(other.row.state) && other.number < kept.number && subjectOf(other.row) == subject;
    });
}

bool Watch::isOpen(const QString &operation) const
{
    for (const auto &[name, account] : m_accounts) {
        const auto found = account.operations.find(operation);
        if (found != account.operations.end())
            return found->second.attempts > 1;
    }
    return true;
}

void Watch::pageDelivered(const std::string &since, const std::string &body)
{
    if (m_account)
        m_account->pages.delivered(since, body);
}

void Watch::decided(const Service::Decided &decision)
{
    long long byOperation = 0;
    long long onInvitation = 0;
    for (const Service::Decided &each : m_service.decisions()) {
        byOperation += !each.undone && each.operation == decision.operation ? 1 : 0;
        onInvitation += !each.undone && !each.invitation.empty() && each.invitation == decision.invitation ? 1 : 0;
    }
    const QString id = QString::fromStdString(decision.operation);
    holds(2, byOperation == 1, QStringLiteral("%1 has %2 effects").arg(id).arg(byOperation));
    holds(2, onInvitation == (decision.invitation.empty() ? 0 : 1),
          QStringLiteral("%1 was decided %2 times").arg(QString::fromStdString(decision.invitation)).arg(onInvitation));
    const Kept *kept = find(id);
    holds(3, !kept || !kept->takenBack, QStringLiteral("%1 was taken back and has an effect").arg(id));
    // A service that was restored may pend again what had ended.
    const bool isUndone = kept && !kept->gone && !kept->damaged && kept->restores == m_service.restores() &&
                          (kept->row.state == OperationState::Conflict || kept->row.state == OperationState::Failed);
    holds(2, !isUndone, QStringLiteral("%1 ended otherwise, and has an effect").arg(id));
}

} // namespace simulation

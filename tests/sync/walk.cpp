#include "tests/sync/walk.h"

#include "core/store/database.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;

Walk::Walk(quint64 seed)
    : EngineRig(seed)
{
    transport.service = [this](const Request &request) { return weather(request); };
    service.pageSize = 1 + randomness.below(6);
    service.bareOutcomes = randomness.below(4) == 0;
    transport.events = randomness.below(2) == 0 ? FakeTransport::Events::Open : FakeTransport::Events::NotOffered;
    m_storm = randomness.below(60);
    for (int i = 0; i < 6; ++i)
        service.invite(QStringLiteral("i%1").arg(++m_invited));
    m_backup = service.backup();
    start();
}

// --- The world
// --------------------------------------------------------------------------------------------------------

Response Walk::weather(const Request &request)
{
    if (request.verb == Request::Verb::Put)
        checkAttempt(request);
    if (randomness.below(100) >= m_storm)
        return service.answer(request);
    switch (randomness.below(7)) {
    case 0:
        return answers::lost();
    case 1:
        return answers::portal(randomness.below(2) == 0 ? 200 : 403);
    case 2:
        return answers::problem(503, "unavailable");
    case 3:
        return answers::withRetryAfter(answers::problem(429, "too_many_requests"), 20s);
    case 4:
        return request.verb == Request::Verb::Put ? answers::problem(409, "operation_in_progress")
                                                  : answers::problem(500, "unavailable");
    case 5:
        transport.announce();
        return service.answer(request);
    default:
        (void)service.answer(request); // The answer is lost after the effect
        return answers::lost();
    }
}

QString Walk::anyInvitation()
{
    return QStringLiteral("i%1").arg(1 + randomness.below(m_invited));
}

void Walk::somethingElsewhere()
{
    const QString id = anyInvitation();
    const auto found = service.invitations().find(id);
    const bool isPending = found != service.invitations().end() && !found->second.gone &&
                           found->second.status == QLatin1StringView("pending");
    switch (isPending ? randomness.below(8) : 0) {
    case 1:
        return service.edit(id);
    case 2:
        return service.setStatus(id, QStringLiteral("withdrawn"));
    case 3:
        return service.setStatus(id, QStringLiteral("accepted"), QStringLiteral("Tom"));
    case 4:
        return service.setStatus(id, QStringLiteral("rejected"), QStringLiteral("Tom"));
    case 5:
        return service.remove(id);
    case 6:
        return service.rename(id);
    default:
        return service.invite(QStringLiteral("i%1").arg(++m_invited));
    }
}

void Walk::crash()
{
    m_diskBroken = false;
    restart();
    noteHolds();
}

/// Every hold begins anew now.
void Walk::noteHolds()
{
    for (auto &[id, kept] : m_kept) {
        const Operation operation = row(id);
        if (operation.state == OperationState::Held)
            kept.mayLeaveAt = clock.monotonic() + operation.hold;
    }
}

void Walk::breakTheDisk()
{
    m_diskBroken = true;
    Database &database = randomness.below(2) == 0 ? cache->database() : desk->database();
    database.setFault([in = randomness.below(40), length = randomness.below(30)]() mutable -> std::optional<Error> {
        if (in-- > 0 || length-- <= 0)
            return std::nullopt;
        return Error{ErrorKind::DiskFull, QStringLiteral("a fault by seed")};
    });
}

// --- The person
// -------------------------------------------------------------------------------------------------------

void Walk::decideSomething()
{
    const QString id = anyInvitation();
    const Result<std::optional<Invitation>> read = cache->invitation(builders::invitationId(id));
    if (!read || !*read)
        return;
    const QString revision = (*read)->revision;
    const Decision decision =
        randomness.below(2) == 0 ? builders::accept(id, revision) : builders::reject(id, revision);
    const Milliseconds hold = randomness.below(3) == 0 ? 0s : 8s;
    if (const Result<Operation> kept = decide(decision, hold))
        m_kept[kept->id] = {kept->body, id, clock.monotonic() + hold};
}

void Walk::takeSomethingBack()
{
    if (engine->outbox().live().empty())
        return;
    const OperationId id = engine->outbox().live().back().id;
    if (engine->outbox().undo(id))
        m_kept[id].takenBack = true;
}

void Walk::answerACard()
{
    const Result<std::vector<Operation>> cards = desk->attention();
    if (!cards || cards->empty())
        return;
    const Operation card = cards->front();
    if (card.end.kind == EndKind::LostInRestore && randomness.below(2) == 0) {
        (void)engine->outbox().sendAgain(card.id);
        return;
    }
    if (randomness.below(2) == 0) {
        if (const Result<Operation> kept = engine->tryAgain(card.id, 0s))
            m_kept[kept->id] = {kept->body, m_kept[card.id].invitation, clock.monotonic()};
        return;
    }
    (void)engine->outbox().dismiss(card.id);
}

void Walk::act(int what)
{
    if (what < 30)
        decideSomething();
    else if (what < 40)
        takeSomethingBack();
    else if (what < 48)
        answerACard();
    else if (what < 72)
        somethingElsewhere();
    else if (what < 78)
        crash();
    else if (what < 82)
        breakTheDisk();
    else if (what < 84)
        service.forgetStates();
    else if (what < 86)
        m_backup = service.backup();
    else if (what < 87) {
        m_restored = true;
        service.restore(m_backup);
    } else if (what < 92)
        m_storm = randomness.below(100);
    else if (what < 96)
        engine->refresh();
    else
        transport.announce();
}

void Walk::step()
{
    act(randomness.below(100));
    check();
    advance(Milliseconds(randomness.below(4) == 0 ? randomness.below(60'000) : randomness.below(3'000)));
    check();
}

// --- What must never be seen
// ------------------------------------------------------------------------------------------

void Walk::checkAttempt(const Request &request)
{
    const auto kept = m_kept.find(*OperationId::parse(request.path.section(u'/', 3, 3)));
    REQUIRE(kept != m_kept.end());
    CHECK(request.body == kept->second.body);            // I4
    CHECK_FALSE(kept->second.takenBack);                 // I3
    CHECK(clock.monotonic() >= kept->second.mayLeaveAt); // I3
}

void Walk::check()
{
    if (m_diskBroken)
        return; // The desk itself can't be asked
    for (auto &[id, kept] : m_kept)
        checkKept(id, kept);
    checkBadge();
}

void Walk::checkKept(const OperationId &id, Kept &kept)
{
    const Operation operation = row(id); // I1
    if (kept.takenBack)
        CHECK(operation.state == OperationState::Cancelled);
    else
        CHECK(operation.state != OperationState::Cancelled);
    const bool wasFinal = kept.last == OperationState::Failed || kept.last == OperationState::Conflict ||
                          kept.last == OperationState::Cancelled;
    CHECK((!wasFinal || operation.state == kept.last)); // I8
    kept.last = operation.state;
    const bool told = operation.state == OperationState::Conflict || operation.state == OperationState::Failed;
    if (told && !operation.dismissedAt) {
        const std::vector<Operation> cards = attention(); // I9
        CHECK(std::any_of(cards.begin(), cards.end(), [&](const Operation &card) { return card.id == id; }));
    }
}

/// Acknowledged, not lost, and pending in the cache: after a restart that may be older than the desk.
qint64 Walk::doneBefore()
{
    std::set<InvitationId> done;
    for (const Operation &operation : desk->ackedBefore(Instant::max()).value_or(std::vector<Operation>())) {
        const InvitationId &id = *decidedInvitation(operation.decision);
        const Result<std::optional<Invitation>> invitation = cache->invitation(id);
        const bool isPending = invitation && *invitation && (*invitation)->status == InvitationStatus::Pending;
        if (isPending && operation.end.kind != EndKind::LostInRestore)
            done.insert(id);
    }
    return static_cast<qint64>(done.size());
}

void Walk::checkBadge()
{
    std::set<InvitationId> overlaid;
    for (const InvitationId &id : desk->uncaught().value_or(std::vector<InvitationId>()))
        overlaid.insert(id);
    for (const Operation &operation : desk->live().value_or(std::vector<Operation>()))
        overlaid.insert(*decidedInvitation(operation.decision));
    qint64 pending = 0;
    for (int i = 1; i <= m_invited; ++i) {
        const QString id = QStringLiteral("i%1").arg(i);
        const std::optional<Invitation> invitation = cached(id);
        if (invitation && invitation->status == InvitationStatus::Pending && !overlaid.contains(invitation->id))
            ++pending;
    }
    // What was acked before a restart is hidden until the feed has come to its end.
    CHECK(badge() <= pending); // I7
    CHECK(badge() >= pending - doneBefore());
}

void Walk::calmDown()
{
    m_storm = 0;
    m_diskBroken = false;
    cache->database().setFault({});
    desk->database().setFault({});
    engine->refresh();
    advance(20min);
    check();
    checkSettled();
}

void Walk::checkSettled()
{
    CHECK(engine->outbox().live().empty()); // I10
    for (int i = 1; i <= m_invited; ++i) {
        const QString id = QStringLiteral("i%1").arg(i);
        const std::optional<Invitation> here = cached(id);
        const auto there = service.invitations().find(id);
        const bool exists = there != service.invitations().end() && !there->second.gone;
        REQUIRE(here.has_value() == exists);
        if (exists)
            CHECK(here->version.number == there->second.version);
    }
    for (const auto &[id, kept] : m_kept) {
        const Operation operation = row(id);
        CHECK((m_restored || service.effects[id.text()] <= 1)); // I2
        if (operation.state != OperationState::Acked || operation.end.kind != EndKind::None)
            continue;
        const auto there = service.invitations().find(kept.invitation);
        const bool stands = there != service.invitations().end() && there->second.operationId == id.text();
        CHECK((stands || m_restored)); // An effect that is not at the service is told
        if (there != service.invitations().end() && there->second.status == QLatin1StringView("pending"))
            CHECK(there->second.gone);
    }
}

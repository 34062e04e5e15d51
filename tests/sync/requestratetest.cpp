#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

using namespace std::chrono_literals;

// I11: not more than 300 requests an hour without the accountant doing anything, whatever is wrong for however long.

namespace {

const QString changes = QStringLiteral("/v1/changes");
const QString one = QStringLiteral("i1");

bool isPut(const Request &request)
{
    return request.verb == Request::Verb::Put;
}

bool isChanges(const Request &request)
{
    return request.path.startsWith(changes);
}

/// A well service, eight decisions that wait to be sent, and then something that stays wrong.
struct RateRig : EngineRig
{
    explicit RateRig(quint64 seed, FakeTransport::Events how = FakeTransport::Events::Open)
        : EngineRig(seed)
    {
        for (int i = 1; i <= 8; ++i)
            service.invite(QStringLiteral("i%1").arg(i));
        transport.events = how;
        start();
        advance(1s);
    }
    void decideAll()
    {
        for (int i = 1; i <= 8; ++i)
            (void)accept(QStringLiteral("i%1").arg(i), 0s);
    }
    void everySecond(const std::function<void()> &call)
    {
        (void)scheduler.callAfter(1s, [this, call] {
            call();
            everySecond(call);
        });
    }
    /// The worst of three simulated hours; the first holds the beginning of the trouble.
    size_t worstHour()
    {
        size_t worst = 0;
        for (int hour = 0; hour < 3; ++hour) {
            const size_t before = transport.sent.size();
            advance(1h);
            worst = std::max(worst, transport.sent.size() - before);
        }
        return worst;
    }
};

using Break = std::function<void(RateRig &)>;

Break answering(const std::function<bool(const Request &)> &which, const Response &response)
{
    return [which, response](RateRig &rig) {
        rig.transport.service = [&rig, which, response](const Request &request) {
            return which(request) ? response : rig.service.answer(request);
        };
    };
}

bool any(const Request &)
{
    return true;
}

size_t worstOfSeeds(const Break &breakIt, FakeTransport::Events how = FakeTransport::Events::Open)
{
    size_t worst = 0;
    for (quint64 seed = 1; seed <= 3; ++seed) {
        RateRig rig(seed, how);
        breakIt(rig);
        rig.decideAll();
        worst = std::max(worst, rig.worstHour());
    }
    return worst;
}

} // namespace

TEST_CASE("A service that doesn't answer is asked at most 300 times an hour", "[rate]")
{
    CHECK(worstOfSeeds(answering(any, answers::lost())) <= 300);
}

TEST_CASE("Answers to operations that are lost for ever cost at most 300 requests an hour", "[rate]")
{
    CHECK(worstOfSeeds(answering(isPut, answers::lost())) <= 300);
}

TEST_CASE("Trouble with one part of the service costs at most 300 requests an hour", "[rate]")
{
    const int status = GENERATE(503, 429, 408);
    CAPTURE(status);
    CHECK(worstOfSeeds(answering(isPut, answers::problem(status, "unavailable"))) <= 300);
    CHECK(worstOfSeeds(answering(isChanges, answers::problem(status, "unavailable"))) <= 300);
}

TEST_CASE("Operations that run for ever at the service cost at most 300 requests an hour together", "[rate]")
{
    CHECK(worstOfSeeds(answering(isPut, answers::problem(409, "operation_in_progress"))) <= 300);
}

TEST_CASE("A portal costs at most 300 requests an hour", "[rate]")
{
    CHECK(worstOfSeeds(answering(any, answers::portal(200))) <= 300);
    CHECK(worstOfSeeds(answering(isPut, answers::portal(403))) <= 300);
}

TEST_CASE("States that are always too old cost at most 300 requests an hour", "[rate]")
{
    const bool evenTheBeginning = GENERATE(true, false);
    const auto tooOld = [evenTheBeginning](const Request &request) {
        return isChanges(request) && (evenTheBeginning || request.path.contains(QStringLiteral("since=")));
    };

    CHECK(worstOfSeeds([&](RateRig &rig) {
              rig.service.pageSize = 4; // A full pass is two pages, and the second is refused
              answering(tooOld, answers::problem(410, "state_expired"))(rig);
              rig.everySecond([&rig] { rig.transport.announce(); });
          }) <= 300);
}

TEST_CASE("An event each second costs at most 300 requests an hour where pages can't come or bring nothing", "[rate]")
{
    const auto events = [](RateRig &rig) { rig.everySecond([&rig] { rig.transport.announce(); }); };

    CHECK(worstOfSeeds(events) <= 300);
    CHECK(worstOfSeeds([&](RateRig &rig) {
              answering(isChanges, answers::problem(503, "unavailable"))(rig);
              events(rig);
          }) <= 300);
    CHECK(worstOfSeeds([&](RateRig &rig) {
              answering(isPut, answers::problem(503, "unavailable"))(rig);
              events(rig);
          }) <= 300);
}

TEST_CASE("A stream that opens and breaks costs at most 300 requests an hour", "[rate]")
{
    const Milliseconds lives = GENERATE(Milliseconds(0s), Milliseconds(5s), Milliseconds(61s));
    const auto breaking = [lives](RateRig &rig) {
        rig.everySecond([&rig, lives, since = Milliseconds(0)]() mutable {
            since = rig.transport.eventsOpen() ? since + 1s : 0ms;
            if (since > lives)
                rig.transport.endEvents(EventHandler::Ended::Lost);
        });
    };

    CHECK(worstOfSeeds(breaking) <= 300);
    CHECK(worstOfSeeds([&](RateRig &rig) {
              answering(isPut, answers::lost())(rig);
              breaking(rig);
          }) <= 300);
}

TEST_CASE("A service without events, or that refuses them, is asked at most 300 times an hour", "[rate]")
{
    const auto nothing = [](RateRig &) {};
    CHECK(worstOfSeeds(nothing, FakeTransport::Events::NotOffered) <= 300);
    CHECK(worstOfSeeds(nothing, FakeTransport::Events::Refused) <= 300);
    CHECK(worstOfSeeds(nothing, FakeTransport::Events::Silent) <= 300);
}

TEST_CASE("A feed that promises more for ever costs at most 300 requests an hour", "[rate]")
{
    const bool moves = GENERATE(true, false);
    CHECK(worstOfSeeds([moves](RateRig &rig) {
              rig.transport.service = [&rig, moves, page = 0](const Request &request) mutable {
                  if (!isChanges(request))
                      return rig.service.answer(request);
                  page += moves ? 1 : 0;
                  return answers::json(200, builders::page(QStringLiteral("p%1").arg(page), {}, true));
              };
          }) <= 300);
}

TEST_CASE("A page that can't be read costs at most 300 requests an hour", "[rate]")
{
    CHECK(worstOfSeeds(answering(isChanges, answers::json(200, "{}"))) <= 300);
}

TEST_CASE("A session that can't be had costs at most 300 requests an hour", "[rate]")
{
    const Response response = GENERATE(answers::lost(), answers::problem(500, "unavailable"), answers::json(200, "{}"),
                                       answers::problem(404, "not_found"), answers::untrusted());
    for (quint64 seed = 1; seed <= 3; ++seed) {
        EngineRig rig(seed);
        rig.transport.service = [&response](const Request &) { return response; };
        rig.start();
        rig.advance(1h);
        CHECK(rig.transport.sent.size() <= 300);
    }
}

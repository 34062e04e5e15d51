#include "tests/simulation/wire.h"

#include "core/api/httpheaders.h"

#include <QUrl>

using namespace std::chrono_literals;

namespace simulation {

namespace {

constexpr Milliseconds transferTimeout = 30s; // As HttpSettings has it

Question questionOf(const Request &request, const std::string &token)
{
    return {request.verb == Request::Verb::Put ? "PUT" : "GET", request.path.toStdString(), token,
            request.body.toStdString()};
}

bool isPut(const Request &request)
{
    return request.verb == Request::Verb::Put;
}

bool isPage(const Request &request)
{
    return request.path.startsWith(QLatin1StringView("/v1/changes"));
}

/// Ids are the service's own and follow the seed: a trace may have them, but not their long forms.
QString shortPath(const QString &path)
{
    return path.size() <= 48 ? path : path.left(24) + QStringLiteral("…") + path.right(20);
}

} // namespace

Wire::Wire(const Around &around, quint64 seed)
    : m_around(around)
    , m_chance(seed, 'w')
    , m_refusals(around.service)
{}

void Wire::note(const QString &line)
{
    m_around.trace.add(m_around.clock.monotonic().count(), line);
}

Mishap Wire::mishapOf(bool ofEvents)
{
    if (const Mishap doomed = fate ? fate(ofEvents) : Mishap::None; doomed != Mishap::None)
        return doomed;
    return outage ? Mishap::RequestLost : weather.draw(m_chance);
}

Milliseconds Wire::latency()
{
    return Milliseconds(m_chance.between(1, slowest));
}

void Wire::send(const Request &request, std::function<void(const Response &)> answered)
{
    if (isDead())
        return;
    m_around.watch.requested(false);
    if (isPut(request))
        m_around.watch.attempted(request.path.section(u'/', 3, 3), request.body, m_around.service.holderOf(token));
    const auto exchange = std::make_shared<Exchange>(Exchange{request, token, std::move(answered), ++m_number, false});
    m_underWay[exchange->number] = exchange;
    const Mishap mishap = mishapOf(false);
    note(QStringLiteral("-> %1 %2 (%3)")
             .arg(isPut(request) ? u"PUT" : u"GET", shortPath(request.path))
             .arg(static_cast<int>(mishap)));
    take(exchange, mishap);
}

void Wire::take(const Held &exchange, Mishap mishap)
{
    switch (mishap) {
    case Mishap::None:
        return straight(exchange, latency(), latency());
    case Mishap::RequestLost:
    case Mishap::AnswerLost:
    case Mishap::SentTwice:
    case Mishap::ArrivesLate:
    case Mishap::Slow:
    case Mishap::Untrusted:
    case Mishap::Portal200:
    case Mishap::Portal403:
    case Mishap::Redirected:
        return takeOnItsWay(exchange, mishap);
    case Mishap::CutShort:
    case Mishap::Shortened:
    case Mishap::WrongType:
    case Mishap::Unavailable:
    case Mishap::InProgress:
    case Mishap::Refused:
    case Mishap::Malformed:
    case Mishap::Unauthenticated:
    case Mishap::TooOld:
    case Mishap::StateExpired:
        return straight(exchange, latency(), latency(), mishap);
    }
}

/// What happens between here and the service.
void Wire::takeOnItsWay(const Held &exchange, Mishap mishap)
{
    const auto answerLater = [this, exchange](const Reply &reply) {
        (void)m_around.scheduler.callAfter(latency(), [this, exchange, reply] { deliver(exchange, reply); });
    };
    const auto reachLater = [this, exchange](Milliseconds after) {
        (void)m_around.scheduler.callAfter(after, [this, exchange] { (void)reach(exchange); });
    };
    const Milliseconds end = m_chance.oneIn(3) ? transferTimeout : latency();
    if (mishap == Mishap::RequestLost) {
        fired(outage ? "outage" : "request lost");
        giveUp(exchange, end);
    } else if (mishap == Mishap::AnswerLost) {
        fired("answer lost after the effect");
        const Milliseconds up = latency();
        reachLater(up);
        giveUp(exchange, up + end);
    } else if (mishap == Mishap::SentTwice) {
        fired("request doubled");
        exchange->sentTwice = true;
        reachLater(latency());
        straight(exchange, latency(), latency(), m_chance.oneIn(2) ? Mishap::Unavailable : Mishap::None);
    } else if (mishap == Mishap::ArrivesLate) {
        fired("request delayed past its timeout");
        reachLater(transferTimeout + Milliseconds(m_chance.below(m_chance.oneIn(3) ? 3'600'000 : 30'000)));
        giveUp(exchange, transferTimeout);
    } else if (mishap == Mishap::Slow) {
        fired("answer delayed");
        const Milliseconds up(m_chance.below(14'000));
        straight(exchange, up, Milliseconds(m_chance.below(15'000)));
    } else if (mishap == Mishap::Untrusted) {
        fired("certificate not trusted");
        (void)m_around.scheduler.callAfter(latency(), [this, exchange] {
            Response response;
            response.failure = Response::Failure::Untrusted;
            finish(exchange, response);
        });
    } else if (mishap == Mishap::Redirected) {
        fired("redirect");
        static const std::vector<int> statuses{301, 302, 303, 307, 308};
        answerLater({m_chance.oneOf(statuses), "text/html", {}, std::nullopt, m_chance.oneIn(4)});
    } else {
        fired(mishap == Mishap::Portal200 ? "portal 200" : "portal 403");
        answerLater(Refusals::portal(mishap == Mishap::Portal200 ? 200 : 403));
    }
}

/// The request reaches the service, or what stands before it; `mishap` is what comes of that.
void Wire::straight(const Held &exchange, Milliseconds up, Milliseconds down, Mishap mishap)
{
    (void)m_around.scheduler.callAfter(up, [this, exchange, down, mishap] {
        Reply reply = replyOf(exchange, mishap);
        if (mishap == Mishap::CutShort) {
            fired("answer cut short");
            return giveUp(exchange, down);
        }
        (void)m_around.scheduler.callAfter(down, [this, exchange, reply] { deliver(exchange, reply); });
    });
}

Reply Wire::reach(const Held &exchange)
{
    return m_around.service.answer(questionOf(exchange->request, exchange->token));
}

void Wire::giveUp(const Held &exchange, Milliseconds after)
{
    (void)m_around.scheduler.callAfter(after, [this, exchange] { finish(exchange, {}); });
}

void Wire::deliver(const Held &exchange, const Reply &reply)
{
    Response response;
    response.failure = Response::Failure::None;
    response.status = reply.status;
    response.fromService = reply.atlasApi;
    response.contentType = mediaType(QByteArray::fromStdString(reply.contentType));
    if (reply.atlasApi)
        response.date = instantFromMs(m_around.service.now() / 1000 * 1000);
    if (reply.retryAfter)
        response.retryAfter = readRetryAfter(QByteArray::fromStdString(*reply.retryAfter), response.date);
    response.body = QByteArray::fromStdString(reply.body);
    response.sentTwice = exchange->sentTwice;
    if (reply.status >= 400 && reply.atlasApi)
        fired(("status " + std::to_string(reply.status)).c_str());
    if (exchange->answered)
        tellWatch(*exchange, reply, response);
    const bool isWholePage = isPage(exchange->request) && reply.status == 200 && reply.atlasApi;
    if (isWholePage && exchange->answered)
        m_around.watch.pageDelivered(parameterOf(exchange->request.path.toStdString(), "since").value_or(""), reply.body);
    finish(exchange, response);
}

void Wire::tellWatch(const Exchange &exchange, const Reply &reply, const Response &response)
{
    Watch &watch = m_around.watch;
    if (isPut(exchange.request))
        watch.answered(exchange.request.path.section(u'/', 3, 3), reply);
    const bool isBusy = reply.status == 429 || reply.status >= 500;
    if (reply.atlasApi && isBusy && response.retryAfter)
        watch.toldToWait(*response.retryAfter);
    const bool isTooOld = reply.status == 403 && reply.body.find("client_too_old") != std::string::npos;
    if (reply.atlasApi && (reply.status == 401 || isTooOld))
        watch.turnedAway();
}

void Wire::finish(const Held &exchange, const Response &response)
{
    const auto answered = std::exchange(exchange->answered, nullptr);
    if (!m_underWay.empty() && m_underWay.begin()->first < exchange->number)
        fired("answers reordered");
    m_underWay.erase(exchange->number);
    if (!answered || isDead())
        return;
    m_around.watch.heard(isPut(exchange->request) ? exchange->request.path.section(u'/', 3, 3) : QString());
    note(QStringLiteral("<- %1 %2").arg(response.status).arg(shortPath(exchange->request.path)));
    answered(response);
}

void Wire::cancelAll()
{
    closeEvents();
    for (const auto &[number, exchange] : m_underWay)
        exchange->answered = nullptr;
    m_underWay.clear();
}

void Wire::hangUp()
{
    for (const auto &[number, exchange] : std::map(m_underWay))
        giveUp(exchange, latency());
    breakStream();
}

} // namespace simulation

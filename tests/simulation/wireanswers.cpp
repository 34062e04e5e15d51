#include "tests/simulation/wire.h"

// What the service, or what stands before it, says.

namespace simulation {

/// A request that was answered is answered once: a copy that comes late finds what the service has kept.
Reply Wire::replyOf(const Held &exchange, Mishap mishap)
{
    const Request &request = exchange->request;
    const bool put = request.verb == Request::Verb::Put;
    const Question question{put ? "PUT" : "GET", request.path.toStdString(), exchange->token, request.body.toStdString()};
    switch (mishap) {
    case Mishap::Unavailable:
        return unavailable(exchange);
    case Mishap::InProgress:
        if (put)
            return inProgress(exchange, question);
        break;
    case Mishap::Refused:
        if (const auto refused = put ? m_refusals.final(question, m_chance) : std::nullopt)
            return *refused;
        break;
    case Mishap::Malformed:
        // Nothing that was not stored may be on its way besides: the next copy would be judged anew.
        if (put && !m_around.watch.isOpen(request.path.section(u'/', 3, 3)))
            return m_refusals.malformed(m_chance);
        break;
    case Mishap::Unauthenticated:
        return Refusals::problem(401, "unauthenticated");
    case Mishap::TooOld:
        return Refusals::problem(403, "client_too_old");
    case Mishap::StateExpired:
        if (request.path.startsWith(QLatin1StringView("/v1/changes?")))
            return Refusals::problem(m_chance.oneIn(3) ? 400 : 410, "state_expired");
        break;
    case Mishap::None:
    case Mishap::RequestLost:
    case Mishap::AnswerLost:
    case Mishap::SentTwice:
    case Mishap::ArrivesLate:
    case Mishap::Slow:
    case Mishap::CutShort:
    case Mishap::Shortened:
    case Mishap::WrongType:
    case Mishap::Portal200:
    case Mishap::Portal403:
    case Mishap::Redirected:
    case Mishap::Untrusted:
        break;
    }
    return spoiled(reach(exchange), mishap);
}

Reply Wire::unavailable(const Held &exchange)
{
    const Refusals::Unavailable refusal = m_refusals.unavailable(m_chance);
    if (refusal.mayHaveEffect && m_chance.oneIn(2)) {
        fired("5xx or 408 after the effect");
        (void)reach(exchange);
    }
    return refusal.reply;
}

Reply Wire::inProgress(const Held &exchange, const Question &question)
{
    const std::string id = question.path.substr(question.path.rfind('/') + 1);
    fired("operation in progress");
    m_around.service.world().operations().setRunning(id, true);
    Reply reply = reach(exchange);
    m_around.service.world().operations().setRunning(id, false);
    return reply;
}

Reply Wire::spoiled(Reply reply, Mishap mishap)
{
    if (mishap == Mishap::Shortened && !reply.body.empty()) {
        fired("answer without its end");
        reply.body.resize(static_cast<size_t>(m_chance.below(static_cast<int>(reply.body.size()))));
    }
    if (mishap == Mishap::WrongType) {
        fired("wrong content type");
        static const std::vector<std::string> types{"text/html", "text/plain", "", "application/octet-stream"};
        reply.contentType = m_chance.oneOf(types);
    }
    return reply;
}

} // namespace simulation

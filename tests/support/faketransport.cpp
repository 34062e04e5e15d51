#include "tests/support/faketransport.h"

#include <algorithm>
#include <memory>

namespace answers {

Response lost()
{
    return {};
}

Response tooMuch()
{
    Response response;
    response.tooMuch = true;
    return response;
}

Response json(int status, const QByteArray &body)
{
    Response response;
    response.failure = Response::Failure::None;
    response.status = status;
    response.fromService = true;
    response.contentType = status < 400 ? "application/json" : "application/problem+json";
    response.body = body;
    return response;
}

Response problem(int status, const char *code, const QByteArray &moreMembers)
{
    QByteArray body = R"({"type":"about:blank","title":"No","status":)" + QByteArray::number(status);
    body += R"(,"code":")" + QByteArray(code) + '"' + (moreMembers.isEmpty() ? "" : "," + moreMembers) + '}';
    return json(status, body);
}

Response portal(int status)
{
    Response response = json(status, "<html>Welcome to the hotel</html>");
    response.fromService = false;
    response.contentType = "text/html";
    return response;
}

Response untrusted()
{
    Response response;
    response.failure = Response::Failure::Untrusted;
    return response;
}

Response withRetryAfter(Response response, Milliseconds wait)
{
    response.retryAfter = wait;
    return response;
}

} // namespace answers

void FakeTransport::later(Milliseconds wait, std::function<void()> call)
{
    const auto timer = std::make_shared<Scheduler::Timer>(0);
    *timer = m_scheduler.callAfter(wait, [this, timer, call = std::move(call)] {
        m_timers.erase(*timer);
        call();
    });
    m_timers.insert(*timer);
}

void FakeTransport::send(const Request &request, std::function<void(const Response &)> answered)
{
    sent.push_back(request);
    ++m_underWay;
    const bool held = std::any_of(m_heldBack.begin(), m_heldBack.end(),
                                  [&request](const QString &path) { return request.path.startsWith(path); });
    if (held)
        m_waiting.push_back({request, std::move(answered)});
    else
        deliver(request, std::move(answered));
}

void FakeTransport::deliver(const Request &request, std::function<void(const Response &)> answered)
{
    later(delay / 2, [this, request, answered = std::move(answered)] {
        later(delay - delay / 2, [this, answered, response = respond(request)] {
            --m_underWay;
            answered(response);
        });
    });
}

Response FakeTransport::respond(const Request &request)
{
    const auto scripted = std::find_if(m_script.begin(), m_script.end(), [&request](const Scripted &script) {
        return request.path.startsWith(script.path);
    });
    if (scripted == m_script.end())
        return service ? service(request) : answers::lost();
    const std::optional<Response> response = scripted->response;
    m_script.erase(scripted);
    if (response)
        return *response;
    if (service)
        (void)service(request);
    return answers::lost();
}

void FakeTransport::answerNext(const QString &path, const Response &response)
{
    m_script.push_back({path, response});
}

void FakeTransport::loseNextAnswer(const QString &path)
{
    m_script.push_back({path, std::nullopt});
}

void FakeTransport::release()
{
    if (m_waiting.empty())
        return;
    Waiting first = std::move(m_waiting.front());
    m_waiting.pop_front();
    deliver(first.request, std::move(first.answered));
}

void FakeTransport::releaseAll()
{
    m_heldBack.clear();
    while (!m_waiting.empty())
        release();
}

void FakeTransport::openEvents(EventHandler handler)
{
    closeEvents();
    sent.push_back({Request::Verb::Get, QStringLiteral("/v1/events"), {}});
    m_handler = std::move(handler);
    const quint64 stream = m_stream;
    later(delay, [this, stream] {
        if (stream != m_stream || events == Events::Silent)
            return;
        if (events == Events::NotOffered)
            return endEvents(EventHandler::Ended::NotOffered);
        if (events == Events::Refused)
            return endEvents(EventHandler::Ended::Lost);
        m_open = true;
        m_handler.opened();
    });
}

void FakeTransport::closeEvents()
{
    ++m_stream;
    m_open = false;
    m_handler = {};
}

void FakeTransport::announce()
{
    if (m_open)
        m_handler.stateAnnounced();
}

void FakeTransport::endEvents(EventHandler::Ended how, std::optional<Milliseconds> retryAfter)
{
    if (!m_handler.ended)
        return;
    const EventHandler handler = m_handler;
    closeEvents();
    handler.ended(how, retryAfter);
}

void FakeTransport::cancelAll()
{
    closeEvents();
    for (const Scheduler::Timer timer : m_timers)
        m_scheduler.cancel(timer);
    m_timers.clear();
    m_waiting.clear();
    m_underWay = 0;
}

size_t FakeTransport::sentTo(const QString &path) const
{
    return static_cast<size_t>(std::count_if(
        sent.begin(), sent.end(), [&path](const Request &request) { return request.path.startsWith(path); }));
}

std::vector<Request> FakeTransport::operationsSent() const
{
    std::vector<Request> operations;
    std::copy_if(sent.begin(), sent.end(), std::back_inserter(operations),
                 [](const Request &request) { return request.verb == Request::Verb::Put; });
    return operations;
}

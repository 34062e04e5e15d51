#include "tests/sandbox/apiroutes.h"

#include "tests/sandbox/operationshape.h"
#include "tests/sandbox/textrules.h"

#include <sstream>

namespace sandbox {

namespace {

constexpr std::string_view operationsPath = "/v1/operations/";
constexpr std::string_view branchesPath = "/v1/branches/";
constexpr std::string_view linkPath = "/client-pays-link";
constexpr auto longestStall = std::chrono::minutes(30);

bool isOlder(const std::string &version, const std::string &minimum)
{
    std::istringstream given(version);
    std::istringstream wanted(minimum);
    int wantedPart = 0;
    while (wanted >> wantedPart) {
        int part = 0;
        given >> part;
        if (part != wantedPart)
            return part < wantedPart;
        given.ignore(1);
        wanted.ignore(1);
    }
    return false;
}

Reply wrongMethod(const char *allowed)
{
    Reply made = reply(problem(405, "invalid_request", "This path has no such method"));
    made.headers.emplace_back("Allow", allowed);
    return made;
}

std::string operationId(const Request &request)
{
    return request.path.substr(operationsPath.size());
}

/// The id between /v1/branches/ and /client-pays-link; empty where the path is another.
std::string branchOf(const std::string &path)
{
    const bool fits = path.size() > branchesPath.size() + linkPath.size() &&
                      path.compare(0, branchesPath.size(), branchesPath) == 0 &&
                      path.compare(path.size() - linkPath.size(), linkPath.size(), linkPath) == 0;
    return fits ? path.substr(branchesPath.size(), path.size() - branchesPath.size() - linkPath.size()) : std::string();
}

bool isJson(const std::string &contentType)
{
    const std::string type = lowerAscii(contentType.substr(0, contentType.find(';')));
    return type == "application/json" || type == "application/json ";
}

} // namespace

Reply ApiRoutes::answer(const Request &request)
{
    const auto fault = m_site.faults.take(request);
    Reply made = fault ? disturbed(request, *fault) : undisturbed(request);
    m_site.ledger.requested(m_site.clock.now(), request.method, request.path, made.status);
    return made;
}

Reply ApiRoutes::disturbed(const Request &request, const Fault &fault)
{
    switch (fault.kind) {
    case Fault::Kind::DropBefore:
        lose(request);
        m_site.cut(request.connection, fault.reset);
        return {};
    case Fault::Kind::DropAfter: {
        Reply made = undisturbed(request);
        m_site.cut(request.connection, fault.reset);
        return made;
    }
    case Fault::Kind::Status: {
        Reply made = fault.reply;
        if (fault.effect)
            made.sent = undisturbed(request).sent;
        else
            lose(request);
        return made;
    }
    case Fault::Kind::Delay:
        return delayed(request, fault);
    case Fault::Kind::Truncate: {
        Reply made = undisturbed(request);
        made.cutAt = fault.bytes;
        return made;
    }
    case Fault::Kind::Stall:
        return stalled(request, fault);
    }
    return {};
}

Reply ApiRoutes::delayed(const Request &request, const Fault &fault)
{
    const bool operation = fault.inProgress && request.startsWith(operationsPath);
    const auto setRunning = [&](bool running) {
        if (operation)
            m_site.withWorld([&](World &world) { world.operations().setRunning(operationId(request), running); });
    };
    setRunning(true);
    m_site.bell.wait(std::chrono::milliseconds(fault.delayMs), [&] { return m_site.isClosing(); });
    setRunning(false);
    return undisturbed(request);
}

Reply ApiRoutes::stalled(const Request &request, const Fault &fault)
{
    const int clearings = m_site.faults.clearings();
    Reply made;
    if (fault.effect)
        made = undisturbed(request);
    m_site.bell.wait(longestStall,
                     [&] { return !m_site.isOpen(request.connection) || m_site.faults.clearings() != clearings; });
    if (fault.effect)
        return made;
    if (m_site.isOpen(request.connection))
        return undisturbed(request);
    lose(request);
    return made;
}

void ApiRoutes::lose(const Request &request)
{
    if (request.method != "PUT" || !request.startsWith(operationsPath))
        return;
    const auto person = signedIn(request);
    m_site.ledger.attempted(m_site.clock.now(), person ? person->id : std::string(), operationId(request),
                            request.body);
}

std::optional<Person> ApiRoutes::signedIn(const Request &request)
{
    const std::string header = request.header("authorization");
    const std::string scheme = "bearer ";
    if (lowerAscii(header.substr(0, scheme.size())) != scheme)
        return std::nullopt;
    return m_site.withWorld([&](World &world) {
        const Person *person = world.signedIn(header.substr(scheme.size()));
        return person == nullptr ? std::nullopt : std::optional(*person);
    });
}

std::optional<Answer> ApiRoutes::clientFault(const Request &request)
{
    const std::string client = request.header("atlas-client");
    if (!isClientName(client))
        return problem(400, "invalid_request", "Atlas-Client is missing or malformed");
    if (isOlder(client.substr(client.find('/') + 1), m_site.minimumClient()))
        return problem(403, "client_too_old", "This program is too old for the service");
    return std::nullopt;
}

Reply ApiRoutes::undisturbed(const Request &request)
{
    const auto person = signedIn(request);
    if (!person) {
        Reply made = reply(problem(401, "unauthenticated", "Sign in first"));
        made.headers.emplace_back("WWW-Authenticate", "Bearer");
        lose(request);
        return made;
    }
    if (const auto fault = clientFault(request)) {
        lose(request);
        return reply(*fault);
    }
    return dispatched(request, *person);
}

Reply ApiRoutes::dispatched(const Request &request, const Person &person)
{
    const bool get = request.method == "GET";
    if (request.startsWith(operationsPath))
        return request.method == "PUT" ? operation(request, person) : wrongMethod("PUT");
    if (request.path == "/v1/events")
        return get ? events(request, person) : wrongMethod("GET");
    const std::string branch = branchOf(request.path);
    if (request.path != "/v1/session" && request.path != "/v1/changes" && branch.empty())
        return reply(notFound("path"));
    if (!get)
        return wrongMethod("GET");
    return reply(m_site.withWorld([&](World &world) {
        if (!branch.empty())
            return world.clientPaysLink(person, branch);
        if (request.path == "/v1/session")
            return world.session(person);
        return world.changes(person, request.parameter("since"), request.parameter("limit"));
    }));
}

Reply ApiRoutes::operation(const Request &request, const Person &person)
{
    const std::size_t attempt =
        m_site.ledger.attempted(m_site.clock.now(), person.id, operationId(request), request.body);
    Answer answer = problem(415, "invalid_request", "An operation is application/json");
    if (request.body.size() > longestBody)
        answer = problem(413, "invalid_request", "A request body is at most 64 KiB");
    else if (isJson(request.header("content-type")))
        answer =
            m_site.withWorld([&](World &world) { return world.operate(person, operationId(request), request.body); });
    Reply made = reply(answer);
    m_site.ledger.answered(attempt, made.status, false);
    made.sent = [this, attempt, status = made.status, connection = request.connection](bool whole) {
        m_site.ledger.answered(attempt, status, whole && m_site.isOpen(connection));
    };
    return made;
}

Reply ApiRoutes::events(const Request &request, const Person &person)
{
    Reply made;
    if (m_site.events.mode() == EventHub::Mode::Off) {
        made.status = 204;
        return made;
    }
    made.contentType = "text/event-stream";
    made.headers.emplace_back("Cache-Control", "no-store");
    made.stream = m_site.events.open(person.id, request.connection);
    return made;
}

} // namespace sandbox

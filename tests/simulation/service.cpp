#include "tests/simulation/service.h"

#include <algorithm>

namespace simulation {

namespace {

const std::string operations = "/v1/operations/";

Reply replyOf(const sandbox::Answer &answer)
{
    Reply reply{answer.status, answer.contentType, answer.body, std::nullopt, true};
    if (answer.retryAfterSeconds)
        reply.retryAfter = std::to_string(*answer.retryAfterSeconds);
    return reply;
}

std::string decoded(const std::string &text)
{
    std::string plain;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%' || i + 2 >= text.size()) {
            plain += text[i];
            continue;
        }
        plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
        i += 2;
    }
    return plain;
}

bool isOnInvitation(const sandbox::Effect &effect)
{
    return effect.action == "invitation_accepted" || effect.action == "invitation_rejected";
}

} // namespace

std::optional<std::string> parameterOf(const std::string &path, const std::string &name)
{
    const size_t question = path.find('?');
    if (question == std::string::npos)
        return std::nullopt;
    const std::string query = "&" + path.substr(question + 1);
    const size_t found = query.find("&" + name + "=");
    if (found == std::string::npos)
        return std::nullopt;
    const size_t from = found + name.size() + 2;
    return decoded(query.substr(from, query.find('&', from) - from));
}

Service::Service(Now now)
    : m_now(std::move(now))
    , m_world(
          ":memory:", [this] { return m_now(); }, [this] { return std::to_string(++m_ids); })
{
    sandbox::setUpPractice(m_world, [] { return std::string("unused"); });
    for (sandbox::Person person : std::vector(m_world.practice().people())) {
        person.token = tokenOf(person.key);
        m_world.practice().putPerson(person);
    }
    m_world.practice().setListener([this](const sandbox::Commit &commit) { committed(commit); });
}

std::string Service::holderOf(const std::string &token) const
{
    for (const sandbox::Person &person : m_world.practice().people()) {
        if (person.token == token)
            return person.id;
    }
    return {};
}

Reply Service::answer(const Question &question)
{
    const sandbox::Person *person = m_world.signedIn(question.token);
    if (!person)
        return replyOf(sandbox::problem(401, "unauthenticated", "Sign in first"));
    if (wantsNewerClient)
        return replyOf(sandbox::problem(403, "client_too_old", "This program is too old for the service"));
    return dispatch(sandbox::Person(*person), question);
}

Reply Service::dispatch(const sandbox::Person &person, const Question &question)
{
    const std::string path = question.path.substr(0, question.path.find('?'));
    if (path.starts_with(operations) && question.method == "PUT")
        return replyOf(m_world.operate(person, path.substr(operations.size()), question.body));
    if (path == "/v1/session")
        return replyOf(m_world.session(person));
    if (path == "/v1/changes")
        return forgetful(
            replyOf(m_world.changes(person, parameterOf(question.path, "since"), parameterOf(question.path, "limit"))));
    return replyOf(sandbox::notFound("path"));
}

/// A fault of the service's own, for which there is the count of what is pending. What is unreadable can't be counted.
Reply Service::forgetful(Reply page)
{
    if (!forgetsOne || page.status != 200 || !spoiled.empty())
        return page;
    sandbox::Json body = sandbox::Json::parse(page.body);
    const bool isFirst = m_told.empty();
    for (auto change = body["changes"].begin(); change != body["changes"].end(); ++change) {
        const bool isNew = (*change)["kind"] == "invitation" && m_told.insert((*change)["id"]).second;
        if (isFirst || !isNew || !change->contains("invitation") || (*change)["invitation"]["status"] != "pending")
            continue;
        body["changes"].erase(change);
        page.body = sandbox::text(body);
        forgetsOne = false;
        m_hasForgotten = true;
        forgot();
        return page;
    }
    return page;
}

// --- Events ---------------------------------------------------------------------------------------------------------

quint64 Service::openStream(const std::string &person, Stream stream)
{
    m_streams[++m_lastStream] = {person, std::move(stream)};
    return m_lastStream;
}

void Service::committed(const sandbox::Commit &commit)
{
    for (const sandbox::Effect &effect : commit.effects) {
        // What happens to a client otherwise is nobody's decision here.
        if (!isOnInvitation(effect) && effect.operationId.empty())
            continue;
        m_decisions.push_back({effect.operationId, isOnInvitation(effect) ? effect.id : std::string(), false});
        if (decided)
            decided(m_decisions.back());
    }
    for (const auto &[number, stream] : std::map(m_streams)) {
        const auto &[id, say] = stream;
        const bool revoked = std::find(commit.revoked.begin(), commit.revoked.end(), id) != commit.revoked.end();
        const sandbox::Person *person = m_world.practice().person(id);
        if (revoked) {
            say("event: revoked\ndata: {}\n\n");
            say({});
            continue;
        }
        const bool seen = person && std::any_of(commit.touched.begin(), commit.touched.end(), [&](const sandbox::Touch &t) {
                              return m_world.practice().sees(*person, t);
                          });
        if (seen)
            say("id: " + m_world.feed().currentState(*person) + "\nevent: state\ndata: " +
                m_world.feed().eventData(*person) + "\n\n");
    }
}

// --- The ledger -----------------------------------------------------------------------------------------------------

void Service::takeSnapshot()
{
    m_world.takeSnapshot();
    m_decisionsInSnapshot = m_decisions.size();
    m_spoiledInSnapshot = spoiled;
}

bool Service::restore()
{
    if (!m_world.restore())
        return false;
    for (size_t i = m_decisionsInSnapshot; i < m_decisions.size(); ++i)
        m_decisions[i].undone = true;
    spoiled = m_spoiledInSnapshot;
    ++m_restores;
    return true;
}

bool Service::knows(const std::string &operation)
{
    return m_world.practice().store().operation(operation).has_value();
}

bool Service::refuse(const Question &question, const Reply &reply)
{
    const std::string id = question.path.substr(operations.size());
    const sandbox::Person *person = m_world.signedIn(question.token);
    if (!person || knows(id))
        return false;
    m_world.practice().commit([&] {
        m_world.practice().store().remember({id, person->id, question.body, reply.status, reply.body});
    });
    return true;
}

} // namespace simulation

#include "tests/sandbox/testservice.h"

#include "tests/sandbox/files.h"
#include "tests/sandbox/textrules.h"

#include <httplib.h>

namespace sandbox {

namespace {

constexpr auto patience = std::chrono::seconds(10);

std::unique_ptr<httplib::SSLClient> clientFor(const std::string &ca, int port)
{
    auto client = std::make_unique<httplib::SSLClient>("127.0.0.1", port);
    client->set_ca_cert_path(ca.c_str());
    client->enable_server_certificate_verification(true);
    client->set_read_timeout(patience);
    return client;
}

Got gotFrom(const httplib::Result &result)
{
    Got got;
    if (!result)
        return got;
    got.status = result->status;
    got.body = result->body;
    for (const auto &[name, value] : result->headers)
        got.headers.emplace(lowerAscii(name), value);
    return got;
}

httplib::Headers headersFor(const std::string &token, const std::map<std::string, std::string> &more)
{
    std::map<std::string, std::string> all{{"Atlas-Client", "sandbox-test/1.0"}, {"Authorization", "Bearer " + token}};
    for (const auto &[name, value] : more)
        all[name] = value;
    httplib::Headers headers;
    for (const auto &[name, value] : all) {
        if (!value.empty())
            headers.emplace(name, value);
    }
    return headers;
}

std::string caOf(const TestService &service)
{
    return (service.directory() / "ca.pem").string();
}

} // namespace

TestService::TestService()
    : m_directory(std::filesystem::temp_directory_path() / ("atlas-sandbox-test-" + randomHex(6)))
{
    restart();
}

TestService::~TestService()
{
    m_sandbox.reset();
    std::filesystem::remove_all(m_directory);
}

void TestService::restart()
{
    m_sandbox.reset();
    Options options;
    options.directory = m_directory;
    m_sandbox = std::make_unique<Sandbox>(options);
}

std::string TestService::token(const std::string &key)
{
    return m_sandbox->site().withWorld([&key](World &world) { return world.practice().person(key)->token; });
}

Got TestService::get(const std::string &path, const std::string &key, const std::map<std::string, std::string> &headers)
{
    return gotFrom(clientFor(caOf(*this), m_sandbox->port())->Get(path, headersFor(token(key), headers)));
}

Got TestService::put(const std::string &path, const std::string &body, const std::string &key,
                     const std::map<std::string, std::string> &headers)
{
    auto all = headers;
    const std::string type = all.contains("Content-Type") ? all["Content-Type"] : "application/json";
    all.erase("Content-Type");
    return gotFrom(clientFor(caOf(*this), m_sandbox->port())->Put(path, headersFor(token(key), all), body, type));
}

Got TestService::page(const std::string &path)
{
    return gotFrom(clientFor(caOf(*this), m_sandbox->port())->Get(path));
}

Got TestService::post(const std::string &path, const std::map<std::string, std::string> &form)
{
    const httplib::Params params(form.begin(), form.end());
    const Got got = gotFrom(clientFor(caOf(*this), m_sandbox->port())->Post(path, params));
    return got.status == 303 ? page(got.headers.at("location")) : got;
}

Got TestService::control(const std::string &method, const std::string &path, const Json &body)
{
    httplib::Request request;
    request.method = method;
    request.path = "/control" + path;
    request.set_header("Authorization", "Bearer " + m_sandbox->site().controlToken);
    if (method != "GET") {
        request.body = text(body);
        request.set_header("Content-Type", "application/json");
    }
    return gotFrom(clientFor(caOf(*this), m_sandbox->controlPort())->send(request));
}

std::string TestService::invitation(const Json &members)
{
    return stringAt(control("POST", "/invitations", members).json(), "id");
}

std::string TestService::revision(const std::string &invitation)
{
    return stringAt(control("GET", "/invitations/" + invitation).json()["invitation"], "revision");
}

Json TestService::accept(const std::string &invitation)
{
    return {{"type", "accept_invitation"},
            {"decidedAt", "2026-11-23T09:30:00Z"},
            {"invitationId", invitation},
            {"revision", revision(invitation)}};
}

struct TestStream::Shared
{
    Bell bell;
    std::string read;
    int status = 0;
    bool ended = false;
    std::unique_ptr<httplib::SSLClient> client;
};

TestStream::TestStream(TestService &service, const std::string &key)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->client = clientFor(caOf(service), service.sandbox().port());
    m_thread = std::thread([shared = m_shared, headers = headersFor(service.token(key), {})] {
        shared->client->Get(
            "/v1/events", headers,
            [&shared](const httplib::Response &response) {
                shared->bell.ring([&] { shared->status = response.status; });
                return true;
            },
            [&shared](const char *data, std::size_t length) {
                shared->bell.ring([&] { shared->read.append(data, length); });
                return true;
            });
        shared->bell.ring([&] { shared->ended = true; });
    });
}

TestStream::~TestStream()
{
    m_shared->client->stop();
    m_thread.join();
}

bool TestStream::waitFor(const std::string &text, int times)
{
    return m_shared->bell.wait(patience, [&] {
        std::size_t at = 0;
        for (int found = 0; found < times; ++found, ++at) {
            at = m_shared->read.find(text, at);
            if (at == std::string::npos)
                return false;
        }
        return true;
    });
}

bool TestStream::waitForEnd()
{
    return m_shared->bell.wait(patience, [this] { return m_shared->ended; });
}

int TestStream::status()
{
    m_shared->bell.wait(patience, [this] { return m_shared->status != 0 || m_shared->ended; });
    return m_shared->status;
}

} // namespace sandbox

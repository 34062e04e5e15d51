#include "tests/sandbox/sandbox.h"

#include "tests/sandbox/apiroutes.h"
#include "tests/sandbox/controlroutes.h"
#include "tests/sandbox/files.h"
#include "tests/sandbox/pages.h"

#include <array>
#include <cinttypes>
#include <cstdio>

namespace sandbox {

namespace {

/// A secret that is the same at every start.
std::string keptSecret(const std::filesystem::path &file)
{
    if (auto kept = readFile(file); kept && !kept->empty())
        return *kept;
    const std::string made = randomHex(24);
    writeSecret(file, made);
    return made;
}

std::string permissionWords(const Person &person)
{
    std::string words;
    for (const auto &[branch, names] : person.permissions) {
        words += (words.empty() ? "" : "; ") + (branch == "*" ? std::string("everywhere") : branch) + ":";
        for (const std::string &name : names)
            words += " " + name;
    }
    return words.empty() ? "nothing" : words;
}

} // namespace

struct Sandbox::Routes
{
    explicit Routes(Site &site)
        : api(site)
        , control(site)
        , pages(site)
    {}

    ApiRoutes api;
    ControlRoutes control;
    Pages pages;
};

Sandbox::Sandbox(const Options &options)
    : m_directory(options.directory)
    , m_site(m_directory,
             [this] {
                 std::array<char, 20> ordered{};
                 std::snprintf(ordered.data(), ordered.size(), "%010" PRIx64, ++m_nextId);
                 return m_ordered ? std::string(ordered.data()) : randomHex(8);
             })
    , m_routes(std::make_unique<Routes>(m_site))
    , m_server((m_files = certificateIn(m_directory), m_files),
               [this](const Request &request) { return answer(request); },
               [this] { return httpDate(m_site.clock.now()); })
    , m_serverPort(m_server.start())
    , m_relay(m_serverPort, [this](int) { m_site.connectionEnded(); })
    , m_visitors(options.seed + 1)
{
    prepare(options);
    m_site.setRelay(&m_relay);
    m_port = m_relay.start(options.port);
    m_site.withWorld([this](World &world) { world.practice().setPublicUrl(url()); });
    writeTokens();
}

Sandbox::~Sandbox()
{
    m_site.close();
    m_relay.stop();
    m_server.stop();
}

void Sandbox::prepare(const Options &options)
{
    m_site.controlToken = keptSecret(m_directory / "control-token");
    m_site.withWorld([&](World &world) {
        if (world.practice().people().empty())
            world.practice().commit([&] {
                setUpPractice(world, [] { return "atp_" + randomHex(24); });
                m_ordered = true;
                addSamples(world, {options.invitations, options.clients, options.seed});
            });
        m_ordered = false;
    });
}

void Sandbox::writeTokens()
{
    std::filesystem::create_directories(m_directory / "tokens");
    m_site.withWorld([this](World &world) {
        for (const Person &person : world.practice().people())
            writeSecret(m_directory / "tokens" / person.key, person.token + "\n");
    });
    std::filesystem::permissions(m_directory / "world.db",
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

Reply Sandbox::answer(const Request &request)
{
    if (request.startsWith("/v1/"))
        return m_routes->api.answer(request);
    if (request.path == "/control" || request.startsWith("/control/"))
        return m_routes->control.answer(request);
    return m_routes->pages.answer(request);
}

Json Sandbox::description()
{
    Json people = Json::array();
    Json tokens = Json::object();
    m_site.withWorld([&](World &world) {
        for (const Person &person : world.practice().people()) {
            tokens[person.key] = person.token;
            people.push_back({{"key", person.key},
                              {"name", person.name},
                              {"email", person.email},
                              {"id", person.id},
                              {"token", person.token},
                              {"tokenFile", (m_directory / "tokens" / person.key).string()},
                              {"permissions", permissionWords(person)}});
        }
    });
    return {
        {"url", url()},         {"ca", m_files.ca}, {"control", controlUrl()}, {"controlToken", m_site.controlToken},
        {"pages", url() + "/"}, {"people", people}, {"tokens", tokens}};
}

void Sandbox::passTime()
{
    m_site.withWorld([](World &world) { world.practice().commit([&world] { world.practice().expireDue(); }); });
}

void Sandbox::letSomebodyCome()
{
    m_site.withWorld([this](World &world) {
        Practice &practice = world.practice();
        std::vector<std::string> open;
        for (const std::string &branch : practice.branchIds()) {
            const auto row = practice.find("branch", branch);
            if (row && row->status == "active")
                open.push_back(branch);
        }
        const Application application = m_visitors.next();
        if (open.empty())
            return;
        const std::string &branch = open[m_visitors.below(open.size())];
        if (m_visitors.oneIn(2))
            world.clients().signUp(stringAt(practice.link(branch), "token"), application);
        else
            world.clients().invite(stringAt(Json::parse(practice.find("branch", branch)->body), "email"), application);
    });
}

} // namespace sandbox

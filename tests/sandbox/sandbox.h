#pragma once

#include "tests/sandbox/httpserver.h"
#include "tests/sandbox/options.h"
#include "tests/sandbox/relay.h"
#include "tests/sandbox/samples.h"
#include "tests/sandbox/site.h"

#include <memory>
#include <string>

namespace sandbox {

/// The whole service: site, HTTPS server and the relay in front of it. Made and ended in one thread; in between it
/// answers in its own.
class Sandbox
{
public:
    /// Listens when it returns. Throws std::exception where the directory or the port can't be used.
    explicit Sandbox(const Options &options);
    ~Sandbox();
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    /// What the program prints when it is ready.
    Json description();
    std::string url() const { return address(m_port); }
    /// Past the relay, hence also there during an outage.
    std::string controlUrl() const { return address(m_serverPort) + "/control"; }
    int port() const { return m_port; }
    int controlPort() const { return m_serverPort; }
    Site &site() { return m_site; }

    /// What only time does: to be called now and then.
    void passTime();
    /// Somebody knocks, as with --live.
    void letSomebodyCome();

private:
    /// By number: a machine as debootstrap leaves it has no /etc/hosts, and knows no localhost.
    static std::string address(int port) { return "https://127.0.0.1:" + std::to_string(port); }
    Reply answer(const Request &request);
    void prepare(const Options &options);
    void writeTokens();

    struct Routes;

    std::filesystem::path m_directory;
    bool m_ordered = false; ///< ids come in the order of a seed, while the samples are made
    std::uint64_t m_nextId = 0;
    CertificateFiles m_files;
    Site m_site;
    std::unique_ptr<Routes> m_routes;
    HttpServer m_server;
    int m_serverPort;
    Relay m_relay;
    int m_port = 0;
    SamplePeople m_visitors;
};

} // namespace sandbox

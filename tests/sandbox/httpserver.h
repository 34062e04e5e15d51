#pragma once

#include "tests/sandbox/certificate.h"
#include "tests/sandbox/httpmessages.h"

#include <functional>
#include <memory>

namespace sandbox {

/// HTTPS on a loopback port of the system's choice, in front of which the relay stands. The handler is called in one of
/// 64 pool threads; an event stream keeps its thread. The only place that knows the HTTP library.
class HttpServer
{
public:
    using Handler = std::function<Reply(const Request &)>;
    using Now = std::function<std::string()>;

    /// `date` gives the Date header.
    HttpServer(const CertificateFiles &files, Handler handler, Now date);
    ~HttpServer();

    /// The port, once it listens; throws std::runtime_error where it can't.
    int start();
    /// Ends the accepting; returns when every handler has returned.
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace sandbox

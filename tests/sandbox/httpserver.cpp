#include "tests/sandbox/httpserver.h"

#include "tests/sandbox/textrules.h"

#include <atomic>
#include <httplib.h>
#include <stdexcept>
#include <thread>

namespace sandbox {

namespace {

constexpr std::size_t poolThreads = 64;
constexpr std::size_t requestsPerConnection = 1000000;
constexpr int keepAliveSeconds = 15;
constexpr auto foreignMark = "X-Sandbox-Foreign";

bool setUpTls(SSL_CTX &context, const CertificateFiles &files)
{
    SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION);
    return SSL_CTX_use_certificate_chain_file(&context, files.chain.c_str()) == 1 &&
           SSL_CTX_use_PrivateKey_file(&context, files.key.c_str(), SSL_FILETYPE_PEM) == 1;
}

Request requestFrom(const httplib::Request &from)
{
    Request request;
    request.method = from.method;
    request.path = from.path;
    request.body = from.body;
    request.connection = from.remote_port;
    const std::size_t mark = std::min(from.target.find('?'), from.target.size() - 1);
    request.query = fieldsOf(std::string_view(from.target).substr(mark + 1), false); // the library loses what has a `=`
    for (const auto &[name, value] : from.headers)
        request.headers.emplace(lowerAscii(name), value);
    return request;
}

/// The body's bytes go out through a provider: so the library neither compresses nor copies them, and tells the end.
void giveBody(Reply &&from, httplib::Response &to)
{
    const auto reply = std::make_shared<Reply>(std::move(from));
    const std::size_t length = reply->body.size();
    const auto provide = [reply](std::size_t offset, std::size_t rest, httplib::DataSink &sink) {
        const std::size_t most = reply->cutAt ? std::min(*reply->cutAt, reply->body.size()) : reply->body.size();
        if (offset >= most)
            return false;
        return sink.write(reply->body.data() + offset, std::min(rest, most - offset));
    };
    to.set_content_provider(length, reply->contentType, provide, [reply](bool whole) {
        if (reply->sent)
            reply->sent(whole);
    });
}

void giveStream(Reply &&from, httplib::Response &to)
{
    const auto reply = std::make_shared<Reply>(std::move(from));
    to.set_chunked_content_provider(reply->contentType, [reply](std::size_t, httplib::DataSink &sink) {
        const Write write = [&sink](std::string_view bytes) { return sink.write(bytes.data(), bytes.size()); };
        const bool more = reply->stream(write);
        if (!more)
            sink.done();
        return true;
    });
}

void giveReply(Reply &&from, httplib::Response &to)
{
    to.status = from.status;
    for (const auto &[name, value] : from.headers)
        to.set_header(name, value);
    if (from.foreign)
        to.set_header(foreignMark, "1");
    if (from.stream)
        giveStream(std::move(from), to);
    else if (!from.body.empty())
        giveBody(std::move(from), to);
    else if (from.sent)
        from.sent(true);
}

} // namespace

struct HttpServer::Inside
{
    Inside(const CertificateFiles &files, Handler handle, Now date)
        : server([&files](SSL_CTX &context) { return setUpTls(context, files); })
        , handler(std::move(handle))
        , now(std::move(date))
    {}

    void finish(httplib::Response &response)
    {
        response.set_header("Date", now());
        response.set_header("X-Request-Id", "req-" + std::to_string(++requests));
        if (response.headers.erase(foreignMark) == 0)
            response.set_header("Atlas-Api", "1");
    }

    httplib::SSLServer server;
    Handler handler;
    Now now;
    std::atomic<std::uint64_t> requests = 0;
    std::thread thread;
    std::atomic<bool> ended = false; ///< The thread's loop
};

HttpServer::HttpServer(const CertificateFiles &files, Handler handler, Now date)
    : m_inside(std::make_unique<Inside>(files, std::move(handler), std::move(date)))
{
    httplib::SSLServer &server = m_inside->server;
    server.new_task_queue = [] { return new httplib::ThreadPool(poolThreads); };
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(requestsPerConnection);
    server.set_keep_alive_timeout(keepAliveSeconds);
    server.set_post_routing_handler(
        [this](const httplib::Request &, httplib::Response &response) { m_inside->finish(response); });
    const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
        giveReply(m_inside->handler(requestFrom(request)), response);
    };
    // The body is read here and not by the library, which would refuse long forms and wait for bodies without a length.
    const auto withBody = [this](const httplib::Request &from, httplib::Response &response,
                                 const httplib::ContentReader &read) {
        Request request = requestFrom(from);
        const bool hasBody = !request.header("content-length").empty() || !request.header("transfer-encoding").empty();
        if (hasBody)
            read([&request](const char *data, std::size_t length) {
                request.body.append(data, length);
                return true;
            });
        giveReply(m_inside->handler(request), response);
    };
    server.Get(".*", plain);
    server.Options(".*", plain);
    server.Post(".*", withBody);
    server.Put(".*", withBody);
    server.Patch(".*", withBody);
    server.Delete(".*", withBody);
}

HttpServer::~HttpServer()
{
    stop();
}

int HttpServer::start()
{
    const int port = m_inside->server.is_valid() ? m_inside->server.bind_to_any_port("127.0.0.1") : -1;
    if (port <= 0)
        throw std::runtime_error("the HTTPS server can't listen, or can't read its certificate");
    std::atomic<bool> &ended = m_inside->ended;
    ended = false;
    m_inside->thread = std::thread([this, &ended] {
        m_inside->server.listen_after_bind();
        ended = true;
    });
    // A stop() that comes before the loop has begun is not heard by cpp-httplib 0.11.4, which would then run for ever.
    while (!m_inside->server.is_running() && !ended)
        std::this_thread::yield();
    return port;
}

void HttpServer::stop()
{
    if (!m_inside->thread.joinable())
        return;
    m_inside->server.stop();
    m_inside->thread.join();
}

} // namespace sandbox

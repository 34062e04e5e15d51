#pragma once

#include "tests/sandbox/sandbox.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace sandbox {

/// What a client got; status 0: no answer, or one that was cut short.
struct Got
{
    int status = 0;
    std::string body;
    std::map<std::string, std::string> headers; ///< names in lower case

    Json json() const { return Json::parse(body, nullptr, false); }
};

/// A sandbox in a directory of its own, and a client that verifies its certificate: for tests.
class TestService
{
public:
    TestService();
    ~TestService();
    TestService(const TestService &) = delete;
    TestService &operator=(const TestService &) = delete;

    Sandbox &sandbox() { return *m_sandbox; }
    /// The same directory again, as after a crash.
    void restart();

    /// As the person with that key; more headers replace those of the same name, and an empty value leaves one out.
    Got get(const std::string &path, const std::string &key = "amara",
            const std::map<std::string, std::string> &headers = {});
    Got put(const std::string &path, const std::string &body, const std::string &key = "amara",
            const std::map<std::string, std::string> &headers = {});
    /// A browser's; forms are urlencoded and redirects are followed.
    Got page(const std::string &path);
    Got post(const std::string &path, const std::map<std::string, std::string> &form);
    Got control(const std::string &method, const std::string &path, const Json &body = Json::object());

    std::string invitation(const Json &members = Json::object());
    Json accept(const std::string &invitation);
    std::string revision(const std::string &invitation);
    const std::filesystem::path &directory() const { return m_directory; }
    std::string token(const std::string &key);

private:
    std::filesystem::path m_directory;
    std::unique_ptr<Sandbox> m_sandbox;
};

/// An event stream that is read in a thread of its own.
class TestStream
{
public:
    TestStream(TestService &service, const std::string &key);
    ~TestStream();
    TestStream(const TestStream &) = delete;
    TestStream &operator=(const TestStream &) = delete;

    /// Waits until the text came so many times; false after some seconds without.
    bool waitFor(const std::string &text, int times = 1);
    bool waitForEnd();
    int status();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::thread m_thread;
};

constexpr auto sampleOperation = "11111111-2222-4333-8444-555555555555";

} // namespace sandbox

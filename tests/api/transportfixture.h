#pragma once

#include "core/api/httptransport.h"
#include "core/api/requests.h"
#include "tests/api/scriptedserver.h"
#include "tests/support/catch.h"

#include <QCoreApplication>

inline const QByteArray canaryToken = "canary-0123456789";

/// A transport to a server of the test, trusting the test's root.
inline HttpSettings settingsFor(const QUrl &server)
{
    HttpSettings settings;
    settings.server = server;
    settings.caFile = Certificates::ofThisRun().root();
    settings.token = canaryToken;
    return settings;
}

inline std::unique_ptr<HttpTransport> transportTo(const HttpSettings &settings)
{
    auto transport = HttpTransport::create(settings);
    REQUIRE(transport);
    return std::move(*transport);
}

/// Sends, waits, and hands back the one answer.
inline Response ask(HttpTransport &transport, const Request &request)
{
    std::vector<Response> answers;
    transport.send(request, [&answers](const Response &response) { answers.push_back(response); });
    REQUIRE(answers.empty()); // Never from inside the call
    REQUIRE(eventually([&answers] { return !answers.empty(); }));
    REQUIRE(answers.size() == 1);
    CHECK_FALSE(answers.front().detail.contains(QString::fromLatin1(canaryToken)));
    return answers.front();
}

inline Response ask(const HttpSettings &settings, const Request &request = sessionRequest())
{
    const auto transport = transportTo(settings);
    return ask(*transport, request);
}

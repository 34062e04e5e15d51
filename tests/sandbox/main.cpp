#include "tests/sandbox/sandbox.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <random>
#include <thread>

namespace {

volatile std::sig_atomic_t endAsked = 0;

void askEnd(int)
{
    endAsked = 1;
}

/// Until a signal comes; a signal handler may do no more than set a flag, hence the looking.
void serve(sandbox::Sandbox &service, double liveSeconds)
{
    using namespace std::chrono;
    constexpr auto look = milliseconds(50);
    constexpr int looksPerSecond = 20;
    std::mt19937_64 random(std::random_device{}());
    const auto pause = [&] { // half to one and a half of what was asked for
        const double share = 0.5 + double(random() % 1001) / 1000;
        return duration_cast<steady_clock::duration>(duration<double>(liveSeconds * share));
    };
    auto next = steady_clock::now() + pause();
    for (int looks = 1; endAsked == 0; ++looks) {
        std::this_thread::sleep_for(look);
        if (looks % looksPerSecond == 0)
            service.passTime();
        if (liveSeconds <= 0 || steady_clock::now() < next)
            continue;
        service.letSomebodyCome();
        next = steady_clock::now() + pause();
    }
}

} // namespace

int main(int argc, char **argv)
{
    const sandbox::ParsedOptions parsed = sandbox::parseOptions({argv + 1, argv + argc});
    if (!parsed.error.empty()) {
        std::cerr << parsed.error << '\n';
        return 2;
    }
    if (parsed.options.help) {
        std::cout << sandbox::helpText();
        return 0;
    }
    std::signal(SIGTERM, askEnd);
    std::signal(SIGINT, askEnd);
    try {
        sandbox::Sandbox service(parsed.options);
        std::cout << sandbox::text(service.description()) << std::endl;
        serve(service, parsed.options.liveSeconds);
    } catch (const std::exception &error) {
        std::cerr << "atlas-sandbox: " << error.what() << '\n';
        return 1;
    }
    return 0;
}

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sandbox {

/// What the command line asks for.
struct Options
{
    int port = 0; ///< 0: any
    std::filesystem::path directory = "sandbox-data";
    std::int64_t invitations = 0;
    std::int64_t clients = 0;
    std::uint64_t seed = 1;
    double liveSeconds = 0; ///< 0: nothing new comes by itself
    bool help = false;

    bool operator==(const Options &) const = default;
};

/// Pure. `error` is a sentence where the arguments can't be read.
struct ParsedOptions
{
    Options options;
    std::string error;
};
ParsedOptions parseOptions(const std::vector<std::string> &arguments);

std::string helpText();

} // namespace sandbox

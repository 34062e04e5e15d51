#include "tests/sandbox/options.h"

#include <functional>
#include <map>
#include <stdexcept>

namespace sandbox {

namespace {

std::int64_t number(const std::string &text, std::int64_t most)
{
    std::size_t used = 0;
    const std::int64_t value = std::stoll(text, &used);
    if (used != text.size() || value < 0 || value > most)
        throw std::out_of_range(text);
    return value;
}

double seconds(const std::string &text)
{
    std::size_t used = 0;
    const double value = std::stod(text, &used);
    if (used != text.size() || !(value >= 0 && value <= 86400))
        throw std::out_of_range(text);
    return value;
}

using Setter = std::function<void(Options &, const std::string &)>;

const std::map<std::string, Setter> &setters()
{
    constexpr std::int64_t most = 10000000;
    static const std::map<std::string, Setter> known{
        {"--port", [](Options &o, const std::string &text) { o.port = int(number(text, 65535)); }},
        {"--dir", [](Options &o, const std::string &text) { o.directory = std::filesystem::absolute(text); }},
        {"--invitations", [](Options &o, const std::string &text) { o.invitations = number(text, most); }},
        {"--clients", [](Options &o, const std::string &text) { o.clients = number(text, most); }},
        {"--seed", [](Options &o, const std::string &text) { o.seed = std::uint64_t(number(text, INT64_MAX)); }},
        {"--live", [](Options &o, const std::string &text) { o.liveSeconds = seconds(text); }},
    };
    return known;
}

} // namespace

ParsedOptions parseOptions(const std::vector<std::string> &arguments)
{
    ParsedOptions parsed;
    parsed.options.directory = std::filesystem::absolute(parsed.options.directory);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &name = arguments[i];
        if (name == "--help" || name == "-h") {
            parsed.options.help = true;
            continue;
        }
        const auto setter = setters().find(name);
        if (setter == setters().end()) {
            parsed.error = "There is no option " + name + "; --help lists them.";
            return parsed;
        }
        try {
            setter->second(parsed.options, arguments.at(++i));
        } catch (const std::logic_error &) {
            parsed.error = "The option " + name + " needs a value that fits; --help says which.";
            return parsed;
        }
    }
    return parsed;
}

std::string helpText()
{
    return R"(atlas-sandbox: a practice service on loopback HTTPS, to try Atlas Desktop with

  --port N           port to listen on, 0 (the default): any that is free
  --dir DIR          certificate, store, tokens and mail (default: sandbox-data); a second start finds them again
  --invitations N    sample invitations, made when the directory is new
  --clients N        sample clients, made when the directory is new
  --seed N           which samples (default 1); the same seed makes the same
  --live SECONDS     a new invitation comes about as often as that
  --help             this text

When it is ready it prints one line of JSON: url, ca (the certificate to trust), pages (for a browser), control
and controlToken (for tests), people and tokens. It ends on SIGTERM and SIGINT. See tests/sandbox/README.md.
)";
}

} // namespace sandbox

#include "tests/simulation/tally.h"

#include <sstream>

namespace simulation {

namespace {

void addTo(std::map<std::string, long long> &to, const std::map<std::string, long long> &more)
{
    for (const auto &[name, count] : more)
        to[name] += count;
}

void write(std::ostream &out, const char *kind, const std::map<std::string, long long> &counts)
{
    for (const auto &[name, count] : counts)
        out << kind << ' ' << count << ' ' << name << '\n';
}

} // namespace

void Tally::add(const Tally &more)
{
    runs += more.runs;
    steps += more.steps;
    virtualMs += more.virtualMs;
    powerCuts += more.powerCuts;
    for (size_t i = 0; i < evaluated.size(); ++i)
        evaluated[i] += more.evaluated[i];
    addTo(fired, more.fired);
    addTo(lives, more.lives);
    addTo(deeds, more.deeds);
}

std::string Tally::text() const
{
    std::ostringstream out;
    out << "run " << runs << " runs\nrun " << steps << " steps\nrun " << virtualMs << " ms\nrun " << powerCuts << " cuts\n";
    for (size_t i = 1; i < evaluated.size(); ++i)
        out << "checked " << evaluated[i] << ' ' << i << '\n';
    write(out, "fired", fired);
    write(out, "life", lives);
    write(out, "deed", deeds);
    return out.str();
}

Tally Tally::parse(const std::string &text)
{
    Tally tally;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string kind;
        std::string name;
        long long count = 0;
        words >> kind >> count >> std::ws;
        std::getline(words, name);
        if (kind == "run" && name == "runs")
            tally.runs += count;
        else if (kind == "run" && name == "steps")
            tally.steps += count;
        else if (kind == "run" && name == "ms")
            tally.virtualMs += count;
        else if (kind == "run" && name == "cuts")
            tally.powerCuts += count;
        else if (kind == "checked")
            tally.evaluated[static_cast<size_t>(std::stoi(name))] += count;
        else if (kind == "fired")
            tally.fired[name] += count;
        else if (kind == "life")
            tally.lives[name] += count;
        else if (kind == "deed")
            tally.deeds[name] += count;
    }
    return tally;
}

} // namespace simulation

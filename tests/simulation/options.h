#pragma once

#include <QStringList>

#include <optional>

namespace simulation {

struct Options
{
    quint64 from = 1;
    quint64 to = 0;
    int jobs = 1;
    double minutes = 0;        ///< Else by seeds
    QString state;             ///< Where a campaign of minutes goes on
    std::optional<quint64> seed;
    bool trace = false;
    bool whole = false;        ///< Not the shortest trace
    bool first = false;        ///< Ends at the first seed that fails
    long long powerCuts = 0;   ///< Runs of little else
    int sweep = 0;             ///< Rehearsed days: every so many-th call fails
    QString only;              ///< Series with this in their name
    quint64 call = 0;          ///< One day of the series `only`
    bool help = false;
};

/// What was typed; the text says what is wrong with it.
struct Typed
{
    Options options;
    QString error;
};
[[nodiscard]] Typed optionsFrom(const QStringList &arguments);
[[nodiscard]] const char *usage();

} // namespace simulation

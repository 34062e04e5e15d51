#include "tests/simulation/options.h"

namespace simulation {

namespace {

bool readSeeds(const QString &text, Options &options)
{
    const qsizetype dots = text.indexOf(QLatin1StringView(".."));
    bool first = false;
    bool last = false;
    options.from = text.left(dots).toULongLong(&first);
    options.to = text.mid(dots + 2).toULongLong(&last);
    return dots > 0 && first && last && options.from <= options.to;
}

bool readValue(const QString &name, const QString &value, Options &options)
{
    bool good = true;
    if (name == QLatin1StringView("--seeds"))
        return readSeeds(value, options);
    if (name == QLatin1StringView("--jobs"))
        options.jobs = value.toInt(&good);
    else if (name == QLatin1StringView("--minutes"))
        options.minutes = value.toDouble(&good);
    else if (name == QLatin1StringView("--state"))
        options.state = value;
    else if (name == QLatin1StringView("--seed"))
        options.seed = value.toULongLong(&good);
    else if (name == QLatin1StringView("--power-cuts"))
        options.powerCuts = value.toLongLong(&good);
    else if (name == QLatin1StringView("--sweep"))
        options.sweep = value.toInt(&good);
    else if (name == QLatin1StringView("--series"))
        options.only = value;
    else if (name == QLatin1StringView("--call"))
        options.call = value.toULongLong(&good);
    else
        return false;
    return good && options.jobs >= 1 && options.minutes >= 0 && options.powerCuts >= 0 && options.sweep >= 0;
}

} // namespace

const char *usage()
{
    return R"(atlas-simulation: the engine as it ships, in a virtual world, by seed

  --seeds FROM..TO   runs these seeds
  --minutes N        runs seeds for so long; with --state FILE it goes on after the last one, and adds up
  --power-cuts N     runs of decisions and power cuts until there were so many cuts
  --sweep N          rehearses one short day again and again: the 1st, (N+1)th, (2N+1)th ... call of a database, of the
                     disk and to the service fails, once and for ever; 1: each. --series WORDS: only such series
  --series NAME --call I   one of these days, with its trace; without such a series: their names
  --jobs N           in so many processes
  --first            ends at the first seed that fails
  --seed N           runs one seed; --trace prints its trace: of a failing one the shortest that fails in the same way
                     (--whole: all of it); with --power-cuts 1 it is a seed of that campaign

Its exit code tells: 0 nothing forbidden was seen, 1 it was, 2 it was asked for nothing that it can do.
)";
}

Typed optionsFrom(const QStringList &arguments)
{
    Typed typed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &name = arguments[i];
        if (name == QLatin1StringView("--trace"))
            typed.options.trace = true;
        else if (name == QLatin1StringView("--whole"))
            typed.options.whole = true;
        else if (name == QLatin1StringView("--first"))
            typed.options.first = true;
        else if (name == QLatin1StringView("--help"))
            typed.options.help = true;
        else if (i + 1 < arguments.size() && readValue(name, arguments[i + 1], typed.options))
            ++i;
        else
            return {typed.options, QStringLiteral("What is %1?").arg(name)};
    }
    const Options &o = typed.options;
    if (!o.help && !o.seed && o.to == 0 && o.minutes <= 0 && o.powerCuts == 0 && o.sweep == 0 && o.call == 0)
        typed.error = QStringLiteral("Which seeds?");
    return typed;
}

} // namespace simulation

#include "tests/simulation/weather.h"

namespace simulation {

Weather anyWeather(Chance &chance)
{
    // What signs out or is final is drawn less often than what passes: else little would be left to go wrong.
    static const std::vector<Mishap> common{Mishap::RequestLost, Mishap::AnswerLost, Mishap::SentTwice,  Mishap::ArrivesLate,
                                            Mishap::Slow,        Mishap::CutShort,   Mishap::Shortened,  Mishap::WrongType,
                                            Mishap::Portal200,   Mishap::Portal403,  Mishap::Redirected, Mishap::Unavailable,
                                            Mishap::InProgress};
    static const std::vector<Mishap> rare{Mishap::Untrusted,       Mishap::Refused, Mishap::Malformed,
                                          Mishap::Unauthenticated, Mishap::TooOld,  Mishap::StateExpired};
    Weather weather;
    const int kinds = chance.between(1, 4);
    int left = chance.oneIn(4) ? 95 : chance.between(5, 70);
    for (int i = 0; i < kinds; ++i) {
        const int share = i + 1 == kinds ? left : chance.below(left + 1);
        weather.share[static_cast<size_t>(chance.oneOf(common))] += share;
        left -= share;
    }
    if (chance.oneIn(2))
        weather.share[static_cast<size_t>(chance.oneOf(rare))] += chance.between(2, 12);
    return weather;
}

} // namespace simulation

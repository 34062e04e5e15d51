#include "core/store/database.h"
#include "tests/damage/computer.h"
#include "tests/damage/damages.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

// cache.db: what can't be trusted is set aside and read anew; decisions are not touched by it.

namespace {

using Kind = StoreTrouble::Kind;

enum class Outcome {
    SetAside, ///< Told; offline it is empty until the service is asked
    Anew,     ///< Nothing was there: nothing to tell but that the first reading is not done
    Older,    ///< As it was a moment before: the next page brings the rest
    Refused,  ///< The sign-in page says why, and nothing is touched
};

struct Case
{
    const char *what;
    void (*damage)(const QString &path);
    Outcome outcome;
};

constexpr int few = 60;

const std::vector<Case> &closedCases()
{
    static const std::vector<Case> cases{
        {"cut in half", damages::cutInHalf, Outcome::SetAside},
        {"cut to half a header", damages::cutToAHeadersHalf, Outcome::SetAside},
        {"empty", damages::empty, Outcome::Anew},
        {"gone", damages::remove, Outcome::Anew},
        {"a bit of the header flipped", damages::flipInTheHeader, Outcome::SetAside},
        {"a bit of a column's name flipped", [](const QString &path) { damages::flipInTheText(path, "before_soon"); },
         Outcome::SetAside},
        {"a bit of a table's name flipped", [](const QString &path) { damages::flipInTheText(path, "TABLE client ("); },
         Outcome::SetAside},
        {"a bit of an index flipped", [](const QString &path) { damages::flipInTheText(path, "WHERE has_message"); },
         Outcome::SetAside},
        {"a bit of a table for searching flipped", [](const QString &path) { damages::flipInTheText(path, "block BLOB"); },
         Outcome::SetAside},
        {"another application_id", damages::makeForeign, Outcome::SetAside},
        {"another program's database", damages::putAnotherDatabase, Outcome::SetAside},
        {"no database", damages::putText, Outcome::SetAside},
        {"a newer schema", damages::makeNewer, Outcome::Refused},
        {"half migrated", damages::forgetTheVersion, Outcome::SetAside},
    };
    return cases;
}

const std::vector<Case> &killedCases()
{
    static const std::vector<Case> cases{
        {"its log cut in half", damages::cutTheLog, Outcome::Older},
        {"a bit of its log flipped", damages::flipInTheLog, Outcome::Older},
        {"its log gone", damages::removeTheLog, Outcome::Older},
        {"empty, with its log", damages::empty, Outcome::SetAside},
        {"no database, with its log", damages::putText, Outcome::SetAside},
        {"another application_id, with its log", damages::makeForeign, Outcome::SetAside},
        {"a newer schema, with its log", damages::makeNewer, Outcome::Refused},
    };
    return cases;
}

void check(const Case &one, Computer::Ended ended)
{
    INFO(one.what);
    Computer computer(ended, few);
    one.damage(computer.cache());
    const std::map<QString, QByteArray> before = contentsOf(computer.cache());

    computer.start();

    if (one.outcome == Outcome::Refused) {
        CHECK(computer.session->signInError()->kind == ErrorKind::NewerSchema);
        CHECK(contentsOf(computer.cache()) == before);
        return;
    }
    REQUIRE(computer.isUp());
    CHECK(computer.waiting() == few);
    CHECK(computer.says(Kind::CacheSetAside) == (one.outcome == Outcome::SetAside));
    if (one.outcome == Outcome::SetAside)
        CHECK(contentsOf(computer.trouble(Kind::CacheSetAside).path) == before);
    CHECK(computer.session->overview().status.firstSync);
    computer.quit();
    computer.start();
    CHECK(computer.troubles().empty());
    CHECK(computer.waiting() == few);
}

} // namespace

TEST_CASE("Whatever was done to the cache of a program that was closed, it has its outcome", "[cache]")
{
    for (const Case &one : closedCases())
        check(one, Computer::Ended::Closed);
}

TEST_CASE("Whatever was done to the cache of a program that was killed, or to its log, it has its outcome", "[cache]")
{
    for (const Case &one : killedCases())
        check(one, Computer::Ended::Killed);
}

TEST_CASE("Damage of the cache that is met in use is set aside and told without a restart", "[cache]")
{
    Computer computer(Computer::Ended::Closed, Computer::decisions);
    const qint64 pages = contentOf(computer.cache()).size() / 4096;
    for (qint64 page = pages / 8; page < pages; ++page)
        overwrite(computer.cache(), page * 4096, QByteArray(512, '\xff'));
    computer.start();

    for (const SortOrder order : {SortOrder::Newest, SortOrder::Company}) {
        ListQuery query;
        query.sort = order;
        computer.session->openList(query);
    }

    REQUIRE(eventually([&] { return computer.says(Kind::CacheSetAside); }));
    CHECK(computer.isUp());
    CHECK(computer.waiting() == Computer::decisions);
}

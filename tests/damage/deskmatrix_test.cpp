#include "core/store/cachestore.h"
#include "core/store/deskstore.h"
#include "tests/damage/computer.h"
#include "tests/damage/damages.h"
#include "tests/support/catch.h"

// desk.db: whatever was done to it, not a byte of it goes, what can be read of it is shown, and the accountant is told.

namespace {

using Kind = StoreTrouble::Kind;

enum class Outcome {
    SetAside, ///< Told, with how many decisions were found
    Missing,  ///< Told
    Refused,  ///< The sign-in page says why, and nothing is touched
    Unseen,   ///< Nothing is missing, or it can't be known that anything is
};

struct Case
{
    const char *what;
    void (*damage)(const QString &path);
    Outcome outcome;
    int least; ///< Decisions that must be shown
    int most;
};

constexpr int all = Computer::decisions;

const std::vector<Case> &closedCases()
{
    static const std::vector<Case> cases{
        {"cut in half", damages::cutInHalf, Outcome::SetAside, all / 5, all - 1},
        {"cut to half a header", damages::cutToAHeadersHalf, Outcome::SetAside, 0, 0},
        {"empty", damages::empty, Outcome::Missing, 0, 0},
        {"gone", damages::remove, Outcome::Missing, 0, 0},
        {"a bit of the header flipped", damages::flipInTheHeader, Outcome::SetAside, all, all},
        {"a bit of a column's name flipped", [](const QString &path) { damages::flipInTheText(path, "reviewed_message TEXT"); },
         Outcome::SetAside, all, all},
        {"a bit of a type flipped", [](const QString &path) { damages::flipInTheText(path, "INTEGER,\n    replaces"); },
         Outcome::SetAside, all, all},
        {"a bit of a table's name flipped", [](const QString &path) { damages::flipInTheText(path, "operation ("); },
         Outcome::SetAside, all, all},
        {"a bit of the statement of another table flipped", [](const QString &path) { damages::flipInTheText(path, "saved_at"); },
         Outcome::SetAside, all, all},
        {"a bit of an index flipped", [](const QString &path) { damages::flipInTheText(path, "AND state IN"); },
         Outcome::SetAside, all, all},
        {"the page in the middle spoilt", damages::spoilThePageInTheMiddle, Outcome::SetAside, all * 9 / 10, all},
        {"another application_id", damages::makeForeign, Outcome::SetAside, all, all},
        {"another program's database", damages::putAnotherDatabase, Outcome::SetAside, 0, 0},
        {"no database", damages::putText, Outcome::SetAside, 0, 0},
        {"a newer schema", damages::makeNewer, Outcome::Refused, 0, 0},
        {"half migrated", damages::forgetTheVersion, Outcome::SetAside, all, all},
    };
    return cases;
}

constexpr int few = 60; // All of them still in the log

const std::vector<Case> &killedCases()
{
    static const std::vector<Case> cases{
        {"its log cut in half", damages::cutTheLog, Outcome::Unseen, few / 5, few - 1},
        {"a bit of its log flipped", damages::flipInTheLog, Outcome::Unseen, few / 5, few - 1},
        {"its log gone", damages::removeTheLog, Outcome::Unseen, 0, 0},
        {"cut in half, with its log", damages::cutInHalf, Outcome::SetAside, few, few},
        {"empty, with its log", damages::empty, Outcome::SetAside, few, few},
        {"a bit of the header flipped, with its log that has that page", damages::flipInTheHeader, Outcome::Unseen, few, few},
        {"no database, with its log", damages::putText, Outcome::SetAside, few, few},
        {"another application_id, with its log", damages::makeForeign, Outcome::SetAside, few, few},
        {"a newer schema, with its log", damages::makeNewer, Outcome::Refused, 0, 0},
    };
    return cases;
}

void mustBeRefused(const Computer &computer, const std::map<QString, QByteArray> &before)
{
    CHECK(computer.session->signInState() == SignInState::SignedOut);
    CHECK(computer.session->signInError()->kind == ErrorKind::NewerSchema);
    CHECK(contentsOf(computer.desk()) == before);
}

void mustBeSetAside(const Computer &computer, const std::map<QString, QByteArray> &before)
{
    const StoreTrouble told = computer.trouble(Kind::DeskSetAside);
    CHECK(told.count == computer.waiting());
    CHECK(contentsOf(told.path) == before);
}

void check(const Case &one, Computer::Ended ended, int waiting)
{
    INFO(one.what);
    Computer computer(ended, waiting);
    one.damage(computer.desk());
    const std::map<QString, QByteArray> before = contentsOf(computer.desk());

    computer.start();

    if (one.outcome == Outcome::Refused)
        return mustBeRefused(computer, before);
    REQUIRE(computer.isUp());
    CHECK(computer.waiting() >= one.least);
    CHECK(computer.waiting() <= one.most);
    CHECK(computer.says(Kind::DeskSetAside) == (one.outcome == Outcome::SetAside));
    CHECK(computer.says(Kind::DeskMissing) == (one.outcome == Outcome::Missing));
    if (one.outcome == Outcome::SetAside)
        mustBeSetAside(computer, before);
    CHECK_FALSE(computer.says(Kind::CacheSetAside));
    const int shown = computer.waiting();
    computer.quit();
    computer.start(); // It was told; what was found is there, and goes on
    CHECK(computer.troubles().empty());
    CHECK(computer.waiting() == shown);
    CHECK(computer.accept(0));
}

} // namespace

TEST_CASE("Whatever was done to the desk of a program that was closed, it has its outcome", "[desk]")
{
    for (const Case &one : closedCases())
        check(one, Computer::Ended::Closed, Computer::decisions);
}

TEST_CASE("Whatever was done to the desk of a program that was killed, or to its log, it has its outcome", "[desk]")
{
    for (const Case &one : killedCases())
        check(one, Computer::Ended::Killed, few);
}

TEST_CASE("An undamaged desk is shown whole, and nothing is told", "[desk]")
{
    for (const Computer::Ended ended : {Computer::Ended::Closed, Computer::Ended::Killed}) {
        Computer computer(ended, few);
        computer.start();
        CHECK(computer.waiting() == few);
        CHECK(computer.pendingShown() == Computer::pending);
        CHECK(computer.troubles().empty());
        CHECK_FALSE(computer.session->overview().status.firstSync);
    }
}

TEST_CASE("What was found of a damaged desk is told even if it took a while until all files could be opened", "[desk]")
{
    Computer computer;
    damages::spoilThePageInTheMiddle(computer.desk());
    std::vector<StoreTrouble> ignored;
    auto another = CacheStore::open(computer.cache(), ignored);
    REQUIRE(another);
    computer.start();
    REQUIRE(computer.session->signInError());
    CHECK(computer.session->signInError()->kind == ErrorKind::Busy);

    another->reset();

    REQUIRE(eventually([&] { return computer.isUp() && computer.waiting() > 0; }));
    CHECK(computer.says(Kind::DeskSetAside));
}

TEST_CASE("The notes and reply templates of a damaged desk are there with its decisions", "[desk]")
{
    for (const auto damage : {damages::flipInTheHeader, damages::forgetTheVersion}) {
        Computer computer;
        const InvitationId id = *InvitationId::parse(QStringLiteral("pending-0"));
        {
            std::vector<StoreTrouble> ignored;
            const auto desk = DeskStore::open(computer.desk(), ignored);
            REQUIRE(desk);
            REQUIRE((*desk)->saveNote(id, QStringLiteral("mine"), Instant()));
            REQUIRE((*desk)->saveReplyTemplate({ReplyTemplateId::parse(QStringLiteral("t1")),
                                                std::nullopt,
                                                {},
                                                QStringLiteral("Bye"),
                                                QStringLiteral("Goodbye {company}")},
                                               Instant()));
        }
        damage(computer.desk());

        computer.start();

        REQUIRE(computer.isUp());
        CHECK(computer.says(Kind::DeskSetAside));
        std::optional<Result<InvitationDetails>> details;
        std::optional<Result<std::vector<ReplyTemplate>>> replies;
        Session &session = *computer.session;
        session.loadDetails(id, &session, [&details](const auto &read) { details = read; });
        session.loadReplyTemplates(&session, [&replies](const auto &read) { replies = read; });
        REQUIRE(eventually([&] { return details && replies; }));
        CHECK((*details)->note == QStringLiteral("mine"));
        REQUIRE((*replies)->size() == 1);
        CHECK((*replies)->front().text == QStringLiteral("Goodbye {company}"));
    }
}

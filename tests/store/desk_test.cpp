#include "core/store/database.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

class DeskFixture
{
public:
    DeskFixture() { reopen(); }
    void reopen()
    {
        desk.reset();
        auto opened = DeskStore::open(folder.filePath(u"desk.db"_s), trouble);
        REQUIRE(opened);
        desk = std::move(*opened);
    }
    void add(const Operation &operation) { REQUIRE(desk->add(operation, noon)); }
    Operation read(quint64 number)
    {
        const auto operation = desk->operation(operationId(number));
        REQUIRE(operation);
        REQUIRE(*operation);
        return **operation;
    }
    void toReady(quint64 number, const QString &invitation = u"i1"_s)
    {
        add(acceptance(number, invitation));
        REQUIRE(desk->release(operationId(number)));
    }
    void toInflight(quint64 number, const QString &invitation = u"i1"_s)
    {
        toReady(number, invitation);
        REQUIRE(desk->claim(operationId(number)));
    }
    void toAcked(quint64 number, const OperationEnd &end = {}, const QString &invitation = u"i1"_s)
    {
        toInflight(number, invitation);
        REQUIRE(desk->finish(operationId(number), OperationState::Acked, end, noon));
    }

    QTemporaryDir folder;
    std::vector<StoreTrouble> trouble;
    std::unique_ptr<DeskStore> desk;
};

template <class T>
bool isConflict(const Result<T> &result)
{
    return !result && result.error().kind == ErrorKind::Conflict;
}

OperationEnd endOf(EndKind kind)
{
    OperationEnd end;
    end.kind = kind;
    return end;
}

std::vector<OperationId> idsOf(const Result<std::vector<Operation>> &operations)
{
    REQUIRE(operations);
    std::vector<OperationId> ids;
    for (const Operation &operation : *operations)
        ids.push_back(operation.id);
    return ids;
}

} // namespace

TEST_CASE("A decision comes back as it was kept, to the byte, after a restart")
{
    DeskFixture f;
    Operation rejected = rejection(1, u"i1"_s);
    rejected.body = QByteArray("{\"a\":\"\0\xff\"}", 10);
    rejected.reviewed.message = u"NUL \0 and 東京"_s;
    f.add(rejected);
    OperationEnd end = endOf(EndKind::Refused);
    end.code = u"message_too_long"_s;
    end.detail = u"Too long"_s;
    end.field = u"message"_s;
    end.byName = u"Priya"_s;
    end.byAt = noon;
    end.permission = u"create_clients"_s;
    end.status = invitationStatus(u"accepted"_s);
    REQUIRE(f.desk->finish(rejected.id, OperationState::Failed, end, noon + Milliseconds(5)));

    f.reopen();

    const Operation read = f.read(1);
    CHECK(read.decision == rejected.decision);
    CHECK(read.body == rejected.body);
    CHECK(read.reviewed == rejected.reviewed);
    CHECK(read.hold == rejected.hold);
    CHECK(read.decidedAt == noon);
    CHECK(read.state == OperationState::Failed);
    CHECK(read.finishedAt == noon + Milliseconds(5));
    CHECK_FALSE(read.ackedAt);
    CHECK(read.end == end);
}

TEST_CASE("A second decision on an invitation waits for the first to end")
{
    DeskFixture f;
    f.add(acceptance(1, u"i1"_s));
    CHECK(isConflict(f.desk->add(rejection(2, u"i1"_s), noon)));
    CHECK(*f.desk->operationCount() == 1);
    REQUIRE(f.desk->cancel(operationId(1), noon));
    CHECK(f.desk->add(rejection(2, u"i1"_s), noon));
}

TEST_CASE("A name is never used twice")
{
    DeskFixture f;
    f.add(acceptance(1, u"i1"_s));
    CHECK(isConflict(f.desk->add(acceptance(1, u"i2"_s), noon)));
}

TEST_CASE("A new decision drops its draft and the card that it replaces, in one commit")
{
    DeskFixture f;
    f.toInflight(1);
    REQUIRE(f.desk->finish(operationId(1), OperationState::Failed, endOf(EndKind::Refused), noon));
    REQUIRE(f.desk->saveDraft({invitationId(u"i1"_s), u"r1"_s, u"other"_s, {}, u"words"_s}, noon));
    Operation again = rejection(2, u"i1"_s);
    again.replaces = operationId(1);

    f.add(again);

    CHECK_FALSE(*f.desk->draft(invitationId(u"i1"_s)));
    CHECK(f.desk->attention()->empty());
    CHECK(f.read(2).replaces == operationId(1));
}

TEST_CASE("A decision that can't be kept leaves everything as it was")
{
    for (int failing = 1; failing < 20; ++failing) {
        DeskFixture f;
        REQUIRE(f.desk->saveDraft({invitationId(u"i1"_s), u"r1"_s, {}, {}, u"words"_s}, noon));
        int calls = 0;
        f.desk->database().setFault([&]() -> std::optional<Error> {
            if (++calls != failing)
                return std::nullopt;
            return Error{ErrorKind::DiskFull, {}};
        });
        const Result<void> added = f.desk->add(acceptance(1, u"i1"_s), noon);
        f.desk->database().setFault({});

        CHECK(*f.desk->operationCount() == (added ? 1 : 0));
        CHECK(f.desk->draft(invitationId(u"i1"_s))->has_value() == !added);
    }
}

TEST_CASE("Undo and claim: exactly one wins")
{
    DeskFixture f;
    f.toReady(1);
    REQUIRE(f.desk->claim(operationId(1)));
    CHECK(isConflict(f.desk->cancel(operationId(1), noon)));

    f.toReady(2, u"i2"_s);
    REQUIRE(f.desk->cancel(operationId(2), noon));
    CHECK(isConflict(f.desk->claim(operationId(2))));
    CHECK(f.read(2).state == OperationState::Cancelled);
}

TEST_CASE("What may have been sent can't be taken back, also after a restart")
{
    DeskFixture f;
    f.toInflight(1);
    f.reopen();
    CHECK(*f.desk->giveBackAll() == 1);
    CHECK(f.read(1).state == OperationState::Ready);
    CHECK(f.read(1).maybeApplied);
    CHECK(isConflict(f.desk->cancel(operationId(1), noon)));
}

TEST_CASE("An answer that proves nothing was done makes it possible again to take it back")
{
    DeskFixture f;
    f.toInflight(1);
    REQUIRE(f.desk->giveBack(operationId(1), true));
    CHECK_FALSE(f.read(1).maybeApplied);
    CHECK(f.desk->cancel(operationId(1), noon));
}

TEST_CASE("A claim says whether an earlier attempt is open, and counts")
{
    DeskFixture f;
    f.toReady(1);
    CHECK_FALSE(*f.desk->claim(operationId(1)));
    REQUIRE(f.desk->giveBack(operationId(1), false));
    CHECK(*f.desk->claim(operationId(1)));
    CHECK(f.read(1).attempts == 2);
}

TEST_CASE("Only the transitions of an operation's life are possible")
{
    DeskFixture f;
    f.toAcked(1);
    const OperationId acked = operationId(1);
    CHECK(isConflict(f.desk->release(acked)));
    CHECK(isConflict(f.desk->cancel(acked, noon)));
    CHECK(isConflict(f.desk->claim(acked)));
    CHECK(isConflict(f.desk->giveBack(acked, true)));
    CHECK(isConflict(f.desk->finish(acked, OperationState::Failed, {}, noon)));
    CHECK(isConflict(f.desk->sendAgain(acked)));

    f.add(acceptance(2, u"i2"_s));
    CHECK(isConflict(f.desk->claim(operationId(2))));
    CHECK(isConflict(f.desk->markLost(operationId(2))));
    CHECK(isConflict(f.desk->dismiss(operationId(2), noon)));
    CHECK(f.desk->finish(operationId(2), OperationState::Ready, {}, noon).error().kind == ErrorKind::Internal);
    CHECK(isConflict(f.desk->release(operationId(99))));
}

TEST_CASE("What the service lost in a restore is sent again with the same name and bytes")
{
    DeskFixture f;
    f.toAcked(1);
    REQUIRE(f.desk->markLost(operationId(1)));
    CHECK(idsOf(f.desk->attention()) == std::vector{operationId(1)});

    REQUIRE(f.desk->sendAgain(operationId(1)));

    CHECK(f.read(1).state == OperationState::Ready);
    CHECK(f.read(1).body == acceptance(1, u"i1"_s).body);
    CHECK(f.read(1).end.kind == EndKind::None);
    CHECK_FALSE(f.read(1).ackedAt);
    CHECK(f.desk->attention()->empty());
}

TEST_CASE("Cards are what ended otherwise than meant, newest first, until they are dismissed")
{
    DeskFixture f;
    f.toInflight(1, u"i1"_s);
    f.toInflight(2, u"i2"_s);
    f.toAcked(3, endOf(EndKind::SameDecision), u"i3"_s);
    f.toAcked(4, {}, u"i4"_s);
    f.add(acceptance(5, u"i5"_s));
    REQUIRE(f.desk->cancel(operationId(5), noon));
    REQUIRE(
        f.desk->finish(operationId(1), OperationState::Conflict, endOf(EndKind::Withdrawn), noon + Milliseconds(9)));
    REQUIRE(f.desk->finish(operationId(2), OperationState::Failed, endOf(EndKind::NotFound), noon + Milliseconds(8)));

    CHECK(idsOf(f.desk->attention()) == std::vector{operationId(1), operationId(2), operationId(3)});
    REQUIRE(f.desk->dismiss(operationId(2), noon));
    CHECK(idsOf(f.desk->attention()) == std::vector{operationId(1), operationId(3)});
}

TEST_CASE("What is live is found first, oldest first; else an invitation's last")
{
    DeskFixture f;
    f.add(acceptance(1, u"i1"_s));
    REQUIRE(f.desk->cancel(operationId(1), noon));
    f.add(rejection(2, u"i1"_s));
    f.add(acceptance(3, u"i3"_s));

    CHECK(idsOf(f.desk->live()) == std::vector{operationId(2), operationId(3)});
    CHECK((*f.desk->operationFor(invitationId(u"i1"_s)))->id == operationId(2));
    REQUIRE(f.desk->cancel(operationId(2), noon));
    CHECK((*f.desk->operationFor(invitationId(u"i1"_s)))->id == operationId(2));
    CHECK_FALSE(*f.desk->operationFor(invitationId(u"i9"_s)));
}

TEST_CASE("An acked decision covers its invitation until the feed has brought it")
{
    DeskFixture f;
    f.toAcked(1, {}, u"i1"_s);
    f.toAcked(2, {}, u"i2"_s);
    CHECK(f.desk->uncaught()->size() == 2);
    REQUIRE(f.desk->markCaughtUp({invitationId(u"i1"_s)}));
    f.reopen();
    CHECK(*f.desk->uncaught() == std::vector{invitationId(u"i2"_s)});
    REQUIRE(f.desk->markAllCaughtUp());
    CHECK(f.desk->uncaught()->empty());
    CHECK(idsOf(f.desk->ackedBefore(noon + Milliseconds(1))).size() == 2);
    CHECK(f.desk->ackedBefore(noon)->empty());
}

TEST_CASE("What ended long ago goes, but not what was never shown nor what still waits")
{
    DeskFixture f;
    f.toAcked(1, {}, u"i1"_s);
    REQUIRE(f.desk->markCaughtUp({invitationId(u"i1"_s)}));
    f.toInflight(2, u"i2"_s);
    REQUIRE(f.desk->finish(operationId(2), OperationState::Failed, endOf(EndKind::NotFound), noon));
    f.add(acceptance(3, u"i3"_s));

    CHECK(*f.desk->deleteFinishedBefore(noon + std::chrono::hours(1)) == 1);
    CHECK_FALSE(*f.desk->operation(operationId(1)));
    REQUIRE(f.desk->dismiss(operationId(2), noon));
    CHECK(*f.desk->deleteFinishedBefore(noon + std::chrono::hours(1)) == 1);
    CHECK(*f.desk->operationCount() == 1);
}

TEST_CASE("What the feed has not brought yet stays, however old the clock makes it")
{
    DeskFixture f;
    f.toAcked(1, {}, u"i1"_s);
    CHECK(*f.desk->deleteFinishedBefore(noon + std::chrono::hours(24 * 365)) == 0);
    CHECK(f.desk->uncaught()->size() == 1);
}

TEST_CASE("A draft is kept as it was typed, until it is dropped")
{
    DeskFixture f;
    const Draft draft{invitationId(u"i1"_s), u"r1"_s, u"other"_s, u"half a wor"_s, u"line\n東京"_s};
    REQUIRE(f.desk->saveDraft({invitationId(u"i1"_s), u"r1"_s, {}, {}, u"older"_s}, noon));
    REQUIRE(f.desk->saveDraft(draft, noon));
    f.reopen();
    CHECK(*f.desk->draft(draft.invitationId) == draft);
    REQUIRE(f.desk->dropDraft(draft.invitationId));
    CHECK_FALSE(*f.desk->draft(draft.invitationId));
}

#include "tests/support/catch.h"
#include "tests/sync/clientrig.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

// Decisions on a client: kept, held, taken back and sent as those on an invitation.

namespace {

MemberId colleague()
{
    return *MemberId::parse(u"m7"_s);
}

QJsonObject member(const QString &name, const QJsonValue &value)
{
    return {{name, value}};
}

} // namespace

TEST_CASE("Each decision on a client leaves after its hold as the contract writes it, and is done", "[clients]")
{
    const auto [decision, expected] = GENERATE(table<Decision, QJsonObject>({
        {builders::note(u"c1"_s, u"Called about \"VAT\", 你好"_s),
         {{u"type"_s, u"add_client_note"_s}, {u"clientId"_s, u"c1"_s}, {u"text"_s, u"Called about \"VAT\", 你好"_s}}},
        {AssignAccountant{builders::clientId(u"c1"_s), colleague(), AccountantRole::Primary},
         {{u"type"_s, u"assign_accountant"_s}, {u"clientId"_s, u"c1"_s}, {u"memberId"_s, u"m7"_s}, {u"role"_s, u"primary"_s}}},
        {AssignAccountant{builders::clientId(u"c1"_s), colleague(), AccountantRole::Accountant},
         {{u"type"_s, u"assign_accountant"_s}, {u"clientId"_s, u"c1"_s}, {u"memberId"_s, u"m7"_s}, {u"role"_s, u"accountant"_s}}},
        {RemoveAccountant{builders::clientId(u"c1"_s), colleague()},
         {{u"type"_s, u"remove_accountant"_s}, {u"clientId"_s, u"c1"_s}, {u"memberId"_s, u"m7"_s}}},
        {SetFirstStep{builders::clientId(u"c1"_s), u"bank_accounts"_s, true},
         {{u"type"_s, u"set_first_step"_s}, {u"clientId"_s, u"c1"_s}, {u"step"_s, u"bank_accounts"_s}, {u"done"_s, true}}},
        {builders::disconnect(u"c1"_s),
         {{u"type"_s, u"disconnect_client"_s}, {u"clientId"_s, u"c1"_s}, {u"reasonId"_s, u"other"_s},
          {u"reasonText"_s, u"They closed"_s}, {u"message"_s, u"Goodbye"_s}}},
        {RegenerateLink{*BranchId::parse(u"b1"_s)}, {{u"type"_s, u"regenerate_link"_s}, {u"branchId"_s, u"b1"_s}}},
    }));
    ClientRig rig;
    const Operation operation = rig.keep(decision);

    rig.advance(7s);
    CHECK(rig.bodies().empty());
    rig.advance(2s);

    REQUIRE(rig.bodies().size() == 1);
    QJsonObject sent = rig.bodies()[0];
    CHECK_FALSE(sent.take(u"decidedAt"_s).toString().isEmpty());
    CHECK(sent == expected);
    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.attention().empty());
}

TEST_CASE("What waits for a client is the same after a restart, to the byte", "[clients]")
{
    ClientRig rig;
    rig.disconnectNetwork();
    const std::vector<Operation> kept{
        rig.keep(builders::note(u"c1"_s, u"First"_s)), rig.keep(builders::note(u"c1"_s, u"Second"_s)),
        rig.keep(SetFirstStep{builders::clientId(u"c1"_s), u"team"_s, false}),
        rig.keep(AssignAccountant{builders::clientId(u"c2"_s), colleague(), AccountantRole::Primary}),
        rig.keep(RemoveAccountant{builders::clientId(u"c2"_s), *MemberId::parse(u"m8"_s)})};
    rig.restart();

    for (const Operation &operation : kept) {
        const Operation row = rig.row(operation.id);
        CHECK(row.decision == operation.decision);
        CHECK(row.body == operation.body);
        CHECK(row.reviewed == operation.reviewed);
    }
    rig.connectNetwork();
    rig.advance(2min);

    REQUIRE(rig.transport.operationsSent().size() >= kept.size());
    for (const Operation &operation : kept)
        CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("Decisions on one client leave one after the other in their order, and a refused one stops none", "[clients]")
{
    ClientRig rig;
    rig.script = {answers::problem(403, "permission_denied", "\"permission\":\"update_client_notes\"")};
    const Operation first = rig.keep(builders::note(u"c1"_s, u"First"_s), 8s);
    const Operation second = rig.keep(SetFirstStep{builders::clientId(u"c1"_s), u"team"_s, true}, 0s);
    rig.transport.holdBack(u"/v1/operations/"_s);

    rig.advance(2s);
    CHECK(rig.transport.operationsSent().empty()); // The first is still held
    rig.advance(7s);
    CHECK(rig.transport.heldBack() == 1);
    rig.transport.release();
    rig.advance(1s);
    CHECK(rig.row(first.id).end.kind == EndKind::PermissionDenied);
    CHECK(rig.transport.heldBack() == 1);
    rig.transport.release();
    rig.advance(1s);

    CHECK(rig.state(second.id) == OperationState::Acked);
    CHECK(rig.bodies()[0].value(u"text"_s) == u"First"_s);
}

TEST_CASE("Taken back before it leaves, nothing of it leaves", "[clients]")
{
    ClientRig rig;
    const Operation operation = rig.keep(builders::note(u"c1"_s, u"Wrong client"_s));

    CHECK(rig.engine->outbox().undo(operation.id));
    rig.advance(1h);

    CHECK(rig.bodies().empty());
    CHECK(rig.state(operation.id) == OperationState::Cancelled);
}

TEST_CASE("A client that left meanwhile is a card with one's words, and nothing is sent", "[clients]")
{
    ClientRig rig;
    rig.disconnectNetwork();
    const Operation note = rig.keep(builders::note(u"c1"_s, u"Kept words"_s));
    rig.changeClient(u"c1"_s, member(u"state"_s, u"disconnected"_s));

    rig.connectNetwork();
    rig.pull();
    rig.advance(1min);

    CHECK(rig.row(note.id).end.kind == EndKind::ClientDisconnected);
    CHECK(rig.attention().size() == 1);
    CHECK(std::get<AddClientNote>(rig.attention()[0].decision).text == u"Kept words"_s);
    CHECK(rig.bodies().empty());
}

TEST_CASE("A client that is gone from the feed is a card; one that an attempt may have reached is asked about", "[clients]")
{
    ClientRig rig;
    const Operation lost = rig.keep(builders::note(u"c2"_s, u"Perhaps there"_s), 0s);
    rig.script = {answers::lost()};
    rig.transport.answerNext(u"/v1/operations/"_s, answers::lost());
    rig.advance(10ms);
    REQUIRE(rig.row(lost.id).maybeApplied);
    const Operation held = rig.keep(builders::note(u"c1"_s, u"Not sent"_s), 60s);
    rig.removeClient(u"c1"_s);
    rig.removeClient(u"c2"_s);
    rig.script.clear();

    rig.pull();
    rig.advance(2min);

    CHECK(rig.row(held.id).end.kind == EndKind::Removed);
    CHECK(rig.state(lost.id) == OperationState::Acked);
}

TEST_CASE("An answer that the client has left ends all that waits on them", "[clients]")
{
    ClientRig rig;
    const Operation first = rig.keep(builders::note(u"c1"_s, u"Too late"_s), 0s);
    const Operation second = rig.keep(builders::note(u"c1"_s, u"And this"_s), 60s);
    const Operation other = rig.keep(builders::note(u"c2"_s, u"Somebody else"_s), 60s);
    rig.script = {rig.leftAnswer(u"c1"_s)};

    rig.advance(1s);

    CHECK(rig.row(first.id).end.kind == EndKind::ClientDisconnected);
    CHECK(rig.row(second.id).end.kind == EndKind::ClientDisconnected);
    CHECK(rig.state(other.id) == OperationState::Held);
}

TEST_CASE("What the service says of a client that left, or of what is so already, is said in its kind", "[clients]")
{
    ClientRig rig;
    rig.script = {answers::problem(409, "client_disconnected")};
    const Operation note = rig.keep(builders::note(u"c1"_s, u"Too late"_s), 0s);
    rig.advance(1s);
    const auto same = [&rig](const Decision &decision) {
        const Operation kept = rig.keep(decision, 5s);
        rig.script = {answers::json(200, builders::outcome(kept.id.text(), {}, u"same_decision"_s))};
        rig.advance(6s);
        return rig.row(kept.id);
    };

    const Operation assigned = same(AssignAccountant{builders::clientId(u"c2"_s), colleague(), AccountantRole::Accountant});
    const Operation left = same(builders::disconnect(u"c2"_s));

    CHECK(rig.row(note.id).end.kind == EndKind::ClientDisconnected);
    CHECK(assigned.state == OperationState::Acked);
    CHECK(assigned.end.kind == EndKind::None); // Nothing was written that somebody should have been told
    CHECK(left.state == OperationState::Acked);
    CHECK(left.end.kind == EndKind::SameDecision);
}

TEST_CASE("The same is not decided twice at a time, and nothing on a client that is about to be disconnected", "[clients]")
{
    ClientRig rig;
    const Decision step = SetFirstStep{builders::clientId(u"c1"_s), u"team"_s, true};
    CHECK(rig.decide(step));
    CHECK(rig.decide(step).error().kind == ErrorKind::Conflict);
    CHECK(rig.decide(builders::note(u"c1"_s, u"Twice"_s)));
    CHECK(rig.decide(builders::note(u"c1"_s, u"Twice"_s))); // A note may say the same again
    CHECK(rig.decide(builders::disconnect(u"c1"_s)));

    CHECK(rig.decide(builders::note(u"c1"_s, u"After"_s)).error().kind == ErrorKind::Conflict);
    CHECK(rig.decide(builders::note(u"nobody"_s, u"?"_s)).error().kind == ErrorKind::NotFound);
    CHECK(rig.decide(builders::note(u"c2"_s, u"Another client"_s)));
}

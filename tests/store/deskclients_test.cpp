#include "core/store/database.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

// Decisions on clients and branches on the desk: what they say is read from the bytes that are sent.

namespace {

std::unique_ptr<DeskStore> open(const QTemporaryDir &folder, std::vector<StoreTrouble> &trouble)
{
    auto opened = DeskStore::open(folder.filePath(u"desk.db"_s), trouble);
    REQUIRE(opened);
    return std::move(*opened);
}

Operation clientOperation(quint64 number, const Decision &decision, const QByteArray &body)
{
    Operation operation = acceptance(number, u"i1"_s);
    operation.decision = decision;
    operation.body = body;
    return operation;
}

/// One of each kind, as core/api writes them.
std::vector<Operation> oneOfEach()
{
    const ClientId client = *ClientId::parse(u"c1"_s);
    const MemberId member = *MemberId::parse(u"m1"_s);
    const QByteArray head = R"(,"decidedAt":"2026-11-27T10:00:00Z","clientId":"c1")";
    return {
        clientOperation(1, AddClientNote{client, u"Grüße, 你好 \"x\""_s},
                        R"({"type":"add_client_note")" + head + ",\"text\":\"Grüße, 你好 \\\"x\\\"\"}"),
        clientOperation(2, AssignAccountant{client, member, AccountantRole::Primary},
                        R"({"type":"assign_accountant")" + head + R"(,"memberId":"m1","role":"primary"})"),
        clientOperation(3, RemoveAccountant{client, member},
                        R"({"type":"remove_accountant")" + head + R"(,"memberId":"m1"})"),
        clientOperation(4, SetFirstStep{client, u"team"_s, false},
                        R"({"type":"set_first_step")" + head + R"(,"step":"team","done":false})"),
        clientOperation(5, DisconnectClient{client, *ReasonId::parse(u"other"_s), u"Own words"_s, u"Goodbye"_s},
                        R"({"type":"disconnect_client")" + head +
                            R"(,"reasonId":"other","reasonText":"Own words","message":"Goodbye"})"),
        clientOperation(6, RegenerateLink{*BranchId::parse(u"b1"_s)},
                        R"({"type":"regenerate_link","decidedAt":"2026-11-27T10:00:00Z","branchId":"b1"})"),
    };
}

void keep(DeskStore &desk, const std::vector<Operation> &operations)
{
    for (const Operation &operation : operations)
        REQUIRE(desk.add(operation, noon));
}

} // namespace

TEST_CASE("Several decisions on a client wait side by side, and are the same after a restart")
{
    QTemporaryDir folder;
    std::vector<StoreTrouble> trouble;
    keep(*open(folder, trouble), oneOfEach());

    const auto live = open(folder, trouble)->live();

    REQUIRE(live);
    REQUIRE(live->size() == oneOfEach().size());
    for (size_t i = 0; i < live->size(); ++i) {
        CHECK((*live)[i].decision == oneOfEach()[i].decision);
        CHECK((*live)[i].body == oneOfEach()[i].body);
    }
    CHECK(trouble.empty());
}

TEST_CASE("A row whose bytes and kind don't say the same decision is left in the file that is set aside, the others stay")
{
    const QString spoil = GENERATE(u"UPDATE operation SET body = CAST('{\"type\":\"add_client_note\"' AS BLOB) WHERE rid = 1"_s,
                                   u"UPDATE operation SET type = 'remove_accountant' WHERE rid = 2"_s,
                                   u"UPDATE operation SET body = CAST(replace(CAST(body AS TEXT), 'primary', 'partner') AS BLOB) WHERE rid = 2"_s);
    QTemporaryDir folder;
    std::vector<StoreTrouble> trouble;
    {
        const auto desk = open(folder, trouble);
        keep(*desk, oneOfEach());
        REQUIRE(desk->database().execute(spoil));
    }

    const auto desk = open(folder, trouble);

    REQUIRE(trouble.size() == 1);
    CHECK(trouble[0].count == qint64(oneOfEach().size()) - 1);
    CHECK(desk->live()->size() == oneOfEach().size() - 1);
}

TEST_CASE("A decision on a client covers no invitation, and goes when it ended long ago")
{
    QTemporaryDir folder;
    std::vector<StoreTrouble> trouble;
    const auto desk = open(folder, trouble);
    const Operation note = oneOfEach()[0];
    keep(*desk, {note});
    REQUIRE(desk->release(note.id));
    REQUIRE(desk->claim(note.id));
    REQUIRE(desk->finish(note.id, OperationState::Acked, {}, noon));

    CHECK(desk->uncaught()->empty());
    CHECK(desk->ackedBefore(Instant::max())->empty());
    CHECK(*desk->deleteFinishedBefore(noon + Milliseconds(1)) == 1);
}

#include "core/store/database.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString companyOf(CacheFixture &f, const QString &id)
{
    const auto invitation = f.cache->invitation(invitationId(id));
    REQUIRE(invitation);
    return *invitation ? (*invitation)->companyName : QString();
}

Invitation named(const QString &id, const QString &company, qint64 version)
{
    Invitation invitation = pendingInvitation(id, version);
    invitation.companyName = company;
    return invitation;
}

Removed removedInvitation(const QString &id, qint64 version)
{
    return {ObjectKind::Invitation, id, {version}};
}

Unreadable unreadableInvitation(const QString &id, const QString &version)
{
    return {u"invitation"_s, id, version, u"sentAt is missing"_s, "{\"id\":\"" + id.toUtf8() + "\"}"};
}

} // namespace

TEST_CASE("Every field of an invitation comes back as it was, also after a restart")
{
    CacheFixture f;
    Invitation invitation = pendingInvitation(u"i1"_s);
    invitation.companyName = u"A\0B \u202Eعربي 東京 \U0001F600"_s;
    invitation.message = u"line\nline\0end"_s;
    invitation.registrationNumber = u"123"_s;
    invitation.expiresAt = noon + std::chrono::hours(1);
    invitation.decidedAt = noon + std::chrono::hours(2);
    invitation.decidedBy = MemberId::parse(u"m1"_s);
    invitation.decidedByName = u"Priya"_s;
    invitation.operationId = u"op"_s;
    invitation.reasonId = ReasonId::parse(u"other"_s);
    invitation.reasonText = u"own words"_s;
    invitation.replyMessage = u"reply"_s;
    invitation.supersededBy = invitationId(u"i2"_s);
    invitation.clientId = clientId(u"c1"_s);
    invitation.status = invitationStatus(u"a word of next year"_s);
    f.apply({invitation});

    f.reopen();

    const auto read = f.cache->invitation(invitation.id);
    REQUIRE(read);
    REQUIRE(*read);
    CHECK(**read == invitation);
    CHECK((*read)->companyName.size() == invitation.companyName.size());
}

TEST_CASE("Every field of the other kinds comes back as it was")
{
    CacheFixture f;
    Client client = activeClient(u"c1"_s, u"Acme"_s);
    client.invitationId = invitationId(u"i1"_s);
    client.accountants = {{*MemberId::parse(u"m1"_s), accountantRole(u"primary"_s)}};
    client.firstSteps = {u"team"_s, u"a new step"_s};
    client.notes = {{u"Priya"_s, noon, u"A\0\n\"note\""_s}};
    client.disconnectedAt = noon;
    const Reason reason{*ReasonId::parse(u"r1"_s), {3}, reasonUse(u"rejection"_s), u"Other"_s, u"d"_s, 7, true};
    const Member member{*MemberId::parse(u"m1"_s), {4}, u"Priya"_s, u"p@example.com"_s, {branchId("london")}};
    f.apply({client, reason, member, branchOf("london", u"London"_s)});

    CHECK(*f.cache->client(client.id) == client);
    CHECK(*f.cache->reasons() == std::vector{reason});
    CHECK(*f.cache->members() == std::vector{member});
    CHECK(*f.cache->branches() == std::vector{branchOf("london", u"London"_s)});
}

TEST_CASE("Only a higher version replaces what is there")
{
    CacheFixture f;
    f.apply({named(u"i1"_s, u"Five"_s, 5)});

    f.apply({named(u"i1"_s, u"Four"_s, 4), named(u"i1"_s, u"Also five"_s, 5)});
    CHECK(companyOf(f, u"i1"_s) == u"Five"_s);

    f.apply({named(u"i1"_s, u"Six"_s, 6)});
    CHECK(companyOf(f, u"i1"_s) == u"Six"_s);
}

TEST_CASE("What was removed stays removed until a higher version comes")
{
    CacheFixture f;
    f.apply({named(u"i1"_s, u"One"_s, 1)});
    f.apply({removedInvitation(u"i1"_s, 5)});
    CHECK(companyOf(f, u"i1"_s).isEmpty());
    CHECK(*f.cache->isRemoved(invitationId(u"i1"_s)));

    f.apply({named(u"i1"_s, u"Late"_s, 4)});
    CHECK(companyOf(f, u"i1"_s).isEmpty());

    f.apply({named(u"i1"_s, u"Back"_s, 6)});
    CHECK(companyOf(f, u"i1"_s) == u"Back"_s);
    CHECK_FALSE(*f.cache->isRemoved(invitationId(u"i1"_s)));
}

TEST_CASE("A removal older than what is there does nothing")
{
    CacheFixture f;
    f.apply({named(u"i1"_s, u"Five"_s, 5)});
    f.apply({removedInvitation(u"i1"_s, 4)});
    CHECK(companyOf(f, u"i1"_s) == u"Five"_s);
}

TEST_CASE("In a full pass the first coming replaces whatever its version, the second does not")
{
    CacheFixture f;
    f.apply({named(u"i1"_s, u"Nine"_s, 9), named(u"i2"_s, u"Gone"_s, 1)});
    f.apply({removedInvitation(u"i2"_s, 9)});
    REQUIRE(f.cache->beginFullPass());

    f.apply({named(u"i1"_s, u"Two"_s, 2), named(u"i2"_s, u"Restored"_s, 3)}, true);
    CHECK(companyOf(f, u"i1"_s) == u"Two"_s);
    CHECK(companyOf(f, u"i2"_s) == u"Restored"_s);

    f.apply({named(u"i1"_s, u"One"_s, 1)}, true);
    CHECK(companyOf(f, u"i1"_s) == u"Two"_s);
}

TEST_CASE("An outcome in a full pass counts as a first coming")
{
    CacheFixture f;
    f.apply({named(u"i1"_s, u"Nine"_s, 9)});
    REQUIRE(f.cache->beginFullPass());
    f.apply({named(u"i2"_s, u"On the first page"_s, 1)}, true);
    REQUIRE(f.cache->applyOutcome({named(u"i1"_s, u"Answered"_s, 4)}));

    f.apply({named(u"i1"_s, u"Older page"_s, 3)}, false);

    CHECK(companyOf(f, u"i1"_s) == u"Answered"_s);
}

TEST_CASE("An outcome before the first page of a full pass counts as nothing in it: it may be gone since")
{
    CacheFixture f;
    f.apply({named(u"i1"_s, u"First"_s, 3)});
    REQUIRE(f.cache->beginFullPass());
    REQUIRE(f.cache->applyOutcome({named(u"i1"_s, u"Decided"_s, 5), named(u"i2"_s, u"Made by it"_s, 6)}));
    CHECK(companyOf(f, u"i1"_s) == u"Decided"_s);

    f.apply({named(u"i3"_s, u"Another"_s, 7)});

    CHECK_FALSE(*f.cache->invitation(invitationId(u"i1"_s)));
    CHECK_FALSE(*f.cache->invitation(invitationId(u"i2"_s)));
}

TEST_CASE("A replayed answer makes what is here newer, and brings nothing that isn't")
{
    CacheFixture f;
    f.apply({named(u"i1"_s, u"First"_s, 3), named(u"i2"_s, u"Second"_s, 3)});
    const std::vector<Change> answer{named(u"i1"_s, u"Decided"_s, 5), named(u"i2"_s, u"Older"_s, 2),
                                     named(u"i3"_s, u"Not for us now"_s, 9)};
    REQUIRE(f.cache->applyOutcome(answer, true));

    CHECK(companyOf(f, u"i1"_s) == u"Decided"_s);
    CHECK(companyOf(f, u"i2"_s) == u"Second"_s);
    CHECK_FALSE(*f.cache->invitation(invitationId(u"i3"_s)));
}

TEST_CASE("A replayed answer in a full pass is not a coming: what the feed doesn't bring goes at the end")
{
    CacheFixture f;
    f.apply({named(u"i1"_s, u"First"_s, 3)});
    REQUIRE(f.cache->beginFullPass());
    REQUIRE(f.cache->applyOutcome({named(u"i1"_s, u"Decided"_s, 5)}, true));

    f.apply({named(u"i2"_s, u"Another"_s, 6)});

    CHECK_FALSE(*f.cache->invitation(invitationId(u"i1"_s)));
}

TEST_CASE("The end of a full pass drops what it did not bring, and only the end")
{
    CacheFixture f;
    f.apply({named(u"old"_s, u"Old"_s, 1), branchOf("old", u"Old"_s), activeClient(u"old"_s, u"Old"_s)});
    f.apply({removedInvitation(u"grave"_s, 9), unreadableInvitation(u"bad"_s, u"1"_s)});
    REQUIRE(f.cache->beginFullPass());

    f.apply({named(u"new"_s, u"New"_s, 1)}, true);
    CHECK(companyOf(f, u"old"_s) == u"Old"_s);

    f.reopen();
    const PageApplied last = f.apply({}, false);
    CHECK(last.touched.everything);
    CHECK(last.feed.everWhole);
    CHECK_FALSE(last.feed.inFullPass);
    CHECK(companyOf(f, u"old"_s).isEmpty());
    CHECK(companyOf(f, u"new"_s) == u"New"_s);
    CHECK(f.cache->branches()->empty());
    CHECK_FALSE(*f.cache->client(clientId(u"old"_s)));
    CHECK_FALSE(*f.cache->isRemoved(invitationId(u"grave"_s)));
    CHECK(f.cache->unreadable()->empty());
}

TEST_CASE("Where the feed stands survives a restart, in a full pass too")
{
    CacheFixture f;
    REQUIRE(f.cache->beginFullPass());
    f.apply({named(u"i1"_s, u"One"_s, 1), named(u"i2"_s, u"Two"_s, 1)}, true);

    f.reopen();

    const Result<FeedState> feed = f.cache->feedState();
    REQUIRE(feed);
    CHECK(feed->state == u"s1"_s);
    CHECK(feed->pass == 1);
    CHECK(feed->inFullPass);
    CHECK_FALSE(feed->everWhole);
    CHECK(feed->received == 2);
    CHECK(feed->lastPageAt == noon);
}

TEST_CASE("A page that can't be written whole leaves nothing of itself")
{
    for (int failing = 1; failing < 40; ++failing) {
        CacheFixture f;
        f.apply({named(u"i1"_s, u"One"_s, 1)});
        int calls = 0;
        f.cache->database().setFault([&]() -> std::optional<Error> {
            if (++calls != failing)
                return std::nullopt;
            return Error{ErrorKind::DiskFull, {}};
        });
        ChangePage page = pageOf({named(u"i1"_s, u"Two"_s, 2), removedInvitation(u"i2"_s, 3)}, false, u"s2"_s);
        const Result<PageApplied> applied = f.cache->applyPage(page, noon);
        f.cache->database().setFault({});

        CHECK(companyOf(f, u"i1"_s) == (applied ? u"Two"_s : u"One"_s));
        CHECK(f.cache->feedState()->state == (applied ? u"s2"_s : u"s1"_s));
    }
}

TEST_CASE("An object that can't be read is set aside, and what was known of it stays")
{
    CacheFixture f;
    f.apply({named(u"i1"_s, u"Known"_s, 1)});
    REQUIRE(f.cache->beginFullPass());

    f.apply({unreadableInvitation(u"i1"_s, u"2"_s), unreadableInvitation(u"i2"_s, u"1"_s)}, false);

    CHECK(companyOf(f, u"i1"_s) == u"Known"_s);
    CHECK(f.cache->unreadable()->size() == 2);
}

TEST_CASE("An unreadable object that comes twice is one card")
{
    CacheFixture f;
    Unreadable nameless = unreadableInvitation({}, {});
    f.apply({unreadableInvitation(u"i1"_s, u"1"_s), nameless});
    f.apply({unreadableInvitation(u"i1"_s, u"2"_s), nameless});

    const auto unreadable = f.cache->unreadable();
    REQUIRE(unreadable->size() == 2);
    CHECK(unreadable->front().version == u"2"_s);
}

TEST_CASE("An unreadable object that comes readable is no card any more")
{
    CacheFixture f;
    f.apply({unreadableInvitation(u"i1"_s, u"2"_s)});

    f.apply({named(u"i1"_s, u"Older"_s, 1)});
    CHECK(f.cache->unreadable()->size() == 1);

    f.apply({named(u"i1"_s, u"Readable"_s, 3)});
    CHECK(f.cache->unreadable()->empty());
}

TEST_CASE("What a newer program can read is applied and no card any more, named or not")
{
    CacheFixture f;
    Unreadable nameless = unreadableInvitation({}, {});
    nameless.raw = "{\"kind\":\"invitation\",\"id\":\"i2\"}";
    f.apply({unreadableInvitation(u"i1"_s, u"1"_s), nameless, unreadableInvitation(u"i3"_s, u"1"_s)});

    const auto touched = f.cache->applyReadAgain(
        {named(u"i1"_s, u"One"_s, 1), named(u"i2"_s, u"Two"_s, 1), unreadableInvitation(u"i3"_s, u"1"_s)});

    REQUIRE(touched);
    CHECK(touched->invitations.size() == 2);
    REQUIRE(f.cache->unreadable()->size() == 1);
    CHECK(f.cache->unreadable()->front().id == u"i3"_s);
}

TEST_CASE("Reasons come in the service's order, then by label")
{
    CacheFixture f;
    const auto reason = [](const char *id, const QString &label, int order) {
        return Reason{
            *ReasonId::parse(QString::fromLatin1(id)), {1}, reasonUse(u"rejection"_s), label, {}, order, false};
    };
    f.apply({reason("c", u"B"_s, 2), reason("a", u"Z"_s, 1), reason("b", u"A"_s, 2)});

    const auto reasons = f.cache->reasons();
    REQUIRE(reasons->size() == 3);
    CHECK((*reasons)[0].label == u"Z"_s);
    CHECK((*reasons)[1].label == u"A"_s);
    CHECK((*reasons)[2].label == u"B"_s);
}

TEST_CASE("The account is kept with the cache")
{
    CacheFixture f;
    CHECK_FALSE(*f.cache->session());
    const SessionFacts facts{
        *MemberId::parse(u"m1"_s), u"Priya"_s, u"p@example.com"_s, *PracticeId::parse(u"p1"_s), u"Practice"_s, 1500, 24,
        {u"example.com"_s},        noon};
    REQUIRE(f.cache->setSession(facts));

    f.reopen();

    CHECK(*f.cache->session() == facts);
}

#include "tests/store/builders.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Invitation inState(const QString &id, const QString &status, int hoursAgo = 0)
{
    Invitation invitation = pendingInvitation(id);
    invitation.status = invitationStatus(status);
    invitation.sentAt = noon - std::chrono::hours(hoursAgo);
    return invitation;
}

} // namespace

TEST_CASE("An invitation in a state that this version does not know is kept and told, wherever its word sorts")
{
    CacheFixture f;
    f.apply({inState(u"i1"_s, u"a_first_word"_s, 3), inState(u"i2"_s, u"on_fire"_s, 1), inState(u"i3"_s, u"zzz"_s, 2),
             inState(u"i4"_s, {}, 9), inState(u"i5"_s, u"Pending"_s, 8)});

    const Result<UnknownStates> unknown = f.cache->unknownStates();

    REQUIRE(unknown);
    CHECK(unknown->count == 5);
    QStringList ids;
    for (const UnknownStateCard &card : unknown->newest)
        ids += card.id.text();
    CHECK(ids == QStringList{u"i2"_s, u"i3"_s, u"i1"_s, u"i5"_s, u"i4"_s});
    CHECK(unknown->newest[0].status == u"on_fire"_s);
    CHECK(unknown->newest[0].companyName == u"Acme Ltd"_s);
}

TEST_CASE("The states that are known are none of these, and the unknown ones are none of the pending")
{
    CacheFixture f;
    std::vector<Change> all;
    for (const QString &word : knownInvitationStatuses())
        all.push_back(inState(word, word));
    REQUIRE(all.size() == 6);
    f.apply(all);
    CHECK(*f.cache->unknownStates() == UnknownStates());

    f.apply({inState(u"odd"_s, u"on_fire"_s)});

    CHECK(f.cache->unknownStates()->count == 1);
    CHECK(f.cache->counts(noon, 48)->all.pending == 1);
    CHECK(f.open({}, f.context)->size() == 1);
}

TEST_CASE("Of many in unknown states the newest are told, and how many there are")
{
    CacheFixture f;
    std::vector<Change> many;
    for (int i = 0; i < 50; ++i)
        many.push_back(inState(u"i%1"_s.arg(i), u"on_fire"_s, i));
    f.apply(many);

    const Result<UnknownStates> unknown = f.cache->unknownStates();

    CHECK(unknown->count == 50);
    REQUIRE(unknown->newest.size() == size_t(UnknownStates::most));
    CHECK(unknown->newest[0].id == invitationId(u"i0"_s));
}

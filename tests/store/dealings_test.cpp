#include "core/store/database.h"
#include "core/store/dealingkeys.h"
#include "core/store/openstore.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Invitation from(const QString &id, const QString &company, const QString &email, const QString &number = {})
{
    Invitation invitation = pendingInvitation(id);
    invitation.companyName = company;
    invitation.ownerEmail = email;
    invitation.registrationNumber = number;
    return invitation;
}

Dealings dealingsOf(CacheFixture &f, const Invitation &invitation)
{
    const Result<Dealings> dealings = f.cache->dealings(invitation);
    if (!dealings)
        FAIL(dealings.error().detail.toStdString());
    return *dealings;
}

} // namespace

TEST_CASE("Names of companies are near-equal but for case, marks, punctuation and legal form")
{
    CHECK(companyKey(u"Northwind Trading Ltd"_s) == companyKey(u"NORTHWIND-TRADING Limited"_s));
    CHECK(companyKey(u"The Smith & Sons Co. Ltd."_s) == companyKey(u"Smith and Sons"_s));
    CHECK(companyKey(u"Café Béla Kft."_s) == companyKey(u"Cafe Bela"_s));
    CHECK(companyKey(u"Groupe Vert S.A.R.L."_s) == companyKey(u"groupe vert SARL"_s));
    CHECK(companyKey(u"Usługi Gęś sp. z o.o."_s) == companyKey(u"USŁUGI GĘŚ"_s));
    CHECK(companyKey(u"Märkische GmbH & Co. KG"_s) == companyKey(u"Markische"_s));
    CHECK(companyKey(u"株式会社さくら会計"_s) == companyKey(u"さくら会計"_s));
    CHECK(companyKey(u"Northwind"_s) != companyKey(u"Northwind Trading"_s));
}

TEST_CASE("Of a name that is nothing but a legal form or a sign something is left to compare")
{
    CHECK(companyKey(u"Ltd"_s) == u"ltd"_s);
    CHECK(companyKey(u"The"_s) == u"the"_s);
    CHECK(companyKey(u"★"_s) == u"★"_s);
    CHECK(companyKey(u" \u200B "_s).isEmpty());
}

TEST_CASE("Registration numbers are their letters and digits")
{
    CHECK(registrationKey(u"SC 123-456"_s) == registrationKey(u"sc123456"_s));
    CHECK(registrationKey(u" - "_s).isEmpty());
}

TEST_CASE("Dealings are told by what is alike: address, registration number, name")
{
    CacheFixture f;
    const Invitation mine = from(u"i1"_s, u"Acme Ltd"_s, u"ann@example.com"_s, u"123 456"_s);
    f.apply({mine, from(u"i2"_s, u"Other"_s, u"ANN@example.com"_s),
             from(u"i3"_s, u"Third"_s, u"x@example.com"_s, u"123456"_s),
             from(u"i4"_s, u"ACME Limited"_s, u"y@example.com"_s), from(u"i5"_s, u"Nobody"_s, u"z@example.com"_s)});

    const Dealings dealings = dealingsOf(f, mine);

    REQUIRE(dealings.newest.size() == 3);
    CHECK_FALSE(dealings.more);
    CHECK((dealings.newest[0].sameEmail && !dealings.newest[0].sameRegistration && !dealings.newest[0].similarName));
    CHECK((dealings.newest[1].sameRegistration && !dealings.newest[1].sameEmail));
    CHECK((dealings.newest[2].similarName && !dealings.newest[2].sameEmail));
}

TEST_CASE("What is empty is like nothing")
{
    CacheFixture f;
    const Invitation mine = from(u"i1"_s, u"Acme"_s, {}, {});
    f.apply({mine, from(u"i2"_s, u"Other"_s, {}, {})});
    CHECK(dealingsOf(f, mine).newest.empty());
}

TEST_CASE("A dealing says in which state, when, by whom and why, the newest first")
{
    CacheFixture f;
    const Invitation mine = from(u"i1"_s, u"Acme"_s, u"ann@example.com"_s);
    Invitation rejected = from(u"i2"_s, u"Acme"_s, u"ann@example.com"_s);
    rejected.status = invitationStatus(u"rejected"_s);
    rejected.decidedAt = noon - 3h;
    rejected.decidedByName = u"Priya"_s;
    rejected.reasonId = *ReasonId::parse(u"capacity"_s);
    Invitation withdrawn = from(u"i3"_s, u"Acme"_s, u"ann@example.com"_s);
    withdrawn.status = invitationStatus(u"withdrawn"_s);
    withdrawn.decidedAt = noon - 1h;
    const Reason reason{
        *ReasonId::parse(u"capacity"_s), {1}, reasonUse(u"rejection"_s), u"Capacity full"_s, {}, 1, false};
    f.apply({branchOf("london", u"London"_s), reason, mine, rejected, withdrawn});

    const Dealings dealings = dealingsOf(f, mine);

    REQUIRE(dealings.newest.size() == 2);
    CHECK(dealings.newest[0].status == InvitationStatus::Withdrawn);
    CHECK(dealings.newest[1].at == noon - 3h);
    CHECK(dealings.newest[1].byName == u"Priya"_s);
    CHECK(dealings.newest[1].reasonLabel == u"Capacity full"_s);
    CHECK(dealings.newest[1].branchName == u"London"_s);
}

TEST_CASE("An acceptance and the client that it made are one dealing, the client; its own client is none")
{
    CacheFixture f;
    const Invitation mine = from(u"i1"_s, u"Acme"_s, u"ann@example.com"_s);
    Invitation accepted = from(u"i2"_s, u"Acme"_s, u"other@example.com"_s);
    accepted.status = invitationStatus(u"accepted"_s);
    accepted.decidedAt = noon - 9h;
    accepted.decidedByName = u"Priya"_s;
    Client client = activeClient(u"c2"_s, u"Renamed"_s);
    client.invitationId = accepted.id;
    Client own = activeClient(u"c1"_s, u"Acme"_s);
    own.invitationId = mine.id;
    f.apply({mine, accepted, client, own});

    const Dealings dealings = dealingsOf(f, mine);

    REQUIRE(dealings.newest.size() == 1);
    CHECK(dealings.newest[0].clientId == clientId(u"c2"_s));
    CHECK(dealings.newest[0].byName == u"Priya"_s);
    CHECK(dealings.newest[0].sameEmail);   // The client's
    CHECK(dealings.newest[0].similarName); // The invitation's
}

TEST_CASE("A client who left says since when")
{
    CacheFixture f;
    const Invitation mine = from(u"i1"_s, u"Acme"_s, u"ann@example.com"_s);
    Client client = activeClient(u"c1"_s, u"Acme"_s);
    client.state = clientState(u"disconnected"_s);
    client.disconnectedAt = noon + 2h;
    f.apply({mine, client});

    const Dealings dealings = dealingsOf(f, mine);

    REQUIRE(dealings.newest.size() == 1);
    CHECK(dealings.newest[0].clientState == ClientState::Disconnected);
    CHECK(dealings.newest[0].at == noon + 2h);
}

TEST_CASE("Of very many that are alike the newest are told, and that there are more")
{
    CacheFixture f;
    std::vector<Change> changes;
    for (int i = 0; i < 200; ++i) {
        Invitation invitation = from(u"i%1"_s.arg(i), u"Acme"_s, u"ann@example.com"_s);
        invitation.sentAt = noon + std::chrono::minutes(i);
        changes.push_back(invitation);
    }
    f.apply(changes);

    const Dealings dealings = dealingsOf(f, from(u"mine"_s, u"Acme"_s, u"ann@example.com"_s));

    CHECK(dealings.newest.size() == size_t(Dealings::most));
    CHECK(dealings.more);
    CHECK(dealings.newest.front().invitationId == invitationId(u"i199"_s));
}

TEST_CASE("Dealings follow an invitation that is changed or goes")
{
    CacheFixture f;
    const Invitation mine = from(u"i1"_s, u"Acme"_s, u"ann@example.com"_s);
    Invitation other = from(u"i2"_s, u"Acme"_s, u"ann@example.com"_s);
    f.apply({mine, other});
    REQUIRE(dealingsOf(f, mine).newest.size() == 1);

    other.companyName = u"Orbit"_s;
    other.ownerEmail = u"elsewhere@example.com"_s;
    other.version = {2};
    f.apply({other});

    CHECK(dealingsOf(f, mine).newest.empty());
}

TEST_CASE("Rows of every older version have their keys after the program is brought to the newest")
{
    const size_t newest = cacheSchema().migrations.size();
    const size_t version = GENERATE_COPY(range(size_t(1), newest + 1));
    CacheFixture f;
    f.cache.reset();
    REQUIRE(QFile::remove(f.path()));
    {
        StoreSchema older = cacheSchema();
        older.migrations.resize(version);
        const auto file = openStore(f.path(), older);
        REQUIRE(file);
        const QString columns = u"id, version, pass, branch_id, company_name, owner_name, owner_email"_s;
        REQUIRE((*file)->execute(u"INSERT INTO invitation (%1, revision, origin, status, sent_at, has_message, "
                                 u"country, registration_number, "
                                 "decided_at, decided_by_name, operation_id, reason_text, message, reply_message) "
                                 "VALUES ('old', 1, 0, 'london', "
                                 "'ACME Ltd', 'Ann', 'Ann@Example.com', 'r1', 'external_access', 'rejected', 1000, 0, "
                                 "'GB', '12-3', 2000, '', '', "
                                 "'', '', '')"_s.arg(columns)));
        REQUIRE((*file)->execute(u"INSERT INTO client (%1, billing, state, connected_at, disconnected_by, account_url, "
                                 u"accountants, first_steps, "
                                 "notes) VALUES ('c', 1, 0, 'london', 'Acme', 'Ann', 'x@example.com', 'client_pays', "
                                 "'active', 3000, '', '', '[]', "
                                 "'[]', '[]')"_s.arg(columns)));
    }

    f.reopen();

    const Dealings dealings = dealingsOf(f, from(u"mine"_s, u"Acme"_s, u"ann@example.com"_s, u"123"_s));
    if (version == newest)
        return; // That version's program wrote the keys itself
    REQUIRE(dealings.newest.size() == 2);
    CHECK(dealings.newest[0].clientId == clientId(u"c"_s));
    const Dealing &old = dealings.newest[1];
    CHECK((old.sameEmail && old.sameRegistration && old.similarName));
    CHECK(old.at == instantFromMs(2000));
    CHECK(*f.cache->database().number(u"SELECT COUNT(*) FROM keys_due"_s) == 0);
}

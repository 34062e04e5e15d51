#include "core/store/database.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

Invitation of(const QString &id, const QString &company, int hoursAgo = 0)
{
    Invitation invitation = pendingInvitation(id);
    invitation.companyName = company;
    invitation.sentAt = noon - std::chrono::hours(hoursAgo);
    return invitation;
}

QStringList found(CacheFixture &f, const QString &search, ListKind kind = ListKind::Invitations)
{
    const auto view = f.open({kind, {}, InvitationFilter::All, SortOrder::Newest, search}, f.context);
    QStringList names = companies(*view, f.context);
    names.sort();
    return names;
}

ListQuery invitations(SortOrder sort, InvitationFilter filter = InvitationFilter::All)
{
    return {ListKind::Invitations, {}, filter, sort, {}};
}

} // namespace

TEST_CASE("Invitations stand in the order that was asked for")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Beta"_s, 10), of(u"i2"_s, u"alpha"_s, 60), of(u"i3"_s, u"Émile"_s, 30),
             of(u"i4"_s, u"Zeta"_s, 1)});

    CHECK(companies(*f.open(invitations(SortOrder::Urgency), f.context), f.context) ==
          QStringList{u"alpha"_s, u"Émile"_s, u"Beta"_s, u"Zeta"_s});
    CHECK(companies(*f.open(invitations(SortOrder::Newest), f.context), f.context) ==
          QStringList{u"Zeta"_s, u"Beta"_s, u"Émile"_s, u"alpha"_s});
}

TEST_CASE("Names stand as the user's language sorts them")
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Zeta"_s), of(u"i2"_s, u"Émile"_s), of(u"i3"_s, u"alpha"_s), of(u"i4"_s, u"Fox"_s)});

    const QStringList names = companies(*f.open(invitations(SortOrder::Company), f.context), f.context);

    QLocale::setDefault(before);
    CHECK(names == QStringList{u"alpha"_s, u"Émile"_s, u"Fox"_s, u"Zeta"_s});
}

TEST_CASE("Only pending invitations are shown, without what the desk has decided")
{
    CacheFixture f;
    Invitation accepted = of(u"i2"_s, u"Accepted"_s);
    accepted.status = invitationStatus(u"accepted"_s);
    f.apply({of(u"i1"_s, u"Pending"_s), accepted, of(u"i3"_s, u"Decided"_s)});
    REQUIRE(f.cache->setOverlay({invitationId(u"i3"_s)}));

    CHECK(companies(*f.open(invitations(SortOrder::Urgency), f.context), f.context) == QStringList{u"Pending"_s});
}

TEST_CASE("A row carries its branch's name, and learns when it changes")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Acme"_s)});
    const auto view = f.open(invitations(SortOrder::Urgency), f.context);
    CHECK(std::get<InvitationRow>(view->rows(0, 1, f.context)->rows[0]).branchName.isEmpty());

    const PageApplied applied = f.apply({branchOf("london", u"London"_s)});
    const Result<ListDiff> diff = view->update(applied.touched, f.context);

    REQUIRE(diff->steps.size() == 1);
    CHECK(diff->steps[0].kind == ListStep::Kind::Change);
    CHECK(std::get<InvitationRow>(view->rows(0, 1, f.context)->rows[0]).branchName == u"London"_s);
}

TEST_CASE("One new invitation is one inserted row, with its content")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Old"_s, 9), of(u"i2"_s, u"New"_s, 1)});
    const auto view = f.open(invitations(SortOrder::Urgency), f.context);

    const Result<ListDiff> diff = view->update(f.apply({of(u"i3"_s, u"Between"_s, 5)}).touched, f.context);

    REQUIRE(diff->steps.size() == 1);
    CHECK(diff->steps[0].kind == ListStep::Kind::Insert);
    CHECK(diff->steps[0].first == 1);
    REQUIRE(diff->steps[0].rows.size() == 1);
    CHECK(std::get<InvitationRow>(diff->steps[0].rows[0]).companyName == u"Between"_s);
    CHECK(diff->total == 3);
}

TEST_CASE("A commit that a view doesn't show is no step")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Acme"_s)});
    const auto view = f.open(invitations(SortOrder::Urgency), f.context);
    CHECK(view->update(f.apply({activeClient(u"c1"_s, u"Acme"_s)}).touched, f.context)->steps.empty());
}

TEST_CASE("Time moves invitations into Due soon and on into Overdue")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Acme"_s)});
    const auto soon = f.open(invitations(SortOrder::Urgency, InvitationFilter::DueSoon), f.context);
    const auto overdue = f.open(invitations(SortOrder::Urgency, InvitationFilter::Overdue), f.context);
    CHECK(soon->size() == 0);

    f.context.now = noon + std::chrono::hours(36) + Milliseconds(1);
    CHECK(soon->update({}, f.context)->total == 1);
    CHECK(overdue->update({}, f.context)->total == 0);

    f.context.now = noon + std::chrono::hours(48);
    CHECK(soon->update({}, f.context)->total == 0);
    CHECK(overdue->update({}, f.context)->total == 1);
}

TEST_CASE("Every word must be found, anywhere in company, owner, e-mail or message")
{
    CacheFixture f;
    Invitation other = of(u"i2"_s, u"Beta GmbH"_s);
    other.ownerName = u"José Ñandú"_s;
    other.ownerEmail = u"jose@beta.example"_s;
    other.message = u"Please look at our VAT"_s;
    f.apply({of(u"i1"_s, u"Café Acme"_s), other});

    CHECK(found(f, u"cafe"_s) == QStringList{u"Café Acme"_s});
    CHECK(found(f, u"JOSE nandu"_s) == QStringList{u"Beta GmbH"_s});
    CHECK(found(f, u"beta.ex"_s) == QStringList{u"Beta GmbH"_s});
    CHECK(found(f, u"vat gmbh"_s) == QStringList{u"Beta GmbH"_s});
    CHECK(found(f, u"cafe gmbh"_s).isEmpty());
    CHECK(found(f, {}).size() == 2);
}

TEST_CASE("Two characters find something, also in scripts without spaces and from right to left")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"東京会計"_s), of(u"i2"_s, u"שלום בע\"מ"_s), of(u"i3"_s, u"Acme"_s)});
    CHECK(found(f, u"京会"_s) == QStringList{u"東京会計"_s});
    CHECK(found(f, u"京会計"_s) == QStringList{u"東京会計"_s});
    CHECK(found(f, u"של"_s) == QStringList{u"שלום בע\"מ"_s});
    CHECK(found(f, u"ac"_s) == QStringList{u"Acme"_s});
}

TEST_CASE("What was typed is text, whatever it looks like")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"100% \"Pure\" AND* (x)"_s), of(u"i2"_s, u"Other"_s)});
    for (const QString &typed : {u"\"pure\""_s, u"and*"_s, u"100%"_s, u"%"_s, u"(x)"_s, u"\""_s, u"\"pure\" and* ("_s})
        CHECK(found(f, typed) == QStringList{u"100% \"Pure\" AND* (x)"_s});
    CHECK(found(f, u"_ther"_s).isEmpty());
    CHECK(found(f, u"NEAR(a b)"_s).isEmpty());
    CHECK(found(f, QString(u"pu\0re"_s)).size() == 1);
}

TEST_CASE("What was changed or removed is found as it is now")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Before"_s), of(u"i2"_s, u"Before two"_s)});
    Invitation renamed = of(u"i1"_s, u"After"_s);
    renamed.version = {2};
    f.apply({renamed, Removed{ObjectKind::Invitation, u"i2"_s, {2}}});
    CHECK(found(f, u"before"_s).isEmpty());
    CHECK(found(f, u"after"_s) == QStringList{u"After"_s});
}

TEST_CASE("A short search shows its first matches, and the rest comes as a change")
{
    CacheFixture f;
    std::vector<Change> many;
    for (int i = 0; i < 500; ++i)
        many.push_back(of(u"i%1"_s.arg(i), u"東京 %1"_s.arg(i), i));
    f.apply(many);
    const ListQuery query{ListKind::Invitations, {}, InvitationFilter::All, SortOrder::Urgency, u"東京"_s};
    const auto view = f.open(query, f.context);
    CHECK(view->limited());
    CHECK(view->size() == 200);
    const QStringList first = companies(*view, f.context);

    const Result<ListDiff> diff = view->finish(f.context);

    REQUIRE(diff);
    CHECK_FALSE(view->limited());
    CHECK(diff->total == 500);
    REQUIRE(diff->steps.size() == 1);
    CHECK(diff->steps[0].kind == ListStep::Kind::Insert);
    CHECK(companies(*view, f.context).first(200) == first);
}

TEST_CASE("A long list shows its beginning, and the rest comes as one change")
{
    CacheFixture f;
    std::vector<Change> many;
    for (int i = 0; i < 2001; ++i)
        many.push_back(of(u"i%1"_s.arg(i), u"Acme %1"_s.arg(i), i));
    f.apply(many);
    const auto view = f.open(invitations(SortOrder::Newest), f.context);
    REQUIRE(view->limited());
    REQUIRE(view->size() == 2000);

    const Result<ListDiff> diff = view->finish(f.context);

    REQUIRE(diff);
    REQUIRE(diff->steps.size() == 1);
    CHECK(diff->steps[0].kind == ListStep::Kind::Insert);
    CHECK(diff->steps[0].first == 2000);
    REQUIRE(diff->steps[0].rows.size() == 1);
    CHECK(std::get<InvitationRow>(diff->steps[0].rows[0]).companyName == u"Acme 2000"_s);
    CHECK(view->size() == 2001);
}

TEST_CASE("A list that nobody waits for any more is not read to its end, and stays what it was")
{
    CacheFixture f;
    std::vector<Change> many;
    for (int i = 0; i < 3000; ++i)
        many.push_back(of(u"i%1"_s.arg(i), u"Acme %1"_s.arg(i), i));
    f.apply(many);
    const auto view = f.open(invitations(SortOrder::Newest), f.context);
    int asked = 0;

    CHECK_FALSE(view->finish(f.context, [&asked] { return ++asked == 2; }));

    CHECK(asked == 2);
    CHECK(view->size() == 2000);
    CHECK(view->limited());
    CHECK(view->finish(f.context)->total == 3000);
}

TEST_CASE("A list that is short is whole at once")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Acme"_s)});
    CHECK_FALSE(f.open(invitations(SortOrder::Urgency), f.context)->limited());
}

TEST_CASE("What changed while the beginning was shown is in the whole")
{
    CacheFixture f;
    std::vector<Change> many;
    for (int i = 0; i < 2100; ++i)
        many.push_back(of(u"i%1"_s.arg(i), u"Acme %1"_s.arg(i), i));
    f.apply(many);
    const auto view = f.open(invitations(SortOrder::Newest), f.context);
    const Touched touched =
        f.apply({Removed{ObjectKind::Invitation, u"i3"_s, {2}}, Removed{ObjectKind::Invitation, u"i2050"_s, {2}}}).touched;

    REQUIRE(view->update(touched, f.context)->total == 1999);
    REQUIRE(view->finish(f.context)->total == 2098);

    CHECK_FALSE(companies(*view, f.context).contains(u"Acme 3"_s));
    CHECK_FALSE(companies(*view, f.context).contains(u"Acme 2050"_s));
}

TEST_CASE("A change while a search is limited doesn't show what isn't read yet")
{
    CacheFixture f;
    std::vector<Change> many;
    for (int i = 0; i < 300; ++i)
        many.push_back(of(u"i%1"_s.arg(i), u"東京 %1"_s.arg(i), 1000 - i));
    f.apply(many);
    const auto view =
        f.open({ListKind::Invitations, {}, InvitationFilter::All, SortOrder::Urgency, u"東京"_s}, f.context);

    const auto diff =
        view->update(f.apply({of(u"new"_s, u"東京 new"_s, 0), of(u"old"_s, u"東京 old"_s, 2000)}).touched, f.context);

    CHECK(diff->total == 201);
    CHECK(companies(*view, f.context).first() == u"東京 old"_s);
    CHECK(view->finish(f.context)->total == 302);
}

TEST_CASE("An acceptance not confirmed yet is in Clients as connecting, until the client is there")
{
    CacheFixture f;
    f.apply({activeClient(u"c1"_s, u"Zeta"_s)});
    f.context.connecting = {acceptance(1, u"i1"_s)};
    const auto view = f.open({ListKind::Clients, {}, InvitationFilter::All, SortOrder::Company, {}}, f.context);
    REQUIRE(companies(*view, f.context) == QStringList{u"Acme Ltd"_s, u"Zeta"_s});
    const auto row = std::get<ClientRow>(view->rows(0, 1, f.context)->rows[0]);
    CHECK(row.connecting == operationId(1));
    CHECK_FALSE(row.id);

    Client confirmed = activeClient(u"c2"_s, u"Acme Ltd"_s);
    confirmed.invitationId = invitationId(u"i1"_s);
    const Result<ListDiff> diff = view->update(f.apply({confirmed}).touched, f.context);

    CHECK(diff->total == 2);
    CHECK(std::get<ClientRow>(view->rows(0, 1, f.context)->rows[0]).id == clientId(u"c2"_s));
}

TEST_CASE("A client in a state that this version does not know is in its list with the service's word, until it leaves")
{
    CacheFixture f;
    Client frozen = activeClient(u"c2"_s, u"Acme Ltd"_s);
    frozen.state = clientState(u"frozen"_s);
    frozen.invitationId = invitationId(u"i1"_s);
    f.apply({activeClient(u"c1"_s, u"Zeta"_s), frozen});
    f.context.connecting = {acceptance(1, u"i1"_s)}; // Of the same: it is there, not still connecting
    for (const SortOrder sort : {SortOrder::Company, SortOrder::Newest}) {
        const auto view = f.open({ListKind::Clients, {}, InvitationFilter::All, sort, {}}, f.context);
        REQUIRE(companies(*view, f.context).size() == 2);
    }
    const auto view = f.open({ListKind::Clients, {}, InvitationFilter::All, SortOrder::Company, {}}, f.context);
    CHECK(std::get<ClientRow>(view->rows(0, 1, f.context)->rows[0]).state.text == u"frozen"_s);

    frozen.version = {2};
    frozen.state = clientState(u"disconnected"_s);
    f.context.connecting = {};
    CHECK(view->update(f.apply({frozen}).touched, f.context)->total == 1);
}

TEST_CASE("Clients say who may open their books")
{
    CacheFixture f;
    f.context.me = MemberId::parse(u"m1"_s);
    Client mine = activeClient(u"c1"_s, u"Mine"_s);
    mine.accountants = {{*MemberId::parse(u"m1"_s), accountantRole(u"primary"_s)}};
    Client left = activeClient(u"c3"_s, u"Left"_s);
    left.state = clientState(u"disconnected"_s);
    f.apply({mine, activeClient(u"c2"_s, u"Theirs"_s), left});

    const auto view = f.open({ListKind::Clients, {}, InvitationFilter::All, SortOrder::Company, {}}, f.context);

    REQUIRE(companies(*view, f.context) == QStringList{u"Mine"_s, u"Theirs"_s});
    CHECK(std::get<ClientRow>(view->rows(0, 1, f.context)->rows[0]).assignedToMe);
    CHECK_FALSE(std::get<ClientRow>(view->rows(1, 1, f.context)->rows[0]).assignedToMe);
}

TEST_CASE("Activity names its company, and is found by it, in whichever order they came")
{
    CacheFixture f;
    Activity activity = activityOf(u"a1"_s, noon);
    activity.invitationId = invitationId(u"i1"_s);
    f.apply({activity, activityOf(u"a2"_s, noon + std::chrono::hours(1))});
    const auto view = f.open({ListKind::Activity, {}, InvitationFilter::All, SortOrder::Urgency, {}}, f.context);
    CHECK(companies(*view, f.context) == QStringList{{}, {}});

    CHECK(view->update(f.apply({of(u"i1"_s, u"Acme"_s)}).touched, f.context)->steps.size() == 1);

    CHECK(companies(*view, f.context) == QStringList{{}, u"Acme"_s});
    CHECK(found(f, u"acme"_s, ListKind::Activity) == QStringList{u"Acme"_s});
    CHECK(found(f, u"priya"_s, ListKind::Activity).size() == 2);
}

TEST_CASE("An invitation's place is known, and -1 where it isn't shown")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Old"_s, 9), of(u"i2"_s, u"New"_s, 1)});
    const auto view = f.open(invitations(SortOrder::Urgency), f.context);
    CHECK(*view->positionOf(invitationId(u"i2"_s)) == 1);
    CHECK(*view->positionOf(invitationId(u"i3"_s)) == -1);
}

TEST_CASE("A client's place is known, and -1 where it isn't shown")
{
    CacheFixture f;
    f.apply({activeClient(u"c1"_s, u"Zeta"_s), activeClient(u"c2"_s, u"Acme"_s)});
    const auto view = f.open({ListKind::Clients, {}, InvitationFilter::All, SortOrder::Company, {}}, f.context);
    CHECK(*view->positionOf(clientId(u"c1"_s)) == 1);
    CHECK(*view->positionOf(clientId(u"c3"_s)) == -1);
    CHECK(*view->positionOf(invitationId(u"c1"_s)) == -1);
}

TEST_CASE("After an update that failed, the next one makes good for it")
{
    CacheFixture f;
    f.apply({of(u"i1"_s, u"Acme"_s)});
    const auto view = f.open(invitations(SortOrder::Urgency), f.context);
    const Touched touched = f.apply({of(u"i2"_s, u"Beta"_s, 1)}).touched;
    f.cache->database().setFault([] { return Error{ErrorKind::Disk, {}}; });
    CHECK_FALSE(view->update(touched, f.context));
    f.cache->database().setFault({});

    CHECK(view->update({}, f.context)->total == 2);
}

#include "tests/store/builders.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Invitation of(const QString &id, const QString &company, int hoursAgo = 0)
{
    Invitation invitation = pendingInvitation(id);
    invitation.companyName = company;
    invitation.sentAt = noon - std::chrono::hours(hoursAgo);
    return invitation;
}

/// Row by row, as a list asks for pages.
QStringList ids(ListView &view, const ListContext &context)
{
    QStringList ids;
    for (qsizetype row = 0; row < view.size(); ++row)
        ids += std::get<InvitationRow>(view.rows(row, 1, context)->rows.at(0)).id.text();
    return ids;
}

QStringList idsIn(CacheFixture &f, SortOrder sort)
{
    return ids(*f.open({ListKind::Invitations, {}, InvitationFilter::All, sort, {}}, f.context), f.context);
}

} // namespace

TEST_CASE("Of the same moment the id decides, in every order, whichever came first")
{
    const std::vector<Change> changes{of(u"i3"_s, u"Same"_s, 5), of(u"i1"_s, u"Same"_s, 5), of(u"i9"_s, u"Late"_s, 1),
                                      of(u"i2"_s, u"Same"_s, 5)};
    for (const bool backwards : {false, true}) {
        CacheFixture f;
        f.apply(backwards ? std::vector<Change>(changes.rbegin(), changes.rend()) : changes);

        CHECK(idsIn(f, SortOrder::Urgency) == QStringList{u"i1"_s, u"i2"_s, u"i3"_s, u"i9"_s});
        CHECK(idsIn(f, SortOrder::Newest) == QStringList{u"i9"_s, u"i3"_s, u"i2"_s, u"i1"_s});
        CHECK(idsIn(f, SortOrder::Company) == QStringList{u"i9"_s, u"i1"_s, u"i2"_s, u"i3"_s});
    }
}

TEST_CASE("One that comes later takes the place that its id has among those of the same moment")
{
    CacheFixture f;
    f.apply({of(u"i3"_s, u"C"_s), of(u"i1"_s, u"A"_s)});
    const auto view = f.open({}, f.context);

    const Result<ListDiff> diff = view->update(f.apply({of(u"i2"_s, u"B"_s)}).touched, f.context);

    REQUIRE(diff->steps.size() == 1);
    CHECK(diff->steps[0].kind == ListStep::Kind::Insert);
    CHECK(diff->steps[0].first == 1);
    CHECK(ids(*view, f.context) == QStringList{u"i1"_s, u"i2"_s, u"i3"_s});
    CHECK(view->positionOf(invitationId(u"i2"_s)) == 1);
}

TEST_CASE("A long list of one moment is in order once it is whole, though its beginning was read first")
{
    CacheFixture f;
    std::vector<Change> many;
    for (int i = 2'100; i > 0; --i)
        many.push_back(of(u"i%1"_s.arg(i), u"Acme"_s));
    f.apply(many);
    const auto view = f.open({}, f.context);
    REQUIRE(view->limited());

    REQUIRE(view->finish(f.context));

    QStringList sorted;
    for (int i = 1; i <= 2'100; ++i)
        sorted += u"i%1"_s.arg(i);
    sorted.sort();
    CHECK(ids(*view, f.context) == sorted);
}

#include "tests/session/sessionrig.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <algorithm>

// History through the whole session: what a decision looks like there from the moment it is kept.
namespace {

/// What the open view of History was told last, row by row.
struct Told
{
    std::vector<HistoryRow> rows;

    explicit Told(SessionRig &rig)
    {
        QObject::connect(rig.session.get(), &Session::listOpened, rig.session.get(), [this](const ListOpened &list) {
            rows.clear();
            for (const Row &row : list.firstRows)
                rows.push_back(std::get<HistoryRow>(row));
        });
        QObject::connect(rig.session.get(), &Session::changed, rig.session.get(), [this](const ChangeSet &changes) {
            for (const ListDiff &diff : changes.lists) {
                for (const ListStep &step : diff.steps)
                    take(step);
            }
        });
    }
    [[nodiscard]] const HistoryRow *find(const QString &id) const
    {
        const auto at =
            std::find_if(rows.begin(), rows.end(), [&](const HistoryRow &row) { return row.id.text() == id; });
        return at == rows.end() ? nullptr : &*at;
    }

private:
    void take(const ListStep &step)
    {
        if (step.kind == ListStep::Kind::Change) {
            for (size_t i = 0; i < step.rows.size(); ++i)
                rows.at(size_t(step.first) + i) = std::get<HistoryRow>(step.rows[i]);
        }
        if (step.kind == ListStep::Kind::Move) {
            const HistoryRow row = rows.at(size_t(step.first));
            rows.erase(rows.begin() + step.first);
            rows.insert(rows.begin() + step.to, row);
        }
    }
};

ListQuery everything()
{
    ListQuery query;
    query.kind = ListKind::History;
    return query;
}

} // namespace

TEST_CASE("A kept decision is shown in History as waiting to be sent, and not as decided", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const Told told(rig);
    (void)rig.session->openList(everything());
    REQUIRE(eventually([&] { return told.rows.size() == 2; }));

    REQUIRE(rig.accept(QStringLiteral("i1")));

    REQUIRE(eventually([&] { return told.find(QStringLiteral("i1"))->local.has_value(); }));
    const HistoryRow &row = *told.find(QStringLiteral("i1"));
    CHECK(row.status == InvitationStatus::Pending);
    CHECK(row.local == LocalDecision{LocalDecision::Stage::Waits, true});
}

TEST_CASE("Once the service has confirmed it, History has it as decided", "[livesession]")
{
    SessionRig rig;
    SessionOptions options = rig.options();
    options.hold = Milliseconds(0);
    rig.open(options);
    REQUIRE(eventually([&] { return rig.whole(); }));
    const Told told(rig);
    (void)rig.session->openList(everything());
    REQUIRE(eventually([&] { return told.rows.size() == 2; }));

    REQUIRE(rig.accept(QStringLiteral("i1")));

    REQUIRE(eventually([&] { return told.find(QStringLiteral("i1"))->status == InvitationStatus::Accepted; }));
    CHECK_FALSE(told.find(QStringLiteral("i1"))->local);
}

TEST_CASE("An invitation's details name the others of the same owner, and what waits for them here", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    REQUIRE(rig.accept(QStringLiteral("i2")));

    const InvitationDetails details = rig.details(QStringLiteral("i1"));

    REQUIRE(details.dealings);
    REQUIRE(details.dealings->newest.size() == 1);
    const Dealing &other = details.dealings->newest.front();
    CHECK(other.invitationId == builders::invitationId(QStringLiteral("i2")));
    CHECK(other.sameEmail);
    CHECK(other.local == LocalDecision{LocalDecision::Stage::Waits, true});
}

TEST_CASE("An invitation is found in the open view of History", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    (void)rig.session->openList(everything());
    std::optional<Result<qsizetype>> found;

    rig.session->findInHistory(builders::invitationId(QStringLiteral("i1")), rig.session.get(),
                               [&found](const Result<qsizetype> &row) { found = row; });

    REQUIRE(eventually([&] { return found.has_value(); }));
    CHECK(**found >= 0);
}

TEST_CASE("The finder looks through every branch and state, beside an open History of one branch", "[livesession]")
{
    SessionRig rig;
    rig.service.invite(QStringLiteral("i3"), QStringLiteral("b2"));
    rig.service.setStatus(QStringLiteral("i3"), QStringLiteral("rejected"), QStringLiteral("Tom"));
    REQUIRE(rig.opensWhole());
    std::map<ListKind, qsizetype> totals;
    QObject::connect(rig.session.get(), &Session::listOpened, rig.session.get(),
                     [&totals](const ListOpened &list) { totals[list.query.kind] = list.total; });
    ListQuery history = everything();
    history.branch = *BranchId::parse(QStringLiteral("b1"));
    ListQuery finder;
    finder.kind = ListKind::Finder;
    finder.search = QStringLiteral("company i3");

    (void)rig.session->openList(history);
    (void)rig.session->openList(finder);

    REQUIRE(eventually([&] { return totals.size() == 2; }));
    CHECK(totals[ListKind::History] == 2);
    CHECK(totals[ListKind::Finder] == 1);
}

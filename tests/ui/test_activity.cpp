#include "tests/support/catch.h"
#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/activity/activitypage.h"
#include "ui/activity/activitywords.h"
#include "ui/common/rowlist.h"

namespace {

QString said(const char *action, const char *company = "Acme Ltd", const char *actor = "Priya Shah")
{
    return ActivityWords::sentence(samples::activityRow(QStringLiteral("a1"), QString::fromUtf8(actor),
                                                        QString::fromUtf8(action), QString::fromUtf8(company)));
}

struct Desk
{
    FakeSession session;
    std::unique_ptr<ActivityPage> page;

    explicit Desk(std::vector<ActivityRow> activity)
    {
        session.world.activity = std::move(activity);
        session.publish();
        page = std::make_unique<ActivityPage>(session, nullptr);
        page->resize(800, 600);
        page->show();
        widgets::settle();
    }
    [[nodiscard]] QString text() const { return widgets::visibleText(*page); }
};

} // namespace

TEST_CASE("What happened is a sentence")
{
    CHECK(said("invitation_accepted") == QStringLiteral("Priya Shah accepted the invitation of Acme Ltd"));
    CHECK(said("invitation_expired") == QStringLiteral("The invitation of Acme Ltd expired"));
    CHECK(said("link_regenerated") == QStringLiteral("Priya Shah made a new Client Pays link"));
}

TEST_CASE("An action that is not known is shown as it came")
{
    CHECK(said("tea_was_made") == QStringLiteral("Priya Shah: tea_was_made (Acme Ltd)"));
}

TEST_CASE("A name that looks like a placeholder stays a name")
{
    CHECK(said("invitation_rejected", "%1 & Co", "%2") == QStringLiteral("%2 rejected the invitation of %1 & Co"));
}

TEST_CASE("A line is heard with how long ago it was")
{
    const Desk desk({samples::activityRow(QStringLiteral("a1"), QStringLiteral("Priya Shah"),
                                          QStringLiteral("invitation_accepted"), QStringLiteral("Acme Ltd"))});

    auto *list = widgets::named<RowList>(*desk.page, QStringLiteral("Activity list"));
    REQUIRE(list);
    CHECK(widgets::spokenRow(*list, 0) ==
          QStringLiteral("Priya Shah accepted the invitation of Acme Ltd, 2 hours ago"));
}

TEST_CASE("Without the permission it says which one it takes")
{
    Desk desk({});
    desk.page->setBranch(samples::branchId(QStringLiteral("leeds")));
    widgets::settle();

    CHECK(desk.text().contains(QStringLiteral("You need the permission View audit logs on Leeds")));
}

TEST_CASE("Every control of Activity has its names")
{
    const Desk desk({samples::activityRow(QStringLiteral("a1"), QStringLiteral("Priya Shah"),
                                          QStringLiteral("note_added"), QStringLiteral("Acme Ltd"))});
    CHECK(widgets::unnamedControls(*desk.page).join(u'\n') == QString());
}

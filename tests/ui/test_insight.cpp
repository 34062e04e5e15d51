#include "tests/support/catch.h"
#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/insight/barchart.h"
#include "ui/insight/figuretable.h"
#include "ui/insight/insightfigures.h"
#include "ui/insight/insightpage.h"
#include "ui/insight/insightperiod.h"

#include <QComboBox>
#include <QPushButton>
#include <QtTest>

using namespace std::chrono_literals;

namespace {

InsightCounts counts(qint64 accepted, qint64 rejected, std::optional<Milliseconds> median)
{
    return {.received = accepted + rejected,
            .accepted = accepted,
            .rejected = rejected,
            .byLink = accepted,
            .byExternal = rejected,
            .timed = median ? accepted + rejected : 0,
            .median = median};
}

struct Desk
{
    FakeSession session;
    std::unique_ptr<InsightPage> page;

    Desk()
    {
        session.insight.all = counts(3, 1, 14h);
        session.insight.months = std::vector<InsightCounts>(12);
        session.insight.months[11] = counts(3, 1, 14h);
        session.insight.branches = {{samples::branchId(QStringLiteral("leeds")), QStringLiteral("Leeds"), counts(1, 0, 1h)},
                                    {samples::branchId(QStringLiteral("london")), QStringLiteral("London"), counts(2, 1, 14h)}};
        session.insight.reasons = {{QStringLiteral("Capacity full"), 1}};
    }
    void open()
    {
        session.publish();
        page = std::make_unique<InsightPage>(session, nullptr);
        page->resize(1'000, 800);
        page->show();
        widgets::settle();
    }
    [[nodiscard]] QString text() const { return widgets::visibleText(*page); }
    [[nodiscard]] QString heard(const char *table, int row, int column) const
    {
        const auto &figures = widgets::child<FigureTable>(*page, table);
        return figures.model()->index(row, column).data(Qt::AccessibleTextRole).toString();
    }
};

} // namespace

TEST_CASE("Insight says what came, what became of it, and how long half of the answers took")
{
    Desk desk;
    desk.open();

    CHECK(desk.text().contains(QStringLiteral("4 received · 3 accepted (75 %) · 1 rejected (25 %) · 0 pending")));
    CHECK(desk.text().contains(QStringLiteral("Median time to answer: 14 h, of answers: 4.")));
}

TEST_CASE("A figure is heard with its month and what it counts")
{
    Desk desk;
    desk.open();

    CHECK(desk.heard("insightMonthsTable", 11, 2) == QStringLiteral("Nov 2026, Accepted: 3"));
    CHECK(desk.heard("insightMonthsTable", 11, 8) == QStringLiteral("Nov 2026, Median time to answer: 14 h"));
    CHECK(desk.heard("insightMonthsTable", 0, 8) == QStringLiteral("Dec 2025, Median time to answer: –"));
    CHECK(desk.heard("insightReasonsTable", 0, 1) == QStringLiteral("Capacity full, Rejected: 1"));
}

TEST_CASE("A chart has the figures of its table")
{
    Desk desk;
    desk.open();
    const BarData &states = widgets::child<BarChart>(*desk.page, "monthStates").data();

    REQUIRE(states.series.size() == 2); // What is nowhere is left out
    CHECK(states.series[0].name == QStringLiteral("Accepted"));
    CHECK(states.series[0].values[11] == 3);
    CHECK(states.series[1].values[11] == 1);
    CHECK(states.labels.size() == 12);
    CHECK(widgets::child<BarChart>(*desk.page, "monthTimes").data().series[0].values[11] == 14);
}

TEST_CASE("Months are those of the calendar, and their beginnings those of the user's time zone")
{
    const std::vector<QDate> months = insightMonths(InsightPeriod::Last3Months, QDate(2026, 1, 31));

    CHECK(months == std::vector{QDate(2025, 11, 1), QDate(2025, 12, 1), QDate(2026, 1, 1), QDate(2026, 2, 1)});
    CHECK(insightMonths(InsightPeriod::LastYear, QDate(2026, 1, 31)).size() == 13);
    CHECK(insightMonths(InsightPeriod::ThisYear, QDate(2026, 3, 1)).back() == QDate(2026, 4, 1));
    CHECK(insightMoments(months).front() == instantFromMs(QDate(2025, 11, 1).startOfDay().toMSecsSinceEpoch()));
}

TEST_CASE("The branch and the period that are chosen are the ones that are asked for")
{
    Desk desk;
    desk.open();
    CHECK_FALSE(desk.session.insightQueries.back().branch);
    CHECK(desk.session.insightQueries.back().moments.size() == 13);

    desk.page->setBranch(samples::branchId(QStringLiteral("london")));
    auto &period = widgets::child<QComboBox>(*desk.page, "insightPeriod");
    period.setCurrentIndex(period.findText(QStringLiteral("Last 3 months")));
    emit period.activated(period.currentIndex());
    widgets::settle();

    CHECK(desk.session.insightQueries.back().branch == samples::branchId(QStringLiteral("london")));
    CHECK(desk.session.insightQueries.back().moments.size() == 4);
    CHECK_FALSE(widgets::child<QWidget>(*desk.page, "insightBranches").isVisible());
}

TEST_CASE("An answer that came for another branch is not shown")
{
    Desk desk;
    desk.open();
    desk.session.answersHeld = true;
    desk.session.insight.all = counts(9, 0, 1h);
    desk.page->setBranch(samples::branchId(QStringLiteral("london")));
    widgets::settle();
    desk.session.answersHeld = false;
    desk.session.insight.all = counts(7, 0, 1h);
    desk.page->setBranch({});

    desk.session.releaseAnswers();
    CHECK_FALSE(desk.text().contains(QStringLiteral("9 received")));
    widgets::settle();
    CHECK(desk.text().contains(QStringLiteral("7 received")));
}

TEST_CASE("What the figures can't know is said")
{
    Desk desk;
    desk.session.insight.all.timed = 1;
    ++desk.session.insight.all.received;
    desk.open();

    CHECK(desk.text().contains(QStringLiteral("When they were answered is not known of 3: they are not in the median.")));
    CHECK(desk.text().contains(QStringLiteral("In a state that this version does not know: 1.")));
}

TEST_CASE("Without an invitation in the period Insight says so")
{
    Desk desk;
    desk.session.insight = {};
    desk.open();
    CHECK(desk.text().contains(QStringLiteral("No invitation was sent in this period")));
}

TEST_CASE("Figures that could not be read are said to be, and can be asked for again")
{
    Desk desk;
    desk.session.insightError = Error{ErrorKind::Disk, {}};
    desk.open();
    CHECK(desk.text().contains(QStringLiteral("The figures could not be read")));

    desk.session.insightError.reset();
    widgets::named<QPushButton>(*desk.page, QStringLiteral("Try Again"))->click();
    widgets::settle();

    CHECK(desk.text().contains(QStringLiteral("4 received")));
}

TEST_CASE("A page that nobody sees asks for nothing")
{
    Desk desk;
    desk.open();
    const size_t asked = desk.session.insightQueries.size();
    desk.page->hide();
    desk.session.world.invitations.push_back(
        samples::invitation(QStringLiteral("i9"), QStringLiteral("Acme"), QStringLiteral("Ann"), 1));
    desk.session.publish({samples::invitationId(QStringLiteral("i9"))});
    widgets::settle();
    CHECK(desk.session.insightQueries.size() == asked);

    desk.page->show();
    widgets::settle();

    CHECK(desk.session.insightQueries.size() == asked + 1);
}

TEST_CASE("Every control of Insight has a name, and Tab leads out of its tables")
{
    Desk desk;
    desk.open();
    CHECK(widgets::unnamedControls(*desk.page).join(u'\n').toStdString() == std::string());
    CHECK_FALSE(widgets::child<FigureTable>(*desk.page, "insightMonthsTable").tabKeyNavigation());
    for (const BarChart *chart : desk.page->findChildren<BarChart *>()) {
        CHECK_FALSE(chart->accessibleName().isEmpty());
        CHECK_FALSE(chart->accessibleDescription().isEmpty());
    }
}

TEST_CASE("A scale ends with a round number that nothing is above")
{
    CHECK(BarChart::topFor(0) == 4);
    CHECK(BarChart::topFor(4) == 4);
    CHECK(BarChart::topFor(5) == 8);
    CHECK(BarChart::topFor(21) == 24);
    CHECK(BarChart::topFor(33) == 40);
    CHECK(BarChart::topFor(240) == 240);
    CHECK(BarChart::topFor(321) == 400);
}

TEST_CASE("Times are said in what people count them in")
{
    CHECK(InsightFigures::duration(59min) == QStringLiteral("59 min"));
    CHECK(InsightFigures::duration(14h) == QStringLiteral("14 h"));
    CHECK(InsightFigures::duration(14h + 5min) == QStringLiteral("14 h 5 min"));
    CHECK(InsightFigures::duration(49h) == QStringLiteral("2 d 1 h"));
}

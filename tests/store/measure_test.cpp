#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QFileInfo>
#include <QLocale>

#include <ctime>
#include <iostream>
#include <random>

using namespace Qt::Literals::StringLiterals;

// test_store "[.measure]" prints how much processor time things take; ATLAS_MEASURE_ROWS says with how many invitations
// (100,000).
namespace {

class Stopwatch
{
public:
    void lap(const char *what)
    {
        std::cout << "  " << what << ": " << 1e3 * double(std::clock() - m_begun) / CLOCKS_PER_SEC << " ms"
                  << std::endl;
        m_begun = std::clock();
    }

private:
    std::clock_t m_begun = std::clock();
};

Invitation realistic(int i, std::mt19937 &random)
{
    static const QStringList words{u"Harbour"_s, u"Société"_s,  u"Müller"_s, u"Green"_s,  u"Partners"_s,  u"東京"_s,
                                   u"Bakery"_s,  u"Holdings"_s, u"Nordic"_s, u"Studio"_s, u"Transport"_s, u"Ltd"_s};
    const auto word = [&] { return words[qsizetype(random() % size_t(words.size()))]; };
    Invitation invitation = pendingInvitation(u"inv-%1"_s.arg(i));
    invitation.branchId = branchId(random() % 3 == 0 ? "london" : random() % 2 == 0 ? "paris" : "tokyo");
    invitation.companyName = u"%1 %2 %3"_s.arg(word(), word()).arg(i);
    invitation.ownerName = u"%1 %2"_s.arg(word(), word());
    invitation.ownerEmail = u"owner%1@%2.example"_s.arg(i).arg(random() % 5000);
    invitation.sentAt = noon - Milliseconds(qint64(random()) % (96LL * 3600 * 1000));
    if (random() % 3 == 0) {
        for (int w = 0; w < 20; ++w)
            invitation.message += word() + u' ';
    }
    return invitation;
}

void measureOpen(CacheFixture &f, const char *what, const ListQuery &query)
{
    Stopwatch watch;
    const auto view = f.open(query, f.context);
    const auto page = view->rows(0, 64, f.context);
    REQUIRE(page);
    watch.lap(what);
    if (view->limited()) {
        REQUIRE(view->finish(f.context));
        watch.lap("  and the rest");
    }
    std::cout << "    (" << view->size() << " rows)" << std::endl;
}

void measureHistory(CacheFixture &f)
{
    const auto history = [](HistoryFilter outcome, const QString &search = {}) {
        return ListQuery{ListKind::History, {}, {}, SortOrder::Newest, search, outcome, {}};
    };
    measureOpen(f, "history", history(HistoryFilter::All));
    measureOpen(f, "history, rejected", history(HistoryFilter::Rejected));
    measureOpen(f, "history, search 'harbour'", history(HistoryFilter::All, u"harbour"_s));
    const auto invitation = f.cache->invitation(invitationId(u"inv-7"_s));
    REQUIRE((invitation && *invitation));
    Stopwatch watch;
    const Result<Dealings> dealings = f.cache->dealings(**invitation);
    watch.lap("earlier dealings of one");
    REQUIRE(dealings);
    std::cout << "    (" << dealings->newest.size() << (dealings->more ? " and more)" : ")") << std::endl;
}

} // namespace

TEST_CASE("How long it takes", "[.measure]")
{
    const int rows =
        qEnvironmentVariableIsSet("ATLAS_MEASURE_ROWS") ? qEnvironmentVariableIntValue("ATLAS_MEASURE_ROWS") : 100'000;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    std::mt19937 random(1);
    CacheFixture f;
    REQUIRE(f.cache->beginFullPass());
    double spent = 0;
    double longest = 0;
    for (int i = 0; i < rows; i += 2000) {
        std::vector<Change> changes;
        for (int j = i; j < i + 2000; ++j)
            changes.push_back(realistic(j, random));
        const std::clock_t begun = std::clock();
        f.apply(std::move(changes), i + 2000 < rows);
        const double ms = 1e3 * double(std::clock() - begun) / CLOCKS_PER_SEC;
        spent += ms;
        longest = std::max(longest, ms);
    }
    std::cout << rows << " invitations in pages of 2000: " << 1e3 * rows / spent << " rows/s, " << 1e3 * spent / rows
              << " us a row, longest page " << longest << " ms, file " << QFileInfo(f.path()).size() / 1'000'000
              << " MB" << std::endl;
    Stopwatch watch;
    REQUIRE(f.cache->counts(noon, 48));
    watch.lap("counts, first");
    REQUIRE(f.cache->counts(noon, 48));
    watch.lap("counts, again");
    const auto query = [](SortOrder sort, const QString &search = {}, InvitationFilter filter = InvitationFilter::All) {
        return ListQuery{ListKind::Invitations, {}, filter, sort, search};
    };
    measureOpen(f, "urgency", query(SortOrder::Urgency));
    measureOpen(f, "newest", query(SortOrder::Newest));
    measureOpen(f, "company", query(SortOrder::Company));
    measureOpen(f, "overdue", query(SortOrder::Urgency, {}, InvitationFilter::Overdue));
    measureOpen(f, "with message", query(SortOrder::Urgency, {}, InvitationFilter::WithMessage));
    measureOpen(f, "branch, urgency", {ListKind::Invitations, branchId("london"), {}, SortOrder::Urgency, {}});
    measureOpen(f, "search 'harbour' (many)", query(SortOrder::Urgency, u"harbour"_s));
    measureOpen(f, "search 'harbour studio'", query(SortOrder::Urgency, u"harbour studio"_s));
    measureOpen(f, "search 'owner777@' (few)", query(SortOrder::Urgency, u"owner777@"_s));
    measureOpen(f, "search 'xyz' (none)", query(SortOrder::Urgency, u"xyz"_s));
    measureOpen(f, "search two CJK, limited", query(SortOrder::Urgency, u"東京"_s));
    measureOpen(f, "search 'qq' (none, scan)", query(SortOrder::Urgency, u"qq"_s));
    measureOpen(f, "search two CJK by company", query(SortOrder::Company, u"東京"_s));
    measureHistory(f);
    for (const SortOrder sort : {SortOrder::Urgency, SortOrder::Company}) {
        const auto view = f.open(query(sort), f.context);
        if (view->limited())
            REQUIRE(view->finish(f.context));
        const Touched one = f.apply({realistic(rows + 1 + int(sort), random)}).touched;
        Stopwatch update;
        REQUIRE(view->update(one, f.context));
        update.lap("update of one");
        std::vector<Change> page;
        for (int j = 0; j < 2000; ++j)
            page.push_back(realistic(rows + 10 + 5000 * int(sort) + j, random));
        const Touched many = f.apply(std::move(page)).touched;
        Stopwatch bulk;
        REQUIRE(view->update(many, f.context));
        bulk.lap("update of 2000");
        Touched all;
        all.everything = true;
        REQUIRE(view->update(all, f.context));
        bulk.lap("update of everything");
    }
}

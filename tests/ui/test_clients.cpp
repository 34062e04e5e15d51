#include "tests/support/catch.h"
#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/clients/clientspage.h"
#include "ui/common/rowlist.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

namespace {

struct Desk
{
    FakeSession session;
    std::unique_ptr<ClientsPage> page;

    explicit Desk(std::vector<ClientRow> clients)
    {
        session.world.clients = std::move(clients);
        session.publish();
        page = std::make_unique<ClientsPage>(session, nullptr);
        page->resize(1'000, 600);
        page->show();
        widgets::settle();
    }
    [[nodiscard]] RowList &list() const { return *widgets::named<RowList>(*page, QStringLiteral("Clients list")); }
    [[nodiscard]] QString text() const { return widgets::visibleText(*page); }
};

ClientRow acme()
{
    return samples::clientRow(QStringLiteral("c1"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"));
}

ClientRow connecting()
{
    ClientRow row = samples::clientRow(QStringLiteral("c2"), QStringLiteral("Northwind"), QStringLiteral("Amara Osei"));
    row.id.reset();
    row.connecting = samples::operationId(3);
    return row;
}

} // namespace

TEST_CASE("Clients stand by company; one still connecting says so and never that it is accepted")
{
    const Desk desk({connecting(), acme()});

    CHECK(widgets::spokenRow(desk.list(), 0) == QStringLiteral("Acme Ltd, Ann Lee, Client Pays"));
    CHECK(widgets::spokenRow(desk.list(), 1) == QStringLiteral("Northwind, Amara Osei, connecting · waiting to send"));
}

TEST_CASE("Access Fiskl opens the client's account where the link can be trusted")
{
    const Desk desk({acme()});
    QSignalSpy opened(desk.page.get(), &ClientsPage::linkActivated);

    widgets::named<QPushButton>(*desk.page, QStringLiteral("Access Fiskl"))->click();

    REQUIRE(opened.size() == 1);
    CHECK(opened[0][0].toUrl() == QUrl(QStringLiteral("https://app.fiskl.example/c/c1")));
}

TEST_CASE("A link to a foreign host is not opened")
{
    ClientRow row = acme();
    row.accountUrl = QStringLiteral("https://evil.example/c1");
    const Desk desk({row});

    CHECK_FALSE(widgets::named<QPushButton>(*desk.page, QStringLiteral("Access Fiskl"))->isEnabled());
    CHECK(desk.text().contains(QStringLiteral("no link here that can be trusted")));
    CHECK(desk.text().contains(QStringLiteral("It names the host evil.example.")));
}

TEST_CASE("A host of letters that look like the service's is shown as the network sees it")
{
    ClientRow row = acme();
    row.accountUrl = QStringLiteral("https://app.f\u0456skl.example/c/c1"); // Cyrillic i
    const Desk desk({row});

    CHECK_FALSE(widgets::named<QPushButton>(*desk.page, QStringLiteral("Access Fiskl"))->isEnabled());
    CHECK(desk.text().contains(QStringLiteral("It names the host app.xn--fskl-l9d.example.")));
    CHECK_FALSE(desk.text().contains(row.accountUrl));
}

TEST_CASE("An e-mail is written to the client's address and says nothing else")
{
    const Desk desk({acme()});
    QSignalSpy opened(desk.page.get(), &ClientsPage::linkActivated);

    widgets::named<QPushButton>(*desk.page, QStringLiteral("Write e-mail"))->click();

    REQUIRE(opened.size() == 1);
    CHECK(opened[0][0].toUrl().toEncoded() == "mailto:" + acme().ownerEmail.toLatin1());
}

TEST_CASE("To an address that says more than where to no e-mail is offered")
{
    ClientRow row = acme();
    row.ownerEmail = QStringLiteral("ann@client.example?cc=x@evil.example");
    const Desk desk({row});

    CHECK_FALSE(widgets::named<QPushButton>(*desk.page, QStringLiteral("Write e-mail")));
}

TEST_CASE("A client whose name mixes letters that look alike is marked")
{
    ClientRow row = acme();
    row.companyName = QStringLiteral("\u0410cme Ltd"); // Cyrillic A
    const Desk desk({row});

    CHECK(desk.text().contains(QStringLiteral("mixes letters of several alphabets")));
}

TEST_CASE("The client that is read stays selected through another view, wherever it stands there")
{
    std::vector<ClientRow> clients;
    for (int i = 0; i < 200; ++i)
        clients.push_back(samples::clientRow(QStringLiteral("c%1").arg(i),
                                             QStringLiteral("Firm %1").arg(i, 3, 10, QLatin1Char('0')),
                                             QStringLiteral("Ann Lee")));
    Desk desk(clients);
    desk.list().select(150);
    widgets::settle();
    REQUIRE(desk.text().contains(QStringLiteral("Firm 150")));

    desk.page->setBranch(clients[0].branchId);
    widgets::settle();

    CHECK(desk.list().selectionModel()->selectedRows().value(0).row() == 150);
    CHECK(widgets::child<QLabel>(*desk.page, "clientCompany").text() == QStringLiteral("Firm 150"));
}

TEST_CASE("The first synchronisation of clients ends at the top, with the first one selected")
{
    Desk desk({});
    desk.session.shown.status.firstSync = true;
    desk.session.world.clients = {connecting()};
    desk.session.publish();
    widgets::settle();
    CHECK_FALSE(desk.list().selectionModel()->hasSelection());

    desk.session.shown.status.firstSync = false;
    desk.session.world.clients.push_back(acme());
    desk.session.publish();
    widgets::settle();

    CHECK(widgets::child<QLabel>(*desk.page, "clientCompany").text() == QStringLiteral("Acme Ltd"));
    CHECK(desk.list().isAtTop());
}

TEST_CASE("For a client that still connects the page says what can be done once that is confirmed")
{
    const Desk desk({connecting()});

    CHECK_FALSE(widgets::named<QPushButton>(*desk.page, QStringLiteral("Set Up Access"))->isEnabled());
    CHECK(desk.text().contains(QStringLiteral("once the service has confirmed your acceptance")));
    CHECK(desk.text().contains(QStringLiteral("assign accountants, write notes")));
}

TEST_CASE("No clients, and none that match, are two things")
{
    const Desk none({});
    CHECK(none.text().contains(QStringLiteral("There are no clients yet.")));

    const Desk some({acme()});
    widgets::named<QLineEdit>(*some.page, QStringLiteral("Search"))->setText(QStringLiteral("zzz"));
    REQUIRE(QTest::qWaitFor([&] { return some.text().contains(QStringLiteral("Nothing found for “zzz”")); }));
}

TEST_CASE("Every control of Clients has its names")
{
    const Desk desk({acme()});
    CHECK(widgets::unnamedControls(*desk.page).join(u'\n') == QString());
}

#include "tests/support/catch.h"
#include "tests/ui/clientdesk.h"
#include "ui/clients/addclientdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

namespace {

ClientPaysLink payLink()
{
    const QString url = QStringLiteral("https://app.fiskl.example/join/abc");
    return {url, QStringLiteral("Join us on Fiskl"), QStringLiteral("Hello,\nsign up here: %1").arg(url),
            samples::now()};
}

struct Adding : ClientDesk
{
    Adding()
    {
        session.link = payLink();
        session.address = QUrl(QStringLiteral("https://atlas.example"));
    }
    void begin(const std::optional<BranchId> &branch = samples::branchId(QStringLiteral("london")))
    {
        open();
        page->setBranch(branch);
        press("addClient");
    }
    [[nodiscard]] AddClientDialog &dialog() const { return *page->findChild<AddClientDialog *>(); }
    [[nodiscard]] QString words() const { return widgets::visibleText(dialog()); }
    template <class T>
    [[nodiscard]] T &part(const char *objectName) const
    {
        return widgets::child<T>(dialog(), objectName);
    }
    void tap(const char *objectName) const
    {
        part<QAbstractButton>(objectName).click();
        widgets::settle();
    }
};

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

TEST_CASE("Add a Client gives the branch's address, the link, and the e-mail's subject and text to copy")
{
    Adding desk;
    desk.begin();

    desk.tap("branchAddressCopy");
    CHECK(clipboard() == QStringLiteral("london@harbourvale.example"));
    desk.tap("payLinkCopy");
    CHECK(clipboard() == payLink().url);
    desk.tap("linkSubjectCopy");
    CHECK(clipboard() == payLink().emailSubject);
    desk.tap("copyLinkBody");
    CHECK(clipboard() == payLink().emailBody);
    CHECK(desk.words().contains(QStringLiteral("External Access")));
    CHECK(desk.session.linksAsked == std::vector<BranchId>{samples::branchId(QStringLiteral("london"))});
}

TEST_CASE("Where all branches are shown one is chosen, and each branch's own link is read")
{
    Adding desk;
    desk.begin(std::nullopt);
    auto &branch = desk.part<QComboBox>("addBranch");
    REQUIRE(branch.count() == 2);

    branch.setCurrentIndex(1);
    emit branch.activated(1);
    widgets::settle();

    CHECK(desk.session.linksAsked == std::vector<BranchId>{samples::branchId(QStringLiteral("leeds")),
                                                           samples::branchId(QStringLiteral("london"))});
    CHECK(desk.part<QLabel>("branchAddress").text() == QStringLiteral("london@harbourvale.example"));
}

TEST_CASE("A link to a foreign host is shown with a warning, and neither it nor its e-mail is given to copy")
{
    Adding desk;
    desk.session.link->url = QStringLiteral("https://evil.example/join");
    desk.begin();

    CHECK(desk.words().contains(QStringLiteral("https://evil.example/join")));
    CHECK(desk.words().contains(QStringLiteral("Don't send it to anybody")));
    CHECK_FALSE(desk.part<QToolButton>("payLinkCopy").isVisible());
    CHECK_FALSE(desk.part<QPushButton>("copyLinkBody").isVisible());
}

TEST_CASE("Without an answer the dialog says so, tries again when asked, and by itself once it is online again")
{
    Adding desk;
    desk.session.link.reset();
    desk.session.shown.status.connection = Connection::Offline;
    desk.begin();
    CHECK(desk.words().contains(QStringLiteral("there is no connection to the service")));

    desk.tap("loadLinkAgain");
    CHECK(desk.session.linksAsked.size() == 2);
    desk.session.link = payLink();
    desk.session.shown.status.connection = Connection::Online;
    desk.publish();

    CHECK(desk.part<QLabel>("payLink").text() == payLink().url);
}

TEST_CASE("A link that one may not see, and a closed branch, are said in words")
{
    Adding desk;
    desk.session.nextLoadError.reset();
    desk.open();
    desk.session.nextLoadError = Error{ErrorKind::Forbidden, QStringLiteral("view_clients")};
    desk.page->addClient();
    widgets::settle();
    CHECK(desk.words().contains(QStringLiteral("You need the permission View clients")));

    desk.session.shown.branches[0].state = branchState(QStringLiteral("closed"));
    desk.publish();
    CHECK(desk.words().contains(QStringLiteral("This branch is closed: clients can't invite it any more.")));
    CHECK_FALSE(desk.part<QLabel>("branchAddress").isVisible());
}

TEST_CASE("A new link is asked for after a warning that the old one stops working, and read anew once it was sent")
{
    Adding desk;
    desk.begin();
    desk.tap("beginNewLink");
    CHECK(desk.words().contains(QStringLiteral("The old link stops working at once")));
    CHECK(desk.session.decisions.empty());

    desk.tap("confirmNewLink");
    REQUIRE(desk.decided<RegenerateLink>());
    CHECK(desk.words().contains(QStringLiteral("It is here once that has been sent")));
    CHECK_FALSE(desk.part<QPushButton>("beginNewLink").isEnabled());
    CHECK(desk.session.linksAsked.size() == 1);

    desk.session.link->url = QStringLiteral("https://app.fiskl.example/join/new");
    desk.session.shown.waiting.clear();
    desk.publish();

    CHECK(desk.session.linksAsked.size() == 2);
    CHECK(desk.part<QLabel>("payLink").text() == QStringLiteral("https://app.fiskl.example/join/new"));
    CHECK(desk.part<QPushButton>("beginNewLink").isEnabled());
}

TEST_CASE("A new link needs the permission and a connection, and the dialog says which is missing")
{
    Adding offline;
    offline.begin();
    offline.session.shown.status.connection = Connection::Offline;
    offline.publish();
    CHECK_FALSE(offline.part<QPushButton>("beginNewLink").isEnabled());
    CHECK(offline.words().contains(QStringLiteral("You need a connection to make a new link")));

    Adding forbidden;
    forbidden.begin(samples::branchId(QStringLiteral("leeds")));
    CHECK_FALSE(forbidden.part<QPushButton>("beginNewLink").isEnabled());
    CHECK(forbidden.words().contains(QStringLiteral("You need the permission Create clients on Leeds")));
}

TEST_CASE("A new link that could not be asked for is said to be none")
{
    Adding desk;
    desk.begin();
    desk.tap("beginNewLink");
    desk.session.nextError = Error{ErrorKind::Network, {}};

    desk.tap("confirmNewLink");

    CHECK(desk.part<QLabel>("newLinkTrouble").text().contains(QStringLiteral("only with a connection")));
    CHECK(desk.part<QPushButton>("confirmNewLink").isEnabled());
}

TEST_CASE("Charge Us is explained and leads to Atlas in the browser")
{
    Adding desk;
    desk.begin();
    QSignalSpy opened(desk.page.get(), &ClientsPage::linkActivated);
    CHECK(desk.words().contains(QStringLiteral("Charge Us")));

    desk.tap("openAtlas");

    REQUIRE(opened.size() == 1);
    CHECK(opened[0][0].toUrl() == QUrl(QStringLiteral("https://atlas.example")));
}

TEST_CASE("Every control of Add a Client has its names")
{
    Adding desk;
    desk.begin();
    desk.tap("beginNewLink");
    CHECK(widgets::unnamedControls(desk.dialog()).join(u'\n') == QString());
}

TEST_CASE("Add a Client closes when another person's account is shown")
{
    Adding desk;
    desk.begin();
    const QPointer<AddClientDialog> dialog = &desk.dialog();

    desk.session.shown.account->userId = *MemberId::parse(QStringLiteral("tom"));
    desk.session.publish();

    CHECK_FALSE((dialog && dialog->isVisible()));
}

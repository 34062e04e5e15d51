#include "tests/support/catch.h"
#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/outbox/attentionpage.h"
#include "ui/outbox/entrylist.h"
#include "ui/outbox/outboxmodel.h"
#include "ui/outbox/waitingpage.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

namespace {

OutboxEntry entry(quint64 number, const QString &company = QStringLiteral("Acme Ltd"))
{
    const Invitation invitation =
        samples::invitation(QStringLiteral("i%1").arg(number), company, QStringLiteral("Ann Lee"), 30);
    OutboxEntry made{samples::operation(
        number,
        RejectInvitation{invitation.id, invitation.revision, samples::reasonId(QStringLiteral("other")),
                         QStringLiteral("We act for a rival"), QStringLiteral("Good luck")},
        invitation)};
    made.operation.reviewed.reasonLabel = QStringLiteral("Other");
    made.undoable = true;
    made.holdLeft = made.operation.hold;
    return made;
}

std::vector<OutboxEntry> entries(const std::vector<quint64> &numbers)
{
    std::vector<OutboxEntry> made;
    for (const quint64 number : numbers)
        made.push_back(entry(number));
    return made;
}

std::vector<OperationId> idsOf(const OutboxModel &model)
{
    std::vector<OperationId> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.push_back(model.entry(row).operation.id);
    return ids;
}

std::vector<OperationId> idsOf(const std::vector<quint64> &numbers)
{
    std::vector<OperationId> ids;
    for (const quint64 number : numbers)
        ids.push_back(samples::operationId(number));
    return ids;
}

OutboxEntry card(EndKind kind)
{
    OutboxEntry made = entry(7);
    made.operation.state = OperationState::Conflict;
    made.operation.end.kind = kind;
    made.undoable = false;
    made.holdLeft.reset();
    made.current = samples::invitation(QStringLiteral("i7"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"), 30);
    made.currentIsPending = true;
    return made;
}

template <class Page>
struct Shown
{
    FakeSession session;
    std::unique_ptr<Page> page;

    void open()
    {
        page = std::make_unique<Page>(session);
        page->resize(800, 700);
        page->show();
        widgets::settle();
    }
    void publish()
    {
        session.publish();
        widgets::settle();
    }
    [[nodiscard]] QString text() const { return widgets::visibleText(*page); }
};

} // namespace

TEST_CASE("From any outbox to any other the model is told exactly, and never reset")
{
    OutboxModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const std::vector<std::vector<quint64>> states{{1, 2, 3}, {1, 2, 3, 4, 5}, {5, 4}, {9, 5, 8, 4}, {4, 8, 5, 9}, {},
                                                   {3, 1, 2}, {2, 6, 3, 7, 1}};

    for (const std::vector<quint64> &state : states) {
        model.setEntries(entries(state));
        CHECK(idsOf(model) == idsOf(state));
    }
    CHECK(reset.isEmpty());
}

TEST_CASE("Several that come together come in one insertion; what did not change is not told")
{
    OutboxModel model;
    model.setEntries(entries({1, 5}));
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.setEntries(entries({1, 2, 3, 4, 5}));

    CHECK(inserted.size() == 1);
    CHECK(changed.isEmpty());
}

TEST_CASE("A waiting decision says whose, what and where it stands, and can be taken back")
{
    Shown<WaitingPage> shown;
    shown.session.shown.waiting = {entry(1)};
    shown.open();
    CHECK(shown.text().contains(QStringLiteral("Acme Ltd")));
    CHECK(shown.text().contains(QStringLiteral("Reject: Other · London")));
    CHECK(shown.text().contains(QStringLiteral("Will be sent in 8 s")));

    auto *undo = widgets::named<QPushButton>(*shown.page, QStringLiteral("Undo"));
    REQUIRE(undo);
    CHECK(undo->accessibleDescription().contains(QStringLiteral("Acme Ltd")));
    undo->click();

    CHECK(shown.session.undone == std::vector<OperationId>{samples::operationId(1)});
}

TEST_CASE("What may have left can't be taken back, and says so")
{
    Shown<WaitingPage> shown;
    OutboxEntry left = entry(1);
    left.operation.state = OperationState::Ready;
    left.operation.maybeApplied = true;
    left.undoable = false;
    shown.session.shown.waiting = {left};
    shown.open();

    CHECK_FALSE(widgets::named<QPushButton>(*shown.page, QStringLiteral("Undo"))->isEnabled());
    CHECK(shown.text().contains(QStringLiteral("May already have been sent: can't be taken back")));
}

TEST_CASE("Nothing waiting is a drawn state")
{
    Shown<WaitingPage> shown;
    shown.open();

    CHECK(shown.text().contains(QStringLiteral("Nothing waits")));
    CHECK_FALSE(widgets::child<QPushButton>(*shown.page, "sendNow").isVisible());
}

TEST_CASE("Send now ends the holds")
{
    Shown<WaitingPage> shown;
    shown.session.shown.waiting = {entry(1)};
    shown.open();

    widgets::child<QPushButton>(*shown.page, "sendNow").click();

    CHECK(shown.session.sendNows == 1);
}

TEST_CASE("Thousands waiting cost only the rows that are shown, and more can be asked for")
{
    Shown<WaitingPage> shown;
    for (quint64 number = 1; number <= 5'000; ++number)
        shown.session.shown.waiting.push_back(entry(number));
    shown.open();
    CHECK(shown.page->findChildren<QPushButton *>(QStringLiteral("undoWaiting")).size() == EntryList::step);

    widgets::child<QPushButton>(*shown.page, "showMore").click();

    CHECK(shown.page->findChildren<QPushButton *>(QStringLiteral("undoWaiting")).size() == 3 * EntryList::step);
}

TEST_CASE("Rows follow what comes, goes and moves, in the order of the outbox")
{
    Shown<WaitingPage> shown;
    shown.open();
    const std::vector<std::vector<quint64>> states{{1, 2, 3}, {3, 1}, {4, 3, 5, 1}, {1, 5, 3, 4}, {2}};
    for (const std::vector<quint64> &state : states) {
        shown.session.shown.waiting.clear();
        for (const quint64 number : state)
            shown.session.shown.waiting.push_back(entry(number, QStringLiteral("Company %1").arg(number)));
        shown.publish();
        QStringList expected;
        for (const quint64 number : state)
            expected.append(QStringLiteral("Company %1").arg(number));
        QList<QLabel *> labels;
        for (QLabel *label : shown.page->findChildren<QLabel *>(QStringLiteral("waitingCompany"))) {
            if (label->isVisible())
                labels.append(label);
        }
        std::sort(labels.begin(), labels.end(), [&](QLabel *a, QLabel *b) {
            return a->mapTo(shown.page.get(), QPoint()).y() < b->mapTo(shown.page.get(), QPoint()).y();
        });
        QStringList found;
        for (const QLabel *label : labels)
            found.append(label->text());
        CHECK(found == expected);
    }
}

TEST_CASE("A card keeps the accountant's words, and they can be copied")
{
    Shown<AttentionPage> shown;
    shown.session.shown.attention = {card(EndKind::Withdrawn)};
    shown.open();
    CHECK(shown.text().contains(QStringLiteral("We act for a rival")));
    CHECK(shown.text().contains(QStringLiteral("Good luck")));

    widgets::named<QPushButton>(*shown.page, QStringLiteral("Copy my words"))->click();

    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("We act for a rival\n\nGood luck"));
}

TEST_CASE("A changed invitation is shown as it was read and as it is now")
{
    Shown<AttentionPage> shown;
    OutboxEntry changed = card(EndKind::Changed);
    changed.current->companyName = QStringLiteral("Acme Holdings Ltd");
    shown.session.shown.attention = {changed};
    shown.open();
    CHECK(shown.text().contains(QStringLiteral("As you read it")));
    CHECK(shown.text().contains(QStringLiteral("Acme Holdings Ltd")));

    std::optional<InvitationId> asked;
    QObject::connect(shown.page.get(), &AttentionPage::reviewAsked, shown.page.get(),
                     [&](const InvitationId &id) { asked = id; });
    widgets::named<QPushButton>(*shown.page, QStringLiteral("Review again"))->click();

    CHECK(asked == samples::invitationId(QStringLiteral("i7")));
}

TEST_CASE("Words that the service refused can be edited and sent again")
{
    Shown<AttentionPage> shown;
    shown.session.shown.attention = {card(EndKind::Refused)};
    shown.open();
    std::optional<OperationId> asked;
    QObject::connect(shown.page.get(), &AttentionPage::editAsked, shown.page.get(),
                     [&](const Operation &operation) { asked = operation.id; });

    widgets::named<QPushButton>(*shown.page, QStringLiteral("Edit and send again…"))->click();

    CHECK(asked == samples::operationId(7));
}

TEST_CASE("A missing permission offers to try again; a lost decision to send it again")
{
    Shown<AttentionPage> shown;
    shown.session.shown.attention = {card(EndKind::PermissionDenied)};
    shown.open();
    widgets::named<QPushButton>(*shown.page, QStringLiteral("Try again"))->click();
    CHECK(shown.session.triedAgain.size() == 1);

    shown.session.shown.attention = {card(EndKind::LostInRestore)};
    shown.publish();
    widgets::named<QPushButton>(*shown.page, QStringLiteral("Send it again"))->click();

    CHECK(shown.session.sentAgain.size() == 1);
}

TEST_CASE("A card goes when it is dismissed, and only then")
{
    Shown<AttentionPage> shown;
    shown.session.shown.attention = {card(EndKind::Withdrawn)};
    shown.open();
    shown.session.nextError = Error{ErrorKind::DiskFull, {}};
    widgets::named<QPushButton>(*shown.page, QStringLiteral("Dismiss"))->click();
    widgets::settle();
    CHECK(shown.text().contains(QStringLiteral("Not dismissed")));

    widgets::named<QPushButton>(*shown.page, QStringLiteral("Dismiss"))->click();
    widgets::settle();

    CHECK(shown.text().contains(QStringLiteral("Nothing needs your attention")));
}

TEST_CASE("An unreadable invitation is a card")
{
    Shown<AttentionPage> shown;
    shown.session.shown.unreadable = {
        {QStringLiteral("invitation"), QStringLiteral("inv_9"), QStringLiteral("sentAt")}};
    shown.open();

    CHECK(shown.text().contains(QStringLiteral("One invitation can't be shown here")));
}

#include "tests/support/catch.h"
#include "tests/ui/outboxdesk.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/plaintext.h"
#include "ui/outbox/entrylist.h"
#include "ui/outbox/outboxmodel.h"
#include "ui/outbox/waitingpage.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using outboxdesk::entry;
using outboxdesk::Shown;

namespace {

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

TEST_CASE("A waiting rejection shows the words that go with it, whole in its tooltip, never as markup")
{
    Shown<WaitingPage> shown;
    OutboxEntry rejection = entry(1);
    std::get<RejectInvitation>(rejection.operation.decision).message = QStringLiteral("<b>Good</b>\nluck");
    shown.session.shown.waiting = {rejection};
    shown.open();

    CHECK(widgets::child<ElidedLabel>(*shown.page, "waitingWords").text() ==
          QStringLiteral("We act for a rival · <b>Good</b> luck"));
    const auto &row = widgets::child<QWidget>(*shown.page, "waitingRow");
    CHECK(row.accessibleDescription() == QStringLiteral("We act for a rival\n\n<b>Good</b>\nluck"));
    CHECK(row.toolTip() == plainToolTip(row.accessibleDescription()));
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

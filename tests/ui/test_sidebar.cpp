#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "ui/shell/branchselector.h"
#include "ui/shell/sidebardelegate.h"
#include "ui/shell/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QPainter>
#include <QSignalSpy>
#include <QtTest>

namespace {

Overview pending(qint64 all, qint64 london)
{
    Overview overview = samples::overview();
    overview.counts.all.pending = all;
    overview.counts.byBranch[samples::london().id].pending = london;
    overview.counts.clients = 214;
    return overview;
}

QString spoken(const SidebarModel &model, Section section)
{
    return model.indexOf(section).data(Qt::AccessibleTextRole).toString();
}

} // namespace

TEST_CASE("The badge appears at one and is gone at nought, also for a screen reader")
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);

    model.setOverview(pending(1, 1), std::nullopt);
    CHECK(model.indexOf(Section::Invitations).data(SidebarModel::BadgeRole).toInt() == 1);
    CHECK(spoken(model, Section::Invitations) == QStringLiteral("Client Invitations, 1 pending"));

    model.setOverview(pending(0, 0), std::nullopt);
    CHECK(model.indexOf(Section::Invitations).data(SidebarModel::BadgeRole).toInt() == 0);
    CHECK(spoken(model, Section::Invitations) == QStringLiteral("Client Invitations"));
}

TEST_CASE("Past 99 the badge says 99+, and a screen reader hears the number")
{
    SidebarModel model;
    model.setOverview(pending(100'000, 0), std::nullopt);

    CHECK(badgeText(99) == QStringLiteral("99"));
    CHECK(badgeText(100) == QStringLiteral("99+"));
    CHECK(spoken(model, Section::Invitations) == QStringLiteral("Client Invitations, 100000 pending"));
}

TEST_CASE("Where one reads from right to left the sign stays behind its number")
{
    SidebarModel model;
    model.setOverview(pending(100'000, 0), std::nullopt);
    const bool rail = GENERATE(false, true);
    const auto badge = [&](Qt::LayoutDirection direction) {
        SidebarDelegate delegate(nullptr);
        delegate.setRail(rail);
        QStyleOptionViewItem option;
        option.rect = rail ? QRect(0, 0, 60, 60) : QRect(0, 0, 400, 40);
        option.direction = Qt::RightToLeft;
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setLayoutDirection(direction);
        delegate.paint(&painter, option, model.indexOf(Section::Invitations));
        painter.end();
        return image.copy(0, 0, 40, option.rect.height()); // Mirrored the badge is at the left
    };

    CHECK(badge(Qt::RightToLeft) == badge(Qt::LeftToRight));
}

TEST_CASE("The badge counts the chosen branch")
{
    SidebarModel model;
    model.setOverview(pending(12, 5), samples::london().id);

    CHECK(model.indexOf(Section::Invitations).data(SidebarModel::BadgeRole).toInt() == 5);
}

TEST_CASE("What waits or needs attention is counted over all branches")
{
    SidebarModel model;
    Overview overview = pending(0, 0);
    const Invitation invitation =
        samples::invitation(QStringLiteral("i"), QStringLiteral("Acme"), QStringLiteral("Ann"), 1);
    const OutboxEntry entry{samples::operation(1, AcceptInvitation{invitation.id, invitation.revision}, invitation)};
    overview.waiting = {entry, entry};
    overview.attention = {entry};

    model.setOverview(overview, samples::leeds().id);

    CHECK(spoken(model, Section::Waiting) == QStringLiteral("Waiting to send, 2"));
    CHECK(spoken(model, Section::Attention) == QStringLiteral("Needs attention, 1"));
    CHECK(spoken(model, Section::Activity) == QStringLiteral("Activity"));
    CHECK(spoken(model, Section::History) == QStringLiteral("History"));
    CHECK(spoken(model, Section::Insight) == QStringLiteral("Insight"));
    CHECK(spoken(model, Section::Clients) == QStringLiteral("Clients"));
}

TEST_CASE("What can't be read and what is in a state not known needs attention, each one of it")
{
    SidebarModel model;
    Overview overview = pending(0, 0);
    overview.unreadable = {{QStringLiteral("invitation"), QStringLiteral("inv_9"), QStringLiteral("sentAt")}};
    overview.unknownStates.count = 3;

    model.setOverview(overview, std::nullopt);

    CHECK(spoken(model, Section::Attention) == QStringLiteral("Needs attention, 4"));
}

TEST_CASE("Captions can't be selected")
{
    const SidebarModel model;
    int captions = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (index.data(SidebarModel::SectionRole).isValid())
            continue;
        ++captions;
        CHECK_FALSE(index.flags().testFlag(Qt::ItemIsSelectable));
    }
    CHECK(captions == 2);
}

TEST_CASE("Only rows whose numbers changed are told of")
{
    SidebarModel model;
    model.setOverview(pending(3, 0), std::nullopt);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.setOverview(pending(3, 0), std::nullopt);
    CHECK(changed.isEmpty());
    model.setOverview(pending(4, 0), std::nullopt);

    CHECK(changed.size() == 1);
}

TEST_CASE("The branch selector offers all branches and each, closed ones marked")
{
    BranchSelector selector(nullptr);
    Branch closed = samples::leeds();
    closed.state = branchState(QStringLiteral("closed"));

    selector.setBranches({closed, samples::london()});

    CHECK(selector.itemText(0) == QStringLiteral("All branches"));
    CHECK(selector.itemText(1) == QStringLiteral("Leeds (closed)"));
    CHECK(selector.itemText(2) == QStringLiteral("London"));
    QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(&selector);
    CHECK(spoken->role() == QAccessible::ComboBox);
    CHECK(spoken->text(QAccessible::Name) == QStringLiteral("Branch"));
    CHECK(spoken->text(QAccessible::Value) == QStringLiteral("All branches"));
}

TEST_CASE("A screen reader finds the branches below the selector, and chooses one by its action")
{
    BranchSelector selector(nullptr);
    selector.setBranches({samples::leeds(), samples::london()});
    const QSignalSpy chosen(&selector, &BranchSelector::chosen);
    QAccessibleInterface *const box = QAccessible::queryAccessibleInterface(&selector);
    REQUIRE(box->childCount() == 1);
    QAccessibleInterface *const list = box->child(0);
    CHECK(list->role() == QAccessible::List);
    CHECK(list->parent() == box);
    REQUIRE(list->childCount() == 3);
    QAccessibleInterface *const london = list->child(2);
    CHECK(london->role() == QAccessible::ListItem);
    CHECK(london->text(QAccessible::Name) == QStringLiteral("London"));
    CHECK(list->indexOfChild(london) == 2);
    CHECK(list->child(0)->state().selected);

    REQUIRE(london->actionInterface());
    london->actionInterface()->doAction(QAccessibleActionInterface::pressAction());

    CHECK(chosen.size() == 1);
    CHECK(selector.branch() == samples::london().id);
    CHECK(london->state().selected);
    selector.setBranches({samples::leeds()});
    CHECK_FALSE(london->isValid());
    CHECK(list->childCount() == 2);
}

TEST_CASE("A branch whose name can't be seen has words in the selector")
{
    BranchSelector selector(nullptr);
    Branch nameless = samples::leeds();
    nameless.name = QStringLiteral(" \u00A0");

    selector.setBranches({nameless, samples::london()});

    CHECK(selector.itemText(1) == QStringLiteral("No branch name"));
}

TEST_CASE("A chosen branch stays chosen while the branches come anew, and tells nobody")
{
    BranchSelector selector(nullptr);
    selector.choose(samples::london().id);
    const QSignalSpy chosen(&selector, &BranchSelector::chosen);

    selector.setBranches({samples::leeds(), samples::london()});
    CHECK(selector.currentText() == QStringLiteral("London"));
    selector.setBranches({samples::london()});

    CHECK(selector.currentText() == QStringLiteral("London"));
    CHECK(selector.branch() == samples::london().id);
    CHECK(chosen.isEmpty());
}

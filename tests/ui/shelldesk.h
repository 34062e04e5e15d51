#pragma once

#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/settings/layoutstore.h"
#include "ui/shell/mainwindow.h"

#include <QTemporaryDir>

/// A window over a scripted session, with a data folder of its own.
struct ShellDesk
{
    QTemporaryDir folder;
    FakeSession session;
    std::unique_ptr<LayoutStore> layout;
    std::unique_ptr<MainWindow> window;
    std::vector<QUrl> opened; ///< Links that the window wanted to open

    ShellDesk() { layout = std::make_unique<LayoutStore>(folder.path()); }

    void open(const std::optional<BranchId> &branch = {})
    {
        session.publish();
        window = std::make_unique<MainWindow>(
            session, *layout, [this](const QUrl &url) { opened.push_back(url); }, branch);
        window->show();
        widgets::settle();
    }
    void invite(int count, const QString &branch = QStringLiteral("london"))
    {
        for (int i = 0; i < count; ++i) {
            Invitation made = samples::invitation(branch + QString::number(i), QStringLiteral("Acme %1 Ltd").arg(i),
                                                  QStringLiteral("Ann Lee"), 1 + i % 60);
            made.branchId = samples::branchId(branch);
            session.world.invitations.push_back(made);
        }
    }
    /// A held decision on the first invitation, as the session would keep it.
    OutboxEntry &decide(bool accept, int number = 0)
    {
        const Invitation &invitation = session.world.invitations.at(size_t(number));
        const Decision decision = accept ? Decision(AcceptInvitation{invitation.id, invitation.revision})
                                         : Decision(RejectInvitation{invitation.id,
                                                                     invitation.revision,
                                                                     samples::reasonId(QStringLiteral("capacity")),
                                                                     {},
                                                                     QStringLiteral("Sorry")});
        OutboxEntry entry{samples::operation(quint64(100 + number), decision, invitation)};
        entry.operation.reviewed.reasonLabel = accept ? QString() : QStringLiteral("Capacity full");
        entry.undoable = true;
        entry.holdLeft = entry.operation.hold;
        session.shown.waiting.push_back(entry);
        return session.shown.waiting.back();
    }
    void publish()
    {
        session.publish();
        widgets::settle();
    }
    template <class T>
    [[nodiscard]] T &child(const char *objectName) const
    {
        return widgets::child<T>(*window, objectName);
    }
    [[nodiscard]] QString text() const { return widgets::visibleText(*window); }
};

#pragma once

#include "tests/support/catch.h"
#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/common/rowlist.h"
#include "ui/history/historypage.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

/// On London one rejected by a colleague, one accepted, one withdrawn, one pending; on Leeds one that expired.
struct HistoryDesk
{
    FakeSession session;
    std::unique_ptr<HistoryPage> page;

    explicit HistoryDesk(bool filled = true)
    {
        if (filled) {
            add("i1", "Northwind Trading Ltd", "Amara Osei", "rejected", 3);
            add("i2", "Acme Ltd", "Ann Lee", "accepted", 30);
            add("i3", "Zeta", "Zoe", "withdrawn", 24 * 40);
            add("i4", "Café Béla Kft.", "Béla Kiss", "pending", 1);
            add("i5", "Northern", "Nora", "expired", 24 * 100).branchId = samples::branchId(QStringLiteral("leeds"));
            Invitation &rejected = session.world.invitations[0];
            rejected.reasonId = samples::reasonId(QStringLiteral("capacity"));
            rejected.replyMessage = QStringLiteral("We wish you well.");
        }
        session.publish();
    }

    Invitation &add(const char *id, const char *company, const char *owner, const char *state, double hours)
    {
        Invitation made = samples::invitation(QString::fromLatin1(id), QString::fromUtf8(company),
                                              QString::fromUtf8(owner), hours + 24);
        made.status = invitationStatus(QString::fromLatin1(state));
        if (made.status != InvitationStatus::Pending) {
            made.decidedAt = samples::hoursAgo(hours);
            if (made.status == InvitationStatus::Rejected || made.status == InvitationStatus::Accepted)
                made.decidedByName = QStringLiteral("Tom Reed");
        }
        session.world.invitations.push_back(made);
        return session.world.invitations.back();
    }
    void open(const QString &branch = {})
    {
        page = std::make_unique<HistoryPage>(session, nullptr);
        if (!branch.isEmpty())
            page->setBranch(samples::branchId(branch));
        page->resize(1'000, 700);
        page->show();
        widgets::settle();
    }

    [[nodiscard]] RowList &list() const { return *page->findChild<RowList *>(); }
    [[nodiscard]] QStringList companies() const
    {
        QStringList all;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            all << list().model()->index(row, 0).data().toString();
        return all;
    }
    [[nodiscard]] QString row(int at) const { return widgets::spokenRow(list(), at); }
    [[nodiscard]] QString text() const { return widgets::visibleText(*page); }
    void click(const char *objectName) const
    {
        widgets::child<QAbstractButton>(*page, objectName).click();
        widgets::settle();
    }
    void select(int row) const
    {
        list().select(row);
        widgets::settle();
    }
};

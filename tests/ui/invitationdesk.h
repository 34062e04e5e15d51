#pragma once

#include "tests/support/catch.h"
#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/invitations/invitationspage.h"
#include "ui/invitations/invitationview.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

/// Four on London, in time, due soon, overdue, with a message; one on Leeds, where nothing may be decided.
struct InvitationDesk
{
    FakeSession session;
    std::unique_ptr<InvitationsPage> page;

    explicit InvitationDesk(bool filled = true)
    {
        if (filled) {
            session.world.invitations = {
                samples::invitation(QStringLiteral("i1"), QStringLiteral("Café Béla Kft."), QStringLiteral("Béla Kiss"),
                                    49),
                samples::invitation(QStringLiteral("i2"), QStringLiteral("Northwind Trading Ltd"),
                                    QStringLiteral("Amara Osei"), 34),
                samples::invitation(QStringLiteral("i3"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"), 40),
                samples::invitation(QStringLiteral("i4"), QStringLiteral("Zeta"), QStringLiteral("Zoe"), 1),
                samples::invitation(QStringLiteral("i5"), QStringLiteral("Northern"), QStringLiteral("Nora"), 2)};
            session.world.invitations[1].message = QStringLiteral("We are moving from another firm.");
            session.world.invitations[4].branchId = samples::branchId(QStringLiteral("leeds"));
        }
        session.publish();
        page = std::make_unique<InvitationsPage>(session, nullptr);
        page->setBranch(samples::branchId(QStringLiteral("london")));
        page->resize(1'000, 640);
        page->show();
        widgets::settle();
    }

    [[nodiscard]] InvitationView &list() const { return *page->findChild<InvitationView *>(); }
    [[nodiscard]] QString row(int at) const { return widgets::spokenRow(list(), at); }
    [[nodiscard]] QString text() const { return widgets::visibleText(*page); }
    [[nodiscard]] QString company() const { return widgets::child<QLabel>(*page, "company").text(); }
    [[nodiscard]] QAbstractButton &button(const QString &name) const
    {
        return *widgets::named<QAbstractButton>(*page, name);
    }
    [[nodiscard]] QDialog *dialog() const { return page->findChild<QDialog *>(); }
    void press(int key) const
    {
        QTest::keyClick(&list(), Qt::Key(key));
        widgets::settle();
    }
    void acceptShown() const
    {
        page->acceptSelected();
        widgets::settle();
        widgets::child<QAbstractButton>(*dialog(), "confirm").click();
        widgets::settle();
    }
    void search(const QString &words) const
    {
        const size_t before = session.opened.size();
        widgets::named<QLineEdit>(*page, QStringLiteral("Search"))->setText(words);
        REQUIRE(QTest::qWaitFor([&] { return session.opened.size() > before; }));
        widgets::settle();
    }
};

#include "tests/support/catch.h"
#include "tests/ui/hostiledesk.h"
#include "ui/shell/undobar.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QtTest>

namespace {

const QString &hostile = HostileDesk::markup;

} // namespace

TEST_CASE("On every page the service's text is shown as the characters it is made of")
{
    HostileDesk desk;
    desk.open();
    for (int key = Qt::Key_1; key <= Qt::Key_6; ++key) {
        QTest::keyClick(desk.window.get(), Qt::Key(key), Qt::ControlModifier);
        widgets::settle();
        INFO("section " << key - Qt::Key_0);
        CHECK(desk.faults().toStdString() == std::string());
        CHECK(desk.unnamed().toStdString() == std::string());
    }
    CHECK(desk.window->windowTitle().contains(hostile));
    CHECK(desk.child<UndoBar>("undoBar").text().startsWith(hostile));
    CHECK(desk.child<QLabel>("confirmedBarText").text().startsWith(hostile));
    CHECK(desk.child<QLabel>("company").text() == hostile);
    CHECK(desk.child<QLabel>("cardTitle").text().startsWith(hostile));
    CHECK(desk.child<QLabel>("clientCompany").text() == hostile);
}

TEST_CASE("In the dialogs, too, the service's text is shown as the characters it is made of")
{
    HostileDesk desk;
    desk.session.shown.waiting.clear();
    desk.open();
    const bool accepts = GENERATE(true, false);
    widgets::named<QPushButton>(*desk.window, accepts ? QStringLiteral("Accept Invitation")
                                                      : QStringLiteral("Reject Invitation"))
        ->click();
    widgets::settle();
    auto &dialog = desk.child<QDialog>(accepts ? "acceptDialog" : "rejectDialog");

    CHECK(widgets::child<QLabel>(dialog, "company").text() == hostile);
    CHECK(plainness::faults(dialog).join(u'\n').toStdString() == std::string());
    CHECK(widgets::unnamedControls(dialog).join(u'\n').toStdString() == std::string());
    if (accepts)
        return;
    dialog.findChild<QRadioButton *>()->click();
    widgets::settle();
    CHECK(widgets::named<QWidget>(dialog, QStringLiteral("The client will be told")));
    CHECK(widgets::visibleText(dialog).contains(hostile));
}

TEST_CASE("What changed under an open dialog is shown as the characters it is made of")
{
    HostileDesk desk;
    desk.session.shown.waiting.clear();
    desk.open();
    widgets::named<QPushButton>(*desk.window, QStringLiteral("Accept Invitation"))->click();
    widgets::settle();
    auto &dialog = desk.child<QDialog>("acceptDialog");
    for (Invitation &invitation : desk.session.world.invitations) {
        invitation.revision = QStringLiteral("r9");
        desk.session.publish({invitation.id});
    }
    widgets::settle();
    widgets::named<QPushButton>(dialog, QStringLiteral("Show What Changed"))->click();
    widgets::settle();

    CHECK(widgets::child<QLabel>(dialog, "noticeWords").text().contains(hostile));
    CHECK(plainness::faults(dialog).join(u'\n').toStdString() == std::string());
}

TEST_CASE("The dialogs of leaving show nothing as markup, and each of their controls has a name")
{
    HostileDesk desk;
    desk.open();
    const char *const action = GENERATE("signOutAction", "shortcutsAction", "aboutAction", "quitAction");
    desk.child<QAction>(action).trigger();
    widgets::settle();

    CHECK(desk.window->findChild<QDialog *>());
    CHECK(desk.faults().toStdString() == std::string());
    CHECK(desk.unnamed().toStdString() == std::string());
}

TEST_CASE("A walker that finds nothing would be no use: each kind of markup is found")
{
    QWidget root;
    auto *label = new QLabel(hostile, &root);
    label->setObjectName(QStringLiteral("label"));
    auto *tip = new QToolButton(&root);
    tip->setToolTip(hostile);
    auto *button = new QPushButton(hostile, &root);
    button->setText(hostile);
    auto *box = new QMessageBox(&root);
    box->setText(hostile);

    const QString found = plainness::faults(root).join(u'\n');

    CHECK(found.contains(QStringLiteral("QLabel label: guesses")));
    CHECK(found.contains(QStringLiteral("QToolButton : has markup")));
    CHECK(found.contains(QStringLiteral("QPushButton : swallows")));
    CHECK(found.contains(QStringLiteral("QMessageBox : guesses")));
}

#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "tests/ui/gallery.h"
#include "ui/activity/activitypage.h"
#include "ui/clients/clientspage.h"
#include "ui/history/finderflow.h"
#include "ui/history/historypage.h"
#include "ui/invitations/invitationspage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QtTest>

// Pictures of the screens, for people to look at: atlas-gallery FOLDER [--dark] [--rtl] [--narrow] [--odd]. The scale
// is Qt's: QT_SCALE_FACTOR=2. Not a test.
namespace {

struct Sample
{
    const char *company;
    const char *owner;
    double hours;
    const char *message;
};

const Sample usual[]{
    {"Café Béla Kft.", "Béla Kiss", 49.2, ""},
    {"Harrow & Finch Interiors", "Rosalind Finch", 47.1, "Please call before noon."},
    {"Kaya Turizm ve Otelcilik A.Ş.", "Deniz Kaya", 41, ""},
    {"Northwind Trading Ltd", "Amara Osei", 34,
     "We are moving from another firm at the end of the quarter. Our year end is 31 March, we are registered for VAT "
     "and "
     "run payroll for eleven people.\n\nCould you take over from 1 December?"},
    {"Müller Feinmechanik GmbH", "Jürgen Müller", 30, ""},
    {"Blue Harbour Yachts", "Sam Whitlock", 26.5, "Recommended by Tom Reed."},
    {"Osei Consulting", "Kwame Osei", 12, ""},
    {"Green Lane Veterinary Practice", "Dr Helen Park", 7, ""},
    {"株式会社さくら会計", "山田 太郎", 5, "よろしくお願いいたします。"},
    {"Zeta Studio", "Zoë Lind", 0.4, ""},
};

const Sample odd[]{
    {"مؤسسة النور للتجارة", "عمر الفاروق", 50, "السلام عليكم"},
    {"<b>Bold & Co</b> %1 \u202Egpj.exe", "Mallory <i>M</i>", 45, "<img src='http://x.example/a.png'> \u202Eabc"},
    {"LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogog"
     "och",
     "Averylongfirstnamewithoutanyspace Andaverylonglastnametoo", 40, ""},
    {"👩🏽‍🌾 Farm to Table 🌽", "Zo\u0308e\u0301\u0323\u0330 Ma\u0300rk", 35, "🙏"},
    {"東京都渋谷区神宮前一丁目株式会社国際貿易振興会計事務所東日本支店", "佐藤 花子", 20, ""},
    {"\u200B\u200BZero\u200DWidth\u2066", "O'Neill, \"Bob\"", 3, ""},
    {"חברת הייטק בע״מ", "נועה לוי", 2, ""},
};

template <size_t N>
void fill(FakeSession &session, const Sample (&samples_)[N])
{
    int number = 0;
    for (const Sample &each : samples_) {
        Invitation invitation =
            samples::invitation(QStringLiteral("i%1").arg(number++), QString::fromUtf8(each.company),
                                QString::fromUtf8(each.owner), each.hours);
        invitation.ownerEmail = QStringLiteral("owner%1@client.example").arg(number);
        invitation.message = QString::fromUtf8(each.message);
        session.world.invitations.push_back(invitation);
        ClientRow client = samples::clientRow(QStringLiteral("c%1").arg(number), QString::fromUtf8(each.company),
                                              QString::fromUtf8(each.owner));
        client.assignedToMe = number % 3 != 0;
        if (number == 2) {
            client.id.reset();
            client.connecting = samples::operationId(2);
        }
        session.world.clients.push_back(client);
        const char *const actions[]{"invitation_accepted", "invitation_received", "note_added", "invitation_rejected"};
        ActivityRow row =
            samples::activityRow(QStringLiteral("a%1").arg(number), QStringLiteral("Priya Shah"),
                                 QString::fromLatin1(actions[number % 4]), QString::fromUtf8(each.company));
        row.at = samples::hoursAgo(number * 2.5);
        session.world.activity.push_back(row);
    }
    session.publish();
}

struct Gallery : GalleryFrame
{
    void fillSession(FakeSession &session) const
    {
        if (isOdd)
            fill(session, odd);
        else
            fill(session, usual);
    }
    template <class Page>
    std::unique_ptr<Page> open(FakeSession &session, bool allBranches = false) const
    {
        auto page = std::make_unique<Page>(session, nullptr);
        if (!allBranches)
            page->setBranch(samples::branchId(QStringLiteral("london")));
        page->resize(size);
        page->show();
        page->activateWindow();
        widgets::settle();
        return page;
    }
};

void drawInvitations(const Gallery &gallery)
{
    FakeSession session;
    gallery.fillSession(session);
    const auto page = gallery.open<InvitationsPage>(session, true);
    auto *list = page->findChild<QAbstractItemView *>(QStringLiteral("invitations"));
    list->setFocus();
    gallery.save(*page, "invitations-first");
    QTest::keyClick(list, Qt::Key_J);
    QTest::keyClick(list, Qt::Key_J);
    QTest::keyClick(list, Qt::Key_J);
    gallery.save(*page, "invitations-message");
    page->acceptSelected();
    widgets::settle();
    auto *accept = page->findChild<QDialog *>();
    gallery.save(*accept, "accept");
    accept->reject();
    widgets::settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    page->rejectSelected();
    widgets::settle();
    auto *reject = page->findChild<QDialog *>();
    gallery.save(*reject, "reject-empty");
    widgets::named<QRadioButton>(*reject, QStringLiteral("Other"))->click();
    widgets::child<QPlainTextEdit>(*reject, "ownWords")
        .setPlainText(QStringLiteral("We act for a competitor of yours."));
    widgets::child<QPlainTextEdit>(*reject, "messageToClient")
        .setPlainText(QStringLiteral("Dear Amara,\n\nthank you for asking us. We wish you well."));
    gallery.save(*reject, "reject-filled");
    Invitation *read = session.find(samples::invitationId(QStringLiteral("i3")));
    read->revision = QStringLiteral("r2");
    read->message += QStringLiteral("\n\nPS: and two more companies.");
    session.publish({read->id});
    gallery.save(*reject, "reject-changed");
}

/// Templates, what to think of before a conflict of interest is told, and internal notes.
void drawReplies(const Gallery &gallery)
{
    FakeSession session;
    gallery.fillSession(session);
    session.replies = {{ReplyTemplateId::parse(QStringLiteral("t1")), session.shown.reasons[0].id, QStringLiteral("hu"),
                        QStringLiteral("Betelt"), QStringLiteral("Sajnos {company} ...")},
                       {ReplyTemplateId::parse(QStringLiteral("t2")), std::nullopt, QStringLiteral("ja"),
                        QStringLiteral("お断り"), QStringLiteral("{owner} 様")}};
    session.world.notes = {{session.world.invitations[0].id,
                            QStringLiteral("Béla called on Tuesday: wants us to take over from November.\n\n"
                                           "Ask Tom about the VAT return before we answer. 東京 ☎")}};
    session.publish();
    const auto page = gallery.open<InvitationsPage>(session, true);
    gallery.save(*page, "note");
    session.savingError = Error{ErrorKind::DiskFull, {}};
    auto &note = widgets::child<QPlainTextEdit>(*page, "internalNote");
    note.setFocus();
    note.insertPlainText(QStringLiteral("More: "));
    page->leave([] {});
    widgets::settle();
    gallery.save(*page->findChild<QDialog *>(), "note-unsaved-dialog");
    page->findChild<QDialog *>()->reject();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    gallery.save(*page, "note-unsaved");
    page->rejectSelected();
    widgets::settle();
    auto *reject = page->findChild<QDialog *>();
    widgets::named<QRadioButton>(*reject, QStringLiteral("Conflict of interest"))->click();
    widgets::child<QPlainTextEdit>(*reject, "messageToClient").setPlainText(QStringLiteral("We act for another one."));
    gallery.save(*reject, "reject-conflict");
    widgets::child<QAbstractButton>(*reject, "replyTemplates").click();
    auto &menu = widgets::child<QMenu>(*reject, "replyMenu");
    gallery.save(menu, "reply-menu");
    menu.close();
    page->manageReplies();
    widgets::settle();
    auto *list = page->findChild<QDialog *>(QStringLiteral("repliesDialog"));
    gallery.save(*list, "replies");
    session.savingError.reset();
    widgets::child<QAbstractButton>(*list, "deleteReply").click();
    gallery.save(*list, "replies-deleted");
    widgets::child<QAbstractButton>(*list, "editReply").click();
    auto *edit = page->findChild<QDialog *>(QStringLiteral("replyDialog"));
    gallery.save(*edit, "reply-edit");
    widgets::child<QPlainTextEdit>(*edit, "replyText").insertPlainText(QStringLiteral("{compnay}"));
    gallery.save(*edit, "reply-fault");
}

void drawStates(const Gallery &gallery)
{
    FakeSession empty;
    empty.publish();
    gallery.save(*gallery.open<InvitationsPage>(empty), "state-empty");
    FakeSession first;
    first.shown.status.firstSync = true;
    first.shown.status.connection = Connection::Synchronising;
    first.shown.status.received = 4'200;
    first.publish();
    gallery.save(*gallery.open<InvitationsPage>(first), "state-firstsync");
    FakeSession offline;
    offline.shown.status.firstSync = true;
    offline.shown.status.connection = Connection::Offline;
    offline.publish();
    gallery.save(*gallery.open<InvitationsPage>(offline), "state-offline");
    FakeSession refused;
    gallery.fillSession(refused);
    refused.shown.branches[1].permissions = {permissionText(Permission::ViewClients)};
    refused.publish();
    gallery.save(*gallery.open<InvitationsPage>(refused), "state-permission");
    FakeSession searched;
    gallery.fillSession(searched);
    const auto page = gallery.open<InvitationsPage>(searched);
    widgets::named<QLineEdit>(*page, QStringLiteral("Search"))->setText(QStringLiteral("nobody"));
    QTest::qWait(80);
    gallery.save(*page, "state-nomatch");
}

void drawOthers(const Gallery &gallery)
{
    FakeSession session;
    gallery.fillSession(session);
    const auto clients = gallery.open<ClientsPage>(session);
    clients->findChild<QAbstractItemView *>(QStringLiteral("clients"))->setFocus();
    gallery.save(*clients, "clients");
    gallery.save(*gallery.open<ActivityPage>(session), "activity");
}

/// Everything but the newest three has been decided or has ended.
void decideMost(FakeSession &session)
{
    const char *const states[]{"rejected", "accepted", "withdrawn", "rejected", "expired", "superseded"};
    auto &invitations = session.world.invitations;
    for (size_t i = 0; i + 3 < invitations.size(); ++i) {
        Invitation &invitation = invitations[i];
        invitation.status = invitationStatus(QString::fromLatin1(states[i % std::size(states)]));
        invitation.decidedAt = samples::hoursAgo(1 + 30 * double(i));
        invitation.decidedByName = QStringLiteral("Tom Reed");
        if (invitation.status == InvitationStatus::Rejected) {
            invitation.reasonId = samples::reasonId(QStringLiteral("capacity"));
            invitation.replyMessage = QStringLiteral("We are full until April. Please try us again then.");
        }
    }
    Dealing before{.invitationId = samples::invitationId(QStringLiteral("old")),
                   .branchId = samples::branchId(QStringLiteral("leeds")),
                   .branchName = QStringLiteral("Leeds"),
                   .companyName = invitations.front().companyName,
                   .at = samples::hoursAgo(24 * 200)};
    before.status = invitationStatus(QStringLiteral("rejected"));
    before.byName = QStringLiteral("Tom Reed");
    before.reasonLabel = QStringLiteral("Outside service area");
    before.sameEmail = before.similarName = true;
    Dealing client = before;
    client.invitationId.reset();
    client.clientId = ClientId::parse(QStringLiteral("c1"));
    client.clientState = clientState(QStringLiteral("disconnected"));
    client.similarName = false;
    for (const Invitation &invitation : invitations)
        session.dealings[invitation.id] = {{before, client}, false};
}

void drawHistory(const Gallery &gallery)
{
    FakeSession session;
    gallery.fillSession(session);
    decideMost(session);
    session.publish();
    const auto page = gallery.open<HistoryPage>(session, true);
    auto *list = page->findChild<QAbstractItemView *>(QStringLiteral("history"));
    list->setFocus();
    gallery.save(*page, "history");
    QTest::keyClick(list, Qt::Key_J);
    gallery.save(*page, "history-second");
    const auto invitations = gallery.open<InvitationsPage>(session, true);
    gallery.save(*invitations, "dealings");
    invitations->acceptSelected();
    widgets::settle();
    gallery.save(*invitations->findChild<QDialog *>(), "accept-dealings");
    FakeSession empty;
    empty.publish();
    gallery.save(*gallery.open<HistoryPage>(empty), "history-empty");
}

void drawFinder(const Gallery &gallery)
{
    FakeSession session;
    gallery.fillSession(session);
    decideMost(session);
    session.publish();
    QWidget window;
    FinderFlow flow(session, &window);
    flow.open({}, samples::branchId(QStringLiteral("london")));
    auto *dialog = window.findChild<QDialog *>();
    dialog->resize(dialog->width(), std::min(dialog->height(), gallery.size.height()));
    if (gallery.size.width() < 600)
        dialog->resize(gallery.size.width() - 40, dialog->height());
    gallery.save(*dialog, "finder-asks");
    auto *search = dialog->findChild<QLineEdit *>(QStringLiteral("finderSearch"));
    for (const auto &[words, name] : {std::pair{"nobody", "finder-nothing"}, std::pair{"client.example", "finder-many"},
                                      std::pair{"owner1@", "finder-one"}}) {
        search->setText(QString::fromLatin1(words));
        QTest::qWait(80);
        gallery.save(*dialog, name);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Gallery gallery{GalleryFrame::begin(application, QSize(980, 660), QSize(520, 820))};
    drawInvitations(gallery);
    drawReplies(gallery);
    drawStates(gallery);
    drawOthers(gallery);
    drawHistory(gallery);
    drawFinder(gallery);
    return 0;
}

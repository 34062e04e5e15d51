#include "tests/ui/clientdesk.h"
#include "tests/ui/gallery.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>

// Pictures of Clients, for people to look at: atlas-gallery-clients FOLDER [--dark] [--rtl] [--narrow] [--odd]. The
// scale is Qt's: QT_SCALE_FACTOR=2. Not a test.
namespace {

using Gallery = GalleryFrame;

void fill(ClientDesk &desk, bool isOdd)
{
    ClientDetails &details = desk.details();
    const QString odd =
        QStringLiteral("مؤسسة النور للتجارة · 東京都渋谷区神宮前一丁目株式会社国際貿易振興会計事務所 \u202Egpj.exe");
    if (isOdd) {
        details.client.companyName = desk.session.world.clients[0].companyName = odd;
        details.members[2].name = odd;
        desk.session.shown.branches[1].name = details.branch->name = QString(60, u'W');
    }
    details.client.notes = {
        {QStringLiteral("Sam Okoro"), samples::hoursAgo(300),
         QStringLiteral("Year end is in March. Ann prefers the telephone.")},
        {QStringLiteral("Priya Shah"), samples::hoursAgo(20),
         isOdd
             ? odd
             : QStringLiteral("Bank feed asks to be renewed every 90 days; the next time is in January.\nAnn knows.")}};
    Invitation invitation =
        samples::invitation(QStringLiteral("i1"), details.client.companyName, QStringLiteral("Ann Lee"), 1'000);
    invitation.status = invitationStatus(QStringLiteral("accepted"));
    invitation.decidedByName = QStringLiteral("Sam Okoro");
    invitation.decidedAt = samples::hoursAgo(960);
    details.invitation = invitation;
    details.activity = {samples::activityRow(QStringLiteral("a2"), QStringLiteral("Priya Shah"),
                                             QStringLiteral("note_added"), details.client.companyName),
                        samples::activityRow(QStringLiteral("a1"), QStringLiteral("Sam Okoro"),
                                             QStringLiteral("invitation_accepted"), details.client.companyName)};
    desk.session.world.clients.push_back(
        samples::clientRow(QStringLiteral("c2"), QStringLiteral("Café Béla Kft."), QStringLiteral("Béla Kiss")));
    ClientRow connecting =
        samples::clientRow(QStringLiteral("c3"), QStringLiteral("Northwind Trading"), QStringLiteral("Amara Osei"));
    connecting.id.reset();
    connecting.connecting = samples::operationId(3);
    desk.session.world.clients.push_back(connecting);
    const QString url = QStringLiteral("https://app.fiskl.example/join/4fd1c9a07be34f1e");
    desk.session.link =
        ClientPaysLink{url, QStringLiteral("Your books with Harbour & Vale"),
                       QStringLiteral("Hello,\n\nplease sign up to Fiskl with this link, so that we can look "
                                      "after your books:\n\n%1\n\nKind regards,\nHarbour & Vale")
                           .arg(url),
                       samples::now()};
    desk.session.address = QUrl(QStringLiteral("https://atlas.example"));
}

void drawPage(const Gallery &gallery)
{
    ClientDesk desk;
    fill(desk, gallery.isOdd);
    desk.open();
    desk.page->showClient(ClientDesk::id());
    widgets::settle();
    desk.page->resize(gallery.size);
    gallery.save(*desk.page, "client-top");
    desk.child<QCheckBox>("firstStep:bank_accounts").click();
    desk.press("removeAccountant:sam");
    desk.press("beginAccountant");
    desk.child<QPlainTextEdit>("newNote").setPlainText(QStringLiteral("A note that waits"));
    desk.press("addNote");
    desk.child<QPlainTextEdit>("newNote").setPlainText(QStringLiteral("Half a thought"));
    desk.page->resize(gallery.size.width(), 1'700);
    gallery.save(*desk.page, "client-whole");
}

void drawForbidden(const Gallery &gallery)
{
    ClientDesk desk;
    fill(desk, gallery.isOdd);
    desk.details().branch->permissions = {permissionText(Permission::ViewClients)};
    desk.details().client.accountants.erase(desk.details().client.accountants.begin());
    desk.session.world.clients[0].assignedToMe = false;
    desk.open();
    desk.page->showClient(ClientDesk::id());
    widgets::settle();
    desk.page->resize(gallery.size.width(), 1'500);
    gallery.save(*desk.page, "client-forbidden");
}

void drawDialogs(const Gallery &gallery)
{
    ClientDesk desk;
    fill(desk, gallery.isOdd);
    Reason other = samples::reasons().back();
    other.id = samples::reasonId(QStringLiteral("left"));
    other.label = QStringLiteral("Other");
    other.description = QStringLiteral("In your own words");
    other.textRequired = true;
    desk.session.shown.reasons.push_back(other);
    desk.open();
    desk.page->showClient(ClientDesk::id());
    widgets::settle();
    desk.press("disconnectClient");
    auto *dialog = desk.page->findChild<QDialog *>(QStringLiteral("disconnectDialog"));
    gallery.save(*dialog, "disconnect");
    dialog->findChildren<QRadioButton *>().last()->click();
    gallery.save(*dialog, "disconnect-own-words");
    dialog->reject();
    widgets::settle();
    desk.press("addClient");
    auto *adding = desk.page->findChild<QDialog *>(QStringLiteral("addClientDialog"));
    gallery.save(*adding, "add-client");
    auto *branch = adding->findChild<QComboBox *>();
    branch->setCurrentIndex(1);
    emit branch->activated(1);
    widgets::settle();
    adding->findChild<QPushButton *>(QStringLiteral("beginNewLink"))->click();
    adding->resize(adding->width(), 900);
    gallery.save(*adding, "add-client-new-link");
    desk.session.shown.status.connection = Connection::Offline;
    desk.session.link.reset();
    desk.publish();
    adding->findChild<QPushButton *>(QStringLiteral("keepLink"))->click();
    emit branch->activated(1);
    gallery.save(*adding, "add-client-offline");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Gallery gallery = Gallery::begin(application, QSize(940, 760), QSize(480, 720));
    drawPage(gallery);
    drawForbidden(gallery);
    drawDialogs(gallery);
    return 0;
}

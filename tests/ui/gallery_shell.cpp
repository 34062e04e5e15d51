#include "tests/ui/clientoperations.h"
#include "tests/ui/gallery.h"
#include "tests/ui/shelldesk.h"
#include "ui/evidence/evidencedialog.h"
#include "ui/evidence/pdffile.h"
#include "ui/shell/sidebarmodel.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

// Pictures of the window, for people to look at: atlas-gallery-shell FOLDER [--dark] [--rtl] [--narrow] [--odd]. The
// scale is Qt's: QT_SCALE_FACTOR=2. Not a test.
namespace {

struct Gallery : GalleryFrame
{
    void fill(ShellDesk &desk) const
    {
        const QStringList usual{QStringLiteral("Café Béla Kft."),        QStringLiteral("Harrow & Finch Interiors"),
                                QStringLiteral("Northwind Trading Ltd"), QStringLiteral("Müller Feinmechanik GmbH"),
                                QStringLiteral("Blue Harbour Yachts"),   QStringLiteral("株式会社さくら会計")};
        const QStringList odd{QStringLiteral("مؤسسة النور للتجارة"),
                              QStringLiteral("<b>Bold & Co</b> %1 \u202Egpj.exe"),
                              QString(90, u'W'),
                              QStringLiteral("東京都渋谷区神宮前一丁目株式会社国際貿易振興会計事務所"),
                              QStringLiteral("👩🏽‍🌾 Farm to Table"),
                              QStringLiteral("חברת הייטק בע״מ")};
        desk.invite(12);
        for (size_t i = 0; i < desk.session.world.invitations.size(); ++i) {
            Invitation &invitation = desk.session.world.invitations[i];
            invitation.companyName = (isOdd ? odd : usual)[qsizetype(i) % 6];
            invitation.sentAt = samples::hoursAgo(2 + 5 * double(i));
            if (i % 3 == 0)
                invitation.message = QStringLiteral("We are moving from another firm at the end of the quarter.");
        }
        if (isOdd)
            desk.session.shown.account->practiceName =
                QStringLiteral("A practice with quite a long name, Partners & Sons LLP");
    }
    void open(ShellDesk &desk) const
    {
        desk.open();
        desk.window->resize(size);
        desk.window->activateWindow();
        widgets::settle();
    }
};

void go(const ShellDesk &desk, int section)
{
    widgets::child<QAction>(*desk.window, qPrintable(QStringLiteral("section%1Action").arg(section))).trigger();
    widgets::settle();
}

OutboxEntry card(ShellDesk &desk, int number, EndKind kind)
{
    OutboxEntry made = desk.decide(number % 2 == 1, number);
    desk.session.shown.waiting.pop_back();
    made.operation.state = OperationState::Conflict;
    made.operation.end.kind = kind;
    made.operation.end.byName = QStringLiteral("Priya");
    made.operation.end.byAt = samples::hoursAgo(3);
    made.operation.end.status = invitationStatus(QStringLiteral("accepted"));
    made.operation.end.permission = QStringLiteral("create_clients");
    made.current = desk.session.world.invitations[size_t(number)];
    made.currentIsPending = true;
    return made;
}

void writePdf(const Gallery &gallery, const ShellDesk &desk)
{
    std::vector<Record> records;
    for (int round = 0; round < 4; ++round) {
        for (const Invitation &invitation : desk.session.world.invitations) {
            InvitationRecord record{invitation, QStringLiteral("London"), QStringLiteral("Capacity full")};
            record.invitation.status = invitationStatus(QStringLiteral("rejected"));
            record.invitation.decidedAt = samples::hoursAgo(1);
            record.invitation.decidedByName = QStringLiteral("Priya Shah");
            record.invitation.replyMessage = QStringLiteral("We wish you well.\nPlease ask us again in spring.");
            records.emplace_back(record);
        }
    }
    const EvidenceWish wish;
    PdfFile file(QDir(gallery.folder).filePath(QStringLiteral("evidence.pdf")),
                 {EvidenceWords::head(wish, desk.session.shown, samples::now()), wish.kind, true,
                  QGuiApplication::font(), QGuiApplication::isRightToLeft()});
    if (file.begin(qsizetype(records.size())) && file.add(records) && file.finish())
        return;
    qWarning("evidence.pdf could not be written");
}

void drawEvidence(const Gallery &gallery, ShellDesk &desk)
{
    widgets::child<QAction>(*desk.window, "evidenceAction").trigger();
    auto &dialog = desk.child<EvidenceDialog>("evidenceDialog");
    gallery.save(dialog, "evidence");
    dialog.showFailure(QStringLiteral("Not saved: there is no room left on the disk. A file that was there before is as "
                                      "it was. Make some room or choose another folder, then save again."));
    gallery.save(dialog, "evidence-failed");
    dialog.showProgress(12'250, 100'000);
    gallery.save(dialog, "evidence-progress");
    dialog.showDone(QStringLiteral("Saved. Invitations in it: 100,000."),
                    QStringLiteral("/home/ann/Documents/Invitations London 2026-11-01 to 2026-11-27.pdf"));
    gallery.save(dialog, "evidence-done");
    dialog.accept();
    widgets::settle();
}

void drawWork(const Gallery &gallery)
{
    ShellDesk desk;
    gallery.fill(desk);
    desk.decide(true, 3).connecting = false;
    desk.decide(false, 4);
    OutboxEntry left = desk.decide(false, 5);
    desk.session.shown.waiting.back().operation.state = OperationState::Inflight;
    desk.session.shown.waiting.back().undoable = false;
    OutboxEntry changed = card(desk, 2, EndKind::Changed);
    changed.current->message = QStringLiteral("We are moving at once. Please call me on Monday.");
    changed.current->ownerName = QStringLiteral("Bella Kiss");
    OutboxEntry refused = card(desk, 6, EndKind::Refused);
    refused.operation.end.field = QStringLiteral("message");
    desk.session.shown.attention = {card(desk, 0, EndKind::DecidedOtherwise), changed, refused,
                                    card(desk, 7, EndKind::PermissionDenied), card(desk, 8, EndKind::SameDecision)};
    desk.session.shown.unreadable = {
        {QStringLiteral("invitation"), QStringLiteral("inv_9"), QStringLiteral("sentAt is no time")}};
    desk.session.shown.unknownStates = {
        1,
        {{samples::invitationId(QStringLiteral("odd")), samples::branchId(QStringLiteral("london")),
          QStringLiteral("Odd & Sons"), QStringLiteral("on_hold"), samples::hoursAgo(3)}}};
    gallery.open(desk);
    gallery.save(*desk.window, "shell-invitations");
    go(desk, 3);
    gallery.save(*desk.window, "shell-waiting");
    go(desk, 4);
    gallery.save(*desk.window, "shell-attention");
    desk.window->close();
    gallery.save(desk.child<QDialog>("quitDialog"), "quit");
    desk.child<QDialog>("quitDialog").reject();
    widgets::child<QAction>(*desk.window, "signOutAction").trigger();
    gallery.save(desk.child<QDialog>("signOutDialog"), "signout");
    desk.child<QDialog>("signOutDialog").reject();
    drawEvidence(gallery, desk);
    writePdf(gallery, desk);
    widgets::child<QAction>(*desk.window, "shortcutsAction").trigger();
    gallery.save(desk.child<QDialog>("shortcutSheet"), "shortcuts");
    widgets::child<QAction>(*desk.window, "aboutAction").trigger();
    gallery.save(desk.child<QDialog>("aboutSheet"), "about");
}

InsightCounts figures(qint64 accepted, qint64 rejected, qint64 ended, qint64 pending, qint64 hours)
{
    InsightCounts counts{.accepted = accepted, .rejected = rejected, .ended = ended, .pending = pending};
    counts.received = accepted + rejected + ended + pending;
    counts.byLink = counts.received * 2 / 3;
    counts.byExternal = counts.received - counts.byLink;
    counts.timed = accepted + rejected;
    if (counts.timed > 0)
        counts.median = Milliseconds(hours * 3'600'000 + 1'200'000);
    return counts;
}

void drawInsight(const Gallery &gallery)
{
    ShellDesk desk;
    gallery.fill(desk);
    Insight &insight = desk.session.insight;
    for (qint64 i = 0; i < 12; ++i)
        insight.months.push_back(i == 4 ? InsightCounts() : figures(8 + i * 3 % 11, i % 5, i % 3, i > 8 ? i - 7 : 0, 5 + 7 * i % 60));
    insight.all = figures(142, 21, 11, 9, 19);
    insight.all.timed -= 2;
    insight.branches = {{samples::branchId(QStringLiteral("leeds")), QStringLiteral("Leeds"), figures(40, 3, 2, 1, 30)},
                        {samples::branchId(QStringLiteral("london")),
                         gallery.isOdd ? QStringLiteral("株式会社さくら会計 مؤسسة النور") : QStringLiteral("London"),
                         figures(102, 18, 9, 8, 12)}};
    insight.reasons = {{QStringLiteral("Capacity full"), 11},
                       {QStringLiteral("Outside service area (location or industry)"), 6},
                       {gallery.isOdd ? QStringLiteral("<b>%1</b> \u202Egpj") : QStringLiteral("Conflict of interest"), 3},
                       {{}, 1}};
    gallery.open(desk);
    go(desk, 7);
    gallery.save(*desk.window, "shell-insight");
    auto *scroll = desk.window->findChild<QScrollArea *>(QStringLiteral("insightScroll"));
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    gallery.save(*desk.window, "shell-insight-below");

    ShellDesk none;
    gallery.open(none);
    go(none, 7);
    gallery.save(*none.window, "shell-insight-empty");
}

void drawClientWork(const Gallery &gallery)
{
    ShellDesk desk;
    quint64 number = 200;
    for (const Decision &decision : clientoperations::all()) {
        desk.session.shown.waiting.push_back(clientoperations::entry(decision, ++number));
        desk.session.shown.attention.push_back(clientoperations::card(
            decision, needsConnection(decision) ? EndKind::NotSentInTime : EndKind::PermissionDenied, number + 50));
        desk.session.shown.attention.back().operation.end.permission = QStringLiteral("update_client_notes");
    }
    gallery.open(desk);
    go(desk, 3);
    gallery.save(*desk.window, "shell-waiting-clients");
    go(desk, 4);
    gallery.save(*desk.window, "shell-attention-clients");
}

void drawStates(const Gallery &gallery)
{
    ShellDesk empty;
    empty.session.shown.status.connection = Connection::Offline;
    empty.session.shown.status.nextTryAt = samples::now() + Milliseconds(180'000);
    gallery.open(empty);
    go(empty, 3);
    gallery.save(*empty.window, "shell-waiting-empty");
    go(empty, 4);
    gallery.save(*empty.window, "shell-attention-empty");

    ShellDesk trouble;
    gallery.fill(trouble);
    trouble.decide(false, 1).connecting = true;
    OutboxEntry confirmed = trouble.decide(true, 2);
    trouble.session.shown.waiting.pop_back();
    confirmed.client =
        samples::clientRow(QStringLiteral("c1"), QStringLiteral("Northwind Trading Ltd"), QStringLiteral("Amara Osei"));
    trouble.session.shown.recent = {confirmed};
    trouble.session.shown.status.connection = Connection::SignedOut;
    trouble.session.shown.trouble = {
        {StoreTrouble::Kind::CacheSetAside, QStringLiteral("/home/ann/.local/share/Atlas/cache.db.set-aside"), 0, {}}};
    gallery.open(trouble);
    gallery.save(*trouble.window, "shell-trouble");

    ShellDesk checking;
    checking.session.standing = SignInState::Checking;
    checking.session.shown = {};
    gallery.open(checking);
    gallery.save(*checking.window, "shell-checking");

    ShellDesk signedOut;
    signedOut.session.standing = SignInState::SignedOut;
    signedOut.session.shown = {};
    gallery.open(signedOut);
    gallery.save(*signedOut.window, "signin");
    signedOut.session.whySignedOut = Error{ErrorKind::SignedOut, {}};
    emit signedOut.session.signInStateChanged();
    widgets::child<QAbstractButton>(*signedOut.window, "signInMore").click();
    widgets::child<QPushButton>(*signedOut.window, "signIn").click();
    gallery.save(*signedOut.window, "signin-error");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Gallery gallery{GalleryFrame::begin(application, QSize(1180, 760), QSize(520, 720))};
    drawWork(gallery);
    drawClientWork(gallery);
    drawStates(gallery);
    drawInsight(gallery);
    return 0;
}

#include "tests/ui/clientoperations.h"
#include "tests/ui/shelldesk.h"
#include "ui/common/applytheme.h"
#include "ui/shell/sidebarmodel.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QPushButton>
#include <QtTest>

// Pictures of the window, for people to look at: atlas-gallery-shell FOLDER [--dark] [--rtl] [--narrow] [--odd]. The
// scale is Qt's: QT_SCALE_FACTOR=2. Not a test.
namespace {

struct Gallery
{
    QString folder;
    QSize size;
    bool isOdd = false;

    void save(QWidget &widget, const char *name) const
    {
        widgets::settle();
        QTest::qWait(40);
        widget.grab().save(QDir(folder).filePath(QString::fromLatin1(name) + QStringLiteral(".png")));
    }
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
    widgets::child<QAction>(*desk.window, "shortcutsAction").trigger();
    gallery.save(desk.child<QDialog>("shortcutSheet"), "shortcuts");
    widgets::child<QAction>(*desk.window, "aboutAction").trigger();
    gallery.save(desk.child<QDialog>("aboutSheet"), "about");
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
    QCommandLineParser parser;
    const QCommandLineOption dark(QStringLiteral("dark"));
    const QCommandLineOption rtl(QStringLiteral("rtl"));
    const QCommandLineOption narrow(QStringLiteral("narrow"));
    const QCommandLineOption odd(QStringLiteral("odd"));
    parser.addOptions({dark, rtl, narrow, odd});
    parser.process(application);
    applyTheme(application, parser.isSet(dark) ? ThemeChoice::Dark : ThemeChoice::Light);
    if (parser.isSet(rtl))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    const Gallery gallery{parser.positionalArguments().value(0, QStringLiteral(".")),
                          parser.isSet(narrow) ? QSize(520, 720) : QSize(1180, 760), parser.isSet(odd)};
    QDir().mkpath(gallery.folder);
    drawWork(gallery);
    drawClientWork(gallery);
    drawStates(gallery);
    return 0;
}

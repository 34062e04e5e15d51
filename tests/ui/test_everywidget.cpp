#include "tests/support/catch.h"
#include "tests/ui/hostiledesk.h"
#include "tests/ui/paintedtext.h"
#include "ui/signin/signindialog.h"

#include <QAction>
#include <QDialog>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QToolButton>
#include <QtTest>

#include <set>
#include <typeinfo>

// A walk over every widget of the program, each with the service's text in it as far as it shows any.

namespace {

using Look = std::function<void(QWidget &)>;

void walkSections(const QString &text, const Look &look)
{
    HostileDesk desk(text);
    desk.open();
    for (int key = Qt::Key_1; key <= Qt::Key_7; ++key) {
        QTest::keyClick(desk.window.get(), Qt::Key(key), Qt::ControlModifier);
        widgets::settle();
        look(*desk.window);
    }
    desk.child<QPushButton>("undo").click();
    widgets::settle();
    look(*desk.window);
}

void walkDecisions(const QString &text, const Look &look)
{
    for (const char *const name : {"Accept Invitation", "Reject Invitation"}) {
        HostileDesk desk(text);
        desk.session.shown.waiting.clear();
        desk.open();
        widgets::named<QPushButton>(*desk.window, QString::fromLatin1(name))->click();
        widgets::settle();
        auto *dialog = desk.window->findChild<QDialog *>();
        REQUIRE(dialog);
        if (auto *reason = dialog->findChild<QRadioButton *>())
            reason->click();
        widgets::settle();
        look(*dialog);
        for (Invitation &invitation : desk.session.world.invitations) {
            invitation.revision = QStringLiteral("r9");
            desk.session.publish({invitation.id});
        }
        widgets::settle();
        widgets::named<QPushButton>(*dialog, QStringLiteral("Show What Changed"))->click();
        widgets::settle();
        look(*dialog);
    }
}

/// What was written here, in the service's hostile terms: its reasons, its names filled in.
void walkReplies(const QString &text, const Look &look)
{
    HostileDesk desk(text);
    desk.session.shown.waiting.clear();
    desk.session.replies = {{ReplyTemplateId::parse(QStringLiteral("t1")), std::nullopt, QStringLiteral("xx"), text,
                             QStringLiteral("{company}, {owner}, {branch}, {accountant}")}};
    desk.open();
    widgets::named<QPushButton>(*desk.window, QStringLiteral("Reject Invitation"))->click();
    widgets::settle();
    auto *dialog = desk.window->findChild<QDialog *>();
    dialog->findChild<QRadioButton *>()->click();
    dialog->findChild<QToolButton *>(QStringLiteral("replyTemplates"))->click();
    auto *menu = dialog->findChild<QMenu *>(QStringLiteral("replyMenu"));
    look(*menu);
    menu->actions().front()->trigger();
    menu->close();
    look(*dialog);
    dialog->findChild<QAction *>(QStringLiteral("manageTemplates"))->trigger();
    widgets::settle();
    auto *list = desk.window->findChild<QDialog *>(QStringLiteral("repliesDialog"));
    list->findChild<QPushButton *>(QStringLiteral("addReply"))->click();
    look(*desk.window->findChild<QDialog *>(QStringLiteral("replyDialog")));
    list->findChild<QPushButton *>(QStringLiteral("deleteReply"))->click();
    widgets::settle();
    look(*list);
}

void walkClients(const QString &text, const Look &look)
{
    HostileDesk desk(text);
    desk.session.shown.waiting.clear();
    desk.open();
    QTest::keyClick(desk.window.get(), Qt::Key_1, Qt::ControlModifier);
    widgets::settle();
    desk.child<QPushButton>("beginAccountant").click();
    widgets::settle();
    look(*desk.window);
    desk.child<QPushButton>("disconnectClient").click();
    widgets::settle();
    auto *dialog = desk.window->findChild<QDialog *>(QStringLiteral("disconnectDialog"));
    REQUIRE(dialog);
    dialog->findChild<QRadioButton *>()->click();
    widgets::settle();
    look(*dialog);
    dialog->reject();
    desk.child<QAction>("addClientAction").trigger();
    widgets::settle();
    auto *adding = desk.window->findChild<QDialog *>(QStringLiteral("addClientDialog"));
    REQUIRE(adding);
    adding->findChild<QPushButton *>(QStringLiteral("beginNewLink"))->click();
    look(*adding);
}

void walkUnsavedNote(const QString &text, const Look &look)
{
    HostileDesk desk(text);
    desk.session.shown.waiting.clear();
    desk.session.savingError = Error{ErrorKind::Disk, text};
    desk.open();
    desk.child<QPlainTextEdit>("internalNote").insertPlainText(QStringLiteral("mine"));
    desk.window->close();
    widgets::settle();
    look(*desk.window);
    look(*desk.window->findChild<QDialog *>(QStringLiteral("unsavedNoteDialog")));
}

void walkMenus(const QString &text, const Look &look)
{
    for (const char *const action : {"finderAction", "evidenceAction", "signOutAction", "shortcutsAction", "aboutAction", "quitAction"}) {
        HostileDesk desk(text);
        desk.open();
        desk.child<QAction>(action).trigger();
        widgets::settle();
        auto *dialog = desk.window->findChild<QDialog *>();
        REQUIRE(dialog);
        look(*dialog);
        auto *search = dialog->findChild<QLineEdit *>(QStringLiteral("finderSearch"));
        for (const char *const words : {"nobody", "E"}) {
            if (!search)
                break;
            search->setText(QString::fromLatin1(words));
            QTest::qWait(50);
            widgets::settle();
            look(*dialog);
        }
    }
}

void walkSignIn(const QString &text, const Look &look)
{
    HostileDesk desk(text);
    desk.session.standing = SignInState::SignedOut;
    desk.session.whySignedOut = Error{ErrorKind::Untrusted, text};
    desk.open();
    look(*desk.window);
    SignInDialog dialog(QUrl(QStringLiteral("https://atlas.example")), desk.window.get());
    dialog.show();
    look(dialog);
}

void walk(const QString &text, const Look &look)
{
    walkSections(text, look);
    walkDecisions(text, look);
    walkReplies(text, look);
    walkClients(text, look);
    walkUnsavedNote(text, look);
    walkMenus(text, look);
    walkSignIn(text, look);
}

/// The classes of ui/ with what each is made from, as their declarations say.
QMap<QString, QString> classesOfTheInterface()
{
    static const QRegularExpression declared(QStringLiteral("^class (\\w+)(?: final)?\\s*: public (\\w+)"),
                                             QRegularExpression::MultilineOption);
    QMap<QString, QString> bases;
    QDirIterator files(QStringLiteral(ATLAS_SOURCE_ROOT "/ui"), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (const QRegularExpressionMatch &match : declared.globalMatch(QString::fromUtf8(file.readAll())))
            bases.insert(match.captured(1), match.captured(2));
    }
    return bases;
}

bool isWidget(const QString &name, const QMap<QString, QString> &bases)
{
    static const QRegularExpression ofQt(QStringLiteral(
        "^Q(?!Accessible)\\w*(Widget|Frame|Label|Dialog|Window|Button|Edit|View|Area|Box|Bar|Splitter|Menu)$"));
    return bases.contains(name) ? isWidget(bases.value(name), bases) : ofQt.match(name).hasMatch();
}

/// Without what compilers add to a class's name: "N12_GLOBAL__N_14TileE", "class `anonymous namespace'::Tile".
bool isNamed(const QString &type, const QString &name)
{
    const QRegularExpression whole(QStringLiteral("(?:^|[\\d: ])%1(?:E|$)").arg(name));
    return whole.match(type).hasMatch();
}

} // namespace

TEST_CASE("In every widget what can't be seen, or turns the direction of text, is shown as what it is")
{
    const QString hidden = QStringLiteral("A\u202Eb\u200Bc\u2066d\u0007 e");
    int looks = 0;

    walk(hidden, [&looks](QWidget &root) {
        ++looks;
        INFO("look " << looks << ", " << root.objectName().toStdString());
        CHECK(plainness::unseen(root).join(u'\n').toStdString() == std::string());
    });

    CHECK(looks > 15);
}

TEST_CASE("In every widget markup is the characters it is made of")
{
    walk(HostileDesk::markup, [](QWidget &root) {
        INFO(root.objectName().toStdString());
        CHECK(plainness::faults(root).join(u'\n').toStdString() == std::string());
    });
}

TEST_CASE("The walk leaves out no widget that the interface has")
{
    const QMap<QString, QString> bases = classesOfTheInterface();
    std::set<QString> seen;
    walk(QStringLiteral("Acme"), [&seen](QWidget &root) {
        seen.insert(QString::fromLatin1(typeid(root).name()));
        for (const QWidget *widget : root.findChildren<QWidget *>())
            seen.insert(QString::fromLatin1(typeid(*widget).name()));
    });

    QStringList widgetsOfOurs;
    QStringList missed;
    for (auto each = bases.begin(); each != bases.end(); ++each) {
        const bool isBase = std::find(bases.begin(), bases.end(), each.key()) != bases.end();
        if (isBase || !isWidget(each.key(), bases))
            continue;
        widgetsOfOurs << each.key();
        if (std::none_of(seen.begin(), seen.end(), [&](const QString &type) { return isNamed(type, each.key()); }))
            missed << each.key();
    }

    CHECK(missed.join(u' ').toStdString() == std::string()); // Have the walk above go where these are
    CHECK(widgetsOfOurs.size() > 30);
}

TEST_CASE("A walk that finds nothing would be no use: each kind of place is found")
{
    const QString hidden = QStringLiteral("a\u202Eb");
    QWidget root;
    root.resize(200, 100);
    QLabel label(hidden, &root);
    label.setObjectName(QStringLiteral("label"));
    QPushButton spoken(&root);
    spoken.setObjectName(QStringLiteral("spoken"));
    spoken.setAccessibleDescription(hidden);
    QWidget tip(&root);
    tip.setObjectName(QStringLiteral("tip"));
    tip.setToolTip(hidden);

    const QString found = plainness::unseen(root).join(u'\n');

    CHECK(paintedText(root).contains(QChar(0x202E))); // Qt draws it in pieces, at each turn one
    for (const char *const place : {"QWidget : ", "QLabel label: ", "QPushButton spoken: ", "QWidget tip: "})
        CHECK(found.contains(QString::fromLatin1(place)));
}

#include "tests/ui/invitationdesk.h"

#include "ui/invitations/invitationsmodel.h"
#include "ui/invitations/limitedtext.h"
#include "ui/invitations/noteeditor.h"
#include "ui/invitations/unsavednotedialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

namespace {

struct NoteDesk : InvitationDesk
{
    [[nodiscard]] LimitedText &field() const { return widgets::child<LimitedText>(*page, "internalNote"); }
    [[nodiscard]] QString status() const { return widgets::child<QLabel>(*page, "noteStatus").text(); }
    [[nodiscard]] QString trouble() const { return widgets::child<QLabel>(*page, "noteTrouble").text(); }
    [[nodiscard]] NoteEditor &editor() const { return *page->findChild<NoteEditor *>(); }
    void type(const QString &text) const { field().insertPlainText(text); }
    void flush() const
    {
        editor().flush();
        widgets::settle();
    }
    [[nodiscard]] QString kept(const char *id) const
    {
        const auto at = session.world.notes.find(samples::invitationId(QString::fromLatin1(id)));
        return at == session.world.notes.end() ? QString() : at->second;
    }
};

} // namespace

TEST_CASE("The note of an invitation is shown and marked as never leaving this computer")
{
    NoteDesk desk;
    desk.session.world.notes = {{samples::invitationId(QStringLiteral("i3")), QStringLiteral("Call Ann on Monday")}};
    desk.session.publish();

    desk.press(Qt::Key_J);

    CHECK(desk.company() == QStringLiteral("Acme Ltd"));
    CHECK(desk.field().words() == QStringLiteral("Call Ann on Monday"));
    CHECK(desk.text().contains(QStringLiteral("Internal note · never leaves this computer")));
    CHECK(desk.field().accessibleName() == QStringLiteral("Internal note"));
    CHECK(desk.field().accessibleDescription() == QStringLiteral("Never leaves this computer"));
    CHECK(desk.status() == QStringLiteral("Saved"));
}

TEST_CASE("A row says that there is a note, to the eye by a mark and in its sentence")
{
    NoteDesk desk;
    CHECK_FALSE(desk.row(0).contains(QStringLiteral("note")));

    desk.type(QStringLiteral("mine"));
    desk.flush();

    CHECK(desk.row(0).endsWith(QStringLiteral(", with internal note")));
    CHECK(desk.list().model()->index(0, 0).data(InvitationsModel::HasNoteRole).toBool());
    CHECK_FALSE(desk.list().model()->index(1, 0).data(InvitationsModel::HasNoteRole).toBool());
}

TEST_CASE("What is typed is kept by itself a moment later, and said to be saved only then")
{
    NoteDesk desk;
    desk.session.answersHeld = true;
    desk.type(QStringLiteral("mine"));
    CHECK(desk.status() == QStringLiteral("Not saved yet"));
    REQUIRE(QTest::qWaitFor([&] { return !desk.session.savedNotes.empty(); }));
    CHECK(desk.status() == QStringLiteral("Not saved yet"));

    desk.session.releaseAnswers();
    widgets::settle();

    CHECK(desk.status() == QStringLiteral("Saved"));
    CHECK(desk.kept("i1") == QStringLiteral("mine"));
    CHECK(desk.session.savedNotes.size() == 1);
}

TEST_CASE("A note is kept when the keyboard goes elsewhere")
{
    const NoteDesk desk;
    desk.page->activateWindow();
    desk.field().setFocus();
    desk.type(QStringLiteral("mine"));

    desk.list().setFocus();
    widgets::settle();

    CHECK(desk.kept("i1") == QStringLiteral("mine"));
}

TEST_CASE("What is typed stays with its invitation when another is selected")
{
    const NoteDesk desk;
    desk.type(QStringLiteral("of the first"));

    desk.press(Qt::Key_J);

    CHECK(desk.field().words().isEmpty());
    CHECK(desk.kept("i1") == QStringLiteral("of the first"));
    CHECK(desk.kept("i3").isEmpty());
    desk.press(Qt::Key_K);
    CHECK(desk.field().words() == QStringLiteral("of the first"));
}

TEST_CASE("While one types, nothing that comes in takes the words away")
{
    NoteDesk desk;
    desk.type(QStringLiteral("first"));
    desk.flush();
    desk.type(QStringLiteral(" second"));

    desk.session.find(samples::invitationId(QStringLiteral("i1")))->message = QStringLiteral("changed");
    desk.session.publish({samples::invitationId(QStringLiteral("i1"))});
    widgets::settle();

    CHECK(desk.field().words() == QStringLiteral("first second"));
    CHECK(desk.status() == QStringLiteral("Not saved yet"));
}

TEST_CASE("A note without words is deleted")
{
    const NoteDesk desk;
    desk.type(QStringLiteral("mine"));
    desk.flush();

    desk.field().clear();
    desk.flush();

    CHECK(desk.session.world.notes.empty());
    CHECK(desk.status() == QStringLiteral("Deleted"));
    CHECK_FALSE(desk.row(0).contains(QStringLiteral("note")));
}

TEST_CASE("A note that can't be kept stays, says why, and is tried again when the disk works again")
{
    NoteDesk desk;
    desk.session.savingError = Error{ErrorKind::DiskFull, {}};
    desk.type(QStringLiteral("mine"));
    desk.flush();
    CHECK(desk.trouble().startsWith(QStringLiteral("Not saved: there is no room left on the disk.")));
    CHECK(desk.field().words() == QStringLiteral("mine"));
    CHECK(desk.field().accessibleDescription().contains(desk.trouble()));

    desk.press(Qt::Key_J);
    CHECK(desk.trouble().isEmpty());
    desk.press(Qt::Key_K);
    CHECK(desk.field().words() == QStringLiteral("mine"));
    CHECK(desk.trouble().startsWith(QStringLiteral("Not saved")));

    desk.session.shown.trouble = {{StoreTrouble::Kind::Full, {}, 0, {}}};
    desk.session.publish();
    desk.session.savingError.reset();
    desk.session.shown.trouble.clear();
    desk.session.publish();
    widgets::settle();

    CHECK(desk.kept("i1") == QStringLiteral("mine"));
    CHECK(desk.trouble().isEmpty());
    CHECK(desk.status() == QStringLiteral("Saved"));
}

TEST_CASE("A note that is too long is not cut and not kept, and says so, also after one was elsewhere")
{
    const NoteDesk desk;
    const QString tooLong = QStringLiteral("x").repeated(4'001);

    desk.type(tooLong);
    desk.flush();

    CHECK(desk.status() == QStringLiteral("1 character too many · not saved until it is shorter"));
    CHECK(desk.session.savedNotes.empty());
    desk.press(Qt::Key_J);
    desk.press(Qt::Key_K);
    CHECK(desk.field().words() == tooLong);
    desk.field().setWords(QStringLiteral("x").repeated(4'000));
    desk.flush();
    CHECK(desk.status() == QStringLiteral("Saved"));
}

TEST_CASE("Nobody leaves with a note that is on no disk without having been told")
{
    NoteDesk desk;
    int left = 0;
    desk.session.savingError = Error{ErrorKind::Disk, {}};
    desk.type(QStringLiteral("mine"));

    desk.page->leave([&left] { ++left; });
    widgets::settle();

    auto *dialog = desk.page->findChild<UnsavedNoteDialog *>();
    REQUIRE(dialog);
    CHECK(left == 0);
    CHECK(widgets::visibleText(*dialog).contains(QStringLiteral("mine")));
    CHECK(widgets::unnamedControls(*dialog).join(u'\n').toStdString() == "");
    widgets::child<QPushButton>(*dialog, "copyNote").click();
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("mine"));
    widgets::child<QPushButton>(*dialog, "stay").click();
    CHECK(left == 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    desk.page->leave([&left] { ++left; });
    widgets::settle();
    widgets::child<QPushButton>(*desk.page, "leaveWithoutNote").click();
    CHECK(left == 1);
}

TEST_CASE("With another person the question about a note that would be lost closes, and nobody leaves")
{
    NoteDesk desk;
    int left = 0;
    desk.session.savingError = Error{ErrorKind::Disk, {}};
    desk.type(QStringLiteral("mine"));
    desk.page->leave([&left] { ++left; });
    widgets::settle();
    const QPointer<UnsavedNoteDialog> dialog = desk.page->findChild<UnsavedNoteDialog *>();
    REQUIRE(dialog);

    desk.session.shown.account->userId = *MemberId::parse(QStringLiteral("tom"));
    desk.session.publish();

    CHECK_FALSE((dialog && dialog->isVisible()));
    CHECK(left == 0);
}

TEST_CASE("One leaves once the note that was being typed is kept")
{
    NoteDesk desk;
    int left = 0;
    desk.type(QStringLiteral("mine"));

    desk.page->leave([&left] { ++left; });
    CHECK(left == 0);
    widgets::settle();

    CHECK(left == 1);
    CHECK(desk.kept("i1") == QStringLiteral("mine"));
}

TEST_CASE("Another person's session has nothing of what was typed, kept or not")
{
    NoteDesk desk;
    desk.session.savingError = Error{ErrorKind::Disk, {}};
    desk.type(QStringLiteral("mine"));
    desk.flush();
    const size_t asked = desk.session.savedNotes.size();

    desk.session.savingError.reset();
    desk.session.shown.account->userId = *MemberId::parse(QStringLiteral("somebody-else"));
    desk.session.publish({samples::invitationId(QStringLiteral("i1"))});
    widgets::settle();
    desk.flush();

    CHECK(desk.field().words().isEmpty());
    CHECK(desk.session.savedNotes.size() == asked);
    CHECK(desk.session.world.notes.empty());
}

TEST_CASE("Signed out, nothing can be typed that belongs to nobody; signed in again the note is back")
{
    NoteDesk desk;
    desk.type(QStringLiteral("mine"));
    desk.flush();

    desk.session.standing = SignInState::SignedOut;
    emit desk.session.signInStateChanged();
    CHECK_FALSE(desk.field().isVisibleTo(desk.page.get()));
    desk.session.standing = SignInState::SignedIn;
    emit desk.session.signInStateChanged();
    widgets::settle();

    CHECK(desk.field().isVisibleTo(desk.page.get()));
    CHECK(desk.field().words() == QStringLiteral("mine"));
}

TEST_CASE("Letters typed into a note decide nothing, and Escape goes back to the list")
{
    const NoteDesk desk;
    desk.page->activateWindow();
    desk.field().setFocus();

    QTest::keyClicks(&desk.field(), QStringLiteral("arjk"));
    CHECK(desk.field().words() == QStringLiteral("arjk"));
    CHECK_FALSE(desk.dialog());
    QTest::keyClick(&desk.field(), Qt::Key_Escape);

    CHECK(desk.list().hasFocus());
}

#include "tests/ui/rejection.h"

#include "ui/common/noticebar.h"
#include "ui/invitations/limitedtext.h"
#include "ui/invitations/repliesdialog.h"
#include "ui/invitations/replydialog.h"
#include "ui/invitations/replyflow.h"
#include "ui/invitations/replymenu.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

namespace {

/// The list of templates over a session that has two.
struct Managing
{
    FakeSession session;
    QWidget window;
    ReplyFlow flow{session, &window};

    Managing()
    {
        session.replies = {{ReplyTemplateId::parse(QStringLiteral("t1")), samples::reasonId(QStringLiteral("area")),
                            QStringLiteral("fr"), QStringLiteral("Trop loin"), QStringLiteral("Désolés, {owner}.")},
                           {ReplyTemplateId::parse(QStringLiteral("t2")),
                            std::nullopt,
                            {},
                            QStringLiteral("Bye"),
                            QStringLiteral("Goodbye.")}};
        window.show();
        flow.manage(window);
        widgets::settle();
    }
    [[nodiscard]] RepliesDialog &dialog() const { return *window.findChild<RepliesDialog *>(); }
    [[nodiscard]] QListWidget &list() const { return widgets::child<QListWidget>(dialog(), "replies"); }
    [[nodiscard]] QPushButton &button(const char *name) const { return widgets::child<QPushButton>(dialog(), name); }
    [[nodiscard]] ReplyDialog *editor() const { return window.findChild<ReplyDialog *>(); }
    template <class T>
    [[nodiscard]] T &field(const char *name) const
    {
        return widgets::child<T>(*editor(), name);
    }
    void press(const char *name) const
    {
        button(name).click();
        widgets::settle();
    }
    void save() const
    {
        field<QPushButton>("saveReply").click();
        widgets::settle();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    [[nodiscard]] QString rows() const
    {
        QStringList rows;
        for (int row = 0; row < list().count(); ++row)
            rows << list().item(row)->data(Qt::AccessibleTextRole).toString();
        return rows.join(u'|');
    }
    [[nodiscard]] QString why() const { return field<QLabel>("replyWhyNot").text(); }
};

} // namespace

TEST_CASE("The list has one's own templates by name, then what comes with Atlas, each with its reason and language")
{
    const Managing open;

    CHECK(open.rows().toStdString() == "Bye, For any reason|Trop loin, Outside service area · français|"
                                       "Not taking on new clients, Capacity full, comes with Atlas|"
                                       "Outside our area, Outside service area, comes with Atlas|"
                                       "Services that we don't offer, Service mismatch, comes with Atlas|"
                                       "We are not able to act, Conflict of interest, comes with Atlas|Thank you, and "
                                       "no, For any reason, comes with Atlas");
}

TEST_CASE("A new template is kept, and stands in the list")
{
    const Managing open;
    open.press("addReply");
    REQUIRE(open.editor());
    CHECK_FALSE(open.field<QPushButton>("saveReply").isEnabled());
    CHECK(open.why() == QStringLiteral("Give it a name."));
    open.field<QLineEdit>("replyName").setText(QStringLiteral("  A first one "));
    CHECK(open.why() == QStringLiteral("Write its text."));
    open.field<QComboBox>("replyReason").setCurrentIndex(1);
    open.field<QComboBox>("replyLanguage")
        .setCurrentIndex(open.field<QComboBox>("replyLanguage").findData(QStringLiteral("ja")));
    open.field<QPushButton>("insert:{company}").click();

    open.save();

    CHECK_FALSE(open.editor());
    const ReplyTemplate &kept = open.session.replies.back();
    CHECK(kept.id);
    CHECK(kept.name == QStringLiteral("A first one"));
    CHECK(kept.reasonId == samples::reasonId(QStringLiteral("capacity")));
    CHECK(kept.language == QStringLiteral("ja"));
    CHECK(kept.text == QStringLiteral("{company}"));
    CHECK(open.rows().startsWith(QStringLiteral("A first one, Capacity full · 日本語|Bye")));
}

TEST_CASE("A field that there is none of is said with those that there are, and nothing is kept")
{
    const Managing open;
    open.press("editReply");
    open.field<LimitedText>("replyText").setWords(QStringLiteral("Dear {onwer}"));

    CHECK(open.why() ==
          QStringLiteral("There is no field {onwer}. The fields are {company}, {owner}, {branch}, {accountant}."));
    CHECK_FALSE(open.field<QPushButton>("saveReply").isEnabled());
    CHECK(open.field<QPushButton>("saveReply").accessibleDescription() == open.why());
}

TEST_CASE("A template is changed in its place")
{
    const Managing open;
    open.list().setCurrentRow(1);
    open.press("editReply");
    CHECK(open.editor()->windowTitle() == QStringLiteral("Change template"));
    CHECK(open.field<QComboBox>("replyReason").currentText() == QStringLiteral("Outside service area"));
    open.field<QLineEdit>("replyName").setText(QStringLiteral("Trop loin de nous"));

    open.save();

    CHECK(open.session.replies.size() == 2);
    CHECK(open.rows().contains(QStringLiteral("|Trop loin de nous, ")));
    CHECK(open.list().currentRow() == 1);
}

TEST_CASE("What comes with Atlas is copied, not changed, and can't be deleted")
{
    const Managing open;
    open.list().setCurrentRow(2);
    CHECK(open.button("editReply").text() == QStringLiteral("Copy and change…"));
    CHECK_FALSE(open.button("deleteReply").isEnabled());
    open.press("editReply");
    CHECK(open.editor()->windowTitle() == QStringLiteral("New template"));

    open.save();

    CHECK(open.session.replies.size() == 3);
    CHECK(open.list().count() == 8);
}

TEST_CASE("A deleted template can be brought back")
{
    const Managing open;
    const std::vector<ReplyTemplate> before = open.session.replies;
    open.list().setCurrentRow(0);
    open.press("deleteReply");
    CHECK(open.session.replies.size() == 1);
    CHECK(open.list().count() == 6);
    CHECK(widgets::child<NoticeBar>(open.dialog(), "repliesNotice").text() == QStringLiteral("“Bye” is deleted."));

    open.press("undoDelete");

    CHECK(open.session.replies == before);
    CHECK(open.list().count() == 7);
}

TEST_CASE("What can't be kept stays in its dialog, which says why")
{
    Managing open;
    open.press("editReply");
    open.field<QLineEdit>("replyName").setText(QStringLiteral("Other name"));
    open.session.savingError = Error{ErrorKind::DiskFull, {}};

    open.save();

    REQUIRE(open.editor());
    CHECK(open.field<QLineEdit>("replyName").text() == QStringLiteral("Other name"));
    CHECK(open.why().startsWith(QStringLiteral("Not saved: there is no room left on the disk.")));
    open.session.savingError.reset();
    open.save();
    CHECK_FALSE(open.editor());
}

TEST_CASE("Templates that can't be read are not shown as none")
{
    FakeSession session;
    session.nextLoadError = Error{ErrorKind::Disk, {}};
    QWidget window;
    window.show();
    ReplyFlow flow(session, &window);

    flow.manage(window);
    widgets::settle();

    CHECK(widgets::child<QListWidget>(window, "replies").count() == 5); // What comes with Atlas is there
    CHECK(widgets::child<NoticeBar>(window, "repliesNotice")
              .text()
              .startsWith(QStringLiteral("Your templates could not be read")));
}

TEST_CASE("What is written to a client becomes a template, and is offered at once")
{
    FlowDesk desk;
    auto &[session, window, flow] = desk;
    widgets::named<QRadioButton>(*flow.dialog(), QStringLiteral("Capacity full"))->click();
    widgets::child<QPlainTextEdit>(*flow.dialog(), "messageToClient")
        .setPlainText(QStringLiteral("Sorry, Amara Osei, next year."));
    auto &button = widgets::child<ReplyMenu>(*flow.dialog(), "replyTemplates");
    button.click();
    widgets::child<QAction>(*flow.dialog(), "saveAsTemplate").trigger();
    auto *editor = window.findChild<ReplyDialog *>();
    REQUIRE(editor);
    CHECK(editor->reply().text ==
          QStringLiteral("Sorry, {owner}, next year.")); // The next client is not told of this one
    CHECK(editor->reply().reasonId == samples::reasonId(QStringLiteral("capacity")));
    widgets::child<QLineEdit>(*editor, "replyName").setText(QStringLiteral("Next year"));

    widgets::child<QPushButton>(*editor, "saveReply").click();
    widgets::settle();

    REQUIRE(session.replies.size() == 1);
    button.click();
    CHECK(widgets::child<QMenu>(*flow.dialog(), "replyMenu").actions().front()->text() == QStringLiteral("Next year"));
    CHECK(widgets::child<QPlainTextEdit>(*flow.dialog(), "messageToClient").toPlainText() ==
          QStringLiteral("Sorry, Amara Osei, next year."));
}

TEST_CASE("What was typed into a template is not thrown away at the first Escape")
{
    const Managing open;
    open.press("editReply");
    QTest::keyClick(open.editor(), Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK_FALSE(open.editor()); // Nothing was
    open.press("editReply");
    open.field<LimitedText>("replyText").insertPlainText(QStringLiteral("mine"));

    QTest::keyClick(open.editor(), Qt::Key_Escape);

    REQUIRE(open.editor()->isVisible());
    CHECK(open.why() == QStringLiteral("What you wrote is not saved. Cancel once more to leave it."));
    open.field<QPushButton>("cancelReply").click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK_FALSE(open.editor());
}

TEST_CASE("Every control of the templates has its names, and Tab goes as the eye does")
{
    const Managing open;
    CHECK(widgets::unnamedControls(open.dialog()).join(u'\n').toStdString() == "");
    open.press("addReply");
    CHECK(widgets::unnamedControls(*open.editor()).join(u'\n').toStdString() == "");
    open.field<QLineEdit>("replyName").setFocus();
    QStringList visited;

    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(open.editor()->focusWidget(), Qt::Key_Tab);
        visited << open.editor()->focusWidget()->accessibleName();
    }

    CHECK(visited.join(u'|').toStdString() ==
          "Reason|Language|Text|Insert field Company|Insert field Owner|Insert field "
          "Branch|Insert field Accountant");
}

TEST_CASE("With another person the list closes, and so does what is being written or kept")
{
    Managing open;
    open.press("addReply");
    REQUIRE(open.editor());
    const QPointer<ReplyDialog> editor = open.editor();
    const QPointer<RepliesDialog> list = &open.dialog();

    open.session.shown.account->userId = *MemberId::parse(QStringLiteral("tom"));
    open.session.publish();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    CHECK_FALSE(editor);
    CHECK_FALSE(list);
}

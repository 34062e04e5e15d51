#include "tests/ui/rejection.h"

#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QLabel>
#include <QScreen>

namespace {

using Opened = OpenedRejection;

} // namespace

TEST_CASE("The reasons are the service's for rejecting, in its order, each with its line")
{
    const Opened opened;

    QStringList labels;
    for (const QRadioButton *button : opened.dialog->findChildren<QRadioButton *>())
        labels << widgets::spokenName(*button);
    CHECK(labels.join(u'|') ==
          QStringLiteral("Capacity full|Outside service area|Service mismatch|Conflict of interest|Other"));
    CHECK(opened.text().contains(QStringLiteral("Not taking new clients")));
}

TEST_CASE("Without a reason the rejection can't be confirmed, and it says so")
{
    const Opened opened;

    CHECK_FALSE(opened.confirm().isEnabled());
    CHECK(opened.text().contains(QStringLiteral("Choose a reason.")));
}

TEST_CASE("With a reason it can be confirmed, without a message")
{
    const Opened opened;
    opened.choose(QStringLiteral("Capacity full"));

    opened.confirm().click();

    REQUIRE(opened.confirmed.size() == 1);
    CHECK(opened.confirmed[0] == Decision(RejectInvitation{samples::invitationId(QStringLiteral("i1")),
                                                           QStringLiteral("r1"),
                                                           samples::reasonId(QStringLiteral("capacity")),
                                                           {},
                                                           {}}));
}

TEST_CASE("Other needs its own words, which another reason leaves out")
{
    const Opened opened;
    CHECK_FALSE(opened.ownWords());
    opened.choose(QStringLiteral("Other"));
    CHECK(opened.text().contains(QStringLiteral("The client will read this")));
    CHECK(opened.text().contains(QStringLiteral("Write the reason in your own words.")));
    opened.ownWords()->setPlainText(QStringLiteral("  "));
    CHECK_FALSE(opened.confirm().isEnabled());

    opened.ownWords()->setPlainText(QStringLiteral("We know your competitor."));
    CHECK(opened.confirm().isEnabled());
    opened.confirm().click();
    CHECK(std::get<RejectInvitation>(opened.confirmed[0]).reasonText == QStringLiteral("We know your competitor."));

    opened.choose(QStringLiteral("Capacity full"));
    opened.confirm().click();
    CHECK(std::get<RejectInvitation>(opened.confirmed[1]).reasonText.isEmpty());
}

TEST_CASE("The client will be told exactly what was chosen and written")
{
    const Opened opened;
    opened.choose(QStringLiteral("Other"));
    opened.ownWords()->setPlainText(QStringLiteral("Too far away."));
    opened.message().setPlainText(QStringLiteral("Good luck!\n<b>Tom</b>"));

    CHECK(opened.preview() == QStringLiteral("Other\n\nToo far away.\n\nGood luck!\n<b>Tom</b>"));
    CHECK(opened.text().contains(QStringLiteral("Harbour & Vale")));
}

TEST_CASE("A message of blanks alone is none, and real words keep their blanks")
{
    const Opened opened;
    opened.choose(QStringLiteral("Capacity full"));
    opened.message().setPlainText(QStringLiteral("  \n\u00A0\u200D "));
    CHECK(opened.preview() == QStringLiteral("Capacity full"));
    opened.confirm().click();
    CHECK(std::get<RejectInvitation>(opened.confirmed[0]).message == QString());

    opened.message().setPlainText(QStringLiteral("  Good  luck! \n"));
    opened.confirm().click();

    CHECK(std::get<RejectInvitation>(opened.confirmed[1]).message == QStringLiteral("  Good  luck! \n"));
    CHECK(opened.preview() == QStringLiteral("Capacity full\n\n  Good  luck! \n"));
}

TEST_CASE("Own words of blanks alone are nothing that the client is told, nor enough")
{
    const Opened opened;
    opened.choose(QStringLiteral("Other"));

    opened.ownWords()->setPlainText(QStringLiteral(" \u200D "));

    CHECK(opened.preview() == QStringLiteral("Other"));
    CHECK_FALSE(opened.confirm().isEnabled());
}

TEST_CASE("Characters are counted as the service counts them")
{
    const Opened opened(5);
    opened.choose(QStringLiteral("Capacity full"));

    opened.message().setPlainText(
        QStringLiteral("👩🏽‍🌾a")); // woman, tone, joiner, sheaf, a: five code points
    CHECK(opened.text().contains(QStringLiteral("0 characters left")));
    CHECK(opened.confirm().isEnabled());

    opened.message().setPlainText(QStringLiteral("👩🏽‍🌾ab"));
    CHECK(opened.text().contains(QStringLiteral("1 character too many")));
    CHECK(opened.text().contains(QStringLiteral("The message is 1 character too long.")));
    CHECK_FALSE(opened.confirm().isEnabled());
    CHECK(opened.message().toPlainText().endsWith(QStringLiteral("ab"))); // never cut
}

TEST_CASE("What is too long is said in the colour of errors, and to a screen reader with its field")
{
    const Opened opened(5);
    widgets::settle();
    const auto &status = widgets::child<QLabel>(*opened.dialog, "messageStatus");
    const Theme theme = themeOf(*opened.dialog);
    CHECK(status.palette().color(QPalette::WindowText) == theme.secondary);

    opened.message().setPlainText(QStringLiteral("abcdefg"));

    CHECK(status.palette().color(QPalette::WindowText) == theme.danger);
    CHECK(opened.message().accessibleDescription() == QStringLiteral("2 characters too many"));
    const auto &why = widgets::child<WrapLabel>(*opened.dialog, "whyNot");
    CHECK_FALSE(why.isFault()); // "Choose a reason."
    opened.choose(QStringLiteral("Capacity full"));
    CHECK(why.text() == QStringLiteral("The message is 2 characters too long."));
    CHECK(why.isFault());
    opened.message().setPlainText(QStringLiteral("abc"));
    CHECK(status.palette().color(QPalette::WindowText) == theme.secondary);
    CHECK(opened.message().accessibleDescription().isEmpty());
    CHECK_FALSE(why.isFault());
}

TEST_CASE("Code points and what can be sent")
{
    CHECK(codePoints(QStringLiteral("añ😀")) == 3);
    CHECK(codePoints(QString(QChar(0xD83D))) == 1);
    CHECK(isSendable(QStringLiteral("añ😀\n")));
    CHECK_FALSE(isSendable(QString(QChar(0xDE00))));
    CHECK(sendable(QStringLiteral("a") + QChar(0) + QChar(0xD83D) + QStringLiteral("b😀")) == QStringLiteral("ab😀"));
}

TEST_CASE("What can't be sent is left out of a paste, and that is said")
{
    const Opened opened;
    QGuiApplication::clipboard()->setText(QStringLiteral("a") + QChar(0) + QStringLiteral("b"));

    opened.message().paste();

    CHECK(opened.message().toPlainText() == QStringLiteral("ab"));
    CHECK(opened.text().contains(QStringLiteral("a character that can't be sent was left out")));
}

TEST_CASE("Tab leaves the message")
{
    const Opened opened;
    opened.message().setFocus();

    QTest::keyClick(&opened.message(), Qt::Key_Tab);

    CHECK(opened.message().toPlainText().isEmpty());
}

TEST_CASE("Before the reasons have come it says so, and takes them when they come")
{
    const Opened opened(2'000, {});
    CHECK(opened.text().contains(QStringLiteral("The reasons have not come from the service yet.")));
    CHECK_FALSE(opened.confirm().isEnabled());

    opened.dialog->takeReasons(samples::reasons());
    opened.choose(QStringLiteral("Capacity full"));

    CHECK(opened.confirm().isEnabled());
}

TEST_CASE("Every control of the dialog of rejecting has its names")
{
    const Opened opened;
    opened.choose(QStringLiteral("Other"));

    CHECK(widgets::unnamedControls(*opened.dialog).join(u'\n') == QString());
}

TEST_CASE("The dialog grows for one's own words, as far as the screen has room")
{
    const OpenedRejection opened;
    const int before = opened.dialog->height();

    opened.choose(QStringLiteral("Other"));
    widgets::settle();

    const int room = opened.dialog->screen()->availableGeometry().bottom() - opened.dialog->geometry().top();
    CHECK(opened.dialog->height() > std::min(before, room - 1));
}

TEST_CASE("Tab goes from the reason to one's own words, to the message, and only then to the buttons")
{
    const OpenedRejection opened;
    widgets::settle();
    opened.choose(QStringLiteral("Other"));
    widgets::named<QRadioButton>(*opened.dialog, QStringLiteral("Other"))->setFocus();
    opened.message().setPlainText(QStringLiteral("Goodbye"));
    opened.ownWords()->setPlainText(QStringLiteral("Full"));
    QStringList visited;

    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(opened.dialog->focusWidget(), Qt::Key_Tab);
        visited << opened.dialog->focusWidget()->accessibleName();
    }

    CHECK(visited.join(u'|').toStdString() ==
          "Reason in your own words|Message to the client (optional)|Templates|The client will be told|Cancel|"
          "Confirm Rejection");
}

TEST_CASE("Choosing Other brings the field for one's own words into view on a low screen")
{
    const OpenedRejection opened;
    opened.dialog->setMaximumHeight(330);
    widgets::settle();

    opened.choose(QStringLiteral("Other"));
    widgets::settle();

    CHECK(opened.ownWords()->visibleRegion().boundingRect().height() == opened.ownWords()->height());
}

#include "tests/ui/rejection.h"

#include "ui/invitations/cautionnote.h"
#include "ui/invitations/replymenu.h"
#include "ui/invitations/replywords.h"

#include <QAction>
#include <QMenu>

namespace {

ReplyTemplate reply(const char *id, const char *reason, const char *name, const char *text)
{
    return {ReplyTemplateId::parse(QString::fromLatin1(id)),
            ReasonId::parse(QString::fromLatin1(reason)),
            {},
            QString::fromUtf8(name),
            QString::fromUtf8(text)};
}

struct Replying : OpenedRejection
{
    explicit Replying(int limit = 2'000)
        : OpenedRejection(limit)
    {
        dialog->setReplies(std::vector{reply("t1", "capacity", "Full up", "We are full, {company}."),
                                       reply("t2", "area", "Too far", "Too far."),
                                       reply("t3", "", "Any & all", "Bye {owner}")});
    }
    [[nodiscard]] QMenu &menu() const
    {
        widgets::child<ReplyMenu>(*dialog, "replyTemplates").click();
        return widgets::child<QMenu>(*dialog, "replyMenu");
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        QMenu &opened = menu();
        for (const QAction *action : opened.actions())
            names << (action->isSeparator() ? QStringLiteral("-") : action->text());
        opened.close();
        return names;
    }
    void take(const QString &name) const
    {
        QMenu &opened = menu();
        for (QAction *action : opened.actions()) {
            if (action->text() == name) {
                action->trigger();
                break;
            }
        }
        opened.close();
        widgets::settle();
    }
    [[nodiscard]] QString caution() const
    {
        const auto &bar = widgets::child<CautionNote>(*dialog, "caution");
        return bar.isVisibleTo(dialog) ? bar.words() : QString();
    }
};

} // namespace

TEST_CASE("The templates offered are those of the chosen reason, then those for any, then what comes with Atlas")
{
    const Replying open;
    CHECK(open.names().join(u'|').toStdString() ==
          "Any && all|-|Thank you, and no|-|Save as template…|Reply templates…");

    open.choose(QStringLiteral("Capacity full"));

    CHECK(open.names().join(u'|').toStdString() ==
          "Full up|Any && all|-|Not taking on new clients|Thank you, and no|-|Save as template…|Reply templates…");
}

TEST_CASE("A template's language is said beside its name")
{
    const OpenedRejection open;
    ReplyTemplate german = reply("t1", "", "Voll", "Leider");
    german.language = QStringLiteral("de");
    open.dialog->setReplies(std::vector{german});

    widgets::child<ReplyMenu>(*open.dialog, "replyTemplates").click();

    CHECK(widgets::child<QMenu>(*open.dialog, "replyMenu").actions().front()->text() ==
          QStringLiteral("Voll · Deutsch"));
}

TEST_CASE("A template that is taken is filled in, and the preview has it as it will be told")
{
    const Replying open;
    open.choose(QStringLiteral("Capacity full"));

    open.take(QStringLiteral("Full up"));

    CHECK(open.message().toPlainText() == QStringLiteral("We are full, Northwind Trading Ltd."));
    CHECK(open.preview() == QStringLiteral("Capacity full\n\nWe are full, Northwind Trading Ltd."));
    CHECK(open.dialog->focusWidget() == &open.message());
}

TEST_CASE("A template never takes the place of words: it comes after a blank line, and can be taken back")
{
    const Replying open;
    open.choose(QStringLiteral("Capacity full"));
    open.message().setPlainText(QStringLiteral("Dear Amara,"));

    open.take(QStringLiteral("Full up"));
    CHECK(open.message().toPlainText() == QStringLiteral("Dear Amara,\n\nWe are full, Northwind Trading Ltd."));
    open.message().undo();

    CHECK(open.message().toPlainText() == QStringLiteral("Dear Amara,"));
}

TEST_CASE("A template that makes the message too long is not cut, and that is said")
{
    const Replying open(20);
    open.choose(QStringLiteral("Capacity full"));

    open.take(QStringLiteral("Full up"));

    CHECK(open.message().toPlainText().endsWith(QStringLiteral("Ltd.")));
    CHECK(open.text().contains(QStringLiteral("15 characters too many")));
    CHECK_FALSE(open.confirm().isEnabled());
}

TEST_CASE("What a stranger wrote as a name is text in a reply, without what can't be seen")
{
    InvitationDetails hostile = rejectedDetails();
    hostile.invitation.companyName = QStringLiteral("{owner}\u202E{accountant}\n\u0007&\u200B <b>%1");
    const MergeValues values = ReplyWords::values(hostile, QStringLiteral("Priya"));

    CHECK(merged(QStringLiteral("{company}|{owner}|{accountant}"), values).toStdString() ==
          "{owner}{accountant} & <b>%1|Amara Osei|Priya");
}

TEST_CASE("A field that could not be filled in is pointed out, and forbids nothing")
{
    InvitationDetails nameless = rejectedDetails();
    nameless.invitation.ownerName = QStringLiteral(" \u200B ");
    RejectDialog dialog(nameless, {samples::reasons(), 2'000, {}, QStringLiteral("Priya Shah")}, nullptr);
    dialog.setReplies(std::vector{reply("t1", "", "Bye", "Bye {owner}, {accountant}")});
    dialog.open();
    widgets::named<QRadioButton>(dialog, QStringLiteral("Capacity full"))->click();
    widgets::child<ReplyMenu>(dialog, "replyTemplates").click();
    widgets::child<QMenu>(dialog, "replyMenu").actions().front()->trigger();

    CHECK(widgets::child<QPlainTextEdit>(dialog, "messageToClient").toPlainText() ==
          QStringLiteral("Bye {owner}, Priya Shah"));
    CHECK(widgets::child<CautionNote>(dialog, "caution").words() == QStringLiteral("Still to be filled in: {owner}."));
    CHECK(widgets::named<QPushButton>(dialog, QStringLiteral("Confirm Rejection"))->isEnabled());
}

TEST_CASE("A conflict of interest says what to think of, also to a screen reader, and forbids nothing")
{
    const Replying open;
    open.choose(QStringLiteral("Capacity full"));
    CHECK(open.caution().isEmpty());

    open.choose(QStringLiteral("Conflict of interest"));

    CHECK(open.caution().contains(QStringLiteral("don't name or describe the other client")));
    CHECK(open.message().accessibleDescription() == open.caution());
    CHECK(widgets::child<CautionNote>(*open.dialog, "caution").accessibleName() == open.caution());
    CHECK(open.confirm().isEnabled());
}

TEST_CASE("Words that may tell of another client are quoted, where it is about a conflict or one's own reason")
{
    const Replying open;
    open.choose(QStringLiteral("Conflict of interest"));
    open.message().setPlainText(QStringLiteral("Sorry, WE ACT FOR Acme."));
    CHECK(open.caution().contains(QStringLiteral("“WE ACT FOR” may tell this client about another one.")));

    open.choose(QStringLiteral("Other"));
    open.message().setPlainText(QStringLiteral("Sorry."));
    open.ownWords()->setPlainText(QStringLiteral("You are a competitor of somebody"));
    CHECK(open.caution() == QStringLiteral("“competitor” may tell this client about another one."));

    open.ownWords()->setPlainText(QStringLiteral("Your client list and your competitors"));
    CHECK(open.caution().isEmpty());
    open.choose(QStringLiteral("Capacity full"));
    open.message().setPlainText(QStringLiteral("we act for many"));
    CHECK(open.caution().isEmpty());
}

TEST_CASE("The starters can be kept as they are, and name nobody else")
{
    const std::vector<ReplyTemplate> starters = ReplyWords::starters(samples::reasons());

    CHECK(starters.size() == 5);
    for (const ReplyTemplate &starter : starters) {
        INFO(starter.name.toStdString());
        CHECK(ReplyWords::missing(starter).isEmpty());
        CHECK(starter.text.size() < 400);
        const Reason conflict = samples::reasons()[3];
        REQUIRE(ReplyWords::isConflict(conflict));
        const MergeValues values = ReplyWords::values(rejectedDetails(), QStringLiteral("Priya Shah"));
        CHECK_FALSE(ReplyWords::caution(&conflict, merged(starter.text, values)).contains(u'“'));
    }
}

TEST_CASE("Templates that can't be read are said to be so, and the starters are there all the same")
{
    const OpenedRejection open;
    open.dialog->setReplies(std::nullopt);

    widgets::child<ReplyMenu>(*open.dialog, "replyTemplates").click();

    const QList<QAction *> actions = widgets::child<QMenu>(*open.dialog, "replyMenu").actions();
    CHECK(actions[0]->text() == QStringLiteral("Your templates could not be read"));
    CHECK_FALSE(actions[0]->isEnabled());
    CHECK(actions[2]->text() == QStringLiteral("Thank you, and no"));
}

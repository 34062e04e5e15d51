#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/widgets.h"
#include "ui/common/spoofing.h"
#include "ui/invitations/acceptdialog.h"
#include "ui/invitations/detailspane.h"

#include <QAccessible>
#include <QLabel>

namespace {

const QString cyrillicAcme = QStringLiteral("\u0410cme Ltd");
const QString warning = QStringLiteral("mixes letters of several alphabets that look alike");

InvitationDetails detailsOf(const QString &company, const QString &owner = QStringLiteral("Ann Lee"))
{
    const Invitation invitation = samples::invitation(QStringLiteral("i1"), company, owner, 3);
    return {invitation, samples::london(), samples::now() + std::chrono::hours(40), {}, {}};
}

QString marked(const QWidget &where)
{
    const auto &label = widgets::child<QLabel>(where, "mixedLetters");
    return label.isVisibleTo(&where) ? label.text() : QString();
}

} // namespace

TEST_CASE("Names that mix letters which look alike are said, each with what is mixed")
{
    const QString words = mixedLettersWarning(
        {cyrillicAcme, QStringLiteral("Ann L\u03BFe"), QStringLiteral("ann@\u0430cme.example")});

    CHECK(words.count(warning) == 3);
    CHECK(words.contains(QStringLiteral("The company's name mixes")));
    CHECK(words.contains(QStringLiteral("(Cyrillic, Latin)")));
    CHECK(words.contains(QStringLiteral("The owner's name mixes")));
    CHECK(words.contains(QStringLiteral("(Latin, Greek)")));
    CHECK(words.contains(QStringLiteral("The e-mail address mixes")));
    CHECK(mixedLettersWarning({QStringLiteral("Acme"), QStringLiteral("Нина"), QStringLiteral("a@b.example")}).isEmpty());
}

TEST_CASE("The letters that are not what they look like are named")
{
    CHECK(mixedLetters({cyrillicAcme, {}, {}}) == QStringLiteral("\u0410 (U+0410) is Cyrillic"));
    CHECK(mixedLetters({QStringLiteral("Acme Ltd"), {}, {}}).isEmpty());
}

TEST_CASE("The details mark a name that may pass for another, in words and to a screen reader")
{
    DetailsPane pane(nullptr);
    pane.resize(460, 640);
    pane.show();

    pane.showDetails(detailsOf(cyrillicAcme), samples::now());

    CHECK(marked(pane).contains(warning));
    auto &label = widgets::child<QLabel>(pane, "mixedLetters");
    CHECK(label.toolTip() == QStringLiteral("\u0410 (U+0410) is Cyrillic"));
    CHECK(QAccessible::queryAccessibleInterface(&label)->text(QAccessible::Description) == label.toolTip());
    pane.showDetails(detailsOf(QStringLiteral("Acme Ltd")), samples::now());
    CHECK(marked(pane).isEmpty());
}

TEST_CASE("The dialogs mark a name that may pass for another")
{
    AcceptDialog dialog(detailsOf(QStringLiteral("Acme Ltd"), QStringLiteral("Ann L\u0435e")), nullptr);
    const AcceptDialog plain(detailsOf(QStringLiteral("Acme Ltd")), nullptr);

    CHECK(marked(dialog).contains(warning));
    CHECK(marked(plain).isEmpty());
}

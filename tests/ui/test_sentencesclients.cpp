#include "tests/support/catch.h"
#include "tests/ui/clientoperations.h"
#include "ui/common/ownwords.h"
#include "ui/common/sentences.h"

#include <QRegularExpression>

using clientoperations::all;
using clientoperations::card;
using clientoperations::entry;

namespace {

QStringList decisionsOf(const std::vector<Decision> &decisions)
{
    QStringList said;
    for (const Decision &decision : decisions)
        said << Sentences::decision(entry(decision).operation);
    return said;
}

QStringList waitingOf(const std::vector<Decision> &decisions, bool connecting)
{
    QStringList said;
    for (const Decision &decision : decisions) {
        OutboxEntry waiting = entry(decision);
        waiting.connecting = connecting;
        said << Sentences::waiting(waiting);
    }
    return said;
}

} // namespace

TEST_CASE("What is decided on a client is said as what it is")
{
    CHECK(decisionsOf(all()) ==
          QStringList{QStringLiteral("Disconnect: Client request"),
                      QStringLiteral("Assign Sam Okoro as primary accountant"),
                      QStringLiteral("Remove Sam Okoro from the accountants"), QStringLiteral("Add a note"),
                      QStringLiteral("First step done: Bank accounts"), QStringLiteral("Make a new Client Pays link")});
}

TEST_CASE("What waits on a client names it, a new link its branch, and where it stands")
{
    CHECK(waitingOf(all(), false) ==
          QStringList{QStringLiteral("Acme Ltd: disconnection will be sent in 8 s"),
                      QStringLiteral("Acme Ltd: assignment of Sam Okoro will be sent in 8 s"),
                      QStringLiteral("Acme Ltd: removal of Sam Okoro will be sent in 8 s"),
                      QStringLiteral("Acme Ltd: note will be sent in 8 s"),
                      QStringLiteral("Acme Ltd: first step “Bank accounts” (done) will be sent in 8 s"),
                      QStringLiteral("London: request for a new Client Pays link will be sent in 8 s")});
    CHECK(waitingOf(all(), true).front() == QStringLiteral("Acme Ltd: disconnection waits here until you are online"));
}

TEST_CASE("Nothing about a client is called a rejection, an acceptance or an invitation, however it ends")
{
    static const QRegularExpression wrong(QStringLiteral("reject|accept(ance|ed it)|invitation|pending"),
                                          QRegularExpression::CaseInsensitiveOption);
    for (const Decision &decision : all()) {
        for (int kind = int(EndKind::None) + 1; kind <= int(EndKind::LostInRestore); ++kind) {
            const OutboxEntry shown = card(decision, EndKind(kind));
            const QString title = Sentences::cardTitle(shown);
            const QString text = Sentences::cardText(shown, samples::now());
            INFO(title.toStdString() << " | " << text.toStdString());
            CHECK(title.contains(decidedBranch(decision) ? QStringLiteral("London") : QStringLiteral("Acme Ltd")));
            CHECK_FALSE(text.isEmpty());
            CHECK_FALSE((title + text + Sentences::waiting(shown)).contains(wrong));
        }
    }
}

TEST_CASE("What was not sent within the hour says that nothing was sent, and that one is asked again")
{
    const OutboxEntry late = card(all().front(), EndKind::NotSentInTime);

    CHECK(Sentences::cardTitle(late) == QStringLiteral("Acme Ltd: the disconnection was not sent in time"));
    CHECK(Sentences::cardText(late, samples::now()).contains(QStringLiteral("Nothing was sent")));
    CHECK(Sentences::cardText(late, samples::now()).contains(QStringLiteral("you are asked again")));
}

TEST_CASE("A missing permission for a client is named, with the branch")
{
    OutboxEntry denied = card(all().at(3), EndKind::PermissionDenied);
    denied.operation.end.permission = QStringLiteral("update_client_notes");

    CHECK(Sentences::cardText(denied, samples::now()) ==
          QStringLiteral("You need the permission Update client notes on London; ask your administrator. Your note was "
                         "not added."));
}

TEST_CASE("A disconnection that came second does not claim that a colleague was first where nobody is named")
{
    OutboxEntry second = card(all().front(), EndKind::SameDecision);
    CHECK_FALSE(Sentences::cardText(second, samples::now()).contains(QStringLiteral("colleague")));

    second.operation.end.byName = QStringLiteral("Priya");
    CHECK(Sentences::cardText(second, samples::now()).startsWith(QStringLiteral("Priya had done it")));
}

TEST_CASE("What was written with a disconnection and in a note are one's own words")
{
    CHECK(ownWords(entry(all().front()).operation) == QStringLiteral("They sold it\n\nAll the best"));
    CHECK(ownWords(entry(all().at(3)).operation) == QStringLiteral("Year end is in March"));
    CHECK(ownWords(entry(all().at(1)).operation).isEmpty());
}

TEST_CASE("What needs a connection says so where it could not be kept without one")
{
    const QString said = Sentences::notKept({ErrorKind::Network, {}}, all().front());

    CHECK(said.contains(QStringLiteral("only with a connection")));
    CHECK(said.contains(QStringLiteral("Nothing was sent")));
    CHECK_FALSE(Sentences::notKept({ErrorKind::Conflict, {}}, all().front()).contains(QStringLiteral("invitation")));
    CHECK(Sentences::notKept({ErrorKind::DiskFull, {}}, all().front()) ==
          Sentences::notKept({ErrorKind::DiskFull, {}}));
}

#include "core/session/notekeeping.h"
#include "tests/session/sessionrig.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

// What never leaves this computer: reply templates and internal notes.

namespace {

using namespace Qt::Literals::StringLiterals;

Result<void> saveNote(SessionRig &rig, const QString &id, const QString &text)
{
    std::optional<Result<void>> answer;
    rig.session->saveNote(invitationId(id), text, rig.session.get(),
                          [&answer](const Result<void> &done) { answer = done; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
    return *answer;
}

Result<ReplyTemplate> saveReply(SessionRig &rig, const ReplyTemplate &reply)
{
    std::optional<Result<ReplyTemplate>> answer;
    rig.session->saveReplyTemplate(reply, rig.session.get(),
                                   [&answer](const Result<ReplyTemplate> &kept) { answer = kept; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
    return *answer;
}

std::vector<ReplyTemplate> replies(SessionRig &rig)
{
    std::optional<Result<std::vector<ReplyTemplate>>> answer;
    rig.session->loadReplyTemplates(rig.session.get(), [&answer](const auto &read) { answer = read; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
    REQUIRE(*answer);
    return **answer;
}

void signOut(SessionRig &rig)
{
    std::optional<Result<void>> answer;
    rig.session->signOut(false, rig.session.get(), [&answer](const Result<void> &done) { answer = done; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
}

} // namespace

TEST_CASE("A note is there after a restart, in the details and as a mark in the row", "[writing]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    REQUIRE(saveNote(rig, u"i1"_s, u"Call on Monday"_s));
    CHECK(rig.details(u"i1"_s).note == u"Call on Monday"_s);
    REQUIRE(rig.opensWhole());
    std::optional<ListOpened> opened;
    QObject::connect(rig.session.get(), &Session::listOpened, rig.session.get(),
                     [&opened](const ListOpened &list) { opened = list; });

    (void)rig.session->openList({});

    REQUIRE(eventually([&] { return opened.has_value(); }));
    for (const Row &row : opened->firstRows) {
        const auto &invitation = std::get<InvitationRow>(row);
        CHECK(invitation.hasNote == (invitation.id.text() == u"i1"_s));
    }
    CHECK(rig.details(u"i1"_s).note == u"Call on Monday"_s);
}

TEST_CASE("An open list is told when a note comes and when it goes", "[writing]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    int noted = 0;
    QObject::connect(rig.session.get(), &Session::changed, rig.session.get(), [&noted](const ChangeSet &changes) {
        for (const ListDiff &diff : changes.lists) {
            for (const ListStep &step : diff.steps) {
                for (const Row &row : step.rows)
                    noted += std::get<InvitationRow>(row).hasNote ? 1 : 100;
            }
        }
    });
    (void)rig.session->openList({});

    REQUIRE(saveNote(rig, u"i1"_s, u"mine"_s));
    REQUIRE(eventually([&] { return noted == 1; }));
    REQUIRE(saveNote(rig, u"i1"_s, u" \n "_s));

    CHECK(eventually([&] { return noted == 101; }));
    CHECK(rig.details(u"i1"_s).note.isEmpty());
}

TEST_CASE("Notes and templates stay when one signs out, and are there again", "[writing]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    REQUIRE(saveNote(rig, u"i1"_s, u"mine"_s));
    REQUIRE(saveReply(rig, {std::nullopt, std::nullopt, {}, u"Bye"_s, u"Goodbye {company}"_s}));

    signOut(rig);
    rig.close();
    REQUIRE(rig.opensWhole());

    CHECK(rig.details(u"i1"_s).note == u"mine"_s);
    REQUIRE(replies(rig).size() == 1);
    CHECK(replies(rig).front().text == u"Goodbye {company}"_s);
}

TEST_CASE("Another person sees nothing of one's notes and templates", "[writing]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole("u1"));
    REQUIRE(saveNote(rig, u"i1"_s, u"mine"_s));
    REQUIRE(saveReply(rig, {std::nullopt, std::nullopt, {}, u"Bye"_s, u"Goodbye"_s}));
    rig.close();

    rig.open("u2");
    REQUIRE(eventually([&] { return rig.whole() && rig.session->overview().account->userId.text() == u"u2"_s; }));

    CHECK(rig.details(u"i1"_s).note.isEmpty());
    CHECK(replies(rig).empty());
}

TEST_CASE("Nothing of a note or a template is sent to the service", "[writing]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    REQUIRE(saveNote(rig, u"i1"_s, u"Rumpelstiltskin"_s));
    REQUIRE(saveReply(rig, {std::nullopt, std::nullopt, {}, u"Bye"_s, u"Rumpelstiltskin"_s}));
    REQUIRE(rig.accept(u"i1"_s));
    rig.session->sendNow();
    REQUIRE(eventually([&] { return rig.session->overview().waiting.empty(); }));

    for (const WireRequest &request : rig.server.requests)
        CHECK_FALSE(request.body.contains("Rumpelstiltskin"));
}

TEST_CASE("A template gets its name when it is kept, is changed under it and deleted", "[writing]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const Result<ReplyTemplate> kept =
        saveReply(rig, {std::nullopt, ReasonId::parse(u"r1"_s), u"de"_s, u"Voll"_s, u"Leider"_s});
    REQUIRE(kept);
    REQUIRE(kept->id);
    ReplyTemplate changed = *kept;
    changed.text = u"Leider voll"_s;
    REQUIRE(saveReply(rig, changed));
    CHECK(replies(rig) == std::vector{changed});

    std::optional<Result<void>> deleted;
    rig.session->deleteReplyTemplate(*kept->id, rig.session.get(),
                                     [&deleted](const Result<void> &done) { deleted = done; });

    REQUIRE(eventually([&] { return deleted.has_value(); }));
    CHECK(replies(rig).empty());
}

TEST_CASE("What is too long is not kept, and what was kept before stays", "[writing]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const QString most = u"😀"_s.repeated(Most::note); // Counted in code points, as the interface does
    REQUIRE(saveNote(rig, u"i1"_s, most));

    CHECK(saveNote(rig, u"i1"_s, most + u'x').error().kind == ErrorKind::InvalidInput);

    CHECK(rig.details(u"i1"_s).note == most);
    CHECK(saveReply(rig, {std::nullopt, std::nullopt, {}, u"Bye"_s, QString(Most::templateText + 1, u'x')})
              .error()
              .kind == ErrorKind::InvalidInput);
}

TEST_CASE("Before anybody is signed in nothing is kept, and it is said", "[writing]")
{
    SessionRig rig;
    SessionOptions options = rig.options({});
    options.offline = true;
    rig.open(options);

    CHECK(saveNote(rig, u"i1"_s, u"mine"_s).error().kind == ErrorKind::SignedOut);
}

TEST_CASE("A note is dropped 90 days after its invitation was seen to have ended, and not before", "[writing]")
{
    using std::chrono::hours;
    CacheFixture f;
    std::vector<StoreTrouble> trouble;
    const auto desk = DeskStore::open(f.folder.filePath(u"desk.db"_s), trouble);
    REQUIRE(desk);
    Invitation unknown = pendingInvitation(u"unknown"_s);
    unknown.status = invitationStatus(u"parked"_s);
    Invitation withdrawn = pendingInvitation(u"withdrawn"_s);
    withdrawn.status = invitationStatus(u"withdrawn"_s);
    f.apply({pendingInvitation(u"pending"_s), unknown, withdrawn});
    for (const QString &id : {u"pending"_s, u"unknown"_s, u"withdrawn"_s, u"gone"_s})
        REQUIRE((*desk)->saveNote(invitationId(id), id, noon));

    CHECK(*tidyNotes(*f.cache, **desk, noon) == 0);
    CHECK(*tidyNotes(*f.cache, **desk, noon + notesStayFor) == 0);
    CHECK(*tidyNotes(*f.cache, **desk, noon + notesStayFor + hours(1)) == 2);

    CHECK(*(*desk)->notedInvitations() == std::vector{invitationId(u"pending"_s), invitationId(u"unknown"_s)});
}

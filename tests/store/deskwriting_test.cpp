#include "core/store/database.h"
#include "core/store/openstore.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

// Reply templates and internal notes: kept, salvaged, and dropped when their time is over.
namespace {

using std::chrono::hours;

struct WritingDesk
{
    WritingDesk() { reopen(); }
    [[nodiscard]] QString path() const { return folder.filePath(u"desk.db"_s); }
    void reopen()
    {
        desk.reset();
        trouble.clear();
        auto opened = DeskStore::open(path(), trouble);
        REQUIRE(opened);
        desk = std::move(*opened);
    }
    [[nodiscard]] std::vector<ReplyTemplate> replies() const
    {
        const auto read = desk->replyTemplates();
        REQUIRE(read);
        return *read;
    }
    [[nodiscard]] QString note(const QString &id) const { return *desk->note(invitationId(id)); }

    QTemporaryDir folder;
    std::vector<StoreTrouble> trouble;
    std::unique_ptr<DeskStore> desk;
};

ReplyTemplate reply(int number)
{
    return {ReplyTemplateId::parse(u"t%1"_s.arg(number)), ReasonId::parse(u"capacity-full"_s), u"de"_s,
            u"Voll %1"_s.arg(number), u"Liebe {owner}, 東京 \n😀"_s};
}

/// A desk of the first schema, closed, with decisions and a draft in it.
void makeFirstDesk(const QString &path, int decisions)
{
    StoreSchema first = deskSchema();
    first.migrations.resize(1);
    const auto old = openStore(path, first);
    REQUIRE(old);
    REQUIRE((*old)->execute(u"PRAGMA synchronous = OFF"_s));
    for (int i = 0; i < decisions; ++i) {
        REQUIRE((*old)->execute(u"INSERT INTO operation VALUES (NULL, '%1', 'accept_invitation', 'i%2', 'r1', NULL, "
                                u"'', '', X'7b7d', 'held', 0, 0, "
                                "8000, 1, NULL, NULL, NULL, NULL, 0, 'london', 'London', 'Acme', 'Ann', 'a@b.example', "
                                "'', '', '', '', '', '', "
                                "'', '', NULL, '')"_s.arg(operationId(quint64(i) + 1).text())
                                    .arg(i)));
    }
    REQUIRE((*old)->execute(u"INSERT INTO draft VALUES ('d1', 'r1', 'other', 'mine', 'words', 5)"_s));
}

} // namespace

TEST_CASE("A reply template comes back as it was kept, after a restart, and can be changed and deleted")
{
    WritingDesk f;
    ReplyTemplate any{ReplyTemplateId::parse(u"t2"_s), std::nullopt, {}, u"Any"_s, u"Hello"_s};
    REQUIRE(f.desk->saveReplyTemplate(reply(1), noon));
    REQUIRE(f.desk->saveReplyTemplate(any, noon));
    f.reopen();
    CHECK(f.replies() == std::vector{reply(1), any});

    ReplyTemplate changed = reply(1);
    changed.reasonId.reset();
    changed.text = u"Changed"_s;
    REQUIRE(f.desk->saveReplyTemplate(changed, noon));
    CHECK(f.replies() == std::vector{changed, any});

    REQUIRE(f.desk->deleteReplyTemplate(*changed.id));
    f.reopen();
    CHECK(f.replies() == std::vector{any});
}

TEST_CASE("A template without a name of its own is a fault of ours, and is not kept")
{
    WritingDesk f;
    ReplyTemplate nameless = reply(1);
    nameless.id.reset();

    CHECK(f.desk->saveReplyTemplate(nameless, noon).error().kind == ErrorKind::Internal);
    CHECK(f.replies().empty());
}

TEST_CASE("A note is kept to the character, replaced by the next, and gone without text")
{
    WritingDesk f;
    const QString text = u"Called – \"'; DROP TABLE note; 東京\n\tNUL \0 end"_s;
    REQUIRE(f.desk->saveNote(invitationId(u"i1"_s), u"first"_s, noon));
    REQUIRE(f.desk->saveNote(invitationId(u"i1"_s), text, noon));
    f.reopen();
    CHECK(f.note(u"i1"_s) == text);
    CHECK(f.note(u"i2"_s).isEmpty());
    CHECK(*f.desk->notedInvitations() == std::vector{invitationId(u"i1"_s)});

    REQUIRE(f.desk->saveNote(invitationId(u"i1"_s), {}, noon));

    CHECK(f.note(u"i1"_s).isEmpty());
    CHECK(f.desk->notedInvitations()->empty());
}

TEST_CASE("A note that can't be kept leaves the one before as it was")
{
    WritingDesk f;
    REQUIRE(f.desk->saveNote(invitationId(u"i1"_s), u"before"_s, noon));
    f.desk->database().setFault([] { return Error{ErrorKind::DiskFull, {}}; });

    const Result<void> saved = f.desk->saveNote(invitationId(u"i1"_s), u"after"_s, noon);
    f.desk->database().setFault({});

    CHECK(saved.error().kind == ErrorKind::DiskFull);
    CHECK(f.note(u"i1"_s) == u"before"_s);
}

TEST_CASE("A note stays while its invitation is pending, and goes when its end is long ago")
{
    WritingDesk f;
    for (const QString &id : {u"pending"_s, u"ended"_s, u"back"_s, u"written"_s})
        REQUIRE(f.desk->saveNote(invitationId(id), id, noon));
    for (const QString &id : {u"ended"_s, u"back"_s, u"written"_s})
        REQUIRE(f.desk->setNoteEnded(invitationId(id), noon));
    REQUIRE(f.desk->setNoteEnded(invitationId(u"ended"_s), noon + hours(50))); // Counted from when it was seen first
    REQUIRE(f.desk->setNoteEnded(invitationId(u"back"_s), std::nullopt));
    REQUIRE(f.desk->saveNote(invitationId(u"written"_s), u"after its end"_s, noon + hours(2)));

    CHECK(*f.desk->deleteNotesEndedBefore(noon) == 0);
    CHECK(*f.desk->deleteNotesEndedBefore(noon + hours(1)) == 1);

    CHECK(f.note(u"ended"_s).isEmpty());
    CHECK(f.desk->notedInvitations()->size() == 3);
    CHECK(*f.desk->deleteNotesEndedBefore(noon + hours(3)) == 1);
    CHECK(f.note(u"written"_s).isEmpty());
}

TEST_CASE("A desk of the first schema is brought to the newest with every row, and takes notes and templates")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    makeFirstDesk(path, 3);
    std::vector<StoreTrouble> trouble;

    const auto desk = DeskStore::open(path, trouble);

    REQUIRE(desk);
    CHECK(trouble.empty());
    CHECK(*(*desk)->operationCount() == 3);
    CHECK((*(*desk)->draft(invitationId(u"d1"_s)))->message == u"words"_s);
    CHECK((*desk)->saveNote(invitationId(u"i1"_s), u"mine"_s, noon));
    CHECK((*desk)->saveReplyTemplate(reply(1), noon));
    CHECK((*desk)->replyTemplates()->size() == 1);
}

TEST_CASE("Notes and templates of a damaged desk are salvaged with the decisions")
{
    WritingDesk f;
    for (int i = 0; i < 300; ++i) {
        REQUIRE(f.desk->saveNote(invitationId(u"i%1"_s.arg(i)), u"note %1 "_s.arg(i).repeated(20), noon));
        REQUIRE(f.desk->saveReplyTemplate(reply(i), noon));
    }
    REQUIRE(f.desk->setNoteEnded(invitationId(u"i0"_s), noon));
    REQUIRE(f.desk->add(rejection(1, u"i1"_s), noon));
    REQUIRE(f.desk->database().execute(u"UPDATE operation SET type = 'nonsense'"_s));

    f.reopen();

    REQUIRE(f.trouble.size() == 1);
    CHECK(f.trouble[0].kind == StoreTrouble::Kind::DeskSetAside);
    CHECK(f.desk->notedInvitations()->size() == 300);
    CHECK(f.note(u"i7"_s).startsWith(u"note 7 "_s));
    CHECK(f.replies().size() == 300);
    CHECK(*f.desk->deleteNotesEndedBefore(noon + hours(1)) == 1); // With since when it is ended
}

TEST_CASE("Wherever a page is bad, the desk opens and keeps what it can of notes and templates")
{
    WritingDesk f;
    REQUIRE(f.desk->database().execute(u"PRAGMA synchronous = OFF"_s));
    for (int i = 0; i < 100; ++i) {
        REQUIRE(f.desk->saveNote(invitationId(u"i%1"_s.arg(i)), u"note %1 "_s.arg(i).repeated(20), noon));
        REQUIRE(f.desk->saveReplyTemplate(reply(i), noon));
    }
    f.desk.reset();
    const qint64 pages = QFileInfo(f.path()).size() / 4096;
    for (qint64 page = 0; page < pages; ++page) {
        QTemporaryDir elsewhere;
        const QString copy = elsewhere.filePath(u"desk.db"_s);
        REQUIRE(QFile::copy(f.path(), copy));
        overwrite(copy, page * 4096, QByteArray(4096, '\xff'));
        std::vector<StoreTrouble> trouble;

        const auto opened = DeskStore::open(copy, trouble);

        INFO("page " << page << " of " << pages);
        REQUIRE(opened);
        const size_t notes = (*opened)->notedInvitations()->size();
        const size_t replies = (*opened)->replyTemplates()->size();
        CHECK(notes + replies >= 100); // A page of one table takes nothing of the other; a root can take its own
        CHECK(trouble.size() == 1);
    }
}

TEST_CASE("A note's row that says what no row can say is left in the file that is set aside")
{
    WritingDesk f;
    REQUIRE(f.desk->saveNote(invitationId(u"i1"_s), u"one"_s, noon));
    REQUIRE(f.desk->saveNote(invitationId(u"i2"_s), u"two"_s, noon));
    REQUIRE(f.desk->database().execute(u"UPDATE note SET invitation_id = '' WHERE rid = 1"_s));

    f.reopen();

    REQUIRE(f.trouble.size() == 1);
    CHECK(f.note(u"i2"_s) == u"two"_s);
    CHECK(f.desk->notedInvitations()->size() == 1);
}

TEST_CASE("The first page of a desk that is older than notes is lost: its decisions are found, and nothing is invented")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    makeFirstDesk(path, 200);
    {
        std::vector<StoreTrouble> trouble;
        const auto migrated = DeskStore::open(path, trouble);
        REQUIRE(migrated);
        REQUIRE((*migrated)->saveNote(invitationId(u"i1"_s), u"mine"_s, noon));
    }
    overwrite(path, 0, QByteArray(4096, '\xff'));
    std::vector<StoreTrouble> trouble;

    const auto desk = DeskStore::open(path, trouble);

    REQUIRE(desk);
    CHECK(*(*desk)->operationCount() == 200);
    CHECK((*(*desk)->draft(invitationId(u"d1"_s)))->message == u"words"_s);
    const std::vector<InvitationId> noted = *(*desk)->notedInvitations();
    for (const InvitationId &id : noted)
        CHECK(*(*desk)->note(id) == u"mine"_s);
    CHECK((*desk)->replyTemplates()->empty());
}

#include "tests/damage/computer.h"

#include "core/domain/serveraddress.h"
#include "core/store/database.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<Change> practice(int waiting)
{
    std::vector<Change> changes{branchOf("london", u"London"_s)};
    for (int i = 0; i < waiting; ++i)
        changes.push_back(pendingInvitation(u"decided-%1"_s.arg(i)));
    for (int i = 0; i < Computer::pending; ++i)
        changes.push_back(pendingInvitation(u"pending-%1"_s.arg(i)));
    return changes;
}

} // namespace

Computer::Computer(Ended ended, int waiting)
    : m_dataDir(m_folder.path())
{
    prepare(ended, waiting);
}

Computer::Computer(const QString &dataDir, Ended ended, int waiting)
    : m_dataDir(dataDir)
{
    prepare(ended, waiting);
}

void Computer::prepare(Ended ended, int waiting)
{
    AccountIndex index = AccountIndex::read(m_dataDir);
    const AccountKey key{originOf(QUrl(u"https://atlas.example"_s)), *PracticeId::parse(u"p1"_s), *MemberId::parse(u"u1"_s)};
    m_account = m_dataDir + u'/' + index.use(key, noon).folder;
    REQUIRE(index.save());
    REQUIRE(QDir().mkpath(m_account));
    if (ended == Ended::Closed)
        return write(m_account, waiting);
    QTemporaryDir elsewhere;
    std::vector<StoreTrouble> trouble;
    const auto desk = DeskStore::open(elsewhere.filePath(u"desk.db"_s), trouble);
    const auto cache = CacheStore::open(elsewhere.filePath(u"cache.db"_s), trouble);
    REQUIRE((desk && cache));
    for (int i = 0; i < waiting; ++i)
        REQUIRE((*desk)->add(rejection(quint64(i), u"decided-%1"_s.arg(i)), noon));
    REQUIRE((*cache)->beginFullPass());
    REQUIRE((*cache)->applyPage(pageOf(practice(waiting)), noon));
    copyAsCrashed(elsewhere.filePath(u"desk.db"_s), this->desk());
    copyAsCrashed(elsewhere.filePath(u"cache.db"_s), this->cache());
}

void Computer::write(const QString &folder, int waiting) const
{
    std::vector<StoreTrouble> trouble;
    const auto desk = DeskStore::open(folder + u"/desk.db"_s, trouble);
    const auto cache = CacheStore::open(folder + u"/cache.db"_s, trouble);
    REQUIRE((desk && cache));
    REQUIRE((*desk)->database().execute(u"PRAGMA synchronous = OFF"_s));
    for (int i = 0; i < waiting; ++i)
        REQUIRE((*desk)->add(rejection(quint64(i), u"decided-%1"_s.arg(i)), noon));
    REQUIRE((*cache)->beginFullPass());
    REQUIRE((*cache)->applyPage(pageOf(practice(waiting)), noon));
}

void Computer::start()
{
    SessionOptions options;
    options.dataDir = m_dataDir;
    options.offline = true;
    session = std::make_unique<LiveSession>(std::move(options));
    bool shown = false;
    QObject whileStarting; // The session outlives this function, and `shown` does not
    QObject::connect(session.get(), &Session::changed, &whileStarting, [&shown] { shown = true; });
    session->start();
    REQUIRE(eventually([&] { return session->signInError().has_value() || (isUp() && shown); }));
}

std::vector<StoreTrouble::Kind> Computer::troubles() const
{
    std::vector<StoreTrouble::Kind> kinds;
    for (const StoreTrouble &trouble : session->overview().trouble)
        kinds.push_back(trouble.kind);
    return kinds;
}

bool Computer::says(StoreTrouble::Kind kind) const
{
    const std::vector<StoreTrouble::Kind> kinds = troubles();
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

const StoreTrouble &Computer::trouble(StoreTrouble::Kind kind) const
{
    const std::vector<StoreTrouble> &all = session->overview().trouble;
    const auto found = std::find_if(all.begin(), all.end(), [kind](const StoreTrouble &t) { return t.kind == kind; });
    REQUIRE(found != all.end());
    return *found;
}

Result<Operation> Computer::accept(int number)
{
    std::optional<Result<Operation>> answer;
    const AcceptInvitation decision{invitationId(u"pending-%1"_s.arg(number)), u"r1"_s};
    session->decide(decision, std::nullopt, session.get(), [&answer](const Result<Operation> &kept) { answer = kept; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
    return *answer;
}

bool eventually(const std::function<bool()> &holds)
{
    const QDeadlineTimer deadline(60s);
    QTimer waker; // Ends the wait for events at the deadline, where none comes
    waker.start(60s);
    while (!holds() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return holds();
}

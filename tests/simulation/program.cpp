#include "tests/simulation/program.h"

#include "core/store/database.h"

#include <QFile>

using namespace std::chrono_literals;

namespace simulation {

namespace {

const QString serviceHost = QStringLiteral("atlas.example");

AccountKey keyOf(const std::string &account)
{
    return {QStringLiteral("https://atlas.example:443"), *PracticeId::parse(QStringLiteral("harbour-vale")),
            *MemberId::parse(QString::fromStdString(account))};
}

} // namespace

Program::Program(const Around &around, quint64 seed)
    : m_around(around)
    , m_engineChance(seed, 'e')
{}

Program::~Program()
{
    close();
}

std::string Program::pathOf(const char *file) const
{
    return m_around.disk.root() + '/' + m_account + '/' + file;
}

void Program::signIn(const std::string &person)
{
    m_person = person;
    m_around.wire.token = Service::tokenOf(person);
    if (m_account.empty())
        m_account = "mem_" + person;
    quit();
    (void)start();
}

bool Program::start()
{
    m_nextAccount.reset();
    if (!openFiles()) {
        close();
        return false;
    }
    m_around.trace.add(m_around.clock.monotonic().count(), QStringLiteral("starts as %1").arg(QString::fromStdString(m_account)));
    const EnginePorts ports{m_around.clock, m_around.scheduler, m_engineChance, m_around.wire};
    m_engine = std::make_unique<SyncEngine>(ports, *m_cache, *m_desk, keyOf(m_account), serviceHost, events());
    (void)m_engine->start(false);
    m_around.watch.started();
    publish();
    return true;
}

bool Program::openFiles()
{
    std::vector<StoreTrouble> trouble;
    const long long failures = m_around.disk.failures();
    if (!openDesk(trouble))
        return false;
    Result<std::unique_ptr<CacheStore>> cache = CacheStore::open(QString::fromStdString(pathOf("cache.db")), trouble);
    tell(trouble);
    if (!cache)
        return false;
    m_cache = std::move(*cache);
    if (m_around.disk.isDead())
        return false;
    m_around.disk.setWatched(true);
    m_around.watch.opened(m_account, connectionTo(pathOf("desk.db")), connectionTo(pathOf("cache.db")),
                          m_around.disk.failures() != failures);
    m_around.disk.setWatched(false);
    giveStatementsTheirFate();
    return true;
}

void Program::giveStatementsTheirFate()
{
    if (!statementFate)
        return;
    const auto fateOf = [this](bool ofDesk) {
        return [this, ofDesk] { return m_looking ? std::nullopt : statementFate(ofDesk); };
    };
    m_desk->database().setFault(fateOf(true));
    m_cache->database().setFault(fateOf(false));
}

bool Program::openDesk(std::vector<StoreTrouble> &trouble)
{
    Result<std::unique_ptr<DeskStore>> desk = DeskStore::open(QString::fromStdString(pathOf("desk.db")), trouble);
    if (desk)
        m_desk = std::move(*desk);
    return desk.has_value();
}

void Program::tell(const std::vector<StoreTrouble> &trouble)
{
    for (const StoreTrouble &each : trouble) {
        m_around.watch.logged(each.detail);
        m_around.trace.add(m_around.clock.monotonic().count(),
                           QStringLiteral("trouble %1: %2").arg(static_cast<int>(each.kind)).arg(each.detail));
        if (each.kind == StoreTrouble::Kind::DeskSetAside)
            ++m_around.tally.deeds["a damaged desk salvaged"];
        if (each.kind == StoreTrouble::Kind::CacheSetAside) {
            ++m_around.tally.deeds["a damaged cache set aside"];
            m_around.watch.cacheMadeAnew(m_account);
        }
    }
}

EngineEvents Program::events()
{
    EngineEvents events;
    events.committed = [this](const Touched &) { m_publishDue = true; };
    events.statusChanged = [] {};
    events.sessionRead = [](const SessionFacts &) {};
    events.anotherAccount = [this](const SessionFacts &facts) { m_nextAccount = facts.userId.text().toStdString(); };
    events.diskFailed = [this](const Error &error) {
        m_around.trace.add(m_around.clock.monotonic().count(), QStringLiteral("disk failed: %1").arg(error.detail));
        m_around.watch.diskFailed(error);
    };
    events.diskWorked = [this] { m_around.watch.diskWorked(); };
    return events;
}

void Program::close()
{
    m_around.watch.closed();
    m_engine.reset();
    m_cache.reset();
    m_desk.reset();
}

void Program::quit()
{
    close();
}

void Program::crash(Disk::Loss loss, bool inside, Chance &chance)
{
    m_around.trace.add(m_around.clock.monotonic().count(),
                       loss == Disk::Loss::Kill ? QStringLiteral("killed") : QStringLiteral("power cut"));
    const QString mark = QString::fromStdString(pathOf("cache.db-damage-seen"));
    const bool marked = QFile::exists(mark);
    m_around.watch.crashed(m_account, inside);
    m_around.disk.die();
    close();
    if (!marked)
        QFile::remove(mark); // Written by a destructor, which a crash doesn't run
    m_around.disk.lose(loss, chance);
    if (loss == Disk::Loss::PowerCut) { // Of every account's cache, also one that was closed: a log may be left of it
        for (const char *account : {"mem_amara", "mem_priya", "mem_lena", "mem_viktor"})
            m_around.watch.cacheSetBack(account);
    }
    m_nextAccount.reset();
}

void Program::afterStep()
{
    if (m_nextAccount && !m_around.disk.isDead()) {
        const std::string next = *std::exchange(m_nextAccount, std::nullopt);
        quit();
        m_account = next;
        ++m_around.tally.deeds["another account opened"];
        (void)start();
    }
}

void Program::publishIfDue()
{
    if (m_publishDue)
        publish();
}

void Program::publish()
{
    m_publishDue = false;
    if (!m_engine || m_around.disk.isDead())
        return;
    m_around.disk.setWatched(true);
    m_looking = true;
    Screen screen;
    if (const Result<Counts> counts = m_cache->counts(m_engine->now(), 48)) {
        for (const auto &[branch, count] : counts->byBranch)
            screen.badge[branch] = count.pending;
    }
    if (const Result<std::vector<Operation>> cards = m_desk->attention())
        m_cards = *cards;
    for (const Operation &card : m_cards)
        screen.cards.insert(card.id.text());
    m_looking = false;
    m_around.disk.setWatched(false);
    m_around.watch.shows(screen);
}

bool Program::needsSignIn()
{
    return m_engine && m_engine->status().connection == Connection::SignedOut;
}

bool Program::isTooOld()
{
    return m_engine && m_engine->status().connection == Connection::TooOld;
}

void Program::failStatements(bool ofDesk, const StatementFault &fault)
{
    if (!m_engine)
        return;
    Database &database = ofDesk ? m_desk->database() : m_cache->database();
    database.setFault([this, left = fault]() mutable -> std::optional<Error> {
        if (m_looking || left.length <= 0 || left.in-- > 0)
            return std::nullopt;
        left.in = 0;
        --left.length;
        ++m_around.tally.fired["database call fails"];
        return Error{left.kind, QStringLiteral("a fault by seed")};
    });
}

void Program::mendStatements()
{
    if (!m_engine)
        return;
    m_cache->database().setFault({});
    m_desk->database().setFault({});
}

} // namespace simulation

#include "core/session/worker.h"

#include "core/domain/serveraddress.h"
#include "core/session/datafolder.h"

#include <QDir>

using namespace std::chrono_literals;

namespace {
constexpr Milliseconds longestQuit = 10s;
}

Worker::Worker(SessionOptions options, std::shared_ptr<const LatestLists> latest)
    : m_options(std::move(options)), m_latest(std::move(latest)), m_minute(m_scheduler), m_publishTimer(m_scheduler)
    , m_quitTimer(m_scheduler), m_openTimer(m_scheduler)
{
}

Worker::~Worker()
{
    closeAccount();
}

void Worker::start()
{
    if (const Result<void> made = makeDataFolder(m_options.dataDir); !made)
        return say(SignInState::SignedOut, made.error());
    m_index = AccountIndex::read(m_options.dataDir);
    if (const auto last = m_index.lastUsed({}); m_options.server.isEmpty() && last)
        m_options.server = QUrl(last->key.origin);
    openLastOrAsk();
}

Result<void> Worker::makeTransport()
{
    HttpSettings settings;
    settings.server = m_options.server;
    settings.caFile = m_options.caFile;
    settings.token = m_options.token;
    Result<std::unique_ptr<HttpTransport>> transport = HttpTransport::create(settings);
    if (!transport)
        return failure(transport.error());
    m_transport = std::move(*transport);
    return {};
}

void Worker::openLastOrAsk()
{
    const bool canAsk = !m_options.offline && !m_options.token.isEmpty() && !m_options.server.isEmpty();
    const QString origin = m_options.server.isEmpty() ? QString() : originOf(m_options.server);
    const auto last = m_index.lastUsed(origin);
    if (!canAsk && !last && !m_options.offline)
        return say(SignInState::SignedOut);
    // Before the address is looked at: nobody is asked, so nothing about it is to be said.
    if (!canAsk && !last)
        return say(SignInState::SignedOut, Error{ErrorKind::NotFound, QStringLiteral("offline, nothing cached here")});
    if (const Result<void> made = makeTransport(); !made)
        return say(SignInState::SignedOut, made.error());
    if (last)
        return openAccount(last->key, std::nullopt);
    probe();
}

void Worker::probe()
{
    say(SignInState::Checking);
    AccountProbe::Events events;
    events.found = [this](const SessionFacts &facts) { openAccountLater(facts); };
    events.waiting = [this](const Error &error) { say(SignInState::Checking, error); };
    events.ended = [this](const Error &error) { say(SignInState::SignedOut, error); };
    m_probe = std::make_unique<AccountProbe>(m_clock, m_scheduler, m_randomness, *m_transport, host(), std::move(events));
    m_probe->ask();
}

void Worker::openAccountLater(const SessionFacts &facts)
{
    const AccountKey key{originOf(m_options.server), facts.practiceId, facts.userId};
    // Queued: whoever found the account is still in its own call, and opening it ends that. A person may sign in or out
    // before it is this call's turn: then it is about a token that is gone.
    const auto open = [this, key, facts, signIns = m_signIns] {
        if (signIns == m_signIns)
            openAccount(key, facts);
    };
    QMetaObject::invokeMethod(this, open, Qt::QueuedConnection);
}

void Worker::openAccount(const AccountKey &key, const std::optional<SessionFacts> &facts)
{
    m_probe.reset();
    closeAccount();
    if (m_quitting && *m_quitting != key)
        endQuit(false); // What waits there goes when its own person is here again
    const AccountIndex::Entry entry = m_index.use(key, m_clock.wall());
    const Result<void> noted = m_index.save();
    m_indexSaved = noted.has_value();
    if (const Result<void> opened = openStores(entry.folder); !opened) {
        closeAccount();
        m_unopened = key;
        return openAgainLater(key, facts, opened.error());
    }
    m_cantOpen.reset();
    m_account = key;
    if (facts)
        (void)m_cache->setSession(*facts); // The engine asks again before it sends, and says if the disk fails
    if (const Result<std::optional<SessionFacts>> known = m_cache->session(); known && *known)
        m_facts = *known;
    else
        m_facts = facts;
    readNoted();
    startEngine(key);
    keepDrafts();
    if (m_quitting)
        m_engine->sendNow();
    if (!noted)
        fileFailed(noted.error()); // A full disk is no reason not to show what is here
    say(SignInState::SignedIn);
    openWantedLists();
    publish();
    minutePassed();
}

void Worker::startEngine(const AccountKey &key)
{
    const EnginePorts ports{m_clock, m_scheduler, m_randomness, *m_transport};
    m_engine = std::make_unique<SyncEngine>(ports, *m_cache, *m_desk, key, host(), engineEvents());
    // Without a token nothing can be asked: what is here is shown, and what is decided waits until one has signed in.
    (void)m_engine->start(m_options.offline || m_options.token.isEmpty()); // Said by diskFailed, and tried again
}

void Worker::closeAccount()
{
    m_minute.stop();
    m_openTimer.stop();
    for (std::unique_ptr<ListView> &view : m_views)
        view.reset();
    m_engine.reset();
    m_cache.reset();
    m_desk.reset();
    if (m_account)
        m_trouble.clear(); // Else it was not told yet: the account did not come up
    m_account.reset();
    m_unopened.reset();
    m_facts.reset();
    m_branches.reset();
    m_reasons.reset();
    m_noted.clear();
    m_notesTidiedAt.reset();
    m_counts = {};
    m_touched = {};
}

bool Worker::hasOpenedAnother(const std::optional<AccountKey> &shown) const
{
    return m_account && m_account != shown;
}

void Worker::say(SignInState state, const std::optional<Error> &error)
{
    emit signInChanged(state, error, m_options.server);
}

// --- Connection -----------------------------------------------------------------------------------------------------

void Worker::refresh()
{
    if (m_engine)
        m_engine->refresh();
    else if (m_probe)
        m_probe->askNow();
}

void Worker::hintActivity()
{
    if (m_engine)
        m_engine->hint();
    else if (m_probe)
        m_probe->askNow();
}

void Worker::signIn(const SignIn &signIn)
{
    ++m_signIns;
    m_cantOpen.reset();
    m_probe.reset();
    closeAccount();
    m_options.server = signIn.server;
    if (!signIn.caFile.isEmpty())
        m_options.caFile = signIn.caFile; // Else the one that the program was started with stays trusted
    if (!signIn.token.isEmpty())
        m_options.token = signIn.token; // Else the one that the program was started with
    openLastOrAsk();
}

Result<void> Worker::signOut(bool deleteDesk)
{
    ++m_signIns;
    m_cantOpen.reset();
    m_probe.reset();
    const std::optional<AccountKey> account = m_account ? m_account : m_unopened;
    const QString folder = m_folder;
    closeAccount();
    m_options.token.clear();
    m_transport.reset();
    bool removed = true;
    if (account) {
        removed = CacheStore::removeFiles(folder + QLatin1StringView("/cache.db"));
        if (deleteDesk) {
            std::erase_if(m_unkept, [&account](const DraftChange &change) { return change.whose == *account; });
            removed = QDir(folder).removeRecursively() && removed;
        }
    }
    say(SignInState::SignedOut);
    if (account) {
        if (const Result<void> forgotten = m_index.forget(*account); !forgotten)
            return forgotten;
    }
    if (!removed)
        return failure(ErrorKind::Disk, QStringLiteral("some files could not be removed"));
    return {};
}

void Worker::prepareToQuit(QuitAnswer answer, const std::optional<AccountKey> &shown)
{
    if (hasOpenedAnother(shown)) {
        emit readyToQuit(false); // What became of theirs can't be said here
        return;
    }
    const bool waits = m_engine && m_engine->outbox().somethingWaits();
    if (answer == QuitAnswer::QuitSendNextTime || !waits) {
        emit readyToQuit(!waits);
        return;
    }
    m_quitting = m_account;
    m_quitTimer.start(longestQuit, [this] { endQuit(false); });
    m_engine->sendNow();
}

void Worker::endQuit(bool everythingSent)
{
    m_quitting.reset();
    m_quitTimer.stop();
    emit readyToQuit(everythingSent);
}

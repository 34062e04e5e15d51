#include "core/session/worker.h"

#include "core/session/datafolder.h"
#include "core/store/database.h"

#include <QFileInfo>

#include <algorithm>

using namespace std::chrono_literals;

// The account's files: opened, tried again, set right while the program runs, and what is told of them.
namespace {

constexpr Milliseconds opensAgainAfter = 5s;
constexpr Milliseconds betweenReopenings = 1min;
constexpr QLatin1StringView deskFile("/desk.db");
constexpr QLatin1StringView cacheFile("/cache.db");

/// The account was used here before, and what was decided is not there: the desk is always made before the cache.
bool isDeskGone(const QString &folder)
{
    return QFileInfo(folder + cacheFile).size() > 0 && !DeskStore::isThere(folder + deskFile);
}

/// What another program, or room made on the disk, can change.
bool canPass(ErrorKind kind)
{
    return kind == ErrorKind::Busy || kind == ErrorKind::Disk || kind == ErrorKind::DiskFull;
}

} // namespace

Result<void> Worker::openStores(const QString &folder)
{
    ++m_openings;
    m_folder = m_options.dataDir + u'/' + folder;
    if (const Result<void> made = makeDataFolder(m_folder); !made)
        return made;
    // The precious file first: where it can't be opened, the cache is not touched either.
    const bool deskIsGone = isDeskGone(m_folder);
    Result<std::unique_ptr<DeskStore>> desk = DeskStore::open(m_folder + deskFile, m_trouble);
    if (!desk)
        return failure(desk.error());
    m_desk = std::move(*desk);
    if (deskIsGone)
        m_trouble.push_back({StoreTrouble::Kind::DeskMissing, m_folder + deskFile, 0, {}});
    Result<std::unique_ptr<CacheStore>> cache = CacheStore::open(m_folder + cacheFile, m_trouble);
    if (!cache)
        return failure(cache.error());
    m_cache = std::move(*cache);
    return {};
}

/// Nothing is lost by waiting: the person is told, and need not sign in again for it.
void Worker::openAgainLater(const AccountKey &key, const std::optional<SessionFacts> &facts, const Error &error)
{
    if (!canPass(error.kind))
        return say(SignInState::SignedOut, error);
    m_openTimer.start(opensAgainAfter, [this, key, facts] { openAccount(key, facts); });
    if (m_cantOpen == error.kind)
        return; // Said once, not at every try
    m_cantOpen = error.kind;
    say(SignInState::Checking, error);
}

/// Damage that is met in use is dealt with as at a start: set aside, salvaged or read anew, and said.
void Worker::reopenIfDamaged()
{
    const bool damaged = m_account && (m_cache->database().sawDamage() || m_desk->database().sawDamage());
    const Milliseconds now = m_clock.monotonic();
    if (!damaged || (m_reopenedAt && now - *m_reopenedAt < betweenReopenings))
        return;
    m_reopenedAt = now;
    const auto reopen = [this, signIns = m_signIns] {
        if (signIns != m_signIns || !m_account)
            return;
        std::vector<StoreTrouble> shown = m_trouble;
        std::erase_if(shown, isPassing);
        openAccount(AccountKey(*m_account), std::optional(m_facts));
        m_trouble.insert(m_trouble.begin(), shown.begin(), shown.end());
        schedulePublish();
    };
    // Queued: whoever met the damage is still in its own call, and opening ends that.
    QMetaObject::invokeMethod(this, reopen, Qt::QueuedConnection);
}

/// Over as soon as the files work again.
bool Worker::isPassing(const StoreTrouble &trouble)
{
    using Kind = StoreTrouble::Kind;
    return trouble.kind == Kind::CantWrite || trouble.kind == Kind::CantOpen || trouble.kind == Kind::Full ||
           trouble.kind == Kind::Gone;
}

/// A file could not be used: the engine looks until it can be.
void Worker::fileFailed(const Error &error)
{
    if (m_engine)
        m_engine->diskFailed(error);
}

StoreTrouble::Kind Worker::passingTrouble(const Error &error) const
{
    if (m_desk && !m_desk->isInPlace())
        return StoreTrouble::Kind::Gone;
    if (error.kind == ErrorKind::DiskFull)
        return StoreTrouble::Kind::Full;
    return error.kind == ErrorKind::Busy ? StoreTrouble::Kind::CantOpen : StoreTrouble::Kind::CantWrite;
}

void Worker::diskFailed(const Error &error)
{
    const StoreTrouble trouble{passingTrouble(error), m_folder, 0, error.detail};
    const auto isSaid = [&trouble](const StoreTrouble &t) { return t.kind == trouble.kind; };
    // Said already: nothing new to show, and whoever shows it may be the one that failed.
    if (std::any_of(m_trouble.begin(), m_trouble.end(), isSaid))
        return;
    std::erase_if(m_trouble, isPassing);
    m_trouble.push_back(trouble);
    schedulePublish();
}

void Worker::diskWorked()
{
    if (!m_indexSaved)
        m_indexSaved = m_index.save().has_value();
    if (std::exchange(m_listsFailed, false))
        openWantedLists(); // What could not be read stands there as still loading
    keepDrafts();
    std::erase_if(m_trouble, isPassing);
    schedulePublish();
}

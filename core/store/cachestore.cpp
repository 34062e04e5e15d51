#include "core/store/cachestore.h"

#include "core/store/cacheprivate.h"
#include "core/store/cacherows.h"
#include "core/store/columns.h"
#include "core/store/feedwriter.h"
#include "core/store/historyschema.h"
#include "core/store/openstore.h"
#include "core/store/sql.h"
#include "core/store/storefiles.h"
#include "core/store/transaction.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Left behind by a run that met damage in use, so that the next opening doesn't trust the file again.
QString damageMark(const QString &path)
{
    return path + u"-damage-seen"_s;
}

Result<std::unique_ptr<Database>> openUnlessDamaged(const QString &path)
{
    if (QFile::exists(damageMark(path)))
        return failure(ErrorKind::Damaged, u"Damage was seen in use"_s);
    return openStore(path, cacheSchema());
}

template <class T>
void append(std::vector<T> &to, const std::vector<T> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

void Touched::add(const Touched &more)
{
    branches = branches || more.branches;
    reasons = reasons || more.reasons;
    members = members || more.members;
    everything = everything || more.everything;
    append(invitations, more.invitations);
    append(clients, more.clients);
    append(activities, more.activities);
    append(invitationIds, more.invitationIds);
}

CacheStore::CacheStore(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

CacheStore::~CacheStore()
{
    if (!d->database->sawDamage())
        return;
    // Where even this can't be written, the next run meets the damage by itself.
    static_cast<void>(makeOwnersFile(damageMark(d->database->path())));
}

bool CacheStore::removeFiles(const QString &path)
{
    removeDatabaseFiles(path);
    QFile::remove(damageMark(path)); // Of this file: the next one is another
    return removeSetAside(path) && !QFile::exists(path) && !QFile::exists(path + u"-wal"_s) &&
           !QFile::exists(damageMark(path));
}

Result<std::unique_ptr<CacheStore>> CacheStore::open(const QString &path, std::vector<StoreTrouble> &trouble)
{
    Result<std::unique_ptr<Database>> database = openUnlessDamaged(path);
    if (!database && database.error().kind == ErrorKind::Damaged) {
        const Error damage = database.error();
        const Result<QString> aside = setAside(path);
        if (!aside)
            return failure(aside.error());
        QFile::remove(damageMark(path));
        trouble.push_back({StoreTrouble::Kind::CacheSetAside, *aside, 0, damage.detail});
        database = openStore(path, cacheSchema());
    }
    if (!database)
        return failure(database.error());
    if (const Result<void> written = writeDueKeys(**database); !written)
        return failure(written.error());
    if (const Result<void> made =
            (*database)->execute(u"CREATE TEMP TABLE overlay (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID"_s);
        !made) {
        return failure(made.error());
    }
    auto p = std::make_unique<Private>();
    p->database = std::move(*database);
    return std::unique_ptr<CacheStore>(new CacheStore(std::move(p)));
}

Result<void> CacheStore::tryWriting()
{
    return d->database->tryWriting();
}

Database &CacheStore::database()
{
    return *d->database;
}

Result<FeedState> CacheStore::feedState()
{
    return d->readFeed();
}

Result<FeedState> CacheStore::Private::readFeed()
{
    const auto feed = selectOne<FeedState>(
        *database,
        u"SELECT state, pass, in_full_pass, ever_whole, received, last_page_at\nFROM feed\nWHERE one = 1\nORDER BY one"_s,
        noBinds, [](const Statement &statement) -> Result<FeedState> {
            Columns c(statement);
            return FeedState{c.text(), c.number(), c.flag(), c.flag(), c.number(), c.optionalInstant()};
        });
    if (!feed)
        return failure(feed.error());
    return feed->value_or(FeedState{});
}

Result<void> CacheStore::Private::writeFeed(const FeedState &feed)
{
    return runSql(
        *database,
        u"UPDATE feed\nSET state = :state, pass = :pass, in_full_pass = :in_full_pass, ever_whole = :ever_whole, "
        "received = :received, last_page_at = :last_page_at\nWHERE one = 1"_s,
        [&](Statement &statement) {
            statement.bind(u":state"_s, feed.state)
                .bind(u":pass"_s, feed.pass)
                .bind(u":in_full_pass"_s, feed.inFullPass)
                .bind(u":ever_whole"_s, feed.everWhole)
                .bind(u":received"_s, feed.received)
                .bind(u":last_page_at"_s, feed.lastPageAt);
        });
}

Result<FeedState> CacheStore::beginFullPass()
{
    Result<FeedState> feed = d->readFeed();
    if (!feed)
        return feed;
    feed->state.clear();
    feed->pass += 1;
    feed->inFullPass = true;
    feed->received = 0;
    if (const Result<void> written = d->writeFeed(*feed); !written)
        return failure(written.error());
    return feed;
}

Result<PageApplied> CacheStore::applyPage(const ChangePage &page, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(*d->database);
    if (!transaction)
        return failure(transaction.error());
    Result<FeedState> feed = d->readFeed();
    if (!feed)
        return failure(feed.error());
    FeedWriter writer(*d->database, *feed);
    for (const Change &change : page.changes) {
        if (const Result<void> applied = writer.apply(change); !applied)
            return failure(applied.error());
    }
    feed->state = page.newState;
    feed->lastPageAt = now;
    if (feed->inFullPass)
        feed->received += qint64(page.changes.size());
    if (feed->inFullPass && !page.hasMore) {
        if (const Result<void> swept = writer.sweep(); !swept)
            return failure(swept.error());
        feed->inFullPass = false;
        feed->everWhole = true;
    }
    if (const Result<void> finished = writer.finish(); !finished)
        return failure(finished.error());
    if (const Result<void> written = d->writeFeed(*feed); !written)
        return failure(written.error());
    if (const Result<void> committed = transaction->commit(); !committed)
        return failure(committed.error());
    return PageApplied{writer.touched(), *feed};
}

Result<Touched> CacheStore::applyOutcome(const std::vector<Change> &changes, bool replayed)
{
    return d->applyAll(changes, replayed ? Private::Coming::Replayed : Private::Coming::Fresh);
}

Result<Touched> CacheStore::applyReadAgain(const std::vector<Change> &changes)
{
    return d->applyAll(changes, Private::Coming::ReadAgain);
}

Result<Touched> CacheStore::Private::applyAll(const std::vector<Change> &changes, Coming coming)
{
    const bool nameless = coming == Coming::ReadAgain;
    Result<Transaction> transaction = Transaction::begin(*database);
    if (!transaction)
        return failure(transaction.error());
    const Result<FeedState> feed = readFeed();
    if (!feed)
        return failure(feed.error());
    const bool beforePass = coming == Coming::Fresh && feed->inFullPass && feed->state.isEmpty();
    const auto source = coming == Coming::Replayed ? FeedWriter::Source::LongAgo
                        : beforePass               ? FeedWriter::Source::BeforeThePass
                                                   : FeedWriter::Source::Now;
    FeedWriter writer(*database, *feed, source);
    for (const Change &change : changes) {
        // What still can't be read stays as it was set aside.
        if (nameless && std::holds_alternative<Unreadable>(change))
            continue;
        if (const Result<void> applied = writer.apply(change); !applied)
            return failure(applied.error());
    }
    if (nameless) {
        if (const Result<void> dropped = writer.dropNameless(changes); !dropped)
            return failure(dropped.error());
    }
    if (const Result<void> finished = writer.finish(); !finished)
        return failure(finished.error());
    if (const Result<void> committed = transaction->commit(); !committed)
        return failure(committed.error());
    return writer.touched();
}

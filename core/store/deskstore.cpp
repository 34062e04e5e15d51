#include "core/store/deskstore.h"

#include "core/store/deskprivate.h"
#include "core/store/deskreplacing.h"
#include "core/store/deskrows.h"
#include "core/store/desksalvage.h"
#include "core/store/openstore.h"
#include "core/store/sql.h"
#include "core/store/storefiles.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<std::unique_ptr<Database>> openSound(const QString &path)
{
    Result<std::unique_ptr<Database>> database = openStore(path, deskSchema());
    if (!database)
        return database;
    if (const Result<void> sound = checkDeskRows(**database); !sound)
        return failure(sound.error());
    return database;
}

/// Opening a file beside which a run that was cut off has left its log writes into it, and closing it again takes the log
/// away. So it is looked at in a copy first: a damaged one stays as it was found.
Result<void> checkCopy(const QString &path)
{
    if (!hasJournal(path))
        return {};
    const QString copy = path + u"-checking"_s;
    Result<void> sound;
    if (copyDatabase(path, copy)) { // Where there is no room for one, it is looked at in its place
        if (const Result<std::unique_ptr<Database>> opened = openSound(copy); !opened)
            sound = failure(opened.error());
    }
    removeDatabaseFiles(copy);
    return sound || sound.error().kind != ErrorKind::Damaged ? Result<void>() : sound;
}

} // namespace

DeskStore::DeskStore(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

DeskStore::~DeskStore() = default;

Result<std::unique_ptr<DeskStore>> DeskStore::open(const QString &path, std::vector<StoreTrouble> &trouble)
{
    if (const Result<void> finished = finishReplacing(path, trouble); !finished)
        return failure(finished.error());
    const Result<void> checked = checkCopy(path);
    Result<std::unique_ptr<Database>> database =
        checked ? openSound(path) : Result<std::unique_ptr<Database>>(failure(checked.error()));
    if (!database && database.error().kind == ErrorKind::Damaged) {
        if (const Result<void> replaced = replaceDesk(path, Error(database.error()), trouble); !replaced)
            return failure(replaced.error());
        database = openSound(path);
    }
    if (!database)
        return failure(database.error());
    auto p = std::make_unique<Private>();
    p->database = std::move(*database);
    return std::unique_ptr<DeskStore>(new DeskStore(std::move(p)));
}

bool DeskStore::isThere(const QString &path)
{
    const auto hasBytes = [](const QString &file) { return QFileInfo(file).size() > 0; };
    return hasBytes(path) || hasJournal(path) || isBeingReplaced(path);
}

Result<void> DeskStore::tryWriting()
{
    return d->database->tryWriting();
}

bool DeskStore::isInPlace() const
{
    return d->database->checkInPlace().has_value();
}

Database &DeskStore::database()
{
    return *d->database;
}

Result<void> DeskStore::saveDraft(const Draft &draft, Instant now)
{
    if (const Result<void> inPlace = d->database->checkInPlace(); !inPlace)
        return inPlace;
    return runSql(*d->database, upsertDraftSql(), [&](Statement &statement) { bindDraft(statement, draft, now); });
}

Result<void> DeskStore::dropDraft(const InvitationId &id)
{
    return runSql(*d->database, u"DELETE FROM draft\nWHERE invitation_id = :id"_s,
                  [&](Statement &statement) { statement.bind(u":id"_s, id); });
}

Result<std::optional<Draft>> DeskStore::draft(const InvitationId &id)
{
    return selectOne<Draft>(
        *d->database, u"SELECT %1\nFROM draft\nWHERE invitation_id = :id\nORDER BY invitation_id"_s.arg(draftColumns()),
        [&](Statement &statement) { statement.bind(u":id"_s, id); }, readDraft);
}

#include "core/store/deskreplacing.h"

#include "core/store/desksalvage.h"
#include "core/store/openstore.h"
#include "core/store/storefiles.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

QString salvagingPath(const QString &path)
{
    return path + u"-salvaging"_s;
}

QString salvagedPath(const QString &path, int number)
{
    return u"%1-salvaged-%2"_s.arg(path).arg(number);
}

/// The number of the salvaged desk that waits to take its place.
std::optional<int> waitingNumber(const QString &path)
{
    const QFileInfo file(path);
    const QString begin = file.fileName() + u"-salvaged-"_s;
    for (const QString &name : file.dir().entryList({begin + u'*'}, QDir::Files | QDir::Hidden)) {
        bool isNumber = false;
        const int number = QStringView(name).mid(begin.size()).toInt(&isNumber);
        if (isNumber && number > 0 && salvagedPath(file.fileName(), number) == name)
            return number;
    }
    return std::nullopt;
}

/// All of it is in the one file when this returns, and on the disk.
Result<qint64> salvageBeside(const QString &path)
{
    const QString beside = salvagingPath(path);
    removeDatabaseFiles(beside);
    const Result<std::unique_ptr<Database>> salvaged = openStore(beside, deskSchema());
    if (!salvaged)
        return failure(salvaged.error());
    const Result<qint64> kept = salvageDesk(path, **salvaged);
    if (!kept)
        return kept;
    // A log that can't be settled when the file is closed would stay behind.
    const Result<QString> mode = (*salvaged)->text(u"PRAGMA journal_mode = DELETE"_s);
    if (!mode)
        return failure(mode.error());
    if (*mode != u"delete"_s)
        return failure(ErrorKind::Disk, u"The salvaged rows stay in their log: %1"_s.arg(*mode));
    return kept;
}

/// How many decisions wait to be put in place. None that can be read is no reason to stop: what then stands in the desk's
/// place is found damaged, and dealt with as that.
Result<qint64> countOf(const QString &salvaged)
{
    const Result<std::unique_ptr<Database>> opened = Database::open(salvaged);
    if (!opened)
        return failure(opened.error());
    const Result<void> alone = (*opened)->execute(u"PRAGMA locking_mode = EXCLUSIVE"_s);
    const Result<qint64> count = alone ? (*opened)->number(u"SELECT COUNT(*)\nFROM operation"_s)
                                       : Result<qint64>(failure(alone.error()));
    return !count && count.error().kind == ErrorKind::Damaged ? Result<qint64>(0) : count;
}

/// The folder is synced between the two: else a power cut might leave the new desk under the name of the damaged one, and
/// nothing under the name that this was given.
Result<void> putInPlace(const QString &path, int number, StoreTrouble told, std::vector<StoreTrouble> &trouble)
{
    const Result<QString> aside = setAsideAs(path, number);
    if (!aside)
        return failure(aside.error());
    if (const Result<void> kept = syncFolderOf(path); !kept)
        return kept;
    if (const Result<void> moved = moveFile(salvagedPath(path, number), path); !moved)
        return moved;
    // From here on there is nothing to go on with: what is not told now never is.
    told.path = *aside;
    trouble.push_back(std::move(told));
    return syncFolderOf(path);
}

} // namespace

Result<void> replaceDesk(const QString &path, const Error &damage, std::vector<StoreTrouble> &trouble)
{
    const Result<qint64> salvaged = salvageBeside(path);
    if (!salvaged)
        return failure(salvaged.error());
    const QString beside = salvagingPath(path);
    if (hasJournal(beside))
        return failure(ErrorKind::Disk, u"The salvaged desk could not be closed"_s);
    if (const Result<void> synced = syncFile(beside); !synced)
        return synced;
    const int number = freeNumber(path);
    if (const Result<void> whole = moveFile(beside, salvagedPath(path, number)); !whole)
        return whole;
    if (const Result<void> kept = syncFolderOf(path); !kept)
        return kept;
    return putInPlace(path, number, {StoreTrouble::Kind::DeskSetAside, {}, *salvaged, damage.detail}, trouble);
}

Result<void> finishReplacing(const QString &path, std::vector<StoreTrouble> &trouble)
{
    const std::optional<int> number = waitingNumber(path);
    if (!number)
        return {};
    const Result<qint64> count = countOf(salvagedPath(path, *number));
    if (!count)
        return failure(count.error());
    // What it was made from may have left its journal, where the power failed. Then the folder is synced: that the salvaged
    // desk has its name may not have been yet.
    removeDatabaseFiles(salvagingPath(path));
    if (const Result<void> kept = syncFolderOf(path); !kept)
        return kept;
    const QString detail = u"Salvaged by a run that was cut off"_s;
    return putInPlace(path, *number, {StoreTrouble::Kind::DeskSetAside, {}, *count, detail}, trouble);
}

bool isBeingReplaced(const QString &path)
{
    return waitingNumber(path).has_value();
}

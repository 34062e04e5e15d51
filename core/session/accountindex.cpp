#include "core/session/accountindex.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace {

QString folderOf(const AccountKey &key)
{
    const QString name = key.origin + u'\n' + key.practiceId.text() + u'\n' + key.userId.text();
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    return QLatin1StringView("account-") + QString::fromLatin1(hash.toHex().left(16));
}

std::optional<AccountIndex::Entry> readEntry(const QJsonObject &object)
{
    const auto practice = PracticeId::parse(object.value(QLatin1StringView("practice")).toString());
    const auto user = MemberId::parse(object.value(QLatin1StringView("user")).toString());
    const QString origin = object.value(QLatin1StringView("origin")).toString();
    if (!practice || !user || origin.isEmpty())
        return std::nullopt;
    const AccountKey key{origin, *practice, *user};
    const auto lastUsed = static_cast<qint64>(object.value(QLatin1StringView("lastUsed")).toDouble());
    const bool opens = object.value(QLatin1StringView("opensByItself")).toBool(true);
    return AccountIndex::Entry{key, folderOf(key), instantFromMs(lastUsed), opens};
}

QJsonObject writeEntry(const AccountIndex::Entry &entry)
{
    return {{QStringLiteral("origin"), entry.key.origin},
            {QStringLiteral("practice"), entry.key.practiceId.text()},
            {QStringLiteral("user"), entry.key.userId.text()},
            {QStringLiteral("lastUsed"), static_cast<double>(msSinceEpoch(entry.lastUsed))},
            {QStringLiteral("opensByItself"), entry.opensByItself}};
}

} // namespace

AccountIndex AccountIndex::read(const QString &dataDir)
{
    AccountIndex index;
    index.m_path = dataDir + QLatin1StringView("/accounts.json");
    QFile file(index.m_path);
    if (!file.open(QIODevice::ReadOnly))
        return index;
    const QJsonArray entries = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &value : entries) {
        if (const std::optional<Entry> entry = readEntry(value.toObject()))
            index.m_entries.push_back(*entry);
    }
    return index;
}

std::optional<AccountIndex::Entry> AccountIndex::lastUsed(const QString &origin) const
{
    std::optional<Entry> last;
    for (const Entry &entry : m_entries) {
        const bool asked = origin.isEmpty() || entry.key.origin == origin;
        if (asked && entry.opensByItself && (!last || entry.lastUsed > last->lastUsed))
            last = entry;
    }
    return last;
}

AccountIndex::Entry AccountIndex::use(const AccountKey &key, Instant now)
{
    std::erase_if(m_entries, [&key](const Entry &entry) { return entry.key == key; });
    m_entries.push_back({key, folderOf(key), now, true});
    return m_entries.back();
}

Result<void> AccountIndex::forget(const AccountKey &key)
{
    std::erase_if(m_entries, [&key](const Entry &entry) { return entry.key == key; });
    for (Entry &other : m_entries)
        other.opensByItself = false;
    return save();
}

Result<void> AccountIndex::save() const
{
    QJsonArray entries;
    for (const Entry &entry : m_entries)
        entries.append(writeEntry(entry));
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::Disk, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(entries).toJson(QJsonDocument::Compact));
    if (!file.commit())
        return failure(ErrorKind::Disk, file.errorString());
    return {};
}

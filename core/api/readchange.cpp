#include "core/api/readchange.h"

#include "core/api/readobjects.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostRawBytes = 64 * 1024;
constexpr qsizetype longestName = 256; // Of a kind, id or version that is none: enough to find it in a log

QByteArray rawJson(const QJsonValue &value)
{
    // QJsonValue has no toJson() before Qt 6.9: through an array of one.
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2).left(mostRawBytes);
}

Unreadable unreadable(const QJsonValue &value, const QString &reason)
{
    const auto asItCame = [&value](QLatin1StringView name) {
        return wholeText(value[name].toString().left(longestName));
    };
    return {asItCame("kind"_L1), asItCame("id"_L1), asItCame("version"_L1), reason, rawJson(value)};
}

/// What is the same for all kinds, then the object by its own reader. Empty where `fault` says why.
template <class IdType, class Object>
std::optional<Change> readObject(ObjectKind kind, JsonReader &in,
                                 std::optional<Object> (*read)(const IdType &, Version, JsonReader &))
{
    const auto id = in.id<IdType>("id"_L1);
    const Version version = in.version("version"_L1);
    const bool removed = in.optionalFlag("removed"_L1);
    if (!id || in.failed())
        return std::nullopt;
    if (removed)
        return Removed{kind, id->text(), version};
    JsonReader inner = in.object(QLatin1StringView(objectKindText(kind).toLatin1()));
    if (in.failed())
        return std::nullopt;
    std::optional<Object> object = read(*id, version, inner);
    return object ? std::optional<Change>(*std::move(object)) : std::nullopt;
}

std::optional<Change> readKind(ObjectKind kind, JsonReader &in)
{
    switch (kind) {
    case ObjectKind::Branch:
        return readObject(kind, in, readBranch);
    case ObjectKind::Reason:
        return readObject(kind, in, readReason);
    case ObjectKind::Member:
        return readObject(kind, in, readMember);
    case ObjectKind::Invitation:
        return readObject(kind, in, readInvitation);
    case ObjectKind::Client:
        return readObject(kind, in, readClient);
    case ObjectKind::Activity:
        return readObject(kind, in, readActivity);
    }
    return std::nullopt;
}

} // namespace

std::optional<Change> changeFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return unreadable(value, u"expected an object"_s);
    QString fault;
    JsonReader in(value.toObject(), {}, fault);
    const QString kindText = in.text("kind"_L1);
    if (in.failed())
        return unreadable(value, fault);
    const std::optional<ObjectKind> kind = objectKind(kindText);
    if (!kind)
        return std::nullopt;
    std::optional<Change> change = readKind(*kind, in);
    return change ? std::move(change) : unreadable(value, fault);
}

std::vector<Change> changesFromJson(const QJsonArray &values)
{
    std::vector<Change> changes;
    changes.reserve(static_cast<size_t>(values.size()));
    for (const QJsonValue &value : values) {
        if (std::optional<Change> change = changeFromJson(value))
            changes.push_back(*std::move(change));
    }
    return changes;
}

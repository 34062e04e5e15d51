#pragma once

#include "core/domain/id.h"
#include "core/domain/result.h"
#include "core/domain/time.h"
#include "core/domain/version.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// Bytes to one JSON object; ErrorKind::Unreadable where they are something else, or more than a page may be.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &json);
/// The text with U+FFFD where half a surrogate pair stands alone.
[[nodiscard]] QString wholeText(QString text);

/// Reads one JSON object of the wire member by member, and keeps the first fault ("invitation.sentAt: expected a
/// time"). After a fault reads go on and give empty values, so that callers check once, at the end. Names members,
/// never quotes their values. Pure; made and thrown away within one function.
class JsonReader
{
public:
    using Name = QLatin1StringView;

    /// `path` goes before member names in the fault. `fault` is shared with the readers of inner objects and outlives
    /// all.
    JsonReader(const QJsonObject &object, const QString &path, QString &fault);

    [[nodiscard]] bool failed() const { return !m_fault.isEmpty(); }
    void fail(Name name, const QString &what);

    // Required members.
    [[nodiscard]] QString text(Name name);
    [[nodiscard]] bool flag(Name name);
    /// An integer, held to what an int can be.
    [[nodiscard]] int integer(Name name);
    [[nodiscard]] Instant time(Name name);
    [[nodiscard]] Version version(Name name);
    [[nodiscard]] QStringList texts(Name name);
    [[nodiscard]] QJsonArray array(Name name);
    [[nodiscard]] JsonReader object(Name name);
    template <class IdType>
    [[nodiscard]] std::optional<IdType> id(Name name)
    {
        return parsedId<IdType>(name, text(name), Need::Required);
    }
    template <class IdType>
    [[nodiscard]] std::vector<IdType> ids(Name name)
    {
        std::vector<IdType> ids;
        const QStringList all = texts(name);
        for (const QString &each : all) {
            if (const auto id = parsedId<IdType>(name, each, Need::Required))
                ids.push_back(*id);
        }
        return ids;
    }

    // Members that may be absent. One that is there has its type, or that is a fault too.
    [[nodiscard]] bool has(Name name) const { return m_object.contains(name); }
    [[nodiscard]] QString optionalText(Name name);
    [[nodiscard]] bool optionalFlag(Name name);
    [[nodiscard]] std::optional<Instant> optionalTime(Name name);
    [[nodiscard]] QStringList optionalTexts(Name name);
    template <class IdType>
    [[nodiscard]] std::optional<IdType> optionalId(Name name)
    {
        return parsedId<IdType>(name, optionalText(name), Need::Optional);
    }

    /// Calls `read(JsonReader &)` for every object of an array; absent is empty where `required` is false.
    template <class Read>
    void each(Name name, bool required, Read read)
    {
        if (!required && !has(name))
            return;
        const QJsonArray all = array(name);
        for (qsizetype i = 0; i < all.size(); ++i) {
            JsonReader inner = element(name, i, all.at(i));
            read(inner);
        }
    }

private:
    enum class Need { Required, Optional };

    template <class IdType>
    std::optional<IdType> parsedId(Name name, const QString &text, Need need)
    {
        const bool absent = need == Need::Optional && !has(name);
        std::optional<IdType> id = absent ? std::nullopt : IdType::parse(text);
        if (!id && !absent)
            fail(name, QStringLiteral("expected an id"));
        return id;
    }
    [[nodiscard]] QJsonValue value(Name name, QJsonValue::Type type, const QString &expected);
    [[nodiscard]] JsonReader element(Name name, qsizetype index, const QJsonValue &value);

    QJsonObject m_object;
    QString m_path;
    QString &m_fault;
};

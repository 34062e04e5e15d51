#pragma once

#include <QString>
#include <QUuid>

#include <optional>

/// The name of one operation in the whole practice, for ever: a UUID that this program made.
class OperationId
{
public:
    /// Empty where `text` is no UUID, or the null one.
    [[nodiscard]] static std::optional<OperationId> parse(const QString &text)
    {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull())
            return std::nullopt;
        return OperationId(uuid);
    }

    /// A version 4 UUID from two random numbers: the caller owns the randomness, so that a seeded run repeats.
    [[nodiscard]] static OperationId fromRandom(quint64 high, quint64 low);

    /// Lower case with hyphens, without braces: as it stands in a URL.
    [[nodiscard]] QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const OperationId &a, const OperationId &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const OperationId &a, const OperationId &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const OperationId &id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

private:
    explicit OperationId(const QUuid &uuid)
        : m_uuid(uuid)
    {
    }

    QUuid m_uuid;
};

template <>
struct std::hash<OperationId>
{
    size_t operator()(const OperationId &id) const noexcept { return qHash(id, 0); }
};

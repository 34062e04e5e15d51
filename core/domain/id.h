#pragma once

#include <QHashFunctions>
#include <QString>

#include <optional>

/// The name of an object of one kind, as the service gave it. A wrong one can't be made: parse() is the only way in.
/// Pattern: components/schemas/Id of the contract.
template <class Tag>
class Id
{
public:
    /// Empty where `text` is not an id by the contract.
    [[nodiscard]] static std::optional<Id> parse(const QString &text)
    {
        if (!isId(text))
            return std::nullopt;
        return Id(text);
    }

    [[nodiscard]] const QString &text() const { return m_text; }

    friend bool operator==(const Id &a, const Id &b) { return a.m_text == b.m_text; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    explicit Id(QString text)
        : m_text(std::move(text))
    {
    }

    static bool isId(const QString &text)
    {
        if (text.isEmpty() || text.size() > 64 || text.front() == u'.')
            return false;
        for (const QChar c : text) {
            const char16_t u = c.unicode();
            const bool letterOrDigit = (u >= u'A' && u <= u'Z') || (u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9');
            if (!letterOrDigit && u != u'_' && u != u':' && u != u'-' && u != u'.')
                return false;
        }
        return true;
    }

    QString m_text;
};

template <class Tag>
struct std::hash<Id<Tag>>
{
    size_t operator()(const Id<Tag> &id) const noexcept { return ::qHash(id.text()); }
};

using BranchId = Id<struct BranchTag>;
using ReasonId = Id<struct ReasonTag>;
/// Also the id of a user: a signed-in person is a member of the practice.
using MemberId = Id<struct MemberTag>;
using PracticeId = Id<struct PracticeTag>;
using InvitationId = Id<struct InvitationTag>;
using ClientId = Id<struct ClientTag>;
using ActivityId = Id<struct ActivityTag>;

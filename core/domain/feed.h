#pragma once

#include "core/domain/branch.h"
#include "core/domain/client.h"
#include "core/domain/invitation.h"
#include "core/domain/practice.h"

#include <map>
#include <variant>

enum class ObjectKind { Branch, Reason, Member, Invitation, Client, Activity };

/// The contract's word for a kind ("branch"), and back; empty for one we don't know.
[[nodiscard]] QString objectKindText(ObjectKind kind);
[[nodiscard]] std::optional<ObjectKind> objectKind(const QString &text);

/// An object that is gone, or that this person may no longer see. `id` has been checked against the contract's pattern.
struct Removed
{
    ObjectKind kind;
    QString id;
    Version version;

    friend bool operator==(const Removed &, const Removed &) = default;
};

/// An object that could not be read. It is set aside, not applied, and doesn't stop the feed.
struct Unreadable
{
    QString kind; ///< As it came; may be empty or not a kind at all
    QString id;   ///< As it came; may be empty
    QString version; ///< As it came; may be empty
    QString reason; ///< For the log and the card: which member, what was expected. No text of the object's.
    QByteArray raw; ///< The object as JSON, at most 64 KiB of it

    friend bool operator==(const Unreadable &, const Unreadable &) = default;
};

/// One change: an object as it now is, gone, or not readable. Objects of kinds we don't know don't get this far.
using Change = std::variant<Branch, Reason, Member, Invitation, Client, Activity, Removed, Unreadable>;

/// One page of the feed (components/schemas/ChangePage).
struct ChangePage
{
    QString newState;
    bool hasMore = false;
    std::vector<Change> changes;
    std::map<BranchId, qint64> pending; ///< To be compared only where hasMore is false
    Instant serverTime;
};

/// What the service says it did with an operation (components/schemas/Outcome).
struct Outcome
{
    QString operationId;
    bool sameDecision = false; ///< A colleague had already brought it about: our words were not sent
    bool replayed = false;
    Instant appliedAt;
    std::vector<Change> changes;
};

/// RFC 9457 problem details, as far as we use them.
struct Problem
{
    QString code;
    QString detail;
    QString field;
    QString permission;
    std::vector<Change> current; ///< What stands in the way: none or one
};

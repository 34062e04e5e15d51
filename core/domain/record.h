#pragma once

#include "core/domain/lists.h"

/// What a file or a print of evidence is about.
enum class RecordKind { Invitations, Activity };

/// Records of a branch and a period: invitations that came to their state then (decided, else sent), or what was done then.
struct RecordQuery
{
    RecordKind kind = RecordKind::Invitations;
    std::optional<BranchId> branch{}; ///< Empty: all branches
    std::optional<Instant> from{};    ///< Empty: from the beginning
    std::optional<Instant> until{};   ///< Not itself any more. Empty: to the end

    friend bool operator==(const RecordQuery &, const RecordQuery &) = default;
};

/// Which records those are, what happened first coming first: fixed when it is asked for, so that one which changes while
/// others are written is neither left out nor there twice.
struct RecordList
{
    RecordKind kind = RecordKind::Invitations;
    quint64 opening = 0; ///< Of the account's files that the rows are in
    std::vector<qint64> rowids;

    friend bool operator==(const RecordList &, const RecordList &) = default;
};

/// An invitation with what belongs to it.
struct InvitationRecord
{
    Invitation invitation;
    QString branchName;  ///< Empty: not come yet
    QString reasonLabel; ///< Of a rejection
    std::optional<LocalDecision> local{};

    friend bool operator==(const InvitationRecord &, const InvitationRecord &) = default;
};

using Record = std::variant<InvitationRecord, ActivityRow>;

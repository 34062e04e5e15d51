#include "core/store/connecting.h"

#include "core/store/searchtext.h"
#include "core/store/sql.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool matches(const Reviewed &reviewed, const QStringList &words)
{
    const QString text = searchable({reviewed.companyName, reviewed.ownerName, reviewed.ownerEmail});
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

Result<bool> isClient(Database &database, const InvitationId &invitation)
{
    const auto rows =
        selectNumbers(database, u"SELECT rid\nFROM client\nWHERE invitation_id = :id AND listed = 1\nORDER BY rid"_s,
                      [&](Statement &statement) { statement.bind(u":id"_s, invitation); });
    if (!rows)
        return failure(rows.error());
    return !rows->empty();
}

} // namespace

Result<void> ConnectingRows::refresh(Database &database, const ListQuery &query, const QStringList &words,
                                     const std::vector<Operation> &operations)
{
    m_shown.clear();
    for (const Operation &operation : operations) {
        const auto *acceptance = std::get_if<AcceptInvitation>(&operation.decision);
        const bool elsewhere = query.branch && *query.branch != operation.reviewed.branchId;
        if (!acceptance || elsewhere || !matches(operation.reviewed, words))
            continue;
        const Result<bool> known = isClient(database, acceptance->invitationId);
        if (!known)
            return failure(known.error());
        if (*known)
            continue;
        const qint64 next = -1 - qint64(m_rowids.size());
        m_shown.emplace(m_rowids.try_emplace(operation.id, next).first->second, operation);
    }
    return {};
}

std::vector<ListEntry> ConnectingRows::entries() const
{
    std::vector<ListEntry> entries;
    for (const auto &[rowid, operation] : m_shown)
        entries.push_back({rowid, msSinceEpoch(operation.decidedAt)});
    return entries;
}

const Operation *ConnectingRows::find(qint64 rowid) const
{
    const auto found = m_shown.find(rowid);
    return found == m_shown.end() ? nullptr : &found->second;
}

ClientRow ConnectingRows::row(const Operation &operation) const
{
    const Reviewed &reviewed = operation.reviewed;
    return {std::nullopt,
            operation.id,
            reviewed.branchId,
            reviewed.branchName,
            reviewed.companyName,
            reviewed.ownerName,
            reviewed.ownerEmail,
            {},
            {},
            operation.decidedAt,
            false,
            {}};
}

#pragma once

#include "core/domain/client.h"
#include "core/domain/feed.h"
#include "core/domain/invitation.h"
#include "core/store/database.h"

#include <map>

/// The lines that time draws through the pending ones, as times they were sent: as urgency() has them.
struct CountLines
{
    Instant overdueUntil; ///< Sent then or before: overdue
    Instant soonBefore;   ///< Sent after the other and before this: due soon
};

/// The lines that the kept counts are drawn by.
[[nodiscard]] Result<CountLines> countLinesDrawn(Database &database);

/// Keeps the counts of cache.db with the rows of one transaction: collects what they gain and lose, and writes it once.
/// Thread: the worker's.
class CountWriter
{
public:
    explicit CountWriter(Database &database);

    /// To be called before a row is written over or dropped: it doesn't count as it is any more.
    [[nodiscard]] Result<void> take(ObjectKind kind, qint64 rowid);
    [[nodiscard]] Result<void> give(const Invitation &invitation);
    void give(const Client &client);

    /// Before the commit.
    [[nodiscard]] Result<void> write();
    /// Instead of all that was collected: counts the rows that are there.
    [[nodiscard]] Result<void> recount();

private:
    struct Pending
    {
        qint64 pending = 0;
        qint64 withMessage = 0;
        qint64 overdue = 0;
        qint64 beforeSoon = 0;
    };

    [[nodiscard]] Result<void> add(const BranchId &branch, Instant sentAt, bool hasMessage, int by);
    [[nodiscard]] Result<void> takeInvitation(qint64 rowid);
    [[nodiscard]] Result<void> takeClient(qint64 rowid);

    Database &m_database;
    std::optional<CountLines> m_lines;
    std::map<BranchId, Pending> m_pending;
    std::map<BranchId, qint64> m_clients;
};

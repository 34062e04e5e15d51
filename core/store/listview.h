#pragma once

#include "core/domain/lists.h"
#include "core/domain/result.h"
#include "core/store/cachestore.h"

#include <functional>
#include <map>
#include <memory>

/// What a view must know beside the query.
struct ListContext
{
    Instant now; ///< Draws the lines of due soon and overdue
    int respondWithinHours = 48;
    std::optional<MemberId> me;        ///< For ClientRow::assignedToMe
    const std::set<InvitationId> *noted = nullptr; ///< InvitationRow::hasNote; lives longer than the call
    std::vector<Operation> connecting; ///< Clients: live acceptances, shown as rows "connecting"
    std::map<InvitationId, LocalDecision> decided; ///< History: by a live operation each
};

using IsAbandoned = std::function<bool()>;

/// What of a live operation is shown; empty where it is not live.
[[nodiscard]] std::optional<LocalDecision> localDecision(const Operation &operation);

/// An open view: the ordered row ids (16 bytes a row) of what a list shows, kept up to date by exact diffs. One open
/// view a kind; a new query makes a new ListView. Thread: the worker's.
class ListView
{
public:
    /// Orders by SQL, but for names, which are collated here by the user's locale. A long list in an order of time, and a
    /// search of fewer than three characters, read no more than their beginning first (`limited()`): finish() reads the
    /// whole.
    /// `isAbandoned` is asked every few hundred rows: once nobody waits for the list any more, it isn't read to the end,
    /// and the error is NotFound.
    [[nodiscard]] static Result<std::unique_ptr<ListView>> open(CacheStore &cache, const ListQuery &query,
                                                                quint64 generation, const ListContext &context,
                                                                const IsAbandoned &isAbandoned = {});
    ~ListView();

    [[nodiscard]] const ListQuery &query() const;
    [[nodiscard]] quint64 generation() const;
    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] bool limited() const;

    /// Rows from `first`, at most `count`, fewer at the end.
    [[nodiscard]] Result<RowPage> rows(qsizetype first, qsizetype count, const ListContext &context);

    /// Brings the view up to date after a commit, or after time has passed, or after the overlay changed; empty steps
    /// where nothing that it shows changed. Steps that touch at most 64 rows carry them.
    [[nodiscard]] Result<ListDiff> update(const Touched &touched, const ListContext &context);

    /// Reads what a limited search left out.
    [[nodiscard]] Result<ListDiff> finish(const ListContext &context, const IsAbandoned &isAbandoned = {});

    /// The invitation's position, or -1: to keep a selection across views.
    [[nodiscard]] Result<qsizetype> positionOf(const InvitationId &id);
    /// The same of a client.
    [[nodiscard]] Result<qsizetype> positionOf(const ClientId &id);

private:
    class Private;
    explicit ListView(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

#pragma once

#include "core/domain/operation.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace simulation {

/// The connection that was opened to this file last; nullptr where there was none. Everybody's connections are noted as
/// SQLite opens them, the store's too, so that a check reads the very same rows and asks nothing of the store's code.
[[nodiscard]] sqlite3 *connectionTo(const std::string &path);
void noteConnections();

/// A row of the outbox, or a draft, as it became. Written down by triggers of the connection's own, inside the store's transactions:
/// what was rolled back was never there.
struct DeskChange
{
    enum class What { Inserted, Updated, Deleted, DraftSaved, DraftDropped, There };
    What what = What::There;
    QString id;
    QString invitation; ///< Empty: it is about a client or a branch
    QString type;     ///< "accept_invitation"; empty: of a draft
    QString revision; ///< That was read
    OperationState before = OperationState::Held; ///< Of an update
    OperationState state = OperationState::Held;
    bool maybeApplied = false;
    bool caughtUp = false;
    bool dismissed = false;
    QByteArray body; ///< Of a draft: its words
    Milliseconds hold{0};
    QString endKind;
    qint64 finishedAt = 0;
};

struct CacheChange
{
    enum class What { Put, Dropped, Feed, Overlay, Buried, Exhumed };
    What what = What::Put;
    std::string kind;
    std::string id;
    qint64 version = 0;
    qint64 pass = 0;
    std::string status; ///< Of invitations; the state of clients
    std::string branch;
    std::string revision;
    std::string operation; ///< That decided it
    std::string stateBefore; ///< Of the feed
    std::string state;
    bool inFullPass = false;
};

/// Statements that are asked after every step: prepared once.
class Asked
{
public:
    Asked(sqlite3 *connection, const std::string &read, const std::string &forget);
    ~Asked();
    Asked(const Asked &) = delete;
    Asked &operator=(const Asked &) = delete;
    /// Calls for each row that was written down, and forgets them.
    void take(const std::function<void(sqlite3_stmt *)> &row);

private:
    sqlite3_stmt *m_read = nullptr;
    sqlite3_stmt *m_forget = nullptr;
};

class DeskProbe
{
public:
    /// Begins to write down; the connection must outlive this.
    explicit DeskProbe(sqlite3 *connection);
    [[nodiscard]] std::vector<DeskChange> changes();
    [[nodiscard]] std::vector<DeskChange> all();
    [[nodiscard]] std::vector<DeskChange> drafts();

private:
    sqlite3 *m_connection;
    std::unique_ptr<Asked> m_seen;
};

class CacheProbe
{
public:
    explicit CacheProbe(sqlite3 *connection);
    [[nodiscard]] std::vector<CacheChange> changes();
    [[nodiscard]] std::vector<CacheChange> all();
    [[nodiscard]] bool isUnreadable(const std::string &kind, const std::string &id);
    [[nodiscard]] std::string text(const std::string &sql);
    /// Each row's values as text; NULL is empty.
    void rows(const std::string &sql, const std::function<void(const std::vector<std::string> &)> &row);

private:
    sqlite3 *m_connection;
    std::unique_ptr<Asked> m_seen;
};

} // namespace simulation

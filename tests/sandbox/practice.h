#pragma once

#include "tests/sandbox/json.h"
#include "tests/sandbox/person.h"
#include "tests/sandbox/store.h"
#include "tests/sandbox/times.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace sandbox {

/// Makes the part of an id that must be unique; injected, so that a seed gives the same run again.
using IdSource = std::function<std::string()>;

/// What a commit touched, as much as it takes to know who can see it.
struct Touch
{
    std::string kind;
    std::string branch;
    std::string formerBranch;

    auto operator<=>(const Touch &) const = default;
};

/// Something that came to be: the ledger's other half.
struct Effect
{
    Millis at = 0;
    std::string operationId; ///< empty where no operation did it
    std::string actor;
    std::string action;
    std::string kind;
    std::string id;

    bool operator==(const Effect &) const = default;
};

/// What a client is told by e-mail.
struct Notice
{
    enum class Kind { Accepted, Rejected, Disconnected };

    Kind kind = Kind::Accepted;
    Millis at = 0;
    std::string id; ///< for the Message-ID
    std::string toName;
    std::string toEmail;
    std::string company;
    std::string branchName;
    std::string branchEmail;
    std::string reasonLabel;
    std::string reasonText;
    std::string message;

    bool operator==(const Notice &) const = default;
};

/// What one transaction did, told once it is durable.
struct Commit
{
    std::set<Touch> touched;
    std::vector<Effect> effects;
    std::vector<Notice> notices;
    std::vector<std::string> revoked; ///< people whose session ended
};

/// The practice's objects and people, kept in a Store: gives every change its version, keeps the counts of pending
/// invitations, knows who may see what, and tells after each commit what it did. One thread at a time.
class Practice
{
public:
    using Listener = std::function<void(const Commit &)>;

    Practice(Store &store, Clock clock, IdSource ids);

    Millis now() const { return m_clock(); }
    std::string newId(const std::string &prefix) { return prefix + m_ids(); }
    /// A revision that was never used before, restores included.
    std::string newRevision();
    /// `https://127.0.0.1:8443`; clients' account links lead there.
    void setPublicUrl(const std::string &url) { m_publicUrl = url; }
    const std::string &publicUrl() const { return m_publicUrl; }
    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// Runs `work` in a transaction (one inside another belongs to the outer one) and tells the listener afterwards.
    void commit(const std::function<void()> &work);

    /// Only inside commit(). The object comes to the end of the feed with a new version.
    Row put(const std::string &kind, const std::string &id, const Json &body);
    Row touch(const Row &row);
    Row remove(const Row &row);
    Row recordActivity(const std::string &branch, const std::string &actor, const std::string &action, Json more);
    void tell(Effect effect);
    void tell(Notice notice);
    /// Pending invitations whose time is over become expired.
    void expireDue();

    /// Absent where there is none or it was removed.
    std::optional<Row> find(std::string_view kind, std::string_view id) const;
    bool sees(const Person &person, const Row &row) const;
    /// Whether the person can see anything of what was touched.
    bool sees(const Person &person, const Touch &touch) const;
    /// The feed's text of the object as this person may see it.
    std::string change(const Row &row, const Person &person) const;
    /// Pending invitations per branch that this person sees.
    Json pendingFor(const Person &person) const;
    const std::map<std::string, std::int64_t> &pending() const { return m_pending; }
    const std::set<std::string> &branchIds() const { return m_branches; }
    std::string branchName(const std::string &id) const;

    /// The secret part of the branch's Client Pays link and when it was made: `{"token", "createdAt"}`.
    Json link(const std::string &branch) const;
    void renewLink(const std::string &branch);
    /// The branch whose link or whose e-mail address it is; absent where it is no branch's.
    std::optional<Row> branchOfLink(const std::string &token) const;
    std::optional<Row> branchOfAddress(const std::string &email) const;

    const std::vector<Person> &people() const { return m_people; }
    const Person *personWithToken(const std::string &token) const;
    /// By id or key; nullptr where there is none.
    const Person *person(const std::string &name) const;
    void putPerson(const Person &person);
    /// Makes the person read everything anew where what they see changes, and their branches come again.
    void setPermissions(const std::string &person, const std::map<std::string, Permissions> &permissions);
    void revoke(const std::string &person);

    std::int64_t version() const { return m_version; }
    /// Rises with every restore and every expiry of states; a state of another epoch is too old.
    std::int64_t epoch() const { return m_epoch; }
    void expireStates();
    /// Goes back to a snapshot; all states end, and no revision comes again.
    void restore(Store &snapshot);

    Store &store() const { return m_store; }

private:
    void load();
    void savePeople();
    Row place(Row row, const std::optional<Row> &before);
    void count(const Row &row, std::int64_t by);
    std::string body(const Row &row, const Person &person) const;

    Store &m_store;
    Clock m_clock;
    IdSource m_ids;
    Listener m_listener;
    std::string m_publicUrl = "https://localhost";
    std::vector<Person> m_people;
    std::set<std::string> m_branches;
    std::map<std::string, std::int64_t> m_pending;
    std::int64_t m_version = 0;
    std::int64_t m_epoch = 1;
    int m_depth = 0;
    Commit m_commit;
};

/// Whom and where, to find that a client is connected already.
std::string connectionKey(const std::string &branch, const std::string &email, const std::string &company);

/// Stands in stored texts for the service's address, whose port changes from run to run.
constexpr std::string_view addressMark = "https://address-of-this-service.invalid";

} // namespace sandbox

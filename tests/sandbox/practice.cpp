#include "tests/sandbox/practice.h"

#include "tests/sandbox/textrules.h"

#include <algorithm>

namespace sandbox {

namespace {

/// The JSON text of a string.
std::string quoted(const std::string &value)
{
    return text(Json(value));
}

std::string statusOf(const std::string &kind, const Json &body)
{
    return stringAt(body, kind == "invitation" ? "status" : "state");
}

std::optional<std::int64_t> expiryOf(const std::string &kind, const Json &body)
{
    if (kind != "invitation" || stringAt(body, "status") != "pending")
        return std::nullopt;
    return parseRfc3339(stringAt(body, "expiresAt"));
}

} // namespace

Practice::Practice(Store &store, Clock clock, IdSource ids)
    : m_store(store)
    , m_clock(std::move(clock))
    , m_ids(std::move(ids))
{
    load();
}

void Practice::load()
{
    m_version = m_store.highestVersion();
    m_pending = m_store.pendingPerBranch();
    m_epoch = std::stoll(m_store.note("epoch").value_or("1"));
    m_people = peopleFrom(m_store.note("people").value_or("[]"));
    m_branches.clear();
    for (const Row &row : m_store.all("branch"))
        m_branches.insert(row.id);
}

std::string Practice::newRevision()
{
    return "r" + std::to_string(m_epoch) + "." + std::to_string(m_version + 1);
}

void Practice::commit(const std::function<void()> &work)
{
    if (m_depth > 0) {
        work();
        return;
    }
    m_store.begin();
    ++m_depth;
    m_commit = {};
    try {
        work();
        m_store.commit();
    } catch (...) {
        m_depth = 0;
        m_store.rollback();
        load();
        throw;
    }
    --m_depth;
    const Commit done = std::exchange(m_commit, {});
    if (m_listener && (!done.touched.empty() || !done.revoked.empty()))
        m_listener(done);
}

Row Practice::put(const std::string &kind, const std::string &id, const Json &body)
{
    Row row;
    row.kind = kind;
    row.id = id;
    row.branch = kind == "branch" ? id : stringAt(body, "branchId");
    row.status = statusOf(kind, body);
    row.expiresAt = expiryOf(kind, body);
    row.body = text(body);
    if (kind == "client")
        row.match = connectionKey(row.branch, stringAt(body, "ownerEmail"), stringAt(body, "companyName"));
    if (kind == "branch")
        m_branches.insert(id);
    return place(std::move(row), m_store.find(kind, id));
}

Row Practice::touch(const Row &row)
{
    return place(row, row);
}

Row Practice::remove(const Row &row)
{
    Row gone = row;
    gone.removed = true;
    gone.expiresAt.reset();
    if (row.kind == "branch")
        m_branches.erase(row.id);
    return place(std::move(gone), row);
}

Row Practice::place(Row row, const std::optional<Row> &before)
{
    if (before)
        count(*before, -1);
    if (before && !before->removed)
        row.formerBranch = before->branch != row.branch ? before->branch : before->formerBranch;
    row.version = ++m_version;
    count(row, 1);
    m_store.put(row);
    m_commit.touched.insert({row.kind, row.branch, row.formerBranch});
    return row;
}

void Practice::count(const Row &row, std::int64_t by)
{
    if (row.kind == "invitation" && row.status == "pending" && !row.removed)
        m_pending[row.branch] += by;
}

Row Practice::recordActivity(const std::string &branch, const std::string &actor, const std::string &action, Json more)
{
    more["branchId"] = branch;
    more["at"] = rfc3339(now());
    more["actorName"] = actor;
    more["action"] = action;
    return put("activity", newId("act_"), more);
}

void Practice::tell(Effect effect)
{
    effect.at = now();
    m_commit.effects.push_back(std::move(effect));
}

void Practice::tell(Notice notice)
{
    notice.at = now();
    notice.id = newId("");
    m_commit.notices.push_back(std::move(notice));
}

void Practice::expireDue()
{
    for (const Row &row : m_store.expiredBy(now())) {
        Json invitation = Json::parse(row.body);
        invitation["status"] = "expired";
        put(row.kind, row.id, invitation);
        recordActivity(row.branch, stringAt(invitation, "ownerName"), "invitation_expired",
                       {{"invitationId", row.id}, {"detail", invitation["companyName"]}});
        tell(Effect{0, {}, {}, "invitation_expired", row.kind, row.id});
    }
}

std::optional<Row> Practice::find(std::string_view kind, std::string_view id) const
{
    auto row = m_store.find(kind, id);
    if (row && row->removed)
        row.reset();
    return row;
}

bool Practice::sees(const Person &person, const Row &row) const
{
    return sees(person, Touch{row.kind, row.branch, {}});
}

bool Practice::sees(const Person &person, const Touch &touch) const
{
    if (touch.branch.empty())
        return true;
    const auto needed = touch.kind == "activity" ? permission::viewAuditLogs : permission::viewClients;
    return person.may(needed, touch.branch) || (!touch.formerBranch.empty() && person.may(needed, touch.formerBranch));
}

std::string Practice::change(const Row &row, const Person &person) const
{
    const std::string head = "{\"kind\":" + quoted(row.kind) + ",\"id\":" + quoted(row.id) + ",\"version\":\"" +
                             std::to_string(row.version) + "\"";
    if (row.removed || !sees(person, row))
        return head + ",\"removed\":true}";
    return head + "," + quoted(row.kind) + ":" + body(row, person) + "}";
}

std::string Practice::body(const Row &row, const Person &person) const
{
    if (row.kind == "branch") {
        Json branch = Json::parse(row.body);
        if (branch.is_object() && !branch.contains("permissions"))
            branch["permissions"] = person.on(row.id);
        return text(branch);
    }
    if (row.kind != "client")
        return row.body;
    std::string client = row.body;
    if (!person.may(permission::viewNotes, row.branch)) {
        Json parsed = Json::parse(client);
        if (parsed.is_object())
            parsed.erase("notes");
        client = text(parsed);
    }
    const auto mark = client.find(addressMark);
    return mark == std::string::npos ? client : client.replace(mark, addressMark.size(), m_publicUrl);
}

Json Practice::pendingFor(const Person &person) const
{
    Json counts = Json::object();
    for (const std::string &branch : m_branches) {
        if (!person.may(permission::viewClients, branch))
            continue;
        const auto found = m_pending.find(branch);
        counts[branch] = found == m_pending.end() ? 0 : found->second;
    }
    return counts;
}

std::string Practice::branchName(const std::string &id) const
{
    const auto row = find("branch", id);
    return row ? stringAt(Json::parse(row->body), "name") : std::string();
}

std::string connectionKey(const std::string &branch, const std::string &email, const std::string &company)
{
    return branch + '\n' + lowerAscii(email) + '\n' + lowerAscii(company);
}

} // namespace sandbox

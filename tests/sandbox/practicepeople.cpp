#include "tests/sandbox/practice.h"

#include <algorithm>

namespace sandbox {

namespace {

/// What of the permissions decides which objects, and which parts of them, a person sees.
Json sight(const Person &person, const std::set<std::string> &branches)
{
    Json seen = Json::array();
    for (const std::string &branch : branches)
        for (const auto what : {permission::viewClients, permission::viewNotes, permission::viewAuditLogs})
            seen.push_back(person.may(what, branch));
    return seen;
}

} // namespace

const Person *Practice::personWithToken(const std::string &token) const
{
    const auto found = std::find_if(m_people.begin(), m_people.end(), [&token](const Person &person) {
        return !person.revoked && person.token == token;
    });
    return found == m_people.end() ? nullptr : &*found;
}

const Person *Practice::person(const std::string &name) const
{
    const auto found = std::find_if(m_people.begin(), m_people.end(),
                                    [&name](const Person &person) { return person.id == name || person.key == name; });
    return found == m_people.end() ? nullptr : &*found;
}

void Practice::putPerson(const Person &person)
{
    commit([this, &person] {
        const auto same = [&person](const Person &other) { return other.id == person.id; };
        const auto found = std::find_if(m_people.begin(), m_people.end(), same);
        if (found == m_people.end())
            m_people.push_back(person);
        else
            *found = person;
        savePeople();
    });
}

void Practice::setPermissions(const std::string &name, const std::map<std::string, Permissions> &permissions)
{
    const Person *known = person(name);
    if (known == nullptr)
        return;
    commit([this, known, &permissions] {
        Person changed = *known;
        changed.permissions = permissions;
        if (sight(*known, m_branches) != sight(changed, m_branches))
            ++changed.scope;
        const Person before = *known;
        putPerson(changed);
        for (const Row &row : m_store.all("branch")) {
            if (before.on(row.id) != changed.on(row.id))
                touch(row);
        }
    });
}

void Practice::revoke(const std::string &name)
{
    const Person *known = person(name);
    if (known == nullptr)
        return;
    commit([this, known] {
        Person changed = *known;
        changed.revoked = true;
        putPerson(changed);
        m_commit.revoked.push_back(changed.id);
    });
}

void Practice::savePeople()
{
    m_store.setNote("people", peopleText(m_people));
}

void Practice::expireStates()
{
    commit([this] { m_store.setNote("epoch", std::to_string(++m_epoch)); });
}

void Practice::restore(Store &snapshot)
{
    const std::int64_t epoch = m_epoch + 1;
    m_store.become(snapshot);
    load();
    commit([this, epoch] {
        m_epoch = epoch;
        m_store.setNote("epoch", std::to_string(epoch));
        for (const std::string &branch : m_branches)
            m_commit.touched.insert({"branch", branch, {}});
    });
}

} // namespace sandbox

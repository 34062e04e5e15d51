#include "tests/sandbox/person.h"

#include "tests/sandbox/json.h"

namespace sandbox {

const Permissions &allPermissions()
{
    using namespace permission;
    static const Permissions all = [] {
        Permissions names;
        for (const auto name : {viewClients, createClients, grantAccess, revokeAccess, deleteClients, viewNotes,
                                updateNotes, viewAuditLogs})
            names.emplace(name);
        return names;
    }();
    return all;
}

const Permissions &Person::on(const std::string &branch) const
{
    static const Permissions none;
    auto found = permissions.find(branch);
    if (found == permissions.end())
        found = permissions.find("*");
    return found == permissions.end() ? none : found->second;
}

bool Person::may(std::string_view what, const std::string &branch) const
{
    return on(branch).contains(what);
}

std::string peopleText(const std::vector<Person> &people)
{
    Json list = Json::array();
    for (const Person &person : people) {
        list.push_back({{"id", person.id},
                        {"key", person.key},
                        {"name", person.name},
                        {"email", person.email},
                        {"token", person.token},
                        {"revoked", person.revoked},
                        {"scope", person.scope},
                        {"permissions", person.permissions}});
    }
    return text(list);
}

std::vector<Person> peopleFrom(const std::string &text)
{
    std::vector<Person> people;
    for (const Json &entry : Json::parse(text)) {
        Person person{stringAt(entry, "id"),
                      stringAt(entry, "key"),
                      stringAt(entry, "name"),
                      stringAt(entry, "email"),
                      stringAt(entry, "token"),
                      entry.at("revoked").get<bool>(),
                      entry.at("scope").get<std::int64_t>(),
                      {}};
        for (const auto &[branch, names] : entry.at("permissions").items())
            person.permissions[branch] = names.get<Permissions>();
        people.push_back(std::move(person));
    }
    return people;
}

} // namespace sandbox

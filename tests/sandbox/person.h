#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

namespace permission {
constexpr std::string_view viewClients = "view_clients";
constexpr std::string_view createClients = "create_clients";
constexpr std::string_view grantAccess = "grant_client_access";
constexpr std::string_view revokeAccess = "revoke_client_access";
constexpr std::string_view deleteClients = "delete_clients";
constexpr std::string_view viewNotes = "view_client_notes";
constexpr std::string_view updateNotes = "update_client_notes";
constexpr std::string_view viewAuditLogs = "view_audit_logs";
} // namespace permission

using Permissions = std::set<std::string, std::less<>>;

/// All that the contract names.
const Permissions &allPermissions();

/// Somebody who can sign in.
struct Person
{
    std::string id;  ///< also the id of the member
    std::string key; ///< short name for files and tests, such as amara
    std::string name;
    std::string email;
    std::string token;
    bool revoked = false;
    std::int64_t scope = 1;                         ///< rises when what they may see changes
    std::map<std::string, Permissions> permissions; ///< by branch id; "*" is every branch that has no entry of its own

    const Permissions &on(const std::string &branch) const;
    bool may(std::string_view what, const std::string &branch) const;

    bool operator==(const Person &) const = default;
};

std::string peopleText(const std::vector<Person> &people);
std::vector<Person> peopleFrom(const std::string &text);

} // namespace sandbox

#pragma once

#include "tests/sandbox/json.h"
#include "tests/sandbox/practice.h"

#include <optional>
#include <string>

namespace sandbox {

/// What a business owner tells the practice. Empty: not told.
struct Application
{
    std::string companyName;
    std::string ownerName;
    std::string ownerEmail;
    std::string message;
    std::string country;
    std::string registrationNumber;

    bool operator==(const Application &) const = default;
};

/// The other side of the practice: business owners who sign up, invite, edit, withdraw and disconnect, and what only
/// time or the service does. Same thread as its Practice.
class ClientSide
{
public:
    explicit ClientSide(Practice &practice)
        : m_practice(practice)
    {}

    /// Through a branch's Client Pays link; nothing where the link is no branch's (any more) or the branch is closed.
    std::optional<Row> signUp(const std::string &linkToken, const Application &application);
    /// From External Access; nothing where the address is no branch's.
    std::optional<Row> invite(const std::string &branchEmail, const Application &application);

    /// These change a pending invitation, and answer nothing where it is not pending.
    std::optional<Row> edit(const std::string &invitation, const Application &application);
    std::optional<Row> withdraw(const std::string &invitation);
    std::optional<Row> expire(const std::string &invitation);
    std::optional<Row> supersede(const std::string &invitation, const std::string &by);

    /// The owner ends the connection; nothing where it had ended.
    std::optional<Row> disconnect(const std::string &client);

    /// An invitation of whatever members are given, right or wrong; what is required and absent is made up, unless it
    /// is named in `omit`. Members given as null are left out.
    Row create(Json members, const std::vector<std::string> &omit = {});

private:
    Row arrive(const Row &branch, const char *origin, const Application &application);
    std::optional<Row> end(const std::string &invitation, const char *status, const char *action, const Json &more);

    Practice &m_practice;
};

} // namespace sandbox

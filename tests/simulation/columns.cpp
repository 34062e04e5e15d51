#include "tests/simulation/columns.h"

#include "tests/sandbox/times.h"

#include <map>

namespace simulation {

namespace {

using As = Column::As;
using sandbox::Json;

const std::map<std::string, std::vector<Column>> &all()
{
    static const std::map<std::string, std::vector<Column>> columns{
        {"branch",
         {{"name", "name"}, {"email", "email"}, {"country", "country"}, {"currency", "currency"}, {"state", "state"},
          {"permissions", "permissions", As::List}}},
        {"reason",
         {{"use", "use"}, {"label", "label"}, {"description", "description"}, {"position", "order", As::Number},
          {"text_required", "textRequired", As::Flag}}},
        {"member", {{"name", "name"}, {"email", "email"}, {"branch_ids", "branchIds", As::List}}},
        {"invitation",
         {{"revision", "revision"}, {"branch_id", "branchId"}, {"origin", "origin"}, {"status", "status"},
          {"sent_at", "sentAt", As::Time}, {"has_message", "message", As::Present}, {"company_name", "companyName"},
          {"owner_name", "ownerName"}, {"owner_email", "ownerEmail"}, {"country", "country"},
          {"registration_number", "registrationNumber"}, {"expires_at", "expiresAt", As::Time},
          {"decided_at", "decidedAt", As::Time}, {"decided_by", "decidedBy"}, {"decided_by_name", "decidedByName"},
          {"operation_id", "operationId"}, {"reason_id", "reasonId"}, {"superseded_by", "supersededBy"},
          {"client_id", "clientId"}, {"reason_text", "reasonText"}, {"message", "message"},
          {"reply_message", "replyMessage"}}},
        {"client",
         {{"branch_id", "branchId"}, {"company_name", "companyName"}, {"owner_name", "ownerName"},
          {"owner_email", "ownerEmail"}, {"billing", "billing"}, {"state", "state"}, {"connected_at", "connectedAt", As::Time},
          {"disconnected_at", "disconnectedAt", As::Time}, {"disconnected_by", "disconnectedBy"},
          {"account_url", "accountUrl"}, {"invitation_id", "invitationId"}, {"accountants", "accountants", As::Accountants},
          {"first_steps", "firstSteps", As::List}, {"notes", "notes", As::Notes}}},
        {"activity",
         {{"branch_id", "branchId"}, {"at", "at", As::Time}, {"actor_name", "actorName"}, {"action", "action"},
          {"invitation_id", "invitationId"}, {"client_id", "clientId"}, {"detail", "detail"}}},
    };
    return columns;
}

std::string timeAt(const Json &object, const char *member)
{
    const auto time = sandbox::parseRfc3339(sandbox::stringAt(object, member));
    return time ? std::to_string(*time) : std::string();
}

Json listAt(const Json &object, const Column &column)
{
    Json list = Json::array();
    for (const Json &each : object.value(column.member, Json::array())) {
        if (column.as == As::Accountants)
            list.push_back(Json::array({sandbox::stringAt(each, "memberId"), sandbox::stringAt(each, "role")}));
        else if (column.as == As::Notes)
            list.push_back(
                Json::array({sandbox::stringAt(each, "authorName"), timeAt(each, "at"), sandbox::stringAt(each, "text")}));
        else
            list.push_back(each);
    }
    return list;
}

} // namespace

const std::vector<Column> &columnsOf(const std::string &kind)
{
    return all().at(kind);
}

std::string selectOf(const std::string &kind)
{
    std::string sql = "SELECT id";
    for (const Column &column : columnsOf(kind))
        sql += std::string(", ") + column.name;
    return sql + " FROM " + kind;
}

bool isSame(const Column &column, const Json &object, const std::string &value)
{
    switch (column.as) {
    case As::Text:
        return value == sandbox::stringAt(object, column.member);
    case As::Time:
        return value == timeAt(object, column.member);
    case As::Number:
        return value == std::to_string(object.value(column.member, 0LL));
    case As::Flag:
        return value == (object.value(column.member, false) ? "1" : "0");
    case As::Present:
        return value == (sandbox::stringAt(object, column.member).empty() ? "0" : "1");
    case As::List:
    case As::Accountants:
    case As::Notes:
        return Json::parse(value, nullptr, false) == listAt(object, column);
    }
    return false;
}

} // namespace simulation

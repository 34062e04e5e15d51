#include "core/api/readobjects.h"

using namespace Qt::Literals::StringLiterals;

std::optional<Branch> readBranch(const BranchId &id, Version version, JsonReader &in)
{
    Branch branch{
        .id = id,
        .version = version,
        .name = in.text("name"_L1),
        .email = in.text("email"_L1),
        .country = in.text("country"_L1),
        .currency = in.text("currency"_L1),
        .state = branchState(in.text("state"_L1)),
        .permissions = in.texts("permissions"_L1),
    };
    return in.failed() ? std::nullopt : std::optional(std::move(branch));
}

std::optional<Reason> readReason(const ReasonId &id, Version version, JsonReader &in)
{
    Reason reason{
        .id = id,
        .version = version,
        .use = reasonUse(in.text("use"_L1)),
        .label = in.text("label"_L1),
        .description = in.optionalText("description"_L1),
        .order = in.integer("order"_L1),
        .textRequired = in.flag("textRequired"_L1),
    };
    return in.failed() ? std::nullopt : std::optional(std::move(reason));
}

std::optional<Member> readMember(const MemberId &id, Version version, JsonReader &in)
{
    Member member{
        .id = id,
        .version = version,
        .name = in.text("name"_L1),
        .email = in.text("email"_L1),
        .branchIds = in.ids<BranchId>("branchIds"_L1),
    };
    return in.failed() ? std::nullopt : std::optional(std::move(member));
}

std::optional<Activity> readActivity(const ActivityId &id, Version version, JsonReader &in)
{
    const auto branchId = in.id<BranchId>("branchId"_L1);
    if (!branchId)
        return std::nullopt;
    Activity activity{
        .id = id,
        .version = version,
        .branchId = *branchId,
        .at = in.time("at"_L1),
        .actorName = in.text("actorName"_L1),
        .action = activityAction(in.text("action"_L1)),
        .invitationId = in.optionalId<InvitationId>("invitationId"_L1),
        .clientId = in.optionalId<ClientId>("clientId"_L1),
        .detail = in.optionalText("detail"_L1),
    };
    return in.failed() ? std::nullopt : std::optional(std::move(activity));
}

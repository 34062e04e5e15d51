#include "core/api/readobjects.h"

using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<Accountant> readAccountants(JsonReader &in)
{
    std::vector<Accountant> accountants;
    in.each("accountants"_L1, true, [&accountants](JsonReader &each) {
        const auto memberId = each.id<MemberId>("memberId"_L1);
        const QString role = each.text("role"_L1);
        if (memberId)
            accountants.push_back({*memberId, accountantRole(role)});
    });
    return accountants;
}

std::vector<Note> readNotes(JsonReader &in)
{
    std::vector<Note> notes;
    in.each("notes"_L1, false, [&notes](JsonReader &each) {
        notes.push_back({each.text("authorName"_L1), each.time("at"_L1), each.text("text"_L1)});
    });
    return notes;
}

} // namespace

std::optional<Client> readClient(const ClientId &id, Version version, JsonReader &in)
{
    const auto branchId = in.id<BranchId>("branchId"_L1);
    if (!branchId)
        return std::nullopt;
    Client client{
        .id = id,
        .version = version,
        .branchId = *branchId,
        .companyName = in.text("companyName"_L1),
        .ownerName = in.text("ownerName"_L1),
        .ownerEmail = in.text("ownerEmail"_L1),
        .billing = billing(in.text("billing"_L1)),
        .state = clientState(in.text("state"_L1)),
        .connectedAt = in.time("connectedAt"_L1),
        .disconnectedAt = in.optionalTime("disconnectedAt"_L1),
        .disconnectedBy = in.optionalText("disconnectedBy"_L1),
        .accountUrl = in.optionalText("accountUrl"_L1),
        .invitationId = in.optionalId<InvitationId>("invitationId"_L1),
        .accountants = readAccountants(in),
        .firstSteps = in.optionalTexts("firstSteps"_L1),
        .notes = readNotes(in),
    };
    return in.failed() ? std::nullopt : std::optional(std::move(client));
}

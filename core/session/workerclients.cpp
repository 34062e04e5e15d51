#include "core/session/worker.h"

// A client with what belongs to it, and a branch's Client Pays link.

Result<ClientDetails> Worker::clientDetails(const ClientId &id)
{
    if (!m_cache || !m_engine)
        return nobodySignedIn<ClientDetails>();
    const Result<std::optional<Client>> client = m_cache->client(id);
    if (!client)
        return failure(client.error());
    if (!*client)
        return failure(ErrorKind::NotFound, QStringLiteral("client not in the cache"));
    ClientDetails details{.client = **client};
    if (const Result<std::optional<Branch>> branch = m_cache->branch(details.client.branchId))
        details.branch = *branch;
    if (const Result<std::vector<Member>> members = m_cache->members())
        details.members = *members;
    for (const Operation &operation : m_engine->outbox().live()) {
        const ClientId *const decided = decidedClient(operation.decision);
        if (decided && *decided == id)
            details.waiting.push_back(operation);
    }
    if (details.client.invitationId) {
        if (const auto invitation = m_cache->invitation(*details.client.invitationId))
            details.invitation = *invitation;
    }
    if (Result<std::vector<ActivityRow>> activity = m_cache->activityOf(id, ClientDetails::mostActivity))
        details.activity = std::move(*activity);
    for (ActivityRow &row : details.activity)
        row.branchName = details.branch ? details.branch->name : QString();
    return details;
}

void Worker::readLink(const BranchId &branch, std::function<void(const Result<ClientPaysLink> &)> heard)
{
    if (m_engine)
        m_engine->readLink(branch, std::move(heard));
    else
        heard(nobodySignedIn<ClientPaysLink>());
}

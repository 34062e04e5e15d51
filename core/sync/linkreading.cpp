#include "core/sync/syncengine.h"

#include "core/api/codec.h"
#include "core/api/requests.h"

// A branch's Client Pays link: read when it is looked at, and kept nowhere.

void SyncEngine::readLink(const BranchId &branch, std::function<void(const Result<ClientPaysLink> &)> heard)
{
    if (asksNothing() || m_state != Account::Confirmed)
        return heard(failure(ErrorKind::Network, QStringLiteral("nothing is asked now")));
    m_core.ports.transport.send(clientPaysLinkRequest(branch), [this, heard = std::move(heard)](const Response &response) {
        heard(linkHeard(response));
    });
}

Result<ClientPaysLink> SyncEngine::linkHeard(const Response &response)
{
    switch (troubleOf(response)) {
    case Trouble::None:
        break;
    case Trouble::NoAnswer:
    case Trouble::Blocked:
        return failure(ErrorKind::Network, QStringLiteral("no answer of the service"));
    case Trouble::Untrusted:
        return failure(ErrorKind::Untrusted, QStringLiteral("the service's certificate"));
    case Trouble::Service:
        return failure(ErrorKind::ServiceFault, QStringLiteral("status %1").arg(response.status));
    }
    heardClock(response);
    if (response.status == 200 && response.contentType == "application/json")
        return readClientPaysLink(response.body);
    const Result<Problem> problem = readProblem(response.body);
    switch (response.status) {
    case 401:
        accountEnded(Account::SignedOut);
        return failure(ErrorKind::SignedOut, QStringLiteral("401"));
    case 403:
        return failure(ErrorKind::Forbidden, problem ? problem->permission : QString());
    case 404:
        return failure(ErrorKind::NotFound, QStringLiteral("404"));
    case 409:
        return failure(ErrorKind::Conflict, QStringLiteral("409"));
    default:
        return failure(ErrorKind::ServiceFault, QStringLiteral("status %1").arg(response.status));
    }
}

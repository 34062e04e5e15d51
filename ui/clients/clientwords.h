#pragma once

#include "core/domain/changeset.h"

#include <QCoreApplication>

/// What a client's page needs to know beside the client.
struct ClientTerms
{
    std::optional<SessionFacts> account;
    bool isConnected = false; ///< What can't be taken back can be decided
    Instant now{};
};

/// What is said of one client, in words. Service text comes out in one line, made safe to show.
class ClientWords
{
    Q_DECLARE_TR_FUNCTIONS(ClientWords)

public:
    [[nodiscard]] static QString billing(const Word<Billing> &billing);
    /// "connecting · waiting to send", "Disconnected"; empty for an active client.
    [[nodiscard]] static QString state(const ClientRow &client);
    /// The same of a page, which also knows when, by whom, and what waits.
    [[nodiscard]] static QString standing(const ClientDetails &details, Instant now);
    [[nodiscard]] static QString role(const Word<AccountantRole> &role);
    [[nodiscard]] static QString memberName(const ClientDetails &details, const MemberId &id);
    /// Whether nothing can be done with the client any more: its page is read only.
    [[nodiscard]] static bool isOver(const ClientDetails &details);
    /// Why what needs `permission` can't be decided; empty where it can.
    [[nodiscard]] static QString whyNot(const ClientDetails &details, Permission permission);
    [[nodiscard]] static QString whyNotDisconnect(const ClientDetails &details, const ClientTerms &terms);
    /// Whether the person may see it; facts that have not come yet don't forbid anything.
    [[nodiscard]] static bool maySee(const ClientDetails &details, Permission permission);
};

/// Whether one can be sure that what is decided now leaves at once: what a decision needs that can't be taken back.
[[nodiscard]] bool isConnected(const SyncStatus &status);

/// What waits of this kind and is picked by `picks`: the newest, or null.
template <class T, class Pick>
[[nodiscard]] const T *waiting(const ClientDetails &details, Pick picks)
{
    const T *found = nullptr;
    for (const Operation &operation : details.waiting) {
        const T *decision = std::get_if<T>(&operation.decision);
        if (decision && picks(*decision))
            found = decision;
    }
    return found;
}

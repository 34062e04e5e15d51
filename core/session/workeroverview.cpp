#include "core/session/worker.h"

#include <QCollator>

#include <algorithm>

using namespace std::chrono_literals;

namespace {
/// While pages come one after the other, the interface is told four times a second, not after each; more seldom where
/// telling it takes long, so that it never takes more than a fifth of the time.
constexpr Milliseconds publishWhileCatchingUp = 250ms;
constexpr int publishShare = 5;
} // namespace

EngineEvents Worker::engineEvents()
{
    EngineEvents events;
    events.committed = [this](const Touched &touched) { touch(touched); };
    events.statusChanged = [this] { touchStatus(); };
    events.sessionRead = [this](const SessionFacts &facts) {
        m_facts = facts;
        Touched all;
        all.everything = true; // The response target may have changed: every line of due soon and overdue
        touch(all);
    };
    events.anotherAccount = [this](const SessionFacts &facts) { openAccountLater(facts); };
    events.diskFailed = [this](const Error &error) { diskFailed(error); };
    events.diskWorked = [this] { diskWorked(); };
    return events;
}

void Worker::touch(const Touched &touched)
{
    m_touched.add(touched);
    if (touched.branches || touched.everything)
        m_branches.reset();
    if (touched.reasons || touched.everything)
        m_reasons.reset();
    schedulePublish();
}

void Worker::touchStatus()
{
    schedulePublish();
}

void Worker::schedulePublish()
{
    if (m_publishDue)
        return;
    m_publishDue = true;
    const bool catchingUp = m_engine && m_engine->status().connection == Connection::Synchronising;
    const Milliseconds since = m_clock.monotonic() - m_publishedAt;
    const Milliseconds pause = std::max(publishWhileCatchingUp, (publishShare - 1) * m_publishTook);
    const Milliseconds wait = catchingUp ? std::max(Milliseconds(0), pause - since) : 0ms;
    m_publishTimer.start(wait, [this] { publish(); });
}

void Worker::publish()
{
    m_publishDue = false;
    m_publishTimer.stop();
    if (!m_engine)
        return;
    const Milliseconds begun = m_clock.monotonic();
    const Touched touched = std::exchange(m_touched, {});
    ChangeSet changes;
    updateLists(changes, touched);
    changes.invitations = touched.invitationIds;
    changes.overview = readOverview();
    m_publishedAt = m_clock.monotonic();
    m_publishTook = m_publishedAt - begun;
    emit changed(changes, m_engine->now() - m_clock.wall(), m_account);
    reopenIfDamaged();
    if (m_quitting && !m_engine->outbox().somethingWaits())
        endQuit(true);
}

void Worker::minutePassed()
{
    // What is due soon and overdue changes by the minute, with or without a service.
    m_minute.start(60s, [this] {
        tidyNotesDaily();
        schedulePublish();
        minutePassed();
    });
}

Overview Worker::readOverview()
{
    Overview overview;
    overview.account = m_facts;
    if (!m_branches) {
        if (Result<std::vector<Branch>> branches = m_cache->branches()) {
            QCollator collator;
            std::sort(branches->begin(), branches->end(),
                      [&collator](const Branch &a, const Branch &b) { return collator.compare(a.name, b.name) < 0; });
            m_branches = std::move(*branches);
        }
    }
    if (!m_reasons) {
        if (Result<std::vector<Reason>> reasons = m_cache->reasons())
            m_reasons = std::move(*reasons);
    }
    overview.branches = m_branches.value_or(std::vector<Branch>());
    overview.reasons = m_reasons.value_or(std::vector<Reason>());
    if (const Result<Counts> counts = m_cache->counts(m_engine->now(), respondWithinHours()))
        m_counts = *counts;
    else
        fileFailed(counts.error()); // What it shows next is the last that could be read, and that it can't be
    overview.counts = m_counts;
    overview.status = status();
    addOutbox(overview);
    addConnectingClients(overview);
    if (const Result<std::vector<Unreadable>> unreadable = m_cache->unreadable()) {
        for (const Unreadable &object : *unreadable)
            overview.unreadable.push_back({object.kind, object.id, object.reason});
    }
    if (Result<UnknownStates> unknown = m_cache->unknownStates())
        overview.unknownStates = std::move(*unknown);
    overview.trouble = m_trouble;
    return overview;
}

SyncStatus Worker::status() const
{
    SyncStatus status = m_engine->status();
    if (m_options.offline || !m_options.token.isEmpty())
        return status;
    // The engine was told to ask nothing, but not by the person: they can change it by signing in.
    status.connection = Connection::SignedOut;
    status.offlineByChoice = false;
    status.noToken = true;
    return status;
}

OutboxEntry Worker::entryOf(const Operation &operation)
{
    OutboxEntry entry{operation};
    const bool still = operation.state == OperationState::Held || operation.state == OperationState::Ready;
    entry.undoable = still && !operation.maybeApplied;
    entry.holdLeft = m_engine->outbox().holdLeft(operation.id);
    const Connection connection = m_engine->status().connection;
    entry.connecting = connection != Connection::Online && connection != Connection::Synchronising;
    return entry;
}

void Worker::addOutbox(Overview &overview)
{
    for (const Operation &operation : m_engine->outbox().live())
        overview.waiting.push_back(entryOf(operation));
    if (const Result<std::vector<Operation>> attention = m_desk->attention()) {
        for (const Operation &operation : *attention) {
            OutboxEntry entry = entryOf(operation);
            const InvitationId *const id = decidedInvitation(operation.decision);
            if (const auto current = id ? m_cache->invitation(*id) : Result<std::optional<Invitation>>())
                entry.current = *current;
            if (const ClientId *const client = decidedClient(operation.decision))
                entry.client = clientRow(*client);
            entry.currentIsPending = entry.current && entry.current->status == InvitationStatus::Pending;
            overview.attention.push_back(std::move(entry));
        }
    }
    overview.recent = confirmedEntries();
}

std::optional<ClientRow> Worker::clientRow(const ClientId &id)
{
    const Result<std::optional<Client>> read = m_cache->client(id);
    if (!read || !*read)
        return std::nullopt;
    const Client &client = **read;
    ClientRow row{client.id,        {},             client.branchId, {},           client.companyName, client.ownerName,
                  client.ownerEmail, client.billing, client.state,    client.connectedAt, false,        client.accountUrl};
    for (const Branch &branch : m_branches.value_or(std::vector<Branch>())) {
        if (branch.id == client.branchId)
            row.branchName = branch.name;
    }
    const std::vector<Accountant> &accountants = client.accountants;
    row.assignedToMe = std::any_of(accountants.begin(), accountants.end(),
                                   [this](const Accountant &a) { return a.memberId == m_account->userId; });
    return row;
}

std::vector<OutboxEntry> Worker::confirmedEntries()
{
    std::vector<OutboxEntry> entries;
    for (const OperationId &id : m_engine->outbox().confirmed()) {
        const Result<std::optional<Operation>> operation = m_desk->operation(id);
        if (!operation || !*operation)
            continue;
        OutboxEntry entry = entryOf(**operation);
        const InvitationId *const decided = decidedInvitation((*operation)->decision);
        const auto invitation = decided ? m_cache->invitation(*decided) : Result<std::optional<Invitation>>();
        if (invitation && *invitation && (*invitation)->clientId)
            entry.client = clientRow(*(*invitation)->clientId);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void Worker::addConnectingClients(Overview &overview)
{
    for (const OutboxEntry &entry : overview.waiting) {
        if (!std::holds_alternative<AcceptInvitation>(entry.operation.decision))
            continue;
        ++overview.counts.clientsByBranch[entry.operation.reviewed.branchId];
        ++overview.counts.clients;
    }
}

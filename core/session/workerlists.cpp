#include "core/session/worker.h"

#include "core/domain/responseclock.h"

void Worker::openList(const ListQuery &query, quint64 generation)
{
    // A newer request replaces an older one before any work is done for it, or in the middle of it.
    const auto isAbandoned = [this, kind = query.kind, generation] { return !isLatest(kind, generation); };
    if (isAbandoned())
        return;
    m_wanted[static_cast<size_t>(query.kind)] = WantedList{query, generation};
    if (!m_cache)
        return; // Opened with the account
    const ListContext context = listContext();
    Result<std::unique_ptr<ListView>> opened = ListView::open(*m_cache, query, generation, context, isAbandoned);
    if (!opened && isAbandoned())
        return;
    if (!opened)
        return listFailed(opened.error());
    view(query.kind) = std::move(*opened);
    ListView &list = *view(query.kind);
    Result<RowPage> first = list.rows(0, 64, context);
    if (!first)
        return listFailed(first.error());
    emit listOpened(ListOpened{query, generation, list.size(), list.limited(), std::move(first->rows)});
    if (list.limited()) {
        const ListKind kind = query.kind;
        QMetaObject::invokeMethod(this, [this, kind, generation] { finishList(kind, generation); }, Qt::QueuedConnection);
    }
}

bool Worker::isLatest(ListKind kind, quint64 generation) const
{
    return (*m_latest)[static_cast<size_t>(kind)].load() == generation;
}

void Worker::openWantedLists()
{
    const auto wanted = m_wanted;
    for (const std::optional<WantedList> &list : wanted) {
        if (list)
            openList(list->query, list->generation);
    }
}

void Worker::finishList(ListKind kind, quint64 generation)
{
    const auto isAbandoned = [this, kind, generation] { return !isLatest(kind, generation); };
    if (!view(kind) || view(kind)->generation() != generation || !view(kind)->limited() || isAbandoned())
        return;
    Result<ListDiff> diff = view(kind)->finish(listContext(), isAbandoned);
    if (!diff && isAbandoned())
        return;
    if (!diff)
        return listFailed(diff.error());
    ChangeSet changes;
    changes.lists.push_back(std::move(*diff));
    emit changed(changes, m_engine ? m_engine->now() - m_clock.wall() : Milliseconds(0), m_account);
}

void Worker::closeList(ListKind kind)
{
    m_wanted[static_cast<size_t>(kind)].reset();
    view(kind).reset();
}

void Worker::loadRows(ListKind kind, quint64 generation, qsizetype first, qsizetype count)
{
    if (!view(kind) || view(kind)->generation() != generation)
        return;
    const Result<RowPage> page = view(kind)->rows(first, count, listContext());
    if (page)
        emit rowsLoaded(*page);
    else
        listFailed(page.error());
}

Result<qsizetype> Worker::findInvitation(const InvitationId &id)
{
    return findIn(ListKind::Invitations, id);
}

Result<qsizetype> Worker::findInHistory(const InvitationId &id)
{
    return findIn(ListKind::History, id);
}

Result<qsizetype> Worker::findIn(ListKind kind, const InvitationId &id)
{
    if (!view(kind))
        return -1;
    const Result<qsizetype> position = view(kind)->positionOf(id);
    if (!position || *position >= 0 || !view(kind)->limited())
        return position;
    finishList(kind, view(kind)->generation()); // It may stand in what isn't read yet
    return view(kind)->positionOf(id);
}

Result<qsizetype> Worker::findClient(const ClientId &id)
{
    if (!view(ListKind::Clients))
        return -1;
    return view(ListKind::Clients)->positionOf(id);
}

Result<InvitationDetails> Worker::details(const InvitationId &id)
{
    if (!m_cache)
        return nobodySignedIn<InvitationDetails>();
    const Result<std::optional<Invitation>> invitation = m_cache->invitation(id);
    if (!invitation)
        return failure(invitation.error());
    if (!*invitation)
        return failure(ErrorKind::NotFound, QStringLiteral("invitation not in the cache"));
    InvitationDetails details{**invitation, {}, dueAt((*invitation)->sentAt, respondWithinHours()), {}, {}};
    if (const Result<std::optional<Branch>> branch = m_cache->branch(details.invitation.branchId))
        details.branch = *branch;
    if (const Result<std::optional<Operation>> operation = m_desk->operationFor(id))
        details.operation = *operation;
    if (const Result<QString> note = m_desk->note(id))
        details.note = *note;
    if (const Result<std::vector<Reason>> reasons = m_cache->reasons(); reasons && details.invitation.reasonId) {
        for (const Reason &reason : *reasons) {
            if (reason.id == *details.invitation.reasonId)
                details.reasonLabel = reason.label;
        }
    }
    details.dealings = dealings(details.invitation);
    return details;
}

std::optional<Dealings> Worker::dealings(const Invitation &invitation)
{
    Result<Dealings> dealings = m_cache->dealings(invitation);
    if (!dealings) {
        fileFailed(dealings.error());
        return std::nullopt;
    }
    const ListContext context = listContext();
    for (Dealing &dealing : dealings->newest) {
        const auto decided = dealing.invitationId ? context.decided.find(*dealing.invitationId) : context.decided.end();
        if (decided != context.decided.end())
            dealing.local = decided->second;
    }
    return *dealings;
}

void Worker::listFailed(const Error &error)
{
    m_listsFailed = true;
    fileFailed(error);
}

void Worker::updateLists(ChangeSet &changes, const Touched &touched)
{
    const ListContext context = listContext();
    for (const std::unique_ptr<ListView> &list : m_views) {
        if (!list)
            continue;
        Result<ListDiff> diff = list->update(touched, context);
        if (diff && !diff->steps.empty())
            changes.lists.push_back(std::move(*diff));
        else if (!diff)
            listFailed(diff.error());
    }
}

int Worker::respondWithinHours() const
{
    return m_facts ? m_facts->respondWithinHours : 48;
}

ListContext Worker::listContext()
{
    ListContext context;
    context.now = m_engine ? m_engine->now() : m_clock.wall();
    context.respondWithinHours = respondWithinHours();
    context.noted = &m_noted;
    if (m_account)
        context.me = m_account->userId;
    if (!m_engine)
        return context;
    for (const Operation &operation : m_engine->outbox().live()) {
        if (std::holds_alternative<AcceptInvitation>(operation.decision))
            context.connecting.push_back(operation);
        const InvitationId *const id = decidedInvitation(operation.decision);
        const std::optional<LocalDecision> decision = localDecision(operation);
        if (id && decision)
            context.decided.insert_or_assign(*id, *decision);
    }
    return context;
}

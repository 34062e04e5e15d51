#include "tests/kills/decider.h"

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

Decider::Decider(Session &session, quint32 seed, int decisions)
    : m_session(session), m_random(seed), m_decisionsLeft(decisions), m_out(stdout)
{
    connect(&session, &Session::listOpened, this, &Decider::take);
    session.openList({.kind = ListKind::Invitations, .branch = {}, .search = {}});
}

void Decider::take(const ListOpened &list)
{
    m_toDecide.clear();
    for (const Row &row : list.firstRows) {
        if (const auto *const invitation = std::get_if<InvitationRow>(&row))
            m_toDecide.push_back(invitation->id);
    }
    for (int parallel = 0; parallel < 3; ++parallel)
        more();
}

void Decider::more()
{
    if (m_toDecide.empty()) {
        m_session.openList({.kind = ListKind::Invitations, .branch = {}, .search = {}});
        return;
    }
    const auto chosen = m_toDecide.begin() + below(static_cast<quint32>(m_toDecide.size()));
    const InvitationId id = *chosen;
    m_toDecide.erase(chosen);
    decideOn(id);
}

void Decider::decideOn(const InvitationId &id)
{
    m_session.loadDetails(id, this, [this](const Result<InvitationDetails> &details) {
        if (details)
            decide(*details);
        else
            more();
    });
}

void Decider::decide(const InvitationDetails &details)
{
    if (m_decisionsLeft == 0)
        return;
    --m_decisionsLeft;
    m_session.decide(drawDecision(details.invitation), std::nullopt, this, [this](const Result<Operation> &operation) {
        if (operation)
            kept(*operation);
        else
            ++m_decisionsLeft;
        more();
    });
}

Decision Decider::drawDecision(const Invitation &invitation)
{
    std::vector<Reason> reasons = m_session.overview().reasons;
    std::erase_if(reasons, [](const Reason &reason) { return reason.use != ReasonUse::Rejection; });
    if (reasons.empty() || below(2) == 0)
        return AcceptInvitation{invitation.id, invitation.revision};
    const Reason &reason = reasons[below(static_cast<quint32>(reasons.size()))];
    return RejectInvitation{invitation.id, invitation.revision, reason.id,
                            reason.textRequired ? u"Said in our own words"_s : QString(),
                            below(2) == 0 ? u"Grüße, 你好, and goodbye"_s : QString()};
}

void Decider::kept(const Operation &operation)
{
    say(u"kept %1 %2"_s.arg(operation.id.text(), decidedInvitation(operation.decision)->text()));
    if (below(4) == 0)
        maybeUndo(operation.id);
}

void Decider::maybeUndo(const OperationId &id)
{
    say(u"undoing %1"_s.arg(id.text()));
    m_session.undo(id, this, [this, id](const Result<void> &undone) {
        if (undone)
            say(u"undone %1"_s.arg(id.text()));
    });
}

void Decider::say(const QString &line)
{
    m_out << line << Qt::endl; // Flushed: what was told must outlive a SIGKILL
}

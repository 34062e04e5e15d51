#pragma once

#include "core/session/session.h"

#include <QTextStream>

#include <vector>
#include <random>

/// An accountant without patience: decides on whatever the list shows, at random, at most `decisions` times in one run (who
/// has no bound decides more the slower the computer is to kill it, until nothing is left), takes some of it back, and says on
/// standard output what the session has told to be kept, a line each, flushed:
///
///     kept OPERATION INVITATION     the session said that the decision is kept
///     undoing OPERATION             about to be taken back: from here on either outcome is right
///     undone OPERATION              the session said that it was taken back
///
/// Thread: that of the session's interface.
class Decider final : public QObject
{
    Q_OBJECT

public:
    Decider(Session &session, quint32 seed, int decisions);

private:
    void take(const ListOpened &list);
    void more();
    void decideOn(const InvitationId &id);
    void decide(const InvitationDetails &details);
    void kept(const Operation &operation);
    void maybeUndo(const OperationId &id);
    [[nodiscard]] Decision drawDecision(const Invitation &invitation);
    [[nodiscard]] quint32 below(quint32 bound) { return static_cast<quint32>(m_random() % bound); }
    void say(const QString &line);

    Session &m_session;
    std::mt19937 m_random; ///< Its numbers are the same on every platform; the standard's distributions are not
    int m_decisionsLeft;
    std::vector<InvitationId> m_toDecide;
    QTextStream m_out;
};

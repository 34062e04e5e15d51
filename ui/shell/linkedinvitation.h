#pragma once

#include "core/session/session.h"

class MainWindow;

/// An invitation that a link or another start of the program names: selected as soon as there is an account with its
/// invitations to select it in. No more than that: nothing is decided or opened, and under an open dialog nothing moves.
class LinkedInvitation final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    LinkedInvitation(Session &session, MainWindow &window);

    void select(const InvitationId &id);

private:
    void selectWhenReady();

    Session &m_session;
    MainWindow &m_window;
    std::optional<InvitationId> m_wanted;
};

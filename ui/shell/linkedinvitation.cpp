#include "ui/shell/linkedinvitation.h"

#include "ui/shell/mainwindow.h"

#include <QApplication>

LinkedInvitation::LinkedInvitation(Session &session, MainWindow &window)
    : m_session(session)
    , m_window(window)
{
    connect(&m_session, &Session::signInStateChanged, this, &LinkedInvitation::selectWhenReady);
    connect(&m_session, &Session::changed, this, &LinkedInvitation::selectWhenReady);
}

void LinkedInvitation::select(const InvitationId &id)
{
    // What a person is deciding or writing stands: a stranger's link does not move what is behind it.
    if (QApplication::activeModalWidget())
        return;
    m_wanted = id;
    selectWhenReady();
}

void LinkedInvitation::selectWhenReady()
{
    const bool ready = m_session.signInState() == SignInState::SignedIn && m_session.overview().account &&
                       !m_session.overview().status.firstSync;
    if (!m_wanted || !ready)
        return;
    const InvitationId id = *m_wanted;
    m_wanted.reset();
    if (!QApplication::activeModalWidget())
        m_window.showInvitation(id);
}

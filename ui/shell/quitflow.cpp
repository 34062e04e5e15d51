#include "ui/shell/quitflow.h"

#include "ui/shell/quitdialog.h"

namespace {

bool canSend(const SyncStatus &status)
{
    if (status.offlineByChoice)
        return false;
    switch (status.connection) {
    case Connection::Starting:
    case Connection::Synchronising:
    case Connection::Online:
    case Connection::ServiceTrouble:
        return true;
    case Connection::Offline:
    case Connection::Blocked:
    case Connection::Untrusted:
    case Connection::SignedOut:
    case Connection::TooOld:
        return false;
    }
    return false;
}

Unsent unsentOf(const Overview &overview)
{
    Unsent unsent;
    unsent.canSend = canSend(overview.status);
    for (const OutboxEntry &entry : overview.waiting) {
        const Operation &operation = entry.operation;
        const bool mayHaveLeft = operation.maybeApplied || operation.state == OperationState::Inflight;
        ++(mayHaveLeft ? unsent.notConfirmed : unsent.notSent);
        unsent.asksAgain = unsent.asksAgain || (!mayHaveLeft && needsConnection(operation.decision));
    }
    return unsent;
}

} // namespace

QuitFlow::QuitFlow(Session &session, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
{
    connect(&m_session, &Session::readyToQuit, this, [this] {
        m_done = true;
        if (m_dialog)
            m_dialog->close();
        emit finished();
    });
    connect(&m_session, &Session::changed, this, &QuitFlow::follow);
}

void QuitFlow::begin()
{
    if (m_leaving || m_dialog)
        return;
    if (m_session.overview().waiting.empty())
        leave(QuitAnswer::QuitSendNextTime);
    else
        ask();
}

void QuitFlow::ask()
{
    const Overview &overview = m_session.overview();
    m_attention = overview.attention.size();
    m_dialog = new QuitDialog(unsentOf(overview), &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QuitDialog::answered, this, &QuitFlow::leave);
    m_dialog->open();
}

void QuitFlow::follow()
{
    if (!m_dialog || m_leaving)
        return;
    const Overview &overview = m_session.overview();
    Unsent unsent = unsentOf(overview);
    unsent.cameBack = overview.attention.size() > m_attention;
    m_dialog->setUnsent(unsent);
}

void QuitFlow::leave(QuitAnswer answer)
{
    if (m_leaving)
        return;
    m_leaving = true;
    if (m_dialog && answer == QuitAnswer::SendNowAndQuit)
        m_dialog->showSending();
    m_session.prepareToQuit(answer);
}

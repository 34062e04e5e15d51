#include "ui/clients/clientflow.h"

#include "ui/clients/disconnectdialog.h"
#include "ui/common/sentences.h"

#include <utility>

ClientFlow::ClientFlow(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
    m_person.changes(m_session.overview().account);
    connect(&m_session, &Session::changed, this, [this](const ChangeSet &changes) {
        // What one person was about to decide is not another's decision, whatever the dialog waits for.
        if (m_person.changes(m_session.overview().account) && m_dialog)
            std::exchange(m_dialog, nullptr)->done(QDialog::Rejected);
        if (!m_dialog || !changes.overview)
            return;
        m_dialog->takeReasons(changes.overview->reasons);
        m_dialog->setCurrent(m_dialog->details(), terms());
    });
}

ClientTerms ClientFlow::terms() const
{
    const Overview &overview = m_session.overview();
    return {overview.account, isConnected(overview.status), m_session.now()};
}

void ClientFlow::decide(const Decision &decision)
{
    m_session.decide(decision, {}, this, [this, decision](const Result<Operation> &kept) {
        emit answered(decision, kept ? QString() : Sentences::notKept(kept.error(), decision));
    });
}

void ClientFlow::disconnectClient(const ClientDetails &details)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new DisconnectDialog(details, m_session.overview().reasons, terms(), m_window);
    connect(m_dialog, &DisconnectDialog::confirmed, this, &ClientFlow::keepDisconnection);
    m_dialog->open();
}

void ClientFlow::keepDisconnection(const Decision &decision)
{
    m_dialog->setKeeping(true);
    m_session.decide(decision, {}, m_dialog, [this, decision, asked = m_dialog](const Result<Operation> &kept) {
        if (!m_dialog || m_dialog != asked)
            return;
        if (!kept)
            return m_dialog->sayTrouble(Sentences::notKept(kept.error(), decision));
        m_dialog->setKeeping(false);
        m_dialog->accept();
        m_dialog = nullptr;
    });
}

void ClientFlow::setCurrent(const ClientDetails &details)
{
    if (m_dialog && m_dialog->details().client.id == details.client.id)
        m_dialog->setCurrent(details, terms());
}

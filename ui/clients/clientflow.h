#pragma once

#include "core/session/session.h"
#include "ui/clients/clientwords.h"
#include "ui/common/shownperson.h"

#include <QPointer>

class DisconnectDialog;

/// From what is wanted with a client to a decision that is kept: has the session keep it, says what became of it, and
/// opens 'Disconnect Client'. One dialog at a time.
class ClientFlow final : public QObject
{
    Q_OBJECT

public:
    ClientFlow(Session &session, QWidget *window);

    [[nodiscard]] ClientTerms terms() const;
    void decide(const Decision &decision);
    void disconnectClient(const ClientDetails &details);
    /// What is known of a client now: an open dialog about it is told.
    void setCurrent(const ClientDetails &details);

signals:
    /// Empty `trouble`: it was kept.
    void answered(const Decision &decision, const QString &trouble);

private:
    void keepDisconnection(const Decision &decision);

    Session &m_session;
    QWidget *m_window;
    QPointer<DisconnectDialog> m_dialog;
    ShownPerson m_person;
};

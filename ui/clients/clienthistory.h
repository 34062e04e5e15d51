#pragma once

#include "ui/clients/clientwords.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;
class WrapLabel;

/// Where a client comes from, and what has happened with it: its invitation, and its newest activity.
class ClientHistory final : public QWidget
{
    Q_OBJECT

public:
    explicit ClientHistory(QWidget *parent);

    void showClient(const ClientDetails &details, Instant now);

signals:
    /// To see it in History.
    void invitationAsked(const InvitationId &id);

private:
    void showInvitation(const ClientDetails &details, Instant now);
    void showActivity(const ClientDetails &details, Instant now);

    std::optional<InvitationId> m_invitation;
    QStringList m_shown; ///< The activity's lines
    WrapLabel *m_outcome;
    QPushButton *m_show;
    WrapLabel *m_about;
    QVBoxLayout *m_lines;
};

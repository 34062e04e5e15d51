#pragma once

#include "ui/common/rowlist.h"

#include <QTimer>

class InvitationDelegate;
class InvitationsModel;

/// The list of Client Invitations. A accepts, R rejects, Space goes to the details.
class InvitationView final : public RowList
{
    Q_OBJECT

public:
    InvitationView(InvitationsModel &model, QWidget *parent);

    void setShowsBranch(bool shows);

signals:
    void acceptAsked();
    void rejectAsked();
    void detailsAsked();
    /// Relative times have become others.
    void minuteTurned();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void awaitMinute();

    InvitationsModel &m_model;
    InvitationDelegate *m_delegate;
    QTimer m_minute;
};

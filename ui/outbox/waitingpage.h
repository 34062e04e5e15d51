#pragma once

#include "core/session/session.h"

#include <QWidget>

class EntryList;
class NoticeBar;
class OutboxModel;
class QPushButton;
class QStackedWidget;
class QuietLabel;
class StatePanel;

/// Waiting to send: every decision that has not reached the service, of all branches.
class WaitingPage final : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingPage(Session &session, QWidget *parent = nullptr);

private:
    void build();
    void showOverview(const Overview &overview);
    void undo(const OperationId &id);

    Session &m_session;
    OutboxModel *m_model;
    QuietLabel *m_summary;
    QPushButton *m_sendNow;
    NoticeBar *m_notice;
    EntryList *m_list;
    StatePanel *m_empty;
    QStackedWidget *m_stack;
};

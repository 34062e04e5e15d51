#pragma once

#include "core/session/session.h"

#include <QWidget>

class AttentionCard;
class EntryList;
class OutboxModel;
class QStackedWidget;
class QuietLabel;
class StatePanel;
class UnknownCards;
class UnreadableCards;
enum class NextStep;

/// Needs attention: what did not go as confirmed, with the accountant's own words and the next steps.
class AttentionPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionPage(Session &session, QWidget *parent = nullptr);

signals:
    void reviewAsked(const InvitationId &id);
    void editAsked(const Operation &operation);
    void clientAsked(const ClientId &id);

private:
    void build();
    void showOverview(const Overview &overview);
    void take(AttentionCard *card, NextStep step, const OutboxEntry &entry);
    void dismiss(AttentionCard *card, const OperationId &id);

    Session &m_session;
    OutboxModel *m_model;
    QuietLabel *m_summary;
    EntryList *m_list;
    UnknownCards *m_unknown;
    UnreadableCards *m_unreadable;
    StatePanel *m_empty;
    QStackedWidget *m_stack;
};

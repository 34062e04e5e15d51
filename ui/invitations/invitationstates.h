#pragma once

#include "core/domain/lists.h"
#include "ui/common/liststate.h"
#include "ui/common/statepanel.h"

#include <QTimer>

class EmptyHelp;

/// In the place of the list where there is nothing to list: what is so, and what to do next.
class InvitationStates final : public StatePanel
{
    Q_OBJECT

public:
    explicit InvitationStates(QWidget *parent);

    void showState(ListState state, const ListQuery &query, const Overview &overview);

signals:
    void refreshAsked();
    void clearAsked();
    /// To look for it on every branch and in every state.
    void finderAsked();

private:
    void fill(const ListQuery &query, const Overview &overview);
    void sayEmpty(const ListQuery &query, const Overview &overview);
    void sayNoMatch(const ListQuery &query, const Overview &overview);
    void offer(const QString &objectName, const QString &text, void (InvitationStates::*asked)());

    EmptyHelp *m_help;
    std::optional<ListState> m_state;
    QTimer m_patience; ///< What takes under 300 ms is not said
};

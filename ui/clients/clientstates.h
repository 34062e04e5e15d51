#pragma once

#include "core/domain/overview.h"
#include "ui/common/liststate.h"
#include "ui/common/statepanel.h"

/// In the place of the list of clients where there is nothing to list.
class ClientStates final : public StatePanel
{
    Q_OBJECT

public:
    explicit ClientStates(QWidget *parent);

    void showState(ListState state, const ListQuery &query, const Overview &overview, Instant now);

signals:
    void refreshAsked();
    /// To add a client.
    void addAsked();

private:
    void offerNext(ListState state);

    std::optional<ListState> m_state;
};

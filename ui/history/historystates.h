#pragma once

#include "core/domain/overview.h"
#include "ui/common/liststate.h"
#include "ui/common/statepanel.h"

/// In the place of History's list where there is nothing to list.
class HistoryStates final : public StatePanel
{
    Q_OBJECT

public:
    explicit HistoryStates(QWidget *parent);

    void showState(ListState state, const ListQuery &query, const Overview &overview, Instant now);

signals:
    void refreshAsked();
    void clearAsked();
    void finderAsked();

private:
    void offerNext(ListState state);
    void sayNoMatch(const ListQuery &query, const Overview &overview);

    std::optional<ListState> m_state;
};

#pragma once

#include "core/session/session.h"
#include "ui/common/liststate.h"

#include <QTimer>
#include <QWidget>

class ActivityModel;
class QStackedWidget;
class RowList;
class SearchField;
class StatePanel;

/// Activity: what happened on the branch, for those who may see it.
class ActivityPage final : public QWidget
{
    Q_OBJECT

public:
    ActivityPage(Session &session, QWidget *parent);

    /// Empty: all branches.
    void setBranch(const std::optional<BranchId> &branch);
    void focusSearch();

signals:
    /// To write what is here into a file or on paper.
    void evidenceAsked();

private:
    void lay();
    void openView();
    void updateStates();
    void say(ListState state);

    Session &m_session;
    ActivityModel *m_model;
    SearchField *m_search;
    QStackedWidget *m_stack;
    RowList *m_list;
    StatePanel *m_states;
    QTimer m_minute;
    std::optional<BranchId> m_branch;
};

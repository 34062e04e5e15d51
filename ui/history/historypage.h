#pragma once

#include "core/session/session.h"

#include <QWidget>

class DetailsPane;
class HistoryBar;
class HistoryDelegate;
class HistoryModel;
class HistoryStates;
class HistoryView;
class QSplitter;
class QStackedWidget;
class SelectedHistory;

/// History: every invitation of the branch in any state, with who decided, when and why.
class HistoryPage final : public QWidget
{
    Q_OBJECT

public:
    HistoryPage(Session &session, QWidget *parent);

    /// Empty: all branches.
    void setBranch(const std::optional<BranchId> &branch);
    void focusSearch();
    /// Whatever is listed now.
    void showInvitation(const InvitationId &id);

signals:
    /// `words`: that were searched for here.
    void finderAsked(const QString &words);
    /// To write what is here into a file or on paper.
    void evidenceAsked();
    /// It can still be decided: there.
    void decidingAsked(const InvitationId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeListSide();
    void connectParts();
    void openView();
    void updateStates();

    Session &m_session;
    HistoryModel *m_model;
    QSplitter *m_splitter;
    HistoryBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    HistoryView *m_list = nullptr;
    HistoryDelegate *m_delegate = nullptr;
    HistoryStates *m_states = nullptr;
    DetailsPane *m_details = nullptr;
    SelectedHistory *m_selected = nullptr;
    std::optional<BranchId> m_branch;
};

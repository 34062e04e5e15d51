#pragma once

#include "core/session/session.h"
#include "ui/common/liststate.h"

#include <QDate>
#include <QTimer>
#include <QWidget>

class BarChart;
class InsightBlock;
class QComboBox;
class QScrollArea;
class QStackedWidget;
class StatePanel;
class WrapLabel;

/// Insight: what came to the branch, what became of it, how long an answer took and why it was no.
class InsightPage final : public QWidget
{
    Q_OBJECT

public:
    InsightPage(Session &session, QWidget *parent);

    /// Empty: all branches.
    void setBranch(const std::optional<BranchId> &branch);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeContent();
    void load();
    /// Soon, once for many changes, and only while somebody looks.
    void loadLater();
    [[nodiscard]] bool changesFigures(const ChangeSet &changes);
    void take(const Result<Insight> &insight);
    void showFigures();
    void updateStates();
    void say(ListState state);

    Session &m_session;
    std::optional<BranchId> m_branch;
    std::vector<QDate> m_months;
    std::optional<Insight> m_insight;
    bool m_failed = false;
    bool m_due = true; ///< Something changed since it was asked for
    quint64 m_asked = 0;
    QTimer m_soon;
    // As last told: what the figures are made of changes with them, also where no single invitation is named.
    Counts m_counts;
    std::vector<Branch> m_branches;
    std::vector<Reason> m_knownReasons;
    QComboBox *m_period = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePanel *m_states = nullptr;
    QScrollArea *m_scroll = nullptr;
    WrapLabel *m_summary = nullptr;
    WrapLabel *m_median = nullptr;
    WrapLabel *m_unknown = nullptr;
    InsightBlock *m_byMonth = nullptr;
    InsightBlock *m_byBranch = nullptr;
    InsightBlock *m_reasons = nullptr;
    BarChart *m_monthStates = nullptr;
    BarChart *m_monthOrigins = nullptr;
    BarChart *m_monthTimes = nullptr;
    BarChart *m_branchStates = nullptr;
    BarChart *m_branchTimes = nullptr;
    BarChart *m_reasonCounts = nullptr;
};

#pragma once

#include "core/domain/overview.h"
#include "ui/shell/section.h"

#include <QWidget>

class BranchSelector;
class ElidedLabel;
class QListView;
class QToolButton;
class SidebarDelegate;
class SidebarModel;
class SyncStatusButton;

/// The left pane: practice and branch, the sections with their badges, how the service is being reached. As a rail, for
/// narrow windows, it shows icons only, and a button opens it.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent);

    void setOverview(const Overview &overview, Instant now);
    void showSection(Section section);
    void chooseBranch(const std::optional<BranchId> &branch);
    /// The chosen branch is none of those that have come.
    [[nodiscard]] bool hasStrayBranch() const;
    void focusSections();
    [[nodiscard]] Section section() const;
    [[nodiscard]] const std::optional<BranchId> &branch() const;
    /// Narrow windows have a rail; `wide` windows never.
    void setNarrow(bool narrow);
    [[nodiscard]] bool isRail() const { return m_narrow && !m_opened; }

    static constexpr int railWidth = 60;
    static constexpr int leastWidth = 190;

signals:
    void sectionChosen(Section section);
    /// By the mouse, which leaves the sections: by the keyboard one may go on to the next.
    void sectionClicked();
    void branchChosen(const std::optional<BranchId> &branch);
    void refreshAsked();
    /// A rail became a pane or the other way round.
    void railChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void dress();
    void takeRow(const QModelIndex &index);
    void toggle();

    SidebarModel *m_model;
    SidebarDelegate *m_delegate;
    QToolButton *m_menu;
    ElidedLabel *m_practice;
    BranchSelector *m_branches;
    QListView *m_list;
    SyncStatusButton *m_status;
    std::optional<Overview> m_overview;
    bool m_narrow = false;
    bool m_opened = false;
};

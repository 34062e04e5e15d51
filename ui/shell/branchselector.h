#pragma once

#include "core/domain/branch.h"

#include <QComboBox>

#include <optional>

/// All branches, or one.
class BranchSelector final : public QComboBox
{
    Q_OBJECT

public:
    explicit BranchSelector(QWidget *parent);

    /// What is chosen stays chosen, also while it is not in the list (its facts may not have come yet).
    void setBranches(const std::vector<Branch> &branches);
    void choose(const std::optional<BranchId> &branch);
    [[nodiscard]] const std::optional<BranchId> &branch() const { return m_branch; }
    /// The chosen branch is none of these.
    [[nodiscard]] bool isStray() const { return m_branch && currentIndex() < 0; }

signals:
    /// A person chose it.
    void chosen(const std::optional<BranchId> &branch);

private:
    void takeChoice(int row);
    void showChoice();

    std::vector<Branch> m_branches;
    std::optional<BranchId> m_branch;
};

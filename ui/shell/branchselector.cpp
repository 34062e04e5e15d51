#include "ui/shell/branchselector.h"

#include "ui/common/plaintext.h"
#include "ui/common/spokencombo.h"

#include <QSignalBlocker>

#include <algorithm>

namespace {

bool sameShown(const std::vector<Branch> &a, const std::vector<Branch> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Branch &x, const Branch &y) {
        return x.id == y.id && x.name == y.name && x.state == y.state && x.email == y.email;
    });
}

} // namespace

BranchSelector::BranchSelector(QWidget *parent)
    : QComboBox((speakComboBoxes(), parent)) // Before its own first event
{
    setObjectName(QStringLiteral("branchSelector"));
    setAccessibleName(tr("Branch"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    addItem(tr("All branches"));
    connect(this, &QComboBox::activated, this, &BranchSelector::takeChoice);
}

void BranchSelector::setBranches(const std::vector<Branch> &branches)
{
    if (sameShown(branches, m_branches))
        return;
    m_branches = branches;
    const QSignalBlocker quiet(this);
    while (count() > 1)
        removeItem(count() - 1);
    for (const Branch &branch : m_branches) {
        const QString name = branchLine(branch.name);
        addItem(branch.state == BranchState::Closed ? tr("%1 (closed)").arg(name) : name);
        // Two branches may share a name: the address tells them apart.
        setItemData(count() - 1, plainToolTip(tr("%1 · %2").arg(name, oneLine(branch.email))), Qt::ToolTipRole);
    }
    showChoice();
}

void BranchSelector::choose(const std::optional<BranchId> &branch)
{
    m_branch = branch;
    showChoice();
}

void BranchSelector::showChoice()
{
    const auto at = std::find_if(m_branches.begin(), m_branches.end(),
                                 [this](const Branch &branch) { return m_branch && branch.id == *m_branch; });
    const QSignalBlocker quiet(this);
    if (at != m_branches.end())
        setCurrentIndex(int(at - m_branches.begin()) + 1);
    else
        setCurrentIndex(m_branch ? -1 : 0);
    setPlainToolTip(*this, currentText());
}

void BranchSelector::takeChoice(int row)
{
    if (row <= 0)
        m_branch.reset();
    else
        m_branch = m_branches[size_t(row) - 1].id;
    setPlainToolTip(*this, currentText());
    emit chosen(m_branch);
}

#pragma once

#include "core/domain/branch.h"
#include "ui/invitations/clientletters.h"

#include <QWidget>

class MessageCard;
class QComboBox;
class QPushButton;
class WrapLabel;

/// A reply to who says that they sent an invitation: names the address of the branch that a person picks.
class FinderReply final : public QWidget
{
    Q_OBJECT

public:
    explicit FinderReply(QWidget *parent);

    /// `chosen`: which of them is offered first. Branches that can't be invited are left out.
    void setBranches(const std::vector<Branch> &branches, const std::optional<BranchId> &chosen);
    void setSender(const ClientLetters::Sender &sender);
    /// Something was found, but nothing that is pending.
    void setFound(bool found);

private:
    [[nodiscard]] const Branch *chosenBranch() const;
    void write();
    void copy();

    std::vector<Branch> m_branches;
    ClientLetters::Sender m_sender;
    bool m_found = false;
    QWidget *m_whose;
    QComboBox *m_branch;
    MessageCard *m_text;
    QPushButton *m_copy;
    WrapLabel *m_said;
};

#include "ui/history/finderreply.h"

#include "ui/common/announce.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/spokencombo.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/messagecard.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

FinderReply::FinderReply(QWidget *parent)
    : QWidget(parent)
    , m_whose(new QWidget(this))
    , m_branch(new QComboBox((speakComboBoxes(), m_whose))) // Before its own first event
    , m_text(new MessageCard(QStringLiteral("replyText"), 16, this))
    , m_copy(new QPushButton(tr("Copy the Reply"), this))
    , m_said(new WrapLabel(QStringLiteral("replyCopied"), this))
{
    setObjectName(QStringLiteral("finderReply"));
    auto *caption = new WrapLabel(QStringLiteral("replyCaption"), this);
    caption->setText(tr("A reply to copy"));
    caption->setFont(themeFont(*this, 0, true));
    auto *which = new QuietLabel(QStringLiteral("replyBranchCaption"), m_whose);
    which->setText(tr("They want to be clients of"));
    which->setBuddy(m_branch);
    m_branch->setObjectName(QStringLiteral("replyBranch"));
    m_branch->setAccessibleName(tr("Branch that the reply names"));
    m_branch->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_branch->setMinimumContentsLength(12);
    m_text->setAccessibleName(tr("Reply"));
    m_copy->setObjectName(QStringLiteral("copyReply"));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setAutoDefault(false);
    m_said->setQuiet();
    m_said->hide();
    auto *line = new QHBoxLayout(m_whose);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Measure::gap);
    line->addWidget(which);
    line->addWidget(m_branch, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measure::gap);
    layout->addWidget(caption);
    layout->addWidget(m_whose);
    layout->addWidget(m_text);
    layout->addWidget(m_copy, 0, Qt::AlignLeading);
    layout->addWidget(m_said);
    connect(m_branch, &QComboBox::activated, this, &FinderReply::write);
    connect(m_copy, &QPushButton::clicked, this, &FinderReply::copy);
}

void FinderReply::setBranches(const std::vector<Branch> &branches, const std::optional<BranchId> &chosen)
{
    std::vector<Branch> open;
    std::copy_if(branches.begin(), branches.end(), std::back_inserter(open),
                 [](const Branch &branch) { return branch.state != BranchState::Closed && !isBlank(branch.email); });
    if (open == m_branches)
        return;
    const Branch *before = chosenBranch();
    const std::optional<BranchId> wanted = before ? std::optional(before->id) : chosen;
    m_branches = std::move(open);
    m_branch->clear();
    int current = 0;
    for (const Branch &branch : m_branches) {
        if (wanted == branch.id)
            current = m_branch->count();
        // Two branches may share a name: the address tells them apart.
        m_branch->addItem(
            tr("%1 · %2", "branch, its address").arg(branchLine(branch.name), oneLine(branch.email, 320)));
    }
    m_branch->setCurrentIndex(m_branches.empty() ? -1 : current);
    m_whose->setVisible(m_branches.size() > 1);
    write();
}

void FinderReply::setSender(const ClientLetters::Sender &sender)
{
    m_sender = sender;
    write();
}

void FinderReply::setFound(bool found)
{
    m_found = found;
    write();
}

const Branch *FinderReply::chosenBranch() const
{
    const int row = m_branch->currentIndex();
    return row >= 0 && size_t(row) < m_branches.size() ? &m_branches[size_t(row)] : nullptr;
}

void FinderReply::write()
{
    const Branch *branch = chosenBranch();
    const QString text = branch ? ClientLetters::invitationMissing(*branch, m_sender, m_found)
                                : tr("No branch has an address that could be named here.");
    m_copy->setEnabled(branch);
    if (text == m_text->toPlainText())
        return;
    m_text->showText(text);
    m_said->hide();
}

void FinderReply::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_said->setText(tr("Copied. Paste it into your answer."));
    m_said->show();
    announce(*m_said, m_said->text());
}

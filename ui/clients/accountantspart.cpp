#include "ui/clients/accountantspart.h"

#include "ui/clients/addaccountantform.h"
#include "ui/clients/parttitle.h"
#include "ui/common/announce.h"
#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <memory>

AccountantsPart::AccountantsPart(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout)
    , m_none(new WrapLabel(QStringLiteral("noAccountants"), this))
    , m_whyNoRemoval(new WrapLabel(QStringLiteral("whyNoRemoval"), this))
    , m_begin(new QPushButton(tr("Add Accountant…"), this))
    , m_form(new AddAccountantForm(this))
    , m_why(new WrapLabel(QStringLiteral("whyNoAccountant"), this))
    , m_trouble(new WrapLabel(QStringLiteral("accountantTrouble"), this))
{
    setObjectName(QStringLiteral("accountants"));
    setAccessibleName(tr("Accountants"));
    m_none->setText(tr("Nobody is assigned yet."));
    m_none->setQuiet();
    m_begin->setObjectName(QStringLiteral("beginAccountant"));
    m_begin->setAccessibleName(m_begin->text());
    m_begin->setAutoDefault(false);
    m_trouble->setFault(true);
    m_lines->setSpacing(Measure::grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap);
    column->addWidget(partTitle(QStringLiteral("accountantsTitle"), tr("Accountants"), this));
    column->addWidget(m_none);
    column->addLayout(m_lines);
    column->addWidget(m_whyNoRemoval);
    column->addWidget(m_begin, 0, Qt::AlignLeading);
    for (QWidget *part : std::initializer_list<QWidget *>{m_form, m_why, m_trouble})
        column->addWidget(part);
    connect(m_begin, &QPushButton::clicked, this, [this] { openForm(true); });
    connect(m_form, &AddAccountantForm::cancelled, this, [this] {
        openForm(false);
        m_begin->setFocus(Qt::OtherFocusReason);
    });
    connect(m_form, &AddAccountantForm::chosen, this, [this](const MemberId &id, AccountantRole role) {
        if (!m_client)
            return;
        m_form->setKeeping(true);
        emit decided(AssignAccountant{*m_client, id, role});
    });
    openForm(false);
    sayTrouble({});
}

QString AccountantsPart::lineText(const ClientDetails &details, const MemberId &id, const Word<AccountantRole> &role)
{
    return tr("%1 · %2", "colleague, role")
        .arg(inSentence(ClientWords::memberName(details, id)), ClientWords::role(role));
}

std::vector<AccountantsPart::Line> AccountantsPart::linesOf(const ClientDetails &details)
{
    std::vector<Line> lines;
    const QString why = ClientWords::whyNot(details, Permission::RevokeClientAccess);
    for (const Accountant &accountant : details.client.accountants) {
        const MemberId &id = accountant.memberId;
        Line line{id, lineText(details, id, accountant.role), Waits::No, why};
        if (waiting<RemoveAccountant>(details, [&id](const auto &removal) { return removal.memberId == id; })) {
            line.waits = Waits::Removal;
            line.whyNot = tr("The removal is waiting to send.");
        }
        lines.push_back(line);
    }
    for (const Operation &operation : details.waiting) {
        const auto *assignment = std::get_if<AssignAccountant>(&operation.decision);
        if (!assignment)
            continue;
        const MemberId &id = assignment->memberId;
        // Who has another role already is one person all the same.
        std::erase_if(lines, [&id](const Line &line) { return line.id == id; });
        lines.push_back({id, lineText(details, id, {assignment->role, {}}), Waits::Assignment,
                         tr("The assignment is waiting to send: Undo takes it back.")});
    }
    return lines;
}

void AccountantsPart::showClient(const ClientDetails &details)
{
    if (m_client != details.client.id) {
        m_client = details.client.id;
        openForm(false);
        sayTrouble({});
    }
    showLines(linesOf(details));
    const QString why = m_shown.empty() ? QString() : ClientWords::whyNot(details, Permission::RevokeClientAccess);
    // Said once where the same keeps one from adding, too.
    const bool isSame = why == ClientWords::whyNot(details, Permission::GrantClientAccess);
    m_whyNoRemoval->setText(why);
    m_whyNoRemoval->setVisible(!why.isEmpty() && !isSame);
    showForm(details);
}

void AccountantsPart::showLines(const std::vector<Line> &lines)
{
    m_none->setVisible(lines.empty());
    if (lines == m_shown)
        return;
    m_shown = lines;
    const bool hadFocus = focusWidget() && focusWidget()->objectName().startsWith(QStringLiteral("removeAccountant"));
    while (const auto item = std::unique_ptr<QLayoutItem>(m_lines->takeAt(0))) {
        item->widget()->hide();
        item->widget()->deleteLater(); // It may be the button whose click brought us here
    }
    for (const Line &line : m_shown)
        addLine(line);
    if (hadFocus)
        m_begin->setFocus(Qt::OtherFocusReason);
}

void AccountantsPart::addLine(const Line &line)
{
    auto *row = new QWidget(this);
    auto *text = new WrapLabel(QStringLiteral("accountant"), row);
    text->setText(line.waits == Waits::No           ? line.text
                  : line.waits == Waits::Assignment ? tr("%1 · waiting to send").arg(line.text)
                                                    : tr("%1 · removal waiting to send").arg(line.text));
    auto *remove = new QPushButton(tr("Remove"), row);
    remove->setObjectName(QStringLiteral("removeAccountant:") + line.id.text());
    remove->setAccessibleName(tr("Remove %1").arg(line.text));
    remove->setAccessibleDescription(line.whyNot);
    remove->setToolTip(plainToolTip(line.whyNot));
    remove->setAutoDefault(false);
    remove->setEnabled(line.whyNot.isEmpty());
    remove->setVisible(line.waits != Waits::Assignment);
    setWeight(*remove, ButtonWeight::Quiet);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measure::gap);
    layout->addWidget(text, 1, Qt::AlignVCenter);
    layout->addWidget(remove, 0, Qt::AlignVCenter);
    m_lines->addWidget(row);
    connect(remove, &QPushButton::clicked, this, [this, id = line.id] {
        if (m_client)
            emit decided(RemoveAccountant{*m_client, id});
    });
}

void AccountantsPart::showForm(const ClientDetails &details)
{
    const BranchId &branch = details.client.branchId;
    std::vector<Member> candidates;
    for (const Member &member : details.members) {
        const bool onBranch =
            std::find(member.branchIds.begin(), member.branchIds.end(), branch) != member.branchIds.end();
        const bool isShown =
            std::any_of(m_shown.begin(), m_shown.end(), [&member](const Line &line) { return line.id == member.id; });
        if (onBranch && !isShown)
            candidates.push_back(member);
    }
    QString primary;
    for (const Accountant &accountant : details.client.accountants) {
        if (accountant.role == AccountantRole::Primary)
            primary = ClientWords::memberName(details, accountant.memberId);
    }
    m_form->setChoices(candidates, primary);
    QString why = ClientWords::whyNot(details, Permission::GrantClientAccess);
    if (why.isEmpty() && candidates.empty())
        why = tr("Everybody on this branch is assigned already.");
    if (!why.isEmpty())
        openForm(false);
    m_begin->setEnabled(why.isEmpty());
    m_begin->setAccessibleDescription(why);
    m_why->setText(why);
    // A page that can only be read says so once, at its head.
    m_why->setVisible(!why.isEmpty() && !ClientWords::isOver(details));
    m_begin->setVisible(m_form->isHidden() && !ClientWords::isOver(details));
}

void AccountantsPart::openForm(bool open)
{
    m_begin->setVisible(!open);
    if (open)
        m_form->begin();
    else
        m_form->hide();
    m_form->setKeeping(false);
    if (open)
        sayTrouble({});
}

void AccountantsPart::takeAnswer(const QString &trouble)
{
    m_form->setKeeping(false);
    sayTrouble(trouble);
    if (!trouble.isEmpty() || m_form->isHidden())
        return;
    openForm(false);
    m_begin->setFocus(Qt::OtherFocusReason);
}

void AccountantsPart::sayTrouble(const QString &words)
{
    m_trouble->setText(words);
    m_trouble->setVisible(!words.isEmpty());
    if (!words.isEmpty())
        announce(*m_trouble, words);
}

#include "ui/invitations/decisiondialog.h"

#include "ui/common/factsheet.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/spoofing.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/invitationwords.h"
#include "ui/invitations/reviewnotice.h"

#include <QVBoxLayout>

namespace {

/// Which facts differ, as a person calls them.
QStringList differences(const Invitation &before, const Invitation &after)
{
    QStringList names;
    const auto note = [&](bool differs, const QString &name) {
        if (differs)
            names << name;
    };
    note(before.companyName != after.companyName, DecisionDialog::tr("company"));
    note(before.ownerName != after.ownerName, DecisionDialog::tr("owner"));
    note(before.ownerEmail != after.ownerEmail, DecisionDialog::tr("e-mail"));
    note(before.branchId != after.branchId, DecisionDialog::tr("branch"));
    note(before.message != after.message, DecisionDialog::tr("message"));
    note(before.country != after.country, DecisionDialog::tr("country"));
    note(before.registrationNumber != after.registrationNumber, DecisionDialog::tr("registration number"));
    return names;
}

} // namespace

DecisionDialog::DecisionDialog(const QString &objectName, const QString &title, const QString &confirm,
                               const InvitationDetails &reviewed, QWidget *parent)
    : ConfirmDialog(objectName, title, confirm, parent)
    , m_reviewed(reviewed)
{
    makeFacts();
    fillFacts();
}

void DecisionDialog::makeFacts()
{
    m_notice = new ReviewNotice(&content());
    connect(m_notice, &ReviewNotice::lookAsked, this, &DecisionDialog::lookAgain);
    m_company = new WrapLabel(QStringLiteral("company"), &content());
    m_company->setFont(themeFont(*this, 3, true));
    m_facts = new FactSheet(&content());
    m_owner = m_facts->addFact(QStringLiteral("owner"), tr("Owner"));
    m_email = m_facts->addFact(QStringLiteral("email"), tr("E-mail"));
    m_mixed = m_facts->addFact(QStringLiteral("mixedLetters"), tr("Take care"));
    m_branch = m_facts->addFact(QStringLiteral("branch"), tr("Branch"));
    m_body = new QVBoxLayout;
    m_body->setSpacing(Measure::gap);
    column().addWidget(m_notice);
    column().addWidget(m_company);
    column().addWidget(m_facts);
    column().addLayout(m_body);
}

void DecisionDialog::fillFacts()
{
    const Invitation &invitation = m_reviewed.invitation;
    m_company->setText(companyLine(invitation.companyName));
    m_facts->setFact(m_owner, ownerLine(invitation.ownerName));
    m_facts->setFact(m_email, oneLine(invitation.ownerEmail, 320));
    warnOfMixedLetters(*m_facts, *m_mixed, {invitation.companyName, invitation.ownerName, invitation.ownerEmail});
    m_facts->setFact(m_branch, InvitationWords::branchName(m_reviewed));
}

void DecisionDialog::setCurrent(const InvitationDetails &current, Instant now)
{
    if (isKeeping())
        return;
    if (InvitationWords::isDecidedHere(current)) {
        close(tr("You have decided this invitation already. Nothing more is sent for it."));
        return;
    }
    if (!InvitationWords::isPending(current)) {
        close(tr("This invitation is no longer pending: %1. Nothing is sent.")
                  .arg(InvitationWords::standing(current, now)));
        return;
    }
    if (current.invitation.revision == m_reviewed.invitation.revision) {
        m_current.reset();
        m_reviewed.branch = current.branch;
        m_reviewed.dealings = current.dealings;
        reviewedChanged();
        m_standing = Standing::AsRead;
        m_notice->say({});
    } else {
        m_current = current;
        m_standing = Standing::ChangedUnseen;
        m_notice->say(tr("The client changed this invitation while you were reading it."), true);
    }
    updateConfirm();
}

void DecisionDialog::setGone()
{
    if (!isKeeping())
        close(tr("This invitation is no longer here. Nothing is sent."));
}

void DecisionDialog::close(const QString &words)
{
    m_standing = Standing::Closed;
    m_notice->say(words);
    updateConfirm();
}

void DecisionDialog::lookAgain()
{
    if (!m_current)
        return;
    const QStringList names = differences(m_reviewed.invitation, m_current->invitation);
    m_reviewed = *m_current;
    m_current.reset();
    m_standing = Standing::AsRead;
    fillFacts();
    reviewedChanged();
    QString words =
        names.isEmpty()
            ? tr("You are looking at the newest version now.")
            : tr("You are looking at the newest version now. Changed: %1.").arg(names.join(QStringLiteral(", ")));
    if (!isBlank(m_reviewed.invitation.message))
        words +=
            QStringLiteral("\n\n") + tr("The client's message:") + u'\n' + manyLines(m_reviewed.invitation.message);
    m_notice->say(words);
    updateConfirm();
    focusCancel();
}

void DecisionDialog::showError(const Error &error)
{
    setKeeping(false);
    m_notice->say(Sentences::notKept(error));
    scrollToTop();
}

QString DecisionDialog::noticeWords() const
{
    return m_notice->words();
}

QString DecisionDialog::whyNot() const
{
    switch (m_standing) {
    case Standing::ChangedUnseen:
        return tr("Look at what changed first.");
    case Standing::Closed:
        return tr("There is nothing left to decide.");
    case Standing::AsRead:
        return missing();
    }
    return {};
}

bool DecisionDialog::isFault() const
{
    return m_standing == Standing::AsRead && isFaultMissing();
}

void DecisionDialog::confirm()
{
    emit confirmed(decision());
}

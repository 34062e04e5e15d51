#include "ui/invitations/decisiondialog.h"

#include "ui/common/buttons.h"
#include "ui/common/factsheet.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/spoofing.h"
#include "ui/common/taborder.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/invitationwords.h"
#include "ui/invitations/reviewnotice.h"

#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
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
    : QDialog(parent)
    , m_reviewed(reviewed)
{
    setObjectName(objectName);
    setWindowTitle(title);
    setAccessibleName(title);
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    makeFrame(title, confirm);
    fillFacts();
}

void DecisionDialog::makeFrame(const QString &title, const QString &confirm)
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("dialogScroll"));
    m_scroll->setAccessibleName(title);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_content = new QWidget(m_scroll);
    m_notice = new ReviewNotice(m_content);
    connect(m_notice, &ReviewNotice::lookAsked, this, &DecisionDialog::lookAgain);
    m_company = new WrapLabel(QStringLiteral("company"), m_content);
    m_company->setFont(themeFont(*this, 3, true));
    m_facts = new FactSheet(m_content);
    m_owner = m_facts->addFact(QStringLiteral("owner"), tr("Owner"));
    m_email = m_facts->addFact(QStringLiteral("email"), tr("E-mail"));
    m_mixed = m_facts->addFact(QStringLiteral("mixedLetters"), tr("Take care"));
    m_branch = m_facts->addFact(QStringLiteral("branch"), tr("Branch"));
    m_body = new QVBoxLayout;
    m_body->setSpacing(Measure::gap);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(Measure::margin + Measure::gap, Measure::margin + Measure::grid,
                               Measure::margin + Measure::gap, Measure::gap);
    column->setSpacing(Measure::gap + Measure::grid);
    column->addWidget(m_notice);
    column->addWidget(m_company);
    column->addWidget(m_facts);
    column->addLayout(m_body);
    column->addStretch(1);
    m_scroll->setWidget(m_content);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(makeButtons(confirm));
}

QWidget *DecisionDialog::makeButtons(const QString &confirm)
{
    auto *strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("dialogButtons"));
    m_why = new WrapLabel(QStringLiteral("whyNot"), strip);
    m_why->setAlignment(Qt::AlignTrailing);
    m_cancel = new QPushButton(tr("Cancel"), strip);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setAutoDefault(true); // Where it has the keyboard, the Enter key is it, and never the decision
    m_confirm = new QPushButton(confirm, strip);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_confirm->setDefault(true);
    setWeight(*m_confirm, ButtonWeight::Primary);
    for (QPushButton *button : {m_cancel, m_confirm}) {
        button->setAccessibleName(button->text());
        button->setMinimumHeight(34);
    }
    connect(m_cancel, &QPushButton::clicked, this, &DecisionDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, [this] { emit confirmed(decision()); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Measure::gap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(strip);
    layout->setContentsMargins(Measure::margin + Measure::gap, Measure::gap, Measure::margin + Measure::gap,
                               Measure::margin);
    layout->addWidget(m_why);
    layout->addLayout(buttons);
    return strip;
}

int DecisionDialog::heightFor(int width) const
{
    m_content->layout()->activate();
    int tall = m_content->heightForWidth(width);
    if (tall < 0)
        tall = m_content->sizeHint().height();
    const int strip = findChild<QWidget *>(QStringLiteral("dialogButtons"))->sizeHint().height();
    return tall + strip + Measure::margin;
}

void DecisionDialog::fitToScreen(int width)
{
    const QSize most = screen()->availableSize() * 0.9;
    const int wide = std::min(width, most.width());
    resize(wide, std::min(heightFor(wide), most.height()));
}

void DecisionDialog::growToFit()
{
    // Only downwards, and no further than the screen: nothing that is there moves.
    const int room = screen()->availableGeometry().bottom() - geometry().top();
    resize(width(), std::max(height(), std::min(heightFor(width()), room)));
}

void DecisionDialog::bringIntoView(QWidget &field)
{
    m_scroll->ensureWidgetVisible(&field, 0, Measure::margin);
}

bool DecisionDialog::focusNextPrevChild(bool next)
{
    // What one types in must come before the buttons, whichever was made first: a space typed on Cancel would leave, and
    // the letters after it would be keys of the window.
    orderTabs(*this);
    return QDialog::focusNextPrevChild(next);
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
    if (m_keeping)
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
    if (!m_keeping)
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
    m_cancel->setFocus();
}

void DecisionDialog::setKeeping(bool keeping)
{
    m_keeping = keeping;
    m_cancel->setEnabled(!keeping);
    updateConfirm();
}

void DecisionDialog::showError(const Error &error)
{
    setKeeping(false);
    m_notice->say(Sentences::notKept(error));
    m_scroll->ensureVisible(0, 0);
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

void DecisionDialog::updateConfirm()
{
    const QString why = whyNot();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_why->setFault(m_standing == Standing::AsRead && isFault());
    m_confirm->setAccessibleDescription(why);
    m_confirm->setEnabled(why.isEmpty() && !m_keeping);
}

void DecisionDialog::reject()
{
    // What is being kept can't be left: its answer is a moment away.
    if (!m_keeping)
        QDialog::reject();
}

#include "ui/invitations/acceptdialog.h"

#include "ui/common/quietlabel.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/dealingwords.h"
#include "ui/invitations/invitationwords.h"

#include <QGridLayout>

AcceptDialog::AcceptDialog(const InvitationDetails &reviewed, QWidget *parent)
    : DecisionDialog(QStringLiteral("acceptDialog"), tr("Accept Invitation"), tr("Accept Invitation"), reviewed, parent)
    , m_dealings(new WrapLabel(QStringLiteral("earlierDealings"), &content()))
{
    body().addWidget(m_dealings);
    auto *lead = new QuietLabel(QStringLiteral("consequencesCaption"), &content());
    lead->setText(tr("Once your acceptance has been sent:"));
    body().addWidget(lead);
    const QStringList lines{
        tr("The client is in the Clients list of %1 at once.").arg(InvitationWords::branchName(reviewed)),
        tr("You have access to their account."),
        tr("The client gets an e-mail that says so."),
        tr("The client goes on paying. Either of you can disconnect at any time."),
    };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Measure::gap);
    grid->setVerticalSpacing(Measure::grid + 2);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < int(lines.size()); ++i) {
        auto *dot = new QuietLabel(QStringLiteral("dot%1").arg(i), &content());
        dot->setText(QStringLiteral("\u2022"));
        auto *line = new WrapLabel(QStringLiteral("consequence%1").arg(i), &content());
        line->setText(lines.at(i));
        grid->addWidget(dot, i, 0, Qt::AlignTop);
        grid->addWidget(line, i, 1);
    }
    body().addLayout(grid);
    reviewedChanged();
    updateConfirm();
    fitToScreen(480);
}

void AcceptDialog::reviewedChanged()
{
    m_dealings->setText(tr("Earlier dealings: %1").arg(DealingWords::line(reviewed().dealings)));
}

Decision AcceptDialog::decision() const
{
    return AcceptInvitation{reviewed().invitation.id, reviewed().invitation.revision};
}

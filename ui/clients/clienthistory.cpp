#include "ui/clients/clienthistory.h"

#include "ui/activity/activitywords.h"
#include "ui/clients/parttitle.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/outcomewords.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

ClientHistory::ClientHistory(QWidget *parent)
    : QWidget(parent)
    , m_outcome(new WrapLabel(QStringLiteral("clientInvitation"), this))
    , m_show(new QPushButton(tr("Show in History"), this))
    , m_about(new WrapLabel(QStringLiteral("clientActivityAbout"), this))
    , m_lines(new QVBoxLayout)
{
    setObjectName(QStringLiteral("clientHistory"));
    m_show->setObjectName(QStringLiteral("showInHistory"));
    m_show->setAccessibleName(m_show->text());
    m_show->setAutoDefault(false);
    m_about->setQuiet();
    m_lines->setSpacing(Measure::grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap);
    column->addWidget(partTitle(QStringLiteral("clientInvitationTitle"), tr("Invitation"), this));
    column->addWidget(m_outcome);
    column->addWidget(m_show, 0, Qt::AlignLeading);
    column->addSpacing(Measure::gap);
    column->addWidget(partTitle(QStringLiteral("clientActivityTitle"), tr("Activity"), this));
    column->addLayout(m_lines);
    column->addWidget(m_about);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_invitation)
            emit invitationAsked(*m_invitation);
    });
}

void ClientHistory::showClient(const ClientDetails &details, Instant now)
{
    showInvitation(details, now);
    showActivity(details, now);
}

void ClientHistory::showInvitation(const ClientDetails &details, Instant now)
{
    m_invitation = details.invitation ? std::optional(details.invitation->id) : std::nullopt;
    m_show->setVisible(m_invitation.has_value());
    if (!details.invitation) {
        m_outcome->setText(details.client.invitationId ? tr("The invitation that it came from is not known here.")
                                                       : tr("The service names no invitation that it came from."));
        return;
    }
    const Invitation &invitation = *details.invitation;
    const QString outcome = OutcomeWords::outcome({invitation.status, {}, invitation.decidedByName, {}});
    m_outcome->setText(
        invitation.decidedAt
            ? tr("%1, %2", "what became of it, when").arg(outcome, Phrases::moment(*invitation.decidedAt, now))
            : outcome);
}

void ClientHistory::showActivity(const ClientDetails &details, Instant now)
{
    const bool maySee = ClientWords::maySee(details, Permission::ViewAuditLogs);
    QStringList lines;
    for (const ActivityRow &row : details.activity) {
        if (maySee)
            lines
                << tr("%1 · %2", "what happened, when").arg(ActivityWords::sentence(row), Phrases::moment(row.at, now));
    }
    QString about;
    if (!maySee)
        about = Sentences::permissionMissing(Permission::ViewAuditLogs, branchLine(details.branch->name));
    else if (lines.isEmpty())
        about = tr("Nothing is known here yet.");
    else if (lines.size() >= ClientDetails::mostActivity)
        about = tr("The newest %1. Activity has the rest.").arg(lines.size());
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    if (lines == m_shown)
        return;
    m_shown = lines;
    while (const auto item = std::unique_ptr<QLayoutItem>(m_lines->takeAt(0)))
        delete item->widget();
    for (const QString &line : m_shown) {
        auto *label = new WrapLabel(QStringLiteral("clientActivity"), this);
        label->setText(line);
        m_lines->addWidget(label);
    }
}

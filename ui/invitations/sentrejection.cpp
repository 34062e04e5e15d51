#include "ui/invitations/sentrejection.h"

#include "ui/common/announce.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/clientletters.h"
#include "ui/invitations/invitationwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

bool isSentRejection(const InvitationDetails &details)
{
    if (details.invitation.status == InvitationStatus::Rejected)
        return true;
    return InvitationWords::isDecidedHere(details) && details.operation->state == OperationState::Acked &&
           std::holds_alternative<RejectInvitation>(details.operation->decision);
}

/// Why there is nothing to copy; empty where there is.
QString whyNoNote(const InvitationDetails &details)
{
    if (!details.branch || isBlank(details.branch->email))
        return SentRejection::tr("A note to the client needs the branch's address, which has not come yet.");
    if (details.branch->state == BranchState::Closed)
        return SentRejection::tr("The branch is closed: the client can't invite it again.");
    return {};
}

} // namespace

SentRejection::SentRejection(QWidget *parent)
    : QWidget(parent)
    , m_words(new WrapLabel(QStringLiteral("cantBeTakenBack"), this))
    , m_copy(new QPushButton(tr("Copy a Note"), this))
    , m_said(new WrapLabel(QStringLiteral("noteCopied"), this))
{
    setObjectName(QStringLiteral("sentRejection"));
    m_copy->setObjectName(QStringLiteral("copyNote"));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setToolTip(plainToolTip(tr("A short apology, and how to invite again")));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &SentRejection::copy);
    m_said->setQuiet();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measure::gap);
    layout->addWidget(m_words);
    layout->addWidget(m_copy, 0, Qt::AlignLeading);
    layout->addWidget(m_said);
    hide();
}

void SentRejection::showDetails(const InvitationDetails &details)
{
    setVisible(isSentRejection(details));
    const QString why = whyNoNote(details);
    QString words = tr("A rejection that was sent can't be taken back. Was it a mistake? Send the client a note: an "
                       "apology, and how to invite you again.");
    if (!why.isEmpty())
        words += u'\n' + why;
    m_words->setText(words);
    m_copy->setEnabled(why.isEmpty());
    m_copy->setAccessibleDescription(why);
    const QString note = why.isEmpty() ? ClientLetters::apology(details, *details.branch) : QString();
    if (note == m_note)
        return;
    m_note = note;
    m_said->hide();
}

void SentRejection::copy()
{
    QGuiApplication::clipboard()->setText(m_note);
    m_said->setText(tr("Copied. Paste it into an e-mail to the client."));
    m_said->show();
    announce(*m_said, m_said->text());
}

#include "ui/clients/linkpart.h"

#include "core/domain/link.h"
#include "ui/common/announce.h"
#include "ui/common/buttons.h"
#include "ui/common/factsheet.h"
#include "ui/common/flowlayout.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/messagecard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int longestLink = 2'000;

} // namespace

LinkPart::LinkPart(QWidget *parent)
    : QWidget(parent)
    , m_state(new WrapLabel(QStringLiteral("linkState"), this))
    , m_again(new QPushButton(tr("Try Again"), this))
    , m_facts(new FactSheet(this))
    , m_url(m_facts->addCopiedFact(QStringLiteral("payLink"), tr("Link"), tr("Copy the link")))
    , m_plainUrl(m_facts->addFact(QStringLiteral("untrustedLink"), tr("Link")))
    , m_subject(m_facts->addCopiedFact(QStringLiteral("linkSubject"), tr("Subject"), tr("Copy the subject")))
    , m_caution(new WrapLabel(QStringLiteral("linkCaution"), this))
    , m_body(new MessageCard(QStringLiteral("linkBody"), 8, this))
    , m_copyBody(new QPushButton(tr("Copy the Text"), this))
{
    setObjectName(QStringLiteral("linkPart"));
    m_again->setObjectName(QStringLiteral("loadLinkAgain"));
    m_body->setAccessibleName(tr("Text of the e-mail"));
    m_copyBody->setObjectName(QStringLiteral("copyLinkBody"));
    for (QPushButton *button : {m_again, m_copyBody}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap);
    column->addWidget(m_state);
    column->addWidget(m_again, 0, Qt::AlignLeading);
    for (QWidget *part : std::initializer_list<QWidget *>{m_facts, m_caution, m_body})
        column->addWidget(part);
    column->addWidget(m_copyBody, 0, Qt::AlignLeading);
    column->addWidget(makeNewLink());
    connect(m_again, &QPushButton::clicked, this, &LinkPart::loadAsked);
    connect(m_copyBody, &QPushButton::clicked, this, [this] {
        if (!m_link)
            return;
        QGuiApplication::clipboard()->setText(m_link->emailBody);
        announce(*m_copyBody, tr("Copied"));
    });
    showLoading();
}

QWidget *LinkPart::makeNewLink()
{
    auto *part = new QWidget(this);
    m_begin = new QPushButton(tr("Make a New Link…"), part);
    m_begin->setObjectName(QStringLiteral("beginNewLink"));
    m_why = new WrapLabel(QStringLiteral("whyNoNewLink"), part);
    m_warning = new QWidget(part);
    auto *words = new WrapLabel(QStringLiteral("newLinkWarning"), m_warning);
    words->setText(
        tr("The old link stops working at once, also for clients who have it and have not signed up yet. Once "
           "it has been sent this can't be taken back."));
    words->setFault(true);
    m_confirm = new QPushButton(tr("Make a New Link"), m_warning);
    m_confirm->setObjectName(QStringLiteral("confirmNewLink"));
    m_keep = new QPushButton(tr("Keep the Link"), m_warning);
    m_keep->setObjectName(QStringLiteral("keepLink"));
    m_trouble = new WrapLabel(QStringLiteral("newLinkTrouble"), part);
    m_trouble->setFault(true);
    m_trouble->hide();
    auto *buttons = new QWidget(m_warning);
    buttons->setLayout(new FlowLayout(Measure::gap));
    for (QPushButton *button : {m_confirm, m_keep})
        buttons->layout()->addWidget(button);
    for (QPushButton *button : {m_begin, m_confirm, m_keep}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    m_confirm->setAccessibleDescription(words->text());
    auto *asked = new QVBoxLayout(m_warning);
    asked->setContentsMargins(0, 0, 0, 0);
    asked->addWidget(words);
    asked->addWidget(buttons);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap);
    column->addWidget(m_begin, 0, Qt::AlignLeading);
    for (QWidget *each : std::initializer_list<QWidget *>{m_why, m_warning, m_trouble})
        column->addWidget(each);
    connect(m_begin, &QPushButton::clicked, this, [this] { openWarning(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] {
        openWarning(false);
        m_begin->setFocus(Qt::OtherFocusReason);
    });
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_keeping = true;
        showNewLink();
        emit newLinkAsked();
    });
    openWarning(false);
    return part;
}

void LinkPart::openWarning(bool open)
{
    m_warning->setVisible(open);
    m_begin->setVisible(!open);
    if (open)
        m_keep->setFocus(Qt::OtherFocusReason);
    m_trouble->hide();
}

void LinkPart::setTerms(const Branch &branch, const Terms &terms)
{
    if (m_branch && m_branch->id != branch.id)
        openWarning(false);
    m_branch = branch;
    m_terms = terms;
    showWords();
    showNewLink();
}

void LinkPart::showLoading()
{
    m_link.reset();
    m_state->setText(tr("Asking the service for the link…"));
    m_state->show();
    m_again->hide();
    showWords();
}

void LinkPart::showLink(const Result<ClientPaysLink> &link)
{
    m_link = link ? std::optional(*link) : std::nullopt;
    m_state->setText(link ? QString() : sayWhyNot(link.error()));
    m_state->setVisible(!link);
    m_again->setVisible(!link && link.error().kind != ErrorKind::Forbidden);
    showWords();
    announce(*this, link ? tr("The link is here") : m_state->text());
}

QString LinkPart::sayWhyNot(const Error &error) const
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::SignedOut:
        return tr("The link could not be read: there is no connection to the service. A link is kept nowhere, so it is "
                  "asked for each time.");
    case ErrorKind::Forbidden:
        return error.detail.isEmpty()
                   ? tr("You may not see this branch's link; ask your administrator.")
                   : tr("You need the permission %1 to see this branch's link; ask your administrator.")
                         .arg(Sentences::permissionName(error.detail));
    case ErrorKind::Conflict:
        return tr("This branch is closed: clients can't sign up with it any more.");
    case ErrorKind::NotFound:
        return tr("The service has no link for this branch.");
    case ErrorKind::Unreadable:
    case ErrorKind::Disk:
    case ErrorKind::DiskFull:
    case ErrorKind::Busy:
    case ErrorKind::Damaged:
    case ErrorKind::NewerSchema:
    case ErrorKind::Untrusted:
    case ErrorKind::ServiceFault:
    case ErrorKind::TooOld:
    case ErrorKind::InvalidInput:
    case ErrorKind::Internal:
        break;
    }
    return tr("The link could not be read: the service answered with an error. Try again in a moment.");
}

void LinkPart::showWords()
{
    const bool isTrusted = m_link && trustedLink(m_link->url, m_terms.linkHosts);
    const QString url = m_link ? oneLine(m_link->url, longestLink) : QString();
    m_facts->setFact(m_url, isTrusted ? url : QString());
    m_facts->setFact(m_plainUrl, isTrusted ? QString() : url);
    m_facts->setFact(m_subject, isTrusted ? oneLine(m_link->emailSubject) : QString());
    m_body->showText(isTrusted ? m_link->emailBody : QString());
    m_copyBody->setVisible(isTrusted && !isBlank(m_link->emailBody));
    QString caution;
    if (m_link && !isTrusted) {
        caution = tr("This link does not lead to one of the service's own hosts. Don't send it to anybody: ask your "
                     "administrator.");
        const QString host = asciiHost(m_link->url);
        if (!host.isEmpty())
            caution += u' ' + tr("It names the host %1.").arg(oneLine(host, 253));
    } else if (m_link && !isBlank(m_link->emailBody) && !m_link->emailBody.contains(m_link->url)) {
        caution = tr("The text does not have the link in it: add it yourself.");
    }
    m_caution->setText(caution);
    m_caution->setFault(m_link && !isTrusted);
    m_caution->setVisible(!caution.isEmpty());
}

QString LinkPart::whyNoNewLink() const
{
    if (!m_branch)
        return tr("Choose a branch first.");
    if (m_terms.isWaiting)
        return tr("A new link has been asked for. It is here once that has been sent; until then Undo takes it back.");
    if (m_branch->state == BranchState::Closed)
        return tr("This branch is closed.");
    if (!allows(*m_branch, Permission::CreateClients))
        return Sentences::permissionMissing(Permission::CreateClients, branchLine(m_branch->name));
    if (!m_terms.isConnected)
        return tr("You need a connection to make a new link: it can't be taken back, so it is not left waiting.");
    return {};
}

void LinkPart::showNewLink()
{
    const QString why = whyNoNewLink();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_begin->setEnabled(why.isEmpty());
    m_begin->setAccessibleDescription(why);
    m_confirm->setEnabled(why.isEmpty() && !m_keeping);
    m_keep->setEnabled(!m_keeping);
}

void LinkPart::takeAnswer(const QString &trouble)
{
    m_keeping = false;
    if (trouble.isEmpty())
        openWarning(false);
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    announce(*m_trouble, trouble.isEmpty() ? whyNoNewLink() : trouble);
    showNewLink();
}

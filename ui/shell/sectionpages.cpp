#include "ui/shell/sectionpages.h"

#include "ui/activity/activitypage.h"
#include "ui/clients/clientspage.h"
#include "ui/common/rowlist.h"
#include "ui/evidence/evidenceflow.h"
#include "ui/history/historypage.h"
#include "ui/insight/insightpage.h"
#include "ui/invitations/invitationspage.h"
#include "ui/outbox/attentionpage.h"
#include "ui/outbox/waitingpage.h"

SectionPages::SectionPages(Session &session, LinkOpener opener, QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_open(std::move(opener))
    , m_evidence(new EvidenceFlow(session, this))
{
    setObjectName(QStringLiteral("sectionPages"));
}

QWidget *SectionPages::page(Section section)
{
    QWidget *&page = m_pages[size_t(section)];
    if (!page) {
        page = makePage(section);
        addWidget(page);
    }
    return page;
}

QWidget *SectionPages::makePage(Section section)
{
    switch (section) {
    case Section::Clients:
        return makeClients();
    case Section::Invitations:
        m_invitations = new InvitationsPage(m_session, this);
        m_invitations->restoreLayout(m_layout);
        m_invitations->setBranch(m_branch);
        connect(m_invitations, &InvitationsPage::finderAsked, this, &SectionPages::finderAsked);
        return m_invitations;
    case Section::Waiting:
        return new WaitingPage(m_session, this);
    case Section::Attention:
        return makeAttention();
    case Section::Activity:
        m_activity = new ActivityPage(m_session, this);
        m_activity->setBranch(m_branch);
        connect(m_activity, &ActivityPage::evidenceAsked, this, &SectionPages::writeEvidence);
        return m_activity;
    case Section::History:
        return makeHistory();
    case Section::Insight:
        m_insight = new InsightPage(m_session, this);
        m_insight->setBranch(m_branch);
        return m_insight;
    }
    return nullptr;
}

QWidget *SectionPages::makeClients()
{
    m_clients = new ClientsPage(m_session, this);
    m_clients->setBranch(m_branch);
    connect(m_clients, &ClientsPage::linkActivated, this, m_open);
    connect(m_clients, &ClientsPage::invitationAsked, this, &SectionPages::showInHistory);
    return m_clients;
}

QWidget *SectionPages::makeHistory()
{
    m_history = new HistoryPage(m_session, this);
    m_history->setBranch(m_branch);
    connect(m_history, &HistoryPage::finderAsked, this, &SectionPages::finderAsked);
    connect(m_history, &HistoryPage::evidenceAsked, this, &SectionPages::writeEvidence);
    connect(m_history, &HistoryPage::decidingAsked, this, &SectionPages::showInvitation);
    return m_history;
}

QWidget *SectionPages::makeAttention()
{
    auto *attention = new AttentionPage(m_session, this);
    connect(attention, &AttentionPage::reviewAsked, this, &SectionPages::showInvitation);
    connect(attention, &AttentionPage::clientAsked, this, &SectionPages::showClient);
    connect(attention, &AttentionPage::editAsked, this, [this](const Operation &operation) {
        emit sectionAsked(Section::Invitations);
        invitations().editAndSendAgain(operation);
    });
    return attention;
}

InvitationsPage &SectionPages::invitations()
{
    return static_cast<InvitationsPage &>(*page(Section::Invitations));
}

ClientsPage &SectionPages::clients()
{
    return static_cast<ClientsPage &>(*page(Section::Clients));
}

void SectionPages::showSection(Section section)
{
    setCurrentWidget(page(section));
}

void SectionPages::setBranch(const std::optional<BranchId> &branch)
{
    m_branch = branch;
    if (m_clients)
        m_clients->setBranch(branch);
    if (m_invitations)
        m_invitations->setBranch(branch);
    if (m_activity)
        m_activity->setBranch(branch);
    if (m_history)
        m_history->setBranch(branch);
    if (m_insight)
        m_insight->setBranch(branch);
}

void SectionPages::focusSearch()
{
    if (m_clients && currentWidget() == m_clients) {
        m_clients->focusSearch();
    } else if (m_activity && currentWidget() == m_activity) {
        m_activity->focusSearch();
    } else if (m_history && currentWidget() == m_history) {
        m_history->focusSearch();
    } else {
        emit sectionAsked(Section::Invitations);
        invitations().focusSearch();
    }
}

void SectionPages::focusList()
{
    if (auto *list = currentWidget()->findChild<RowList *>())
        list->setFocus(Qt::OtherFocusReason);
    else
        currentWidget()->setFocus(Qt::OtherFocusReason);
}

QByteArray SectionPages::saveLayout() const
{
    return m_invitations ? m_invitations->saveLayout() : m_layout;
}

void SectionPages::restoreLayout(const QByteArray &layout)
{
    m_layout = layout;
    if (m_invitations)
        m_invitations->restoreLayout(layout);
}

void SectionPages::showInvitation(const InvitationId &id)
{
    emit sectionAsked(Section::Invitations);
    invitations().showInvitation(id);
}

void SectionPages::showInHistory(const InvitationId &id)
{
    emit sectionAsked(Section::History);
    static_cast<HistoryPage &>(*page(Section::History)).showInvitation(id);
}

void SectionPages::showClient(const ClientId &id)
{
    emit sectionAsked(Section::Clients);
    clients().showClient(id);
}

void SectionPages::addClient()
{
    emit sectionAsked(Section::Clients);
    clients().addClient();
}

void SectionPages::manageReplies()
{
    invitations().manageReplies();
}

void SectionPages::writeEvidence()
{
    const bool activity = m_activity && currentWidget() == m_activity;
    m_evidence->open(activity ? RecordKind::Activity : RecordKind::Invitations, m_branch);
}

void SectionPages::leave(const std::function<void()> &goOn)
{
    const auto thenClients = [this, goOn] { m_clients ? m_clients->leave(goOn) : goOn(); };
    if (m_invitations)
        m_invitations->leave(thenClients);
    else
        thenClients();
}

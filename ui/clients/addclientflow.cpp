#include "ui/clients/addclientflow.h"

#include "ui/clients/addclientdialog.h"
#include "ui/clients/clientwords.h"
#include "ui/clients/linkpart.h"
#include "ui/common/sentences.h"

#include <algorithm>
#include <utility>

namespace {

bool holds(const std::vector<BranchId> &ids, const BranchId &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

AddClientFlow::AddClientFlow(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
    m_person.changes(m_session.overview().account);
    connect(&m_session, &Session::changed, this, &AddClientFlow::follow);
}

AddClientTerms AddClientFlow::terms() const
{
    const Overview &overview = m_session.overview();
    AddClientTerms terms;
    terms.branches = overview.branches;
    for (const OutboxEntry &entry : overview.waiting) {
        if (const auto *link = std::get_if<RegenerateLink>(&entry.operation.decision))
            terms.askedAnew.push_back(link->branchId);
    }
    terms.linkHosts = overview.account ? overview.account->linkHosts : QStringList();
    terms.isConnected = isConnected(overview.status);
    terms.portal = m_session.server();
    return terms;
}

void AddClientFlow::open(const std::optional<BranchId> &branch)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    const AddClientTerms now = terms();
    m_askedAnew = now.askedAnew;
    m_wasConnected = now.isConnected;
    m_dialog = new AddClientDialog(now, branch, m_window);
    connect(m_dialog, &AddClientDialog::linkAsked, this, &AddClientFlow::load);
    connect(m_dialog, &AddClientDialog::newLinkAsked, this, &AddClientFlow::askNewLink);
    connect(m_dialog, &AddClientDialog::linkActivated, this, &AddClientFlow::linkActivated);
    m_dialog->open();
    load();
}

void AddClientFlow::load()
{
    const std::optional<BranchId> branch = m_dialog ? m_dialog->branch() : std::nullopt;
    if (!branch)
        return;
    m_loading = true;
    m_dialog->link().showLoading();
    m_session.loadLink(*branch, m_dialog, [this, asked = ++m_asked](const Result<ClientPaysLink> &link) {
        if (!m_dialog || asked != m_asked)
            return;
        m_loading = false;
        m_dialog->link().showLink(link);
    });
}

void AddClientFlow::askNewLink(const BranchId &branch)
{
    const Decision decision = RegenerateLink{branch};
    m_session.decide(decision, {}, m_dialog, [this, decision](const Result<Operation> &kept) {
        if (m_dialog)
            m_dialog->link().takeAnswer(kept ? QString() : Sentences::notKept(kept.error(), decision));
    });
}

void AddClientFlow::follow()
{
    // What one person was about to decide is not another's decision, whatever the dialog waits for.
    if (m_person.changes(m_session.overview().account) && m_dialog)
        std::exchange(m_dialog, nullptr)->done(QDialog::Rejected);
    if (!m_dialog)
        return;
    const AddClientTerms now = terms();
    const std::vector<BranchId> before = std::exchange(m_askedAnew, now.askedAnew);
    const bool cameBack = now.isConnected && !std::exchange(m_wasConnected, now.isConnected);
    m_dialog->setTerms(now);
    const std::optional<BranchId> branch = m_dialog->branch();
    // Sent, or taken back: what the service has now is the link.
    const bool isSettled = branch && holds(before, *branch) && !holds(now.askedAnew, *branch);
    if (isSettled || (cameBack && !m_loading && !m_dialog->link().hasLink()))
        load();
}

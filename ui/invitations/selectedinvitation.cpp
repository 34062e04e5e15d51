#include "ui/invitations/selectedinvitation.h"

#include "ui/common/liststate.h"
#include "ui/common/ownwords.h"
#include "ui/invitations/decisionflow.h"
#include "ui/invitations/detailspane.h"
#include "ui/invitations/invitationsmodel.h"
#include "ui/invitations/invitationview.h"

#include <algorithm>
#include <utility>

SelectedInvitation::SelectedInvitation(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_session(parts.session)
    , m_model(parts.model)
    , m_view(parts.view)
    , m_details(parts.details)
    , m_flow(parts.flow)
{
    connect(&m_view, &InvitationView::rowSelected, this, &SelectedInvitation::takeRow);
    connect(&m_view, &InvitationView::acceptAsked, this, &SelectedInvitation::accept);
    connect(&m_view, &InvitationView::rejectAsked, this, &SelectedInvitation::reject);
    connect(&m_view, &InvitationView::detailsAsked, &m_details, &DetailsPane::focusContent);
    connect(&m_view, &InvitationView::minuteTurned, this, [this] { m_details.tell(m_session.now()); });
    connect(&m_details, &DetailsPane::left, &m_view, qOverload<>(&QWidget::setFocus));
    connect(&m_details, &DetailsPane::acceptAsked, this, &SelectedInvitation::accept);
    connect(&m_details, &DetailsPane::rejectAsked, this, &SelectedInvitation::reject);
    connect(&m_model, &PagedModel::opened, this, &SelectedInvitation::restore);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SelectedInvitation::takeLoadedRows);
    connect(&m_session, &Session::changed, this, &SelectedInvitation::takeChanges);
    connect(&m_session, &Session::signInStateChanged, this, [this] {
        if (m_selected && m_session.signInState() == SignInState::SignedIn)
            loadDetails(); // With what is written here, which is that person's
    });
    connect(&m_flow, &DecisionFlow::keeping, this, [this](const InvitationId &id) {
        m_details.setKeeping(true);
        m_view.setFollowsRemoval(m_selected == id);
    });
    connect(&m_flow, &DecisionFlow::notKept, this, [this] {
        m_details.setKeeping(false);
        m_view.setFollowsRemoval(false);
    });
    connect(&m_flow, &DecisionFlow::kept, this, &SelectedInvitation::settle);
    showNothing();
}

void SelectedInvitation::restore()
{
    if (!m_selected) {
        selectFirstOrNothing();
        return;
    }
    m_restoring = true;
    m_session.findInvitation(*m_selected, this, [this, id = *m_selected](const Result<qsizetype> &row) {
        m_restoring = false;
        if (id != m_selected)
            return;
        const int found = row ? int(*row) : -1;
        // The row may have moved since it was found: what is not the invitation asked for is not selected.
        const bool here = found >= 0 && found < m_model.rowCount() && m_model.idAt(found).value_or(id) == id;
        if (here)
            m_view.select(found);
        else if (!m_pinned)
            selectFirstOrNothing();
    });
}

void SelectedInvitation::selectFirstOrNothing()
{
    // While one searches, the details don't jump from one to the next with every letter. In the first synchronisation
    // what is first is not known before its end: until then only a person chooses.
    if (m_model.rowCount() > 0 && !m_searching && !m_session.overview().status.firstSync) {
        m_view.select(0);
        return;
    }
    m_selected.reset();
    m_view.select(-1);
    showNothing();
}

void SelectedInvitation::takeRow(int row)
{
    if (row < 0) {
        // A row that somebody else took away leaves its details, which then say what became of it.
        if (m_view.followsRemoval()) {
            m_selected.reset();
            showNothing();
        }
        return;
    }
    const std::optional<InvitationId> id = m_model.idAt(row);
    if (id == m_selected && id)
        return;
    m_pinned = false;
    m_wish = Wish::None;
    m_selected = id;
    if (id)
        loadDetails();
}

void SelectedInvitation::takeLoadedRows()
{
    const QModelIndexList rows = m_view.selectionModel()->selectedRows();
    if (!m_selected && !rows.isEmpty())
        takeRow(rows.front().row());
}

void SelectedInvitation::settle(const InvitationId &kept)
{
    m_details.setKeeping(false);
    m_view.setFocus(Qt::OtherFocusReason);
    // Answered after the change that took the row away.
    m_session.findInvitation(kept, this, [this](const Result<qsizetype> &) { m_view.setFollowsRemoval(false); });
}

void SelectedInvitation::showNothing()
{
    if (m_model.rowCount() > 0)
        m_details.showNothing(tr("No invitation is selected"), tr("Select one to read it here."));
    else
        m_details.showNothing({}, {});
}

void SelectedInvitation::loadDetails()
{
    const quint64 asked = ++m_detailsAsked;
    m_session.loadDetails(*m_selected, this, [this, asked](const Result<InvitationDetails> &details) {
        if (asked == m_detailsAsked)
            takeDetails(details);
    });
}

void SelectedInvitation::takeDetails(const Result<InvitationDetails> &details)
{
    if (!m_selected)
        return;
    if (details) {
        m_details.showDetails(*details, m_session.now());
        fulfilWish();
        return;
    }
    m_wish = Wish::None;
    if (details.error().kind == ErrorKind::NotFound)
        m_details.showNothing(tr("This invitation is no longer here"),
                              tr("It was removed, or you may no longer see it."));
    else
        m_details.showNothing(tr("It could not be read"), tr("Select it again to try once more."));
}

void SelectedInvitation::takeChanges(const ChangeSet &changes)
{
    const auto &touched = changes.invitations;
    const auto &shown = m_details.shown();
    bool again = m_selected && std::find(touched.begin(), touched.end(), *m_selected) != touched.end();
    if (changes.overview && shown) {
        const Branch *branch = findBranch(*changes.overview, shown->invitation.branchId);
        again = again || (branch && shown->branch != *branch);
    }
    // Another invitation may be one more earlier dealing.
    again = again || (shown && !touched.empty());
    if (again && m_selected)
        loadDetails();
    const bool chosen = m_selected || m_restoring || m_view.selectionModel()->hasSelection();
    // Who has scrolled down in the meantime is not taken back to the top.
    if (!chosen && m_model.isOpened() && m_view.isAtTop())
        selectFirstOrNothing();
}

void SelectedInvitation::show(const InvitationId &id)
{
    m_selected = id;
    m_pinned = true;
    m_view.select(-1);
    loadDetails();
    restore();
}

void SelectedInvitation::accept()
{
    wishFor(Wish::Accept);
}

void SelectedInvitation::reject()
{
    wishFor(Wish::Reject);
}

void SelectedInvitation::wishFor(Wish wish)
{
    // Typed faster than the details come: it is done when they are here, never on those of the row before.
    if (!m_selected)
        return;
    m_wish = wish;
    if (m_details.shown() && m_details.shown()->invitation.id == *m_selected)
        fulfilWish();
}

void SelectedInvitation::fulfilWish()
{
    const Wish wish = std::exchange(m_wish, Wish::None);
    if (!m_details.canDecide())
        return;
    switch (wish) {
    case Wish::None:
        return;
    case Wish::Accept:
        m_flow.accept(*m_details.shown());
        return;
    case Wish::Reject:
        m_flow.reject(*m_details.shown());
        return;
    }
}

void SelectedInvitation::moveBy(int rows)
{
    m_view.moveBy(rows);
}

void SelectedInvitation::editAndSendAgain(const Operation &operation)
{
    const InvitationId *const id = decidedInvitation(operation.decision);
    if (!id)
        return;
    show(*id);
    m_session.loadDetails(*id, this,
                          [this, operation](const Result<InvitationDetails> &details) {
                              if (!details)
                                  m_details.offerWords(ownWords(operation));
                              else if (std::holds_alternative<AcceptInvitation>(operation.decision))
                                  m_flow.accept(*details, operation.id);
                              else
                                  m_flow.rejectAgain(*details, operation);
                          });
}

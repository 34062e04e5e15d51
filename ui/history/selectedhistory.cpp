#include "ui/history/selectedhistory.h"

#include "ui/common/liststate.h"
#include "ui/history/historymodel.h"
#include "ui/history/historyview.h"
#include "ui/invitations/detailspane.h"

SelectedHistory::SelectedHistory(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_session(parts.session)
    , m_model(parts.model)
    , m_list(parts.list)
    , m_details(parts.details)
{
    connect(&m_list, &RowList::rowSelected, this, &SelectedHistory::takeRow);
    connect(&m_list, &HistoryView::openAsked, &m_details, &DetailsPane::focusContent);
    connect(&m_details, &DetailsPane::left, &m_list, qOverload<>(&QWidget::setFocus));
    connect(&m_model, &PagedModel::opened, this, &SelectedHistory::restore);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SelectedHistory::takeLoadedRows);
    connect(&m_session, &Session::changed, this, &SelectedHistory::takeChanges);
    m_minute.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_list.viewport()->update();
        m_details.tell(m_session.now());
        emit minuteTurned();
        awaitMinute();
    });
    awaitMinute();
    showNothing();
}

void SelectedHistory::awaitMinute()
{
    constexpr long long minute = 60'000;
    m_minute.start(int(minute - msSinceEpoch(m_session.now()) % minute));
}

void SelectedHistory::restore()
{
    if (!m_selected)
        return selectFirstOrNothing();
    m_session.findInHistory(*m_selected, this, [this, id = *m_selected](const Result<qsizetype> &row) {
        if (id != m_selected)
            return;
        const int found = row ? int(*row) : -1;
        // The row may have moved since it was found: what is not the invitation asked for is not selected.
        if (found >= 0 && found < m_model.rowCount() && m_model.idAt(found).value_or(id) == id)
            m_list.select(found);
        else if (!m_pinned)
            selectFirstOrNothing();
    });
}

void SelectedHistory::selectFirstOrNothing()
{
    // While one searches, the details don't jump from one to the next with every letter; in the first synchronisation
    // what is first is not known before its end.
    const bool mayChoose = m_model.query().search.isEmpty() && !m_session.overview().status.firstSync;
    if (m_model.rowCount() > 0 && mayChoose)
        return m_list.select(0);
    m_selected.reset();
    m_list.select(-1);
    showNothing();
}

void SelectedHistory::takeRow(int row)
{
    const std::optional<InvitationId> id = row < 0 ? std::nullopt : m_model.idAt(row);
    if (!id || id == m_selected)
        return;
    m_pinned = false;
    m_selected = id;
    loadDetails();
}

void SelectedHistory::takeLoadedRows()
{
    const QModelIndexList rows = m_list.selectionModel()->selectedRows();
    if (!rows.isEmpty())
        takeRow(rows.front().row());
}

void SelectedHistory::takeChanges(const ChangeSet &changes)
{
    if (!m_selected) {
        if (m_model.isOpened() && m_list.isAtTop() && m_model.rowCount() > 0)
            selectFirstOrNothing();
        return;
    }
    const auto &shown = m_details.shown();
    const Branch *branch =
        changes.overview && shown ? findBranch(*changes.overview, shown->invitation.branchId) : nullptr;
    // Any other invitation may be one more earlier dealing.
    if (!changes.invitations.empty() || (branch && shown->branch != *branch))
        loadDetails();
}

void SelectedHistory::loadDetails()
{
    const quint64 asked = ++m_detailsAsked;
    m_session.loadDetails(*m_selected, this, [this, asked](const Result<InvitationDetails> &details) {
        if (asked == m_detailsAsked)
            takeDetails(details);
    });
}

void SelectedHistory::takeDetails(const Result<InvitationDetails> &details)
{
    if (!m_selected)
        return;
    if (details)
        m_details.showDetails(*details, m_session.now());
    else if (details.error().kind == ErrorKind::NotFound)
        m_details.showNothing(tr("This invitation is no longer here"),
                              tr("It was removed, or you may no longer see it."));
    else
        m_details.showNothing(tr("It could not be read"), tr("Select it again to try once more."));
}

void SelectedHistory::showNothing()
{
    if (m_model.rowCount() > 0)
        m_details.showNothing(tr("No invitation is selected"), tr("Select one to read it here."));
    else
        m_details.showNothing({}, {});
}

void SelectedHistory::show(const InvitationId &id)
{
    m_selected = id;
    m_pinned = true;
    m_list.select(-1);
    loadDetails();
    restore();
}

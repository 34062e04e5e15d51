#include "ui/history/historypage.h"

#include "ui/common/limitednote.h"
#include "ui/common/searchfield.h"
#include "ui/history/historybar.h"
#include "ui/history/historydelegate.h"
#include "ui/history/historymodel.h"
#include "ui/history/historystates.h"
#include "ui/history/historyview.h"
#include "ui/history/selectedhistory.h"
#include "ui/invitations/detailspane.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

constexpr int narrowWidth = 720;
constexpr int leastWidth = 560; // list and details beside each other
constexpr int lowHeight = 520;  // with the details below, too little would be seen of either

} // namespace

HistoryPage::HistoryPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new HistoryModel(session, ListKind::History, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("historyPage"));
    setAccessibleName(tr("History"));
    m_splitter->setObjectName(QStringLiteral("historySplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeListSide());
    m_details = new DetailsPane(m_splitter, DetailsPane::Purpose::LookBack);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({420, 460});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_selected = new SelectedHistory({m_session, *m_model, *m_list, *m_details}, this);
    connectParts();
    openView();
    updateStates();
}

QWidget *HistoryPage::makeListSide()
{
    auto *side = new QWidget(m_splitter);
    side->setMinimumWidth(260);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    m_bar = new HistoryBar(side);
    m_stack = new QStackedWidget(side);
    m_list = new HistoryView(m_stack);
    m_list->setObjectName(QStringLiteral("history"));
    m_list->setAccessibleName(tr("History list"));
    m_delegate = new HistoryDelegate(HistoryDelegate::SecondLine::Outcome, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(m_model);
    m_states = new HistoryStates(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_states);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(new LimitedNote(*m_model, side));
    return side;
}

void HistoryPage::connectParts()
{
    connect(m_bar, &HistoryBar::viewChosen, this, &HistoryPage::openView);
    connect(m_bar, &HistoryBar::finderAsked, this, [this] { emit finderAsked(m_bar->search()); });
    connect(m_bar, &HistoryBar::evidenceAsked, this, &HistoryPage::evidenceAsked);
    connect(&m_bar->searchField(), &SearchField::left, this, [this] {
        m_list->setFocus(Qt::OtherFocusReason);
        if (!m_list->selectionModel()->hasSelection() && m_model->rowCount() > 0)
            m_list->select(0);
    });
    connect(m_states, &HistoryStates::refreshAsked, this, [this] { m_session.refresh(); });
    connect(m_states, &HistoryStates::clearAsked, m_bar, &HistoryBar::clear);
    connect(m_states, &HistoryStates::finderAsked, m_bar, &HistoryBar::finderAsked);
    connect(m_details, &DetailsPane::decidingAsked, this, [this] {
        if (m_selected->id())
            emit decidingAsked(*m_selected->id());
    });
    connect(m_selected, &SelectedHistory::minuteTurned, this, [this] {
        // Past midnight the period begins a day later.
        if (periodStart(m_bar->period(), m_session.now()) != m_model->query().since)
            openView();
    });
    connect(m_model, &PagedModel::opened, this, &HistoryPage::updateStates);
    connect(&m_session, &Session::changed, this, &HistoryPage::updateStates);
}

void HistoryPage::setBranch(const std::optional<BranchId> &branch)
{
    if (branch == m_branch)
        return;
    m_branch = branch;
    openView();
    updateStates();
}

void HistoryPage::openView()
{
    m_delegate->setShowsBranch(!m_branch);
    m_model->open({.kind = ListKind::History,
                   .branch = m_branch,
                   .filter = InvitationFilter::All,
                   .sort = SortOrder::Newest,
                   .search = m_bar->search(),
                   .outcome = m_bar->outcome(),
                   .since = periodStart(m_bar->period(), m_session.now())});
}

void HistoryPage::updateStates()
{
    const Overview &overview = m_session.overview();
    const ListQuery &query = m_model->query();
    const bool narrowed = query.outcome != HistoryFilter::All || query.since || !query.search.isEmpty();
    const bool counted = m_model->isOpened() && !m_model->isOpening() && !m_model->isLimited();
    m_bar->setCount(counted ? std::optional<qint64>(m_model->rowCount()) : std::nullopt);
    const ListState state = listState({.opened = m_model->isOpened(),
                                       .total = m_model->rowCount(),
                                       .narrowed = narrowed,
                                       .permitted = mayView(overview, m_branch, Permission::ViewClients)},
                                      overview.status);
    m_states->showState(state, query, overview, m_session.now());
    m_stack->setCurrentIndex(state == ListState::Rows ? 0 : 1);
}

void HistoryPage::focusSearch()
{
    m_bar->searchField().setFocus(Qt::ShortcutFocusReason);
    m_bar->searchField().selectAll();
}

void HistoryPage::showInvitation(const InvitationId &id)
{
    m_selected->show(id);
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < leastWidth || (width() < narrowWidth && height() >= lowHeight);
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

#include "ui/invitations/invitationspage.h"

#include "ui/common/busybar.h"
#include "ui/common/limitednote.h"
#include "ui/common/newabove.h"
#include "ui/common/quietlabel.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"
#include "ui/invitations/decisionflow.h"
#include "ui/invitations/detailspane.h"
#include "ui/invitations/invitationbar.h"
#include "ui/invitations/invitationsmodel.h"
#include "ui/invitations/invitationstates.h"
#include "ui/invitations/invitationview.h"
#include "ui/invitations/notekeeper.h"
#include "ui/invitations/replyflow.h"
#include "ui/invitations/selectedinvitation.h"

#include <QDataStream>
#include <QKeyEvent>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

constexpr int narrowWidth = 720;
constexpr int leastWidth = 560; // list and details beside each other
constexpr int lowHeight = 520;  // with the details below, too little would be seen of either
constexpr quint8 layoutVersion = 1;

} // namespace

InvitationsPage::InvitationsPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new InvitationsModel(session, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_flow(new DecisionFlow(session, this))
{
    setObjectName(QStringLiteral("invitationsPage"));
    setAccessibleName(tr("Client Invitations"));
    m_splitter->setObjectName(QStringLiteral("invitationsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeListSide());
    m_details = new DetailsPane(m_splitter);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_wideSizes = {420, 460};
    m_narrowSizes = {300, 360};
    m_splitter->setSizes(m_wideSizes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_selected = new SelectedInvitation({m_session, *m_model, *m_view, *m_details, *m_flow}, this);
    m_notes = new NoteKeeper(m_session, m_details->note(), this);
    connectParts();
    openView();
    updateStates();
}

QWidget *InvitationsPage::makeListSide()
{
    auto *side = new QWidget(m_splitter);
    side->setMinimumWidth(260);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    m_bar = new InvitationBar(side);
    m_syncStrip = new QWidget(side);
    m_syncWords = new QuietLabel(QStringLiteral("firstSyncWords"), m_syncStrip);
    auto *progress = new BusyBar(QStringLiteral("firstSyncProgress"), tr("First synchronisation"), m_syncStrip);
    auto *strip = new QVBoxLayout(m_syncStrip);
    strip->setContentsMargins(Measure::margin, Measure::gap, Measure::margin, Measure::gap);
    strip->setSpacing(Measure::grid);
    strip->addWidget(progress);
    strip->addWidget(m_syncWords);
    m_listStack = new QStackedWidget(side);
    m_view = new InvitationView(*m_model, m_listStack);
    m_newAbove = new NewAbove(*m_view, *m_model, this);
    m_states = new InvitationStates(m_listStack);
    m_listStack->addWidget(m_view);
    m_listStack->addWidget(m_states);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_listStack, 1);
    layout->addWidget(m_syncStrip); // Below: when it goes, no row moves
    layout->addWidget(new LimitedNote(*m_model, side));
    return side;
}

void InvitationsPage::connectParts()
{
    connect(m_bar, &InvitationBar::viewChosen, this, &InvitationsPage::openView);
    connect(&m_bar->searchField(), &SearchField::left, this, [this] {
        m_view->setFocus(Qt::OtherFocusReason);
        if (m_view->selectionModel()->selectedRows().isEmpty() && m_model->rowCount() > 0)
            m_view->select(0);
    });
    connect(m_newAbove, &NewAbove::countChanged, this, [this](int count) {
        // In the first synchronisation everything is new.
        m_bar->setNewAbove(m_session.overview().status.firstSync ? 0 : count);
    });
    connect(m_bar, &InvitationBar::newAboveAsked, m_newAbove, &NewAbove::show);
    connect(m_states, &InvitationStates::refreshAsked, this, [this] { m_session.refresh(); });
    connect(m_states, &InvitationStates::finderAsked, this, [this] { emit finderAsked(m_bar->search()); });
    connect(m_states, &InvitationStates::clearAsked, m_bar, &InvitationBar::clear);
    connect(m_model, &PagedModel::opened, this, &InvitationsPage::updateStates);
    connect(&m_session, &Session::changed, this, &InvitationsPage::updateStates);
}

void InvitationsPage::setBranch(const std::optional<BranchId> &branch)
{
    if (branch == m_branch)
        return;
    m_branch = branch;
    m_selected->unpin();
    openView();
    updateStates();
}

void InvitationsPage::openView()
{
    m_view->setShowsBranch(!m_branch);
    m_selected->setSearching(!m_bar->search().isEmpty());
    m_model->open({.kind = ListKind::Invitations,
                   .branch = m_branch,
                   .filter = m_bar->filter(),
                   .sort = m_bar->sort(),
                   .search = m_bar->search()});
}

void InvitationsPage::showInvitation(const InvitationId &id)
{
    m_selected->show(id);
}

void InvitationsPage::acceptSelected()
{
    m_selected->accept();
}

void InvitationsPage::rejectSelected()
{
    m_selected->reject();
}

void InvitationsPage::editAndSendAgain(const Operation &operation)
{
    m_selected->editAndSendAgain(operation);
}

void InvitationsPage::manageReplies()
{
    m_flow->replies().manage(*this);
}

void InvitationsPage::leave(std::function<void()> goOn)
{
    m_notes->leave(*this, std::move(goOn));
}

void InvitationsPage::updateStates()
{
    const Overview &overview = m_session.overview();
    const auto counts = m_branch ? overview.counts.byBranch.find(*m_branch) : overview.counts.byBranch.end();
    const ListQuery &query = m_model->query();
    const bool narrowed = query.filter != InvitationFilter::All || !query.search.isEmpty();
    m_bar->setCounts(!m_branch                                  ? overview.counts.all
                     : counts != overview.counts.byBranch.end() ? counts->second
                                                                : PendingCounts(),
                     narrowed && !m_model->isOpening() && !m_model->isLimited()
                         ? std::optional<qint64>(m_model->rowCount())
                         : std::nullopt);
    const ListState state = listState({.opened = m_model->isOpened(),
                                       .total = m_model->rowCount(),
                                       .narrowed = narrowed,
                                       .permitted = mayView(overview, m_branch, Permission::ViewClients)},
                                      overview.status);
    if (overview.status.firstSync)
        m_newAbove->forget();
    m_states->showState(state, query, overview);
    m_listStack->setCurrentIndex(state == ListState::Rows ? 0 : 1);
    m_syncStrip->setVisible(overview.status.firstSync && state == ListState::Rows);
    m_syncWords->setText(
        tr("First synchronisation: %1 received so far").arg(QLocale().toString(overview.status.received)));
}

void InvitationsPage::focusSearch()
{
    m_bar->searchField().setFocus(Qt::ShortcutFocusReason);
    m_bar->searchField().selectAll();
}

void InvitationsPage::turn(bool narrow)
{
    const Qt::Orientation orientation = narrow ? Qt::Vertical : Qt::Horizontal;
    if (orientation == m_splitter->orientation())
        return;
    (narrow ? m_wideSizes : m_narrowSizes) = m_splitter->sizes();
    m_splitter->setOrientation(orientation);
    m_splitter->setSizes(narrow ? m_narrowSizes : m_wideSizes);
}

void InvitationsPage::keyPressEvent(QKeyEvent *event)
{
    const int key = event->modifiers() == Qt::NoModifier ? event->key() : 0;
    if (key == Qt::Key_A)
        m_selected->accept();
    else if (key == Qt::Key_R)
        m_selected->reject();
    else if (key == Qt::Key_J || key == Qt::Key_K)
        m_selected->moveBy(key == Qt::Key_J ? 1 : -1);
    else
        QWidget::keyPressEvent(event);
}

void InvitationsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    turn(width() < leastWidth || (width() < narrowWidth && height() >= lowHeight));
}

QByteArray InvitationsPage::saveLayout() const
{
    const bool narrow = m_splitter->orientation() == Qt::Vertical;
    QByteArray layout;
    QDataStream out(&layout, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << layoutVersion << (narrow ? m_wideSizes : m_splitter->sizes())
        << (narrow ? m_splitter->sizes() : m_narrowSizes) << qint32(m_bar->sort());
    return layout;
}

void InvitationsPage::restoreLayout(const QByteArray &layout)
{
    QDataStream in(layout);
    in.setVersion(QDataStream::Qt_6_4);
    quint8 version = 0;
    QList<int> wide;
    QList<int> narrow;
    qint32 sort = 0;
    in >> version >> wide >> narrow >> sort;
    if (in.status() != QDataStream::Ok || version != layoutVersion || wide.size() != 2 || narrow.size() != 2 ||
        sort < 0 || sort > int(SortOrder::Company))
        return;
    m_wideSizes = wide;
    m_narrowSizes = narrow;
    m_splitter->setSizes(m_splitter->orientation() == Qt::Vertical ? narrow : wide);
    if (SortOrder(sort) != m_bar->sort()) {
        m_bar->setSort(SortOrder(sort));
        openView();
    }
}

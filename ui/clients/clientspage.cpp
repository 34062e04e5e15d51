#include "ui/clients/clientspage.h"

#include "ui/clients/addclientflow.h"
#include "ui/clients/clientdelegate.h"
#include "ui/clients/clientflow.h"
#include "ui/clients/clientpane.h"
#include "ui/clients/clientsmodel.h"
#include "ui/clients/clientstates.h"
#include "ui/clients/notespart.h"
#include "ui/clients/selectedclient.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/rowlist.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"
#include "ui/invitations/unsavednotedialog.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

constexpr int narrowWidth = 720;

} // namespace

ClientsPage::ClientsPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ClientsModel(session, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("clientsPage"));
    setAccessibleName(tr("Clients"));
    m_splitter->setObjectName(QStringLiteral("clientsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeListSide());
    m_pane = new ClientPane(m_splitter);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({420, 460});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_flow = new ClientFlow(session, this);
    m_adding = new AddClientFlow(session, this);
    connectParts(); // First: what is selected is shown already
    m_selected = new SelectedClient({session, *m_model, *m_list, *m_pane, *m_flow}, this);
    openView();
    updateStates();
}

void ClientsPage::connectParts()
{
    connect(m_pane, &ClientPane::linkActivated, this, &ClientsPage::linkActivated);
    connect(m_pane, &ClientPane::invitationAsked, this, &ClientsPage::invitationAsked);
    connect(m_adding, &AddClientFlow::linkActivated, this, &ClientsPage::linkActivated);
    connect(m_search, &SearchField::searched, this, &ClientsPage::openView);
    connect(m_search, &SearchField::left, m_list, qOverload<>(&QWidget::setFocus));
    auto *open = new QShortcut(QKeySequence(Qt::Key_Space), m_list);
    open->setContext(Qt::WidgetShortcut);
    connect(open, &QShortcut::activated, m_pane, &ClientPane::focusContent);
    connect(m_list, &QAbstractItemView::activated, m_pane, &ClientPane::focusContent);
    connect(m_states, &ClientStates::refreshAsked, &m_session, &Session::refresh);
    connect(m_states, &ClientStates::addAsked, this, &ClientsPage::addClient);
    connect(m_model, &PagedModel::opened, this, &ClientsPage::updateStates);
    connect(&m_session, &Session::changed, this, &ClientsPage::updateStates);
}

QWidget *ClientsPage::makeHead(QWidget *side)
{
    auto *bar = new QWidget(side);
    QLabel *const title = plainLabel(bar, QStringLiteral("clientsTitle"));
    title->setText(tr("Clients"));
    title->setWordWrap(false);
    title->setFont(themeFont(*this, 4, true));
    m_count = new QuietLabel(QStringLiteral("clientsCount"), bar);
    m_count->setContentsMargins(0, 5, 0, 0); // on the title's baseline
    auto *add = new QPushButton(tr("Add a Client…"), bar);
    add->setObjectName(QStringLiteral("addClient"));
    add->setAccessibleName(add->text());
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &ClientsPage::addClient);
    m_search = new SearchField(bar);
    auto *head = new QHBoxLayout;
    head->setSpacing(Measure::gap + Measure::grid);
    head->addWidget(title);
    head->addWidget(m_count, 1, Qt::AlignVCenter);
    head->addWidget(add);
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins(Measure::margin, Measure::margin, Measure::margin, Measure::gap + Measure::grid);
    column->setSpacing(Measure::gap + 2);
    column->addLayout(head);
    column->addWidget(m_search);
    return bar;
}

QWidget *ClientsPage::makeListSide()
{
    auto *side = new QWidget(m_splitter);
    side->setMinimumWidth(260);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    m_stack = new QStackedWidget(side);
    m_list = new RowList(m_stack);
    m_list->setObjectName(QStringLiteral("clients"));
    m_list->setAccessibleName(tr("Clients list"));
    m_delegate = new ClientDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(m_model);
    m_states = new ClientStates(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_states);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead(side));
    layout->addWidget(m_stack, 1);
    return side;
}

void ClientsPage::setBranch(const std::optional<BranchId> &branch)
{
    if (branch == m_branch)
        return;
    m_branch = branch;
    openView();
    updateStates();
}

void ClientsPage::openView()
{
    m_delegate->setShowsBranch(!m_branch);
    m_model->open({.kind = ListKind::Clients,
                   .branch = m_branch,
                   .filter = InvitationFilter::All,
                   .sort = SortOrder::Company,
                   .search = m_search->text()});
}

void ClientsPage::updateStates()
{
    const Overview &overview = m_session.overview();
    const auto count =
        m_branch ? overview.counts.clientsByBranch.find(*m_branch) : overview.counts.clientsByBranch.end();
    qint64 clients = m_branch ? 0 : overview.counts.clients;
    if (count != overview.counts.clientsByBranch.end())
        clients = count->second;
    m_count->setText(QLocale().toString(clients));
    const ListState state = listState({.opened = m_model->isOpened(),
                                       .total = m_model->rowCount(),
                                       .narrowed = !m_model->query().search.isEmpty(),
                                       .permitted = mayView(overview, m_branch, Permission::ViewClients)},
                                      overview.status);
    m_states->showState(state, m_model->query(), overview, m_session.now());
    m_stack->setCurrentIndex(state == ListState::Rows ? 0 : 1);
}

void ClientsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ClientsPage::showClient(const ClientId &id)
{
    m_selected->show(id);
}

void ClientsPage::addClient()
{
    m_adding->open(m_branch);
}

void ClientsPage::leave(const std::function<void()> &goOn)
{
    const QStringList lost = m_pane->notes().unsavedWords();
    if (lost.isEmpty())
        return goOn();
    auto *dialog = new UnsavedNoteDialog(UnsavedNoteDialog::Kind::ClientNote, lost, window());
    connect(dialog, &UnsavedNoteDialog::leaveAsked, this, goOn);
    dialog->open();
}

void ClientsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() < narrowWidth ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == wanted)
        return;
    m_splitter->setOrientation(wanted);
    // A page is longer than the few rows that one goes through above it.
    if (wanted == Qt::Vertical)
        m_splitter->setSizes({height() * 2 / 5, height() * 3 / 5});
}

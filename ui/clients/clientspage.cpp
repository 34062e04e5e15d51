#include "ui/clients/clientspage.h"

#include "ui/clients/clientdelegate.h"
#include "ui/clients/clientpane.h"
#include "ui/clients/clientsmodel.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/rowlist.h"
#include "ui/common/searchfield.h"
#include "ui/common/sentences.h"
#include "ui/common/statepanel.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
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

    connect(m_pane, &ClientPane::linkActivated, this, &ClientsPage::linkActivated);
    connect(m_search, &SearchField::searched, this, &ClientsPage::openView);
    connect(m_search, &SearchField::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &RowList::rowSelected, this, &ClientsPage::takeRow);
    connect(m_model, &PagedModel::opened, this, &ClientsPage::takeOpened);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ClientsPage::takeRow);
    connect(&m_session, &Session::changed, this, &ClientsPage::takeChanges);
    openView();
    updateStates();
}

QWidget *ClientsPage::makeListSide()
{
    auto *side = new QWidget(m_splitter);
    side->setMinimumWidth(260);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    QLabel *const title = plainLabel(side, QStringLiteral("clientsTitle"));
    title->setText(tr("Clients"));
    title->setWordWrap(false);
    title->setFont(themeFont(*this, 4, true));
    m_count = new QuietLabel(QStringLiteral("clientsCount"), side);
    m_search = new SearchField(side);
    auto *head = new QHBoxLayout;
    head->setSpacing(Measure::gap + Measure::grid);
    head->addWidget(title);
    head->addWidget(m_count, 1, Qt::AlignBottom);
    m_count->setContentsMargins(0, 0, 0, 2); // on the title's baseline
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(Measure::margin, Measure::margin, Measure::margin, Measure::gap + Measure::grid);
    bar->setSpacing(Measure::gap + 2);
    bar->addLayout(head);
    bar->addWidget(m_search);

    m_stack = new QStackedWidget(side);
    m_list = new RowList(m_stack);
    m_list->setObjectName(QStringLiteral("clients"));
    m_list->setAccessibleName(tr("Clients list"));
    m_delegate = new ClientDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(m_model);
    m_states = new StatePanel(QStringLiteral("clientStates"), m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_states);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
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

void ClientsPage::takeOpened()
{
    updateStates();
    restore();
    showSelected();
}

void ClientsPage::restore()
{
    const std::optional<ClientId> id = ClientId::parse(m_selected);
    if (!id) {
        selectFirst();
        return;
    }
    m_restoring = true;
    m_session.findClient(*id, this, [this, key = m_selected](const Result<qsizetype> &row) {
        m_restoring = false;
        const int found = row ? int(*row) : -1;
        if (key != m_selected || m_list->selectionModel()->hasSelection())
            return;
        if (found >= 0 && found < m_model->rowCount())
            m_list->select(found);
        else
            selectFirst();
    });
}

void ClientsPage::selectFirst()
{
    // While one searches, the details don't jump from one to the next with every letter; in the first synchronisation
    // what is first is not known before its end.
    if (m_model->rowCount() > 0 && m_search->text().isEmpty() && !m_session.overview().status.firstSync)
        m_list->select(0);
}

void ClientsPage::takeRow()
{
    const QModelIndex index = m_list->selectionModel()->selectedRows().value(0);
    if (index.data(PagedModel::LoadedRole).toBool())
        m_selected = index.data(ClientsModel::KeyRole).toString();
    showSelected();
}

void ClientsPage::showSelected()
{
    const Overview &overview = m_session.overview();
    m_pane->showClient(m_list->selectionModel()->selectedRows().value(0),
                       overview.account ? overview.account->linkHosts : QStringList(), m_session.now());
}

void ClientsPage::takeChanges()
{
    updateStates();
    const bool chosen = !m_selected.isEmpty() || m_restoring || m_list->selectionModel()->hasSelection();
    // Who has scrolled down in the meantime is not taken back to the top.
    if (!chosen && m_model->isOpened() && m_list->isAtTop())
        selectFirst();
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
    say(state);
    m_stack->setCurrentIndex(state == ListState::Rows ? 0 : 1);
}

void ClientsPage::offerNext(ListState state)
{
    if (m_state == state)
        return;
    m_state = state;
    m_states->clearButtons();
    if (state == ListState::Offline || state == ListState::Trouble)
        connect(m_states->addButton(QStringLiteral("tryAgain"), tr("Try Again")), &QPushButton::clicked, this,
                [this] { m_session.refresh(); });
}

void ClientsPage::say(ListState state)
{
    const Overview &overview = m_session.overview();
    const QString branch = branchName(overview, m_branch);
    m_states->showProgress({});
    offerNext(state);
    switch (state) {
    case ListState::Rows:
    case ListState::Loading:
        m_states->say(StatePanel::Drawing::None, {}, {});
        return;
    case ListState::FirstSync:
        m_states->say(StatePanel::Drawing::Tray, tr("Getting your clients for the first time"), {});
        m_states->showProgress(tr("%1 received").arg(QLocale().toString(overview.status.received)));
        return;
    case ListState::NoPermission:
        m_states->say(StatePanel::Drawing::Lock, tr("You can't see these clients"),
                      Sentences::permissionMissing(Permission::ViewClients, inSentence(branch)));
        return;
    case ListState::NoMatch:
        m_states->say(StatePanel::Drawing::Glass,
                      tr("Nothing found for “%1”").arg(oneLine(m_model->query().search, 120)),
                      tr("Looked at company, owner and e-mail."));
        return;
    case ListState::Offline:
        m_states->say(StatePanel::Drawing::Cloud, tr("Nothing is here yet"),
                      tr("Your clients come with the first connection. There is none now."));
        return;
    case ListState::Trouble:
        m_states->say(StatePanel::Drawing::Cloud, tr("Your clients could not be read"),
                      Sentences::connectionLine(overview.status, m_session.now()));
        return;
    case ListState::Empty:
        m_states->say(StatePanel::Drawing::Tray,
                      branch.isEmpty() ? tr("There are no clients yet.")
                                       : tr("There are no clients on %1 yet.").arg(inSentence(branch)),
                      tr("Accept an invitation, and the client is here at once."));
        return;
    }
}

void ClientsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ClientsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() < narrowWidth ? Qt::Vertical : Qt::Horizontal);
}

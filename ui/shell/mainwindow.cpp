#include "ui/shell/mainwindow.h"

#include "ui/common/plaintext.h"
#include "ui/common/statepanel.h"
#include "ui/common/taborder.h"
#include "ui/common/theme.h"
#include "ui/history/finderflow.h"
#include "ui/settings/layoutstore.h"
#include "ui/shell/quitflow.h"
#include "ui/shell/sectionpages.h"
#include "ui/shell/sheets.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/signoutdialog.h"
#include "ui/shell/windowbars.h"
#include "ui/shell/windowmenus.h"
#include "ui/signin/signindialog.h"
#include "ui/signin/signinpage.h"

#include <QCloseEvent>
#include <QLocale>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int narrowBelow = 760;
constexpr int tallFrom = 560; // room enough to keep a line free for the bars

} // namespace

MainWindow::MainWindow(Session &session, LayoutStore &layout, LinkOpener opener, const std::optional<BranchId> &branch)
    : m_session(session)
    , m_layout(layout)
    , m_menus(new WindowMenus(*this))
    , m_quit(new QuitFlow(session, *this))
    , m_finder(new FinderFlow(session, this))
    , m_root(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    build(std::move(opener));
    connectSidebar();
    connectMenus();
    connect(&m_session, &Session::signInStateChanged, this, &MainWindow::showState);
    connect(&m_session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (changes.overview)
            take(*changes.overview);
    });
    connect(m_quit, &QuitFlow::finished, this, &QWidget::close);
    restore(branch);
    // The list can't have the keyboard before it has rows: it gets it then, unless a person is somewhere already.
    m_sidebar->focusSections();
    connect(
        &m_session, &Session::listOpened, this,
        [this] {
            if (!focusWidget() || m_sidebar->isAncestorOf(focusWidget()))
                m_pages->focusList();
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    take(m_session.overview());
    showState();
}

void MainWindow::build(LinkOpener opener)
{
    m_root->setObjectName(QStringLiteral("root"));
    m_desk = makeDesk(std::move(opener));
    m_signIn = new SignInPage(m_session, m_root);
    m_checking = new StatePanel(QStringLiteral("checkingPanel"), m_root);
    m_checking->say(
        StatePanel::Drawing::None, tr("Asking the service who is signed in"),
        tr("Nothing of this account is on this computer yet. The window fills as soon as the service answers."));
    m_checking->showProgress(tr("Waiting for the service"));
    for (QWidget *page : {m_desk, static_cast<QWidget *>(m_signIn), static_cast<QWidget *>(m_checking)})
        m_root->addWidget(page);
    setCentralWidget(m_root);
    // Also at 200 and 300 %, where a usual screen has fewer of these pixels.
    setMinimumSize(QSize(480, 400).boundedTo(screen()->availableSize() * 0.9));
    resize(QSize(1180, 760).boundedTo(screen()->availableSize() * 0.95));
}

QWidget *MainWindow::makeDesk(LinkOpener opener)
{
    auto *desk = new QWidget(m_root);
    desk->setObjectName(QStringLiteral("desk"));
    m_splitter = new QSplitter(desk);
    m_splitter->setObjectName(QStringLiteral("sidebarSplitter"));
    m_sidebar = new Sidebar(m_splitter);
    m_pages = new SectionPages(m_session, opener, m_splitter);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_pages);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_bars = new WindowBars(m_session, std::move(opener), desk);
    auto *column = new QVBoxLayout(desk);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_bars);
    connect(m_bars, &WindowBars::signInAsked, this, &MainWindow::askSignIn);
    connect(m_bars, &WindowBars::clientsAsked, this, [this] { goTo(Section::Clients); });
    connect(m_bars, &WindowBars::clientAsked, m_pages, &SectionPages::showClient);
    connect(m_bars, &WindowBars::canUndoChanged, m_menus, &WindowMenus::setUndoEnabled);
    m_menus->setUndoEnabled(m_bars->canUndo());
    return desk;
}

void MainWindow::connectSidebar()
{
    connect(m_sidebar, &Sidebar::sectionChosen, m_pages, &SectionPages::showSection);
    connect(m_sidebar, &Sidebar::sectionClicked, m_pages, &SectionPages::focusList);
    connect(m_sidebar, &Sidebar::branchChosen, this, &MainWindow::chooseBranch);
    connect(m_sidebar, &Sidebar::refreshAsked, &m_session, &Session::refresh);
    connect(m_sidebar, &Sidebar::railChanged, this, &MainWindow::fitSidebar);
    connect(m_pages, &SectionPages::sectionAsked, this, &MainWindow::goTo);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (!m_sidebar->isRail())
            m_sidebarWidth = m_sidebar->width();
    });
}

void MainWindow::connectMenus()
{
    connect(m_menus, &WindowMenus::sectionAsked, this, &MainWindow::goTo);
    connect(m_menus, &WindowMenus::refreshAsked, &m_session, &Session::refresh);
    connect(m_menus, &WindowMenus::searchAsked, m_pages, &SectionPages::focusSearch);
    const auto find = [this](const QString &words) { m_finder->open(words, m_sidebar->branch()); };
    connect(m_menus, &WindowMenus::finderAsked, this, [find] { find({}); });
    connect(m_pages, &SectionPages::finderAsked, this, find);
    connect(m_finder, &FinderFlow::chosen, this, [this](const InvitationId &id, bool isPending) {
        isPending ? showInvitation(id) : m_pages->showInHistory(id);
    });
    connect(m_menus, &WindowMenus::undoAsked, m_bars, &WindowBars::undo);
    connect(m_menus, &WindowMenus::repliesAsked, m_pages, &SectionPages::manageReplies);
    connect(m_menus, &WindowMenus::evidenceAsked, m_pages, &SectionPages::writeEvidence);
    connect(m_menus, &WindowMenus::addClientAsked, m_pages, &SectionPages::addClient);
    connect(m_menus, &WindowMenus::signOutAsked, this, [this] { m_pages->leave([this] { askSignOut(); }); });
    connect(m_menus, &WindowMenus::quitAsked, this, &QWidget::close);
    connect(m_menus, &WindowMenus::shortcutsAsked, this, [this] { openShortcutSheet(*this); });
    connect(m_menus, &WindowMenus::aboutAsked, this, [this] { openAbout(*this); });
}

void MainWindow::restore(const std::optional<BranchId> &branch)
{
    restoreGeometry(m_layout.bytes(QStringLiteral("window")));
    const int width = m_layout.text(QStringLiteral("sidebar")).toInt();
    if (width > 0)
        m_sidebarWidth = std::clamp(width, Sidebar::leastWidth, 420);
    m_pages->restoreLayout(m_layout.bytes(QStringLiteral("invitations")));
    chooseBranch(branch ? branch : BranchId::parse(m_layout.text(QStringLiteral("branch"))));
    bool known = false;
    const int section = m_layout.text(QStringLiteral("section")).toInt(&known);
    goTo(known && section >= 0 && section < sectionCount ? Section(section) : Section::Invitations);
    fitSidebar();
}

void MainWindow::keepLayout()
{
    m_layout.keep(QStringLiteral("window"), saveGeometry());
    m_layout.keep(QStringLiteral("sidebar"), QString::number(m_sidebarWidth));
    m_layout.keep(QStringLiteral("invitations"), m_pages->saveLayout());
    m_layout.keep(QStringLiteral("branch"), m_sidebar->branch() ? m_sidebar->branch()->text() : QString());
    m_layout.keep(QStringLiteral("section"), QString::number(int(m_sidebar->section())));
}

void MainWindow::take(const Overview &overview)
{
    m_sidebar->setOverview(overview, m_session.now());
    leaveStrayBranch(overview);
    const QString practice = overview.account ? oneLine(overview.account->practiceName, 80) : QString();
    const qint64 pending = overview.counts.all.pending;
    if (practice.isEmpty())
        setWindowTitle(tr("Atlas"));
    else if (pending == 0)
        setWindowTitle(tr("Client Invitations – %1", "practice").arg(practice));
    else
        setWindowTitle(
            tr("Client Invitations – %1 (%2)", "practice, number pending").arg(practice, QLocale().toString(pending)));
}

void MainWindow::leaveStrayBranch(const Overview &overview)
{
    // Until the branches have all come, the one that was asked for may still be among them.
    if (overview.status.firstSync || overview.branches.empty() || !m_sidebar->hasStrayBranch())
        return;
    chooseBranch(std::nullopt);
    m_bars->sayBranchLeft();
}

void MainWindow::showState()
{
    const SignInState state = m_session.signInState();
    m_menus->setSignedIn(state == SignInState::SignedIn);
    switch (state) {
    case SignInState::Starting:
    case SignInState::SignedIn:
        m_root->setCurrentWidget(m_desk);
        return;
    case SignInState::SignedOut:
        m_root->setCurrentWidget(m_signIn);
        return;
    case SignInState::Checking:
        // Asked from the sign-in page, that says it itself; it also says why there is no answer, and takes another
        // address.
        if (m_session.signInError())
            m_root->setCurrentWidget(m_signIn);
        else if (m_root->currentWidget() != m_signIn)
            m_root->setCurrentWidget(m_checking);
        return;
    }
}

void MainWindow::goTo(Section section)
{
    m_sidebar->showSection(section);
    m_pages->showSection(section);
    m_pages->focusList();
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showInvitation(const InvitationId &id)
{
    goTo(Section::Invitations);
    m_pages->showInvitation(id);
}

void MainWindow::chooseBranch(const std::optional<BranchId> &branch)
{
    m_sidebar->chooseBranch(branch);
    m_pages->setBranch(branch);
}

void MainWindow::fitSidebar()
{
    m_sidebar->setNarrow(width() < narrowBelow);
    const int sidebar = m_sidebar->isRail() ? Sidebar::railWidth : m_sidebarWidth;
    m_splitter->setSizes({sidebar, std::max(1, width() - sidebar)});
}

void MainWindow::askSignIn()
{
    auto *dialog = new SignInDialog(m_session.server(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SignInDialog::confirmed, &m_session, &Session::signIn);
    dialog->open();
}

void MainWindow::askSignOut()
{
    auto *dialog = new SignOutDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SignOutDialog::confirmed, m_signIn, &SignInPage::signOut);
    dialog->open();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    orderTabs(*this);
    return QMainWindow::focusNextPrevChild(next);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_quit->isDone()) {
        event->accept();
        emit left();
        return;
    }
    event->ignore();
    keepLayout();
    m_pages->leave([this] { m_quit->begin(); });
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_sidebar)
        fitSidebar();
    if (m_bars)
        m_bars->setReserved(height() >= tallFrom);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_session.hintActivity();
}

#pragma once

#include "core/session/session.h"
#include "ui/shell/confirmedbar.h"
#include "ui/shell/section.h"

#include <QMainWindow>

class FinderFlow;
class LayoutStore;
class QSplitter;
class QStackedWidget;
class QuitFlow;
class SectionPages;
class Sidebar;
class SignInPage;
class StatePanel;
class WindowBars;
class WindowMenus;

/// The window: sidebar, the section's page, and the bars. Assembles; what they do is theirs.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// `session` and `layout` outlive the window. `branch`: shown at first instead of the remembered one.
    MainWindow(Session &session, LayoutStore &layout, LinkOpener opener,
               const std::optional<BranchId> &branch = std::nullopt);

    /// In front of other windows, as far as the system lets it.
    void comeForward();
    /// Goes to it in Client Invitations, whichever branch is shown.
    void showInvitation(const InvitationId &id);

signals:
    /// Everything is kept, the window may go.
    void left();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build(LinkOpener opener);
    QWidget *makeDesk(LinkOpener opener);
    void connectSidebar();
    void connectMenus();
    void restore(const std::optional<BranchId> &branch);
    void keepLayout();
    void take(const Overview &overview);
    void showState();
    void goTo(Section section);
    void chooseBranch(const std::optional<BranchId> &branch);
    /// All branches instead of one that is not among those the person can see, and a line that says so.
    void leaveStrayBranch(const Overview &overview);
    void fitSidebar();
    void askSignIn();
    void askSignOut();

    Session &m_session;
    LayoutStore &m_layout;
    WindowMenus *m_menus;
    QuitFlow *m_quit;
    FinderFlow *m_finder;
    QStackedWidget *m_root;
    SignInPage *m_signIn = nullptr;
    StatePanel *m_checking = nullptr;
    QWidget *m_desk = nullptr;
    QSplitter *m_splitter = nullptr;
    Sidebar *m_sidebar = nullptr;
    SectionPages *m_pages = nullptr;
    WindowBars *m_bars = nullptr;
    int m_sidebarWidth = 232; ///< As a person left it, where it is no rail
};

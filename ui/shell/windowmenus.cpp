#include "ui/shell/windowmenus.h"

#include "ui/shell/sidebarmodel.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace {

QMenu *addMenu(QMainWindow &window, const QString &objectName, const QString &title)
{
    QMenu *const menu = window.menuBar()->addMenu(title);
    menu->setObjectName(objectName);
    return menu;
}

QAction *addAction(QMenu &menu, const QString &objectName, const QString &text, const QKeySequence &keys)
{
    QAction *const action = menu.addAction(text);
    action->setObjectName(objectName);
    action->setShortcut(keys);
    return action;
}

} // namespace

WindowMenus::WindowMenus(QMainWindow &window)
    : QObject(&window)
{
    window.menuBar()->setObjectName(QStringLiteral("menuBar"));
    addFile(window);
    addEdit(window);
    addView(window);
    addHelp(window);
    setUndoEnabled(false);
}

void WindowMenus::addFile(QMainWindow &window)
{
    QMenu *const menu = addMenu(window, QStringLiteral("fileMenu"), tr("&File"));
    QAction *const evidence = addAction(*menu, QStringLiteral("evidenceAction"), tr("Export or print…"), QKeySequence::Print);
    m_signedIn.append(evidence);
    connect(evidence, &QAction::triggered, this, &WindowMenus::evidenceAsked);
    menu->addSeparator();
    QAction *const add = addAction(*menu, QStringLiteral("addClientAction"), tr("Add a Client…"), QKeySequence::New);
    m_signedIn.append(add);
    connect(add, &QAction::triggered, this, &WindowMenus::addClientAsked);
    QAction *const signOut = addAction(*menu, QStringLiteral("signOutAction"), tr("Sign out…"), {});
    m_signedIn.append(signOut);
    connect(signOut, &QAction::triggered, this, &WindowMenus::signOutAsked);
    menu->addSeparator();
    QAction *const quit = addAction(*menu, QStringLiteral("quitAction"), tr("Quit"), Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &WindowMenus::quitAsked);
}

void WindowMenus::addEdit(QMainWindow &window)
{
    QMenu *const menu = addMenu(window, QStringLiteral("editMenu"), tr("&Edit"));
    m_undo = addAction(*menu, QStringLiteral("undoAction"), tr("Undo decision"), QKeySequence::Undo);
    connect(m_undo, &QAction::triggered, this, &WindowMenus::undoAsked);
    QAction *const search = addAction(*menu, QStringLiteral("searchAction"), tr("Search"), QKeySequence::Find);
    m_signedIn.append(search);
    connect(search, &QAction::triggered, this, &WindowMenus::searchAsked);
    QAction *const finder = addAction(*menu, QStringLiteral("finderAction"), tr("They say they sent it…"),
                                      Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_signedIn.append(finder);
    connect(finder, &QAction::triggered, this, &WindowMenus::finderAsked);
    menu->addSeparator();
    QAction *const replies = addAction(*menu, QStringLiteral("repliesAction"), tr("Reply templates…"), {});
    m_signedIn.append(replies);
    connect(replies, &QAction::triggered, this, &WindowMenus::repliesAsked);
}

void WindowMenus::addView(QMainWindow &window)
{
    QMenu *const menu = addMenu(window, QStringLiteral("viewMenu"), tr("&View"));
    for (int i = 0; i < sectionCount; ++i) {
        const auto section = Section(i);
        QAction *const action = addAction(*menu, QStringLiteral("section%1Action").arg(i + 1), sectionName(section),
                                          QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        m_signedIn.append(action);
        connect(action, &QAction::triggered, this, [this, section] { emit sectionAsked(section); });
    }
    menu->addSeparator();
    QAction *const refresh = addAction(*menu, QStringLiteral("refreshAction"), tr("Refresh"), Qt::Key_F5);
    m_signedIn.append(refresh);
    connect(refresh, &QAction::triggered, this, &WindowMenus::refreshAsked);
}

void WindowMenus::addHelp(QMainWindow &window)
{
    QMenu *const menu = addMenu(window, QStringLiteral("helpMenu"), tr("&Help"));
    QAction *const shortcuts =
        addAction(*menu, QStringLiteral("shortcutsAction"), tr("Keyboard shortcuts"), Qt::Key_Question);
    // Where ? is on a shifted key it comes with that, elsewhere without.
    shortcuts->setShortcuts({QKeySequence(Qt::Key_Question), QKeySequence(Qt::SHIFT | Qt::Key_Question)});
    connect(shortcuts, &QAction::triggered, this, &WindowMenus::shortcutsAsked);
    QAction *const about = addAction(*menu, QStringLiteral("aboutAction"), tr("About Atlas"), {});
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &WindowMenus::aboutAsked);
}

void WindowMenus::setUndoEnabled(bool enabled)
{
    m_undo->setEnabled(enabled);
}

void WindowMenus::setSignedIn(bool signedIn)
{
    for (QAction *action : m_signedIn)
        action->setEnabled(signedIn);
}

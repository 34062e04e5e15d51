#pragma once

#include "ui/shell/section.h"

#include <QObject>

class QAction;
class QMainWindow;

/// The window's menus and with them its shortcuts. What is asked for is said by signals.
class WindowMenus final : public QObject
{
    Q_OBJECT

public:
    explicit WindowMenus(QMainWindow &window);

    void setUndoEnabled(bool enabled);
    /// Without an account there are no sections, and nobody to sign out.
    void setSignedIn(bool signedIn);

signals:
    void sectionAsked(Section section);
    void refreshAsked();
    void searchAsked();
    void finderAsked();
    void undoAsked();
    void repliesAsked();
    /// Records as a file or on paper.
    void evidenceAsked();
    void addClientAsked();
    void signOutAsked();
    void quitAsked();
    void shortcutsAsked();
    void aboutAsked();

private:
    void addFile(QMainWindow &window);
    void addEdit(QMainWindow &window);
    void addView(QMainWindow &window);
    void addHelp(QMainWindow &window);

    QAction *m_undo = nullptr;
    QList<QAction *> m_signedIn; ///< Enabled only with an account
};

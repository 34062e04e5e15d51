#pragma once

#include "ui/shell/barplace.h"
#include "ui/shell/confirmedbar.h"

class UndoBar;

/// The bars of the window, in their order: trouble beside the others; of the others what can be undone comes first.
class WindowBars final : public BarPlace
{
    Q_OBJECT

public:
    WindowBars(Session &session, LinkOpener opener, QWidget *parent);

    [[nodiscard]] bool canUndo() const;
    /// Takes back what the bar speaks of.
    void undo();
    /// The remembered branch is none of those that the person can see.
    void sayBranchLeft();

signals:
    void signInAsked();
    void clientsAsked();
    void clientAsked(const ClientId &id);
    void canUndoChanged(bool can);

private:
    UndoBar *m_undo;
    NoticeBar *m_branchNote;
};

#include "ui/shell/windowbars.h"

#include "ui/shell/servicebars.h"
#include "ui/shell/undobar.h"

#include <QPushButton>

WindowBars::WindowBars(Session &session, LinkOpener opener, QWidget *parent)
    : BarPlace(parent)
    , m_undo(new UndoBar(session, this))
    , m_branchNote(new NoticeBar(QStringLiteral("branchNote"), this))
{
    auto *service = new ServiceBars(session, this);
    auto *confirmed = new ConfirmedBar(session, std::move(opener), this);
    auto *seen = m_branchNote->addButton(QStringLiteral("branchNoteSeen"), tr("OK"));
    m_branchNote->hide();
    addAlways(service);
    addInTurn(m_undo);
    addInTurn(m_branchNote);
    addInTurn(confirmed);
    connect(seen, &QPushButton::clicked, m_branchNote, &QWidget::hide);
    connect(service, &ServiceBars::signInAsked, this, &WindowBars::signInAsked);
    connect(confirmed, &ConfirmedBar::clientsAsked, this, &WindowBars::clientsAsked);
    connect(confirmed, &ConfirmedBar::clientAsked, this, &WindowBars::clientAsked);
    connect(m_undo, &UndoBar::canUndoChanged, this, &WindowBars::canUndoChanged);
}

bool WindowBars::canUndo() const
{
    return m_undo->canUndo();
}

void WindowBars::undo()
{
    m_undo->undo();
}

void WindowBars::sayBranchLeft()
{
    m_branchNote->say(NoticeBar::Tone::Quiet, QStringLiteral("info"),
                      tr("The branch shown before is not among those you can see. All branches are shown."));
    m_branchNote->show();
}

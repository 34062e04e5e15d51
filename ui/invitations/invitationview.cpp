#include "ui/invitations/invitationview.h"

#include "ui/invitations/invitationdelegate.h"
#include "ui/invitations/invitationsmodel.h"

#include <QKeyEvent>

InvitationView::InvitationView(InvitationsModel &model, QWidget *parent)
    : RowList(parent)
    , m_model(model)
    , m_delegate(new InvitationDelegate(this))
{
    setObjectName(QStringLiteral("invitations"));
    setAccessibleName(tr("Invitations"));
    setItemDelegate(m_delegate);
    setModel(&model);
    m_minute.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        viewport()->update();
        emit minuteTurned();
        awaitMinute();
    });
    awaitMinute();
}

void InvitationView::awaitMinute()
{
    constexpr long long minute = 60'000;
    m_minute.start(int(minute - msSinceEpoch(m_model.now()) % minute));
}

void InvitationView::setShowsBranch(bool shows)
{
    m_delegate->setShowsBranch(shows);
    viewport()->update();
}

void InvitationView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() != Qt::NoModifier) {
        RowList::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_A:
        emit acceptAsked();
        return;
    case Qt::Key_R:
        emit rejectAsked();
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit detailsAsked();
        return;
    default:
        RowList::keyPressEvent(event);
    }
}

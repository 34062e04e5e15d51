#include "ui/invitations/replymenu.h"

#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/invitations/replywords.h"

#include <QMenu>

ReplyMenu::ReplyMenu(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("replyTemplates"));
    setText(tr("Templates") + QStringLiteral(" \u25BE"));
    setAccessibleName(tr("Templates"));
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setShortcut(Qt::ALT | Qt::Key_T);
    setPlainToolTip(*this,
                    tr("A reply that was written before (%1)").arg(shortcut().toString(QKeySequence::NativeText)));
    setWeight(*this, ButtonWeight::Quiet);
    m_menu->setObjectName(QStringLiteral("replyMenu"));
    m_menu->setAccessibleName(tr("Templates"));
    m_menu->setToolTipsVisible(true);
    connect(this, &QToolButton::clicked, this, &ReplyMenu::openMenu);
}

void ReplyMenu::setReplies(const std::optional<std::vector<ReplyTemplate>> &own)
{
    m_own = own;
}

void ReplyMenu::openMenu()
{
    fillMenu();
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QPoint corner =
        rightToLeft ? rect().bottomRight() - QPoint(m_menu->sizeHint().width(), 0) : rect().bottomLeft();
    m_menu->popup(mapToGlobal(corner));
}

void ReplyMenu::fillMenu()
{
    m_menu->clear();
    if (m_own) {
        addReplies(*m_own, true);
        addReplies(*m_own, false);
    } else {
        QAction *trouble = m_menu->addAction(tr("Your templates could not be read"));
        trouble->setObjectName(QStringLiteral("repliesTrouble"));
        trouble->setEnabled(false);
    }
    if (!m_menu->isEmpty())
        m_menu->addSeparator();
    const std::vector<ReplyTemplate> starters = ReplyWords::starters(m_reasons);
    addReplies(starters, true);
    addReplies(starters, false);
    m_menu->addSeparator();
    QAction *save = m_menu->addAction(tr("Save as template…"), this, &ReplyMenu::saveAsked);
    save->setObjectName(QStringLiteral("saveAsTemplate"));
    save->setEnabled(m_savable);
    QAction *manage = m_menu->addAction(tr("Reply templates…"), this, &ReplyMenu::manageAsked);
    manage->setObjectName(QStringLiteral("manageTemplates"));
}

void ReplyMenu::addReplies(const std::vector<ReplyTemplate> &replies, bool forReason)
{
    for (const ReplyTemplate &reply : replies) {
        if (forReason ? m_reason && reply.reasonId == m_reason : !reply.reasonId)
            addReply(reply);
    }
}

void ReplyMenu::addReply(const ReplyTemplate &reply)
{
    const QString name = oneLine(reply.name, 60);
    const QString language = ReplyWords::languageName(reply.language);
    QAction *action = m_menu->addAction(
        withoutMnemonic(language.isEmpty() ? name : tr("%1 · %2", "name, language").arg(name, language)));
    action->setObjectName(QStringLiteral("reply:") + (reply.id ? reply.id->text() : reply.name));
    action->setToolTip(plainToolTip(manyLines(merged(reply.text, values()).left(400))));
    connect(action, &QAction::triggered, this, [this, text = reply.text] { emit taken(merged(text, values())); });
}

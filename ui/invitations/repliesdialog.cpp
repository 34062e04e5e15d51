#include "ui/invitations/repliesdialog.h"

#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/noticebar.h"
#include "ui/common/plaintext.h"
#include "ui/common/taborder.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/replydelegate.h"
#include "ui/invitations/replywords.h"

#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

RepliesDialog::RepliesDialog(const std::vector<Reason> &reasons, QWidget *parent)
    : QDialog(parent)
    , m_reasons(reasons)
{
    setObjectName(QStringLiteral("repliesDialog"));
    setWindowTitle(tr("Reply templates"));
    setAccessibleName(windowTitle());
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Measure::margin + Measure::gap, Measure::margin + Measure::grid,
                               Measure::margin + Measure::gap, Measure::margin);
    column->setSpacing(Measure::gap);
    auto *about = new WrapLabel(QStringLiteral("repliesAbout"), this);
    about->setText(tr("Replies to use when you reject an invitation. They are kept on this computer, for you alone."));
    about->setQuiet();
    column->addWidget(about);
    addList(*column);
    m_notice = new NoticeBar(QStringLiteral("repliesNotice"), this);
    m_notice->hide();
    column->addWidget(m_notice);
    addButtons(*column);
    updateButtons();
    resize(QSize(560, 460).boundedTo(screen()->availableSize() * 0.9));
}

void RepliesDialog::addList(QVBoxLayout &column)
{
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("replies"));
    m_list->setAccessibleName(tr("Reply templates"));
    m_list->setItemDelegate(new ReplyDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column.addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &RepliesDialog::updateButtons);
    connect(m_list, &QListWidget::itemActivated, this, &RepliesDialog::edit);
    auto *byKey = new QShortcut(QKeySequence(QKeySequence::Delete), m_list);
    byKey->setContext(Qt::WidgetShortcut);
    connect(byKey, &QShortcut::activated, this, [this] { m_delete->click(); });
}

QPushButton *RepliesDialog::makeButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

void RepliesDialog::addButtons(QVBoxLayout &column)
{
    m_add = makeButton(QStringLiteral("addReply"), tr("New template…"));
    m_edit = makeButton(QStringLiteral("editReply"), tr("Change…"));
    m_delete = makeButton(QStringLiteral("deleteReply"), tr("Delete"));
    QPushButton *close = makeButton(QStringLiteral("closeReplies"), tr("Close"));
    auto *buttons = new FlowLayout(Measure::gap);
    for (QPushButton *button : {m_add, m_edit, m_delete, close})
        buttons->addWidget(button);
    column.addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, [this] { emit editAsked({}); });
    connect(m_edit, &QPushButton::clicked, this, &RepliesDialog::edit);
    connect(m_delete, &QPushButton::clicked, this, [this] {
        if (chosen() && chosen()->id)
            emit deleteAsked(*chosen());
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void RepliesDialog::setReplies(const std::vector<ReplyTemplate> &own)
{
    m_shown = own;
    for (const ReplyTemplate &starter : ReplyWords::starters(m_reasons))
        m_shown.push_back(starter);
    // What is chosen stays chosen by what it is, not by its place.
    const QListWidgetItem *current = m_list->currentItem();
    const QString key = current ? current->data(ReplyDelegate::KeyRole).toString() : QString();
    while (m_list->count() > int(m_shown.size()))
        delete m_list->takeItem(m_list->count() - 1);
    for (int row = 0; row < int(m_shown.size()); ++row)
        showRow(row, m_shown[size_t(row)]);
    for (int row = 0; row < m_list->count() && !key.isEmpty(); ++row) {
        if (m_list->item(row)->data(ReplyDelegate::KeyRole).toString() == key)
            m_list->setCurrentRow(row);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    updateButtons();
}

void RepliesDialog::showRow(int row, const ReplyTemplate &reply)
{
    if (row >= m_list->count())
        m_list->addItem(QString());
    QStringList about{ReplyWords::reasonName(reply.reasonId, m_reasons)};
    if (!reply.language.isEmpty())
        about << ReplyWords::languageName(reply.language);
    const QString origin = reply.id ? QString() : tr("comes with Atlas");
    const QString name = oneLine(reply.name, 100);
    const QString line = about.join(QStringLiteral(" · "));
    QListWidgetItem *item = m_list->item(row);
    item->setText(name);
    item->setData(ReplyDelegate::KeyRole, reply.id ? reply.id->text() : reply.name);
    item->setData(ReplyDelegate::AboutRole, line);
    item->setData(ReplyDelegate::OriginRole, origin);
    item->setData(
        Qt::AccessibleTextRole,
        (origin.isEmpty() ? QStringList{name, line} : QStringList{name, line, origin}).join(QStringLiteral(", ")));
    item->setToolTip(plainToolTip(manyLines(reply.text.left(400))));
}

const ReplyTemplate *RepliesDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_shown.size()) ? &m_shown[size_t(row)] : nullptr;
}

void RepliesDialog::edit()
{
    if (chosen())
        emit editAsked(*chosen());
}

void RepliesDialog::updateButtons()
{
    const bool own = chosen() && chosen()->id;
    m_edit->setText(own || !chosen() ? tr("Change…") : tr("Copy and change…"));
    m_edit->setAccessibleName(m_edit->text());
    m_edit->setEnabled(chosen());
    m_delete->setEnabled(own);
    m_delete->setAccessibleDescription(own || !chosen() ? QString() : tr("What comes with Atlas stays."));
}

void RepliesDialog::sayTrouble(const QString &words)
{
    m_notice->clearButtons();
    m_notice->say(NoticeBar::Tone::Danger, QStringLiteral("attention"), words);
    m_notice->setAccessibleName(words);
    m_notice->show();
    announce(*m_notice, words);
}

void RepliesDialog::sayDeleted(const ReplyTemplate &reply)
{
    const QString words = tr("“%1” is deleted.").arg(inSentence(oneLine(reply.name, 60)));
    m_notice->say(NoticeBar::Tone::Quiet, QStringLiteral("undo"), words);
    m_notice->setAccessibleName(words);
    offerUndo(reply);
    m_notice->show();
    announce(*m_notice, words);
}

void RepliesDialog::sayNotRestored(const ReplyTemplate &reply, const QString &why)
{
    sayTrouble(why);
    offerUndo(reply);
}

void RepliesDialog::offerUndo(const ReplyTemplate &reply)
{
    m_notice->clearButtons();
    QPushButton *undo = m_notice->addButton(QStringLiteral("undoDelete"), tr("Undo"));
    connect(undo, &QPushButton::clicked, this, [this, reply] {
        m_notice->hide();
        m_list->setFocus(Qt::OtherFocusReason);
        emit restoreAsked(reply);
    });
}

bool RepliesDialog::focusNextPrevChild(bool next)
{
    orderTabs(*this);
    return QDialog::focusNextPrevChild(next);
}

#include "ui/common/confirmdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/taborder.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

ConfirmDialog::ConfirmDialog(const QString &objectName, const QString &title, const QString &confirm, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(objectName);
    setWindowTitle(title);
    setAccessibleName(title);
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    makeFrame(title, confirm);
}

void ConfirmDialog::makeFrame(const QString &title, const QString &confirm)
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("dialogScroll"));
    m_scroll->setAccessibleName(title);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_content = new QWidget(m_scroll);
    auto *whole = new QVBoxLayout(m_content);
    whole->setContentsMargins(Measure::margin + Measure::gap, Measure::margin + Measure::grid,
                              Measure::margin + Measure::gap, Measure::gap);
    m_column = new QVBoxLayout;
    m_column->setSpacing(Measure::gap + Measure::grid);
    whole->addLayout(m_column);
    whole->addStretch(1);
    m_scroll->setWidget(m_content);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(makeButtons(confirm));
}

QWidget *ConfirmDialog::makeButtons(const QString &confirm)
{
    auto *strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("dialogButtons"));
    m_why = new WrapLabel(QStringLiteral("whyNot"), strip);
    m_why->setAlignment(Qt::AlignTrailing);
    m_cancel = new QPushButton(tr("Cancel"), strip);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setAutoDefault(true); // Where it has the keyboard, the Enter key is it, and never the decision
    m_confirm = new QPushButton(confirm, strip);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_confirm->setDefault(true);
    setWeight(*m_confirm, ButtonWeight::Primary);
    for (QPushButton *button : {m_cancel, m_confirm}) {
        button->setAccessibleName(button->text());
        button->setMinimumHeight(34);
    }
    connect(m_cancel, &QPushButton::clicked, this, &ConfirmDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, [this] { this->confirm(); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Measure::gap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(strip);
    layout->setContentsMargins(Measure::margin + Measure::gap, Measure::gap, Measure::margin + Measure::gap,
                               Measure::margin);
    layout->addWidget(m_why);
    layout->addLayout(buttons);
    return strip;
}

int ConfirmDialog::heightFor(int width) const
{
    m_content->layout()->activate();
    int tall = m_content->heightForWidth(width);
    if (tall < 0)
        tall = m_content->sizeHint().height();
    const int strip = findChild<QWidget *>(QStringLiteral("dialogButtons"))->sizeHint().height();
    return tall + strip + Measure::margin;
}

void ConfirmDialog::fitToScreen(int width)
{
    const QSize most = screen()->availableSize() * 0.9;
    const int wide = std::min(width, most.width());
    resize(wide, std::min(heightFor(wide), most.height()));
}

void ConfirmDialog::growToFit()
{
    // Only downwards, and no further than the screen: nothing that is there moves.
    const int room = screen()->availableGeometry().bottom() - geometry().top();
    resize(width(), std::max(height(), std::min(heightFor(width()), room)));
}

void ConfirmDialog::bringIntoView(QWidget &field)
{
    m_scroll->ensureWidgetVisible(&field, 0, Measure::margin);
}

void ConfirmDialog::scrollToTop()
{
    m_scroll->ensureVisible(0, 0);
}

void ConfirmDialog::focusCancel()
{
    m_cancel->setFocus();
}

bool ConfirmDialog::focusNextPrevChild(bool next)
{
    // What one types in must come before the buttons, whichever was made first: a space typed on Cancel would leave,
    // and the letters after it would be keys of the window.
    orderTabs(*this);
    return QDialog::focusNextPrevChild(next);
}

void ConfirmDialog::setKeeping(bool keeping)
{
    m_keeping = keeping;
    m_cancel->setEnabled(!keeping);
    updateConfirm();
}

void ConfirmDialog::updateConfirm()
{
    const QString why = whyNot();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_why->setFault(!why.isEmpty() && isFault());
    m_confirm->setAccessibleDescription(why);
    m_confirm->setEnabled(why.isEmpty() && !m_keeping);
}

void ConfirmDialog::reject()
{
    // What is being kept can't be left: its answer is a moment away.
    if (!m_keeping)
        QDialog::reject();
}

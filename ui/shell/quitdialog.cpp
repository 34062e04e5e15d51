#include "ui/shell/quitdialog.h"

#include "ui/common/busybar.h"
#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

/// Of one, and of several: the sentence itself names no number.
QString whatBecomes(int unsent, bool canSend)
{
    if (unsent == 1) {
        return canSend ? QuitDialog::tr("It is kept on this computer. Send it now, or the next time Atlas is open and "
                                        "online.")
                       : QuitDialog::tr("You are offline. It is kept on this computer and sent the next time Atlas is "
                                        "open and online.");
    }
    return canSend ? QuitDialog::tr("They are kept on this computer. Send them now, or the next time Atlas is open and "
                                    "online.")
                   : QuitDialog::tr("You are offline. They are kept on this computer and sent the next time Atlas is "
                                    "open and online.");
}

} // namespace

QuitDialog::QuitDialog(int unsent, bool canSend, QWidget *parent)
    : QDialog(parent)
    , m_text(new WrapLabel(QStringLiteral("quitText"), this))
    , m_progress(new BusyBar(QStringLiteral("quitProgress"), tr("Sending"), this))
    , m_buttons(new QWidget(this))
{
    setObjectName(QStringLiteral("quitDialog"));
    setWindowTitle(tr("Quit Atlas"));
    setAccessibleName(windowTitle());
    QLabel *const title = plainLabel(this, QStringLiteral("quitTitle"));
    title->setFont(themeFont(*this, 2, true));
    title->setText(unsent == 1 ? tr("1 decision has not been sent")
                               : tr("%Ln decisions have not been sent", nullptr, unsent));
    m_text->setText(whatBecomes(unsent, canSend));
    m_progress->hide();
    makeButtons(canSend);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(Measure::gap + Measure::grid);
    column->addWidget(title);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addStretch(1);
    column->addWidget(m_buttons);
    setMinimumWidth(440);
}

void QuitDialog::makeButtons(bool canSend)
{
    auto *line = new QHBoxLayout(m_buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Measure::gap);
    line->addStretch(1);
    // In the order in which they stand: so goes the Tab key.
    QPushButton *const cancel = makeButton(QStringLiteral("cancelQuit"), tr("Cancel"));
    QPushButton *const nextTime = makeButton(QStringLiteral("quitSendNextTime"), tr("Quit, send next time"));
    QPushButton *const sendNow = makeButton(QStringLiteral("sendNowAndQuit"), tr("Send now and quit"));
    sendNow->setVisible(canSend);
    QPushButton *const first = canSend ? sendNow : nextTime;
    setWeight(*first, ButtonWeight::Primary);
    first->setDefault(true);
    first->setFocus(Qt::OtherFocusReason);
    connect(sendNow, &QPushButton::clicked, this, [this] { emit answered(QuitAnswer::SendNowAndQuit); });
    connect(nextTime, &QPushButton::clicked, this, [this] { emit answered(QuitAnswer::QuitSendNextTime); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

QPushButton *QuitDialog::makeButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, m_buttons);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    m_buttons->layout()->addWidget(button);
    return button;
}

void QuitDialog::showSending()
{
    m_text->setText(tr("Sending, up to 10 seconds. What is not sent by then is kept and sent next time."));
    m_progress->show();
    m_buttons->setEnabled(false);
}

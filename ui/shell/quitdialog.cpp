#include "ui/shell/quitdialog.h"

#include "ui/common/announce.h"
#include "ui/common/busybar.h"
#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

QString titleOf(const Unsent &unsent)
{
    const int all = unsent.all();
    if (all == 0)
        return QuitDialog::tr("Everything has been sent.");
    if (unsent.notConfirmed == 0)
        return all == 1 ? QuitDialog::tr("1 decision has not been sent")
                        : QuitDialog::tr("%Ln decisions have not been sent", nullptr, all);
    return all == 1 ? QuitDialog::tr("1 decision has not been confirmed as sent")
                    : QuitDialog::tr("%Ln decisions have not been confirmed as sent", nullptr, all);
}

/// Of one, and of several: the sentence itself names no number.
QString whatBecomes(const Unsent &unsent)
{
    if (unsent.all() == 1) {
        return unsent.canSend
                   ? QuitDialog::tr("It is kept on this computer. Send it now, or the next time Atlas is open "
                                    "and online.")
                   : QuitDialog::tr("It can't be sent now. It is kept on this computer and sent the next time Atlas "
                                    "is open and online.");
    }
    return unsent.canSend
               ? QuitDialog::tr("They are kept on this computer. Send them now, or the next time Atlas is open "
                                "and online.")
               : QuitDialog::tr("They can't be sent now. They are kept on this computer and sent the next time Atlas "
                                "is open and online.");
}

/// Empty where nothing may have left.
QString whatMayHaveLeft(const Unsent &unsent)
{
    if (unsent.notConfirmed == 0)
        return {};
    if (unsent.all() == 1)
        return QuitDialog::tr("It may already have been sent; the service never does it twice.");
    if (unsent.notSent == 0)
        return QuitDialog::tr("They may already have been sent; the service does none twice.");
    if (unsent.notConfirmed == 1)
        return QuitDialog::tr("1 of them may already have been sent; the service never does it twice.");
    return QuitDialog::tr("%Ln of them may already have been sent; the service does none twice.", nullptr,
                          unsent.notConfirmed);
}

QString textOf(const Unsent &unsent)
{
    if (unsent.all() == 0)
        return unsent.cameBack
                   ? QuitDialog::tr("Something came back: Needs attention says what happened, now and the next "
                                    "time Atlas is open.")
                   : QuitDialog::tr("Nothing waits on this computer any more.");
    const QString left = whatMayHaveLeft(unsent);
    QString kept = whatBecomes(unsent);
    if (unsent.asksAgain)
        kept +=
            u' ' + QuitDialog::tr("A disconnection or a new link is not sent later than an hour after it was decided: "
                                  "then you are asked again.");
    return left.isEmpty() ? kept : left + u' ' + kept;
}

} // namespace

QuitDialog::QuitDialog(const Unsent &unsent, QWidget *parent)
    : QDialog(parent)
    , m_unsent(unsent)
    , m_title(plainLabel(this, QStringLiteral("quitTitle")))
    , m_text(new WrapLabel(QStringLiteral("quitText"), this))
    , m_progress(new BusyBar(QStringLiteral("quitProgress"), tr("Sending"), this))
    , m_buttons(new QWidget(this))
{
    setObjectName(QStringLiteral("quitDialog"));
    setWindowTitle(tr("Quit Atlas"));
    setAccessibleName(windowTitle());
    m_title->setFont(themeFont(*this, 2, true));
    m_progress->hide();
    makeButtons();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(Measure::gap + Measure::grid);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addStretch(1);
    column->addWidget(m_buttons);
    setMinimumWidth(440);
    showWords();
    showButtons();
    (unsent.canSend ? m_sendNow : m_nextTime)->setFocus(Qt::OtherFocusReason);
}

void QuitDialog::makeButtons()
{
    auto *line = new QHBoxLayout(m_buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Measure::gap);
    line->addStretch(1);
    // In the order in which they stand: so goes the Tab key.
    m_cancel = makeButton(QStringLiteral("cancelQuit"), tr("Cancel"), *line);
    m_nextTime = makeButton(QStringLiteral("quitSendNextTime"), tr("Quit, send next time"), *line);
    m_sendNow = makeButton(QStringLiteral("sendNowAndQuit"), tr("Send now and quit"), *line);
    m_quit = makeButton(QStringLiteral("quitNow"), tr("Quit"), *line);
    // It stands where the other two have stood, so that a click meant for one of them meets nothing else.
    m_quit->setMinimumWidth(m_sendNow->sizeHint().width());
    connect(m_sendNow, &QPushButton::clicked, this, [this] { emit answered(QuitAnswer::SendNowAndQuit); });
    for (const QPushButton *quits : {m_nextTime, m_quit})
        connect(quits, &QPushButton::clicked, this, [this] { emit answered(QuitAnswer::QuitSendNextTime); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

QPushButton *QuitDialog::makeButton(const QString &objectName, const QString &text, QHBoxLayout &line)
{
    auto *button = new QPushButton(text, m_buttons);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAutoDefault(true); // The Enter key is the button that has the keyboard, whichever stands out
    line.addWidget(button);
    return button;
}

void QuitDialog::setUnsent(const Unsent &unsent)
{
    if (unsent == m_unsent)
        return;
    m_unsent = unsent;
    showWords();
    showButtons();
    announce(*m_title, m_title->text() + u' ' + m_text->text());
}

void QuitDialog::showWords()
{
    m_title->setText(titleOf(m_unsent));
    m_text->setText(textOf(m_unsent));
}

void QuitDialog::showButtons()
{
    const bool waits = m_unsent.all() > 0;
    QPushButton *const primary = !waits ? m_quit : m_unsent.canSend ? m_sendNow : m_nextTime;
    // What goes while it is open leaves its place empty: nothing moves under the pointer.
    QSizePolicy room = m_sendNow->sizePolicy();
    room.setRetainSizeWhenHidden(waits && (m_sendNow->isVisible() || room.retainSizeWhenHidden()));
    m_sendNow->setSizePolicy(room);
    const QWidget *const used = focusWidget();
    const bool leaving = !waits && (used == m_nextTime || used == m_sendNow);
    const bool gone = used == m_sendNow && !m_unsent.canSend;
    m_quit->setVisible(!waits);
    for (QPushButton *button : {m_cancel, m_nextTime, m_sendNow, m_quit})
        setWeight(*button, button == primary ? ButtonWeight::Primary : ButtonWeight::Normal);
    primary->setDefault(true);
    // The keyboard stays where it is. Where that button goes, the one that does the same has it, else the harmless one.
    if (leaving)
        m_quit->setFocus(Qt::OtherFocusReason);
    else if (gone)
        m_cancel->setFocus(Qt::OtherFocusReason);
    m_nextTime->setVisible(waits);
    m_sendNow->setVisible(waits && m_unsent.canSend);
}

void QuitDialog::showSending()
{
    m_text->setText(tr("Sending, up to 10 seconds. What is not sent by then is kept and sent next time."));
    m_progress->show();
    m_buttons->setEnabled(false);
}

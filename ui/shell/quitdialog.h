#pragma once

#include "core/session/session.h"

#include <QDialog>

class BusyBar;
class QPushButton;
class WrapLabel;

/// Leaving with something unsent: now, next time, or not.
class QuitDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `canSend`: the service is being reached, so "Send now and quit" makes sense.
    QuitDialog(int unsent, bool canSend, QWidget *parent);

    /// While what waits is being sent.
    void showSending();

signals:
    void answered(QuitAnswer answer);

private:
    void makeButtons(bool canSend);
    QPushButton *makeButton(const QString &objectName, const QString &text);

    WrapLabel *m_text;
    BusyBar *m_progress;
    QWidget *m_buttons;
};

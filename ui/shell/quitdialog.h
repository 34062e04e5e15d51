#pragma once

#include "core/session/session.h"

#include <QDialog>

class BusyBar;
class QHBoxLayout;
class QLabel;
class QPushButton;
class WrapLabel;

/// What stands in the way of leaving at once.
struct Unsent
{
    int notSent = 0;        ///< Decisions that have not left this computer
    int notConfirmed = 0;   ///< Such that may have left it already: the service has not said so
    bool asksAgain = false; ///< Among them is what is not sent later than an hour after it was decided
    bool canSend = false;   ///< The service is being reached, so "Send now and quit" makes sense
    bool cameBack = false;  ///< Since it was asked, something has come under Needs attention

    [[nodiscard]] int all() const { return notSent + notConfirmed; }
    friend bool operator==(const Unsent &, const Unsent &) = default;
};

/// Leaving with something unsent: now, next time, or not. It says how things stand for as long as it is open, and never
/// answers itself.
class QuitDialog final : public QDialog
{
    Q_OBJECT

public:
    QuitDialog(const Unsent &unsent, QWidget *parent);

    void setUnsent(const Unsent &unsent);
    /// While what waits is being sent.
    void showSending();

signals:
    void answered(QuitAnswer answer);

private:
    void makeButtons();
    QPushButton *makeButton(const QString &objectName, const QString &text, QHBoxLayout &line);
    void showWords();
    void showButtons();

    Unsent m_unsent;
    QLabel *m_title;
    WrapLabel *m_text;
    BusyBar *m_progress;
    QWidget *m_buttons;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_nextTime = nullptr;
    QPushButton *m_sendNow = nullptr;
    QPushButton *m_quit = nullptr;
};

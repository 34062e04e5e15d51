#pragma once

#include "core/session/session.h"

#include <QObject>
#include <QPointer>

class QuitDialog;
class QWidget;

/// The way out: asks where something is unsent, gives the session its time, then says that the window may close.
class QuitFlow final : public QObject
{
    Q_OBJECT

public:
    QuitFlow(Session &session, QWidget &window);

    [[nodiscard]] bool isDone() const { return m_done; }
    void begin();

signals:
    void finished();

private:
    void ask();
    /// What the dialog says stays true until it is answered.
    void follow();
    void leave(QuitAnswer answer);

    Session &m_session;
    QWidget &m_window;
    QPointer<QuitDialog> m_dialog;
    size_t m_attention = 0; ///< How many cards there were when it was asked
    bool m_leaving = false;
    bool m_done = false;
};

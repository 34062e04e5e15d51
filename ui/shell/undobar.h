#pragma once

#include "core/session/session.h"
#include "ui/common/noticebar.h"

class QTimer;

/// The newest decision that can still be taken back, with the seconds left, and Undo.
class UndoBar final : public NoticeBar
{
    Q_OBJECT

public:
    UndoBar(Session &session, QWidget *parent);

    [[nodiscard]] bool canUndo() const { return m_entry && !m_asked; }
    /// Takes back what the bar speaks of.
    void undo();

signals:
    void canUndoChanged(bool can);

private:
    void take(const Overview &overview);
    void showEntry();
    void hideEntry();
    /// Stays for a few seconds, or until there is something new to undo.
    void sayBriefly(Tone tone, const QString &icon, const QString &text);

    Session &m_session;
    std::optional<OutboxEntry> m_entry;
    Instant m_at;         ///< When `m_entry` was told
    bool m_asked = false; ///< An undo is on its way
    QPushButton *m_undo;
    QTimer *m_seconds; ///< Runs only while a hold is counted down
    QTimer *m_brief;
};

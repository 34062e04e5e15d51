#pragma once

#include "ui/outbox/entrylist.h"

class ElidedLabel;
class QPushButton;
class QTimer;
class WrapLabel;

/// One waiting decision: whose, what, the words that go with it, where it stands, and Undo.
class WaitingRow final : public EntryWidget
{
    Q_OBJECT

public:
    explicit WaitingRow(EntryList::Clock clock, QWidget *parent);

    void setEntry(const OutboxEntry &entry, Instant now) override;

signals:
    void undoAsked(const OperationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showWords();
    void showStanding();

    const EntryList::Clock m_clock;
    std::optional<OutboxEntry> m_entry;
    Instant m_at; ///< When `m_entry` was told
    WrapLabel *m_company;
    WrapLabel *m_what;
    ElidedLabel *m_words; ///< One line of what was written; the whole is in the tooltip
    WrapLabel *m_standing;
    QPushButton *m_undo;
    QTimer *m_seconds; ///< Runs only while a hold is counted down
};

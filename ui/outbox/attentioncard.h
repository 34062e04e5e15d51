#pragma once

#include "ui/outbox/entrylist.h"

class QGridLayout;
class QLabel;
class QPushButton;
class WrapLabel;
enum class NextStep;

/// A card of Needs attention: what happened, what the accountant had written, what can be done. Stays until dismissed.
class AttentionCard final : public EntryWidget
{
    Q_OBJECT

public:
    using Facts = std::function<const Overview &()>;

    AttentionCard(Facts facts, QWidget *parent);

    void setEntry(const OutboxEntry &entry, Instant now) override;
    /// What became of a step that did not come about; empty: nothing to say.
    void sayTrouble(const QString &text);

signals:
    void stepAsked(NextStep step, const OutboxEntry &entry);
    void dismissAsked(const OperationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void tint();
    void showWords();
    void showChanges();
    void showSteps();
    QPushButton *addButton(const QString &objectName, const QString &text);

    const Facts m_facts;
    std::optional<OutboxEntry> m_entry;
    QLabel *m_icon;
    WrapLabel *m_title;
    WrapLabel *m_text;
    WrapLabel *m_what;
    QWidget *m_changes;
    QGridLayout *m_changeRows;
    WrapLabel *m_wordsCaption;
    QLabel *m_words;
    WrapLabel *m_trouble;
    QWidget *m_steps;
};

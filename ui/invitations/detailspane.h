#pragma once

#include "core/domain/changeset.h"

#include <QWidget>

class FactSheet;
class InvitationHead;
class MessageCard;
class NoteEditor;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QuietLabel;
class StatePanel;
class WrapLabel;

/// One invitation with all its facts and the two buttons, which are always there: where one may not decide they are
/// disabled, and a line says why.
class DetailsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent);

    void showNothing(const QString &title, const QString &words);
    /// Beside what `showNothing` says: what a person wrote for an invitation that is not here, to be copied.
    void offerWords(const QString &words);
    void showDetails(const InvitationDetails &details, Instant now);
    /// A minute is over.
    void tell(Instant now);
    [[nodiscard]] const std::optional<InvitationDetails> &shown() const { return m_details; }
    [[nodiscard]] bool canDecide() const;
    /// Nothing can be decided while a decision is being kept.
    void setKeeping(bool keeping);
    void focusContent();
    [[nodiscard]] NoteEditor &note() const { return *m_note; }

signals:
    void acceptAsked();
    void rejectAsked();
    /// Back to the list.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeContent();
    void makeFacts(QWidget *content);
    void makeMessages(QWidget *content);
    QWidget *makeButtons();
    void fill(Instant now);
    void fillFacts(Instant now);

    QStackedWidget *m_stack;
    StatePanel *m_nothing;
    QScrollArea *m_scroll = nullptr;
    InvitationHead *m_head = nullptr;
    FactSheet *m_facts = nullptr;
    WrapLabel *m_owner = nullptr;
    WrapLabel *m_email = nullptr;
    WrapLabel *m_mixed = nullptr;
    WrapLabel *m_branch = nullptr;
    WrapLabel *m_country = nullptr;
    WrapLabel *m_registration = nullptr;
    WrapLabel *m_sent = nullptr;
    WrapLabel *m_cameBy = nullptr;
    WrapLabel *m_expires = nullptr;
    QuietLabel *m_messageCaption = nullptr;
    MessageCard *m_message = nullptr;
    MessageCard *m_decided = nullptr;
    NoteEditor *m_note = nullptr;
    WrapLabel *m_why = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_reject = nullptr;
    bool m_keeping = false;
    std::optional<InvitationDetails> m_details;
};

#pragma once

#include "core/domain/changeset.h"

#include <QWidget>

class DealingsList;
class FactSheet;
class InvitationHead;
class MessageCard;
class NoteEditor;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QuietLabel;
class SentRejection;
class StatePanel;
class WrapLabel;

/// One invitation with all its facts and the two buttons, which are always there: where one may not decide they are
/// disabled, and a line says why. In History nothing is decided: there one is led to Client Invitations instead.
class DetailsPane final : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose { Decide, LookBack };
    explicit DetailsPane(QWidget *parent, Purpose purpose = Purpose::Decide);

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
    /// Where one decides; in History the note is only read.
    [[nodiscard]] NoteEditor &note() const { return *m_note; }

signals:
    void acceptAsked();
    void rejectAsked();
    /// To where one decides on it.
    void decidingAsked();
    /// Back to the list.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeContent();
    void makeFacts(QWidget *content);
    void makeMessages(QWidget *content);
    QWidget *makeNote(QWidget *content);
    QWidget *makeButtons();
    QWidget *makeWayToDecide();
    void fill(Instant now);
    void fillFacts(Instant now);
    void fillNote();

    const Purpose m_purpose;
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
    SentRejection *m_sentRejection = nullptr;
    DealingsList *m_dealings = nullptr;
    QWidget *m_wayToDecide = nullptr; ///< Looking back only
    NoteEditor *m_note = nullptr;      ///< Deciding only
    QWidget *m_noted = nullptr;        ///< Looking back only
    MessageCard *m_noteCard = nullptr; ///< Looking back only
    WrapLabel *m_why = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_reject = nullptr;
    bool m_keeping = false;
    std::optional<InvitationDetails> m_details;
};

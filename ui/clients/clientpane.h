#pragma once

#include "ui/clients/clientwords.h"

#include <QUrl>
#include <QWidget>

class AccessPart;
class AccountantsPart;
class ClientHistory;
class FactSheet;
class FirstStepsPart;
class NotesPart;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;
class StatePanel;
class WrapLabel;

/// A client's page: facts, the way to their account, accountants, first steps, notes, where they come from, and the way
/// to end it. Of a row only what the row knows is shown.
class ClientPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ClientPane(QWidget *parent);

    void showNothing(const QString &title, const QString &words);
    void showRow(const ClientRow &client, const ClientTerms &terms);
    void showClient(const ClientDetails &details, const ClientTerms &terms);
    /// Beside what the row knows; empty: nothing.
    void sayTrouble(const QString &words);
    /// What became of a decision; empty `trouble`: it was kept.
    void takeAnswer(const Decision &decision, const QString &trouble);
    /// The client whose page is shown whole.
    [[nodiscard]] const std::optional<ClientDetails> &shown() const { return m_details; }
    [[nodiscard]] NotesPart &notes() const { return *m_notes; }
    void focusContent();

signals:
    /// A checked https link of the service's, or an e-mail to the client.
    void linkActivated(const QUrl &url);
    void decided(const Decision &decision);
    void disconnectAsked();
    void invitationAsked(const InvitationId &id);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeContent();
    void makeFacts(QWidget *content);
    QWidget *makeParts(QWidget *content);
    void connectParts();
    void fillFacts(const ClientRow &client, const ClientTerms &terms);
    void showDisconnect(const ClientTerms &terms);

    std::optional<ClientDetails> m_details;
    QString m_key; ///< Whose page is shown
    QStackedWidget *m_stack;
    StatePanel *m_nothing;
    QScrollArea *m_scroll = nullptr;
    WrapLabel *m_company = nullptr;
    WrapLabel *m_standing = nullptr;
    FactSheet *m_facts = nullptr;
    WrapLabel *m_owner = nullptr;
    WrapLabel *m_email = nullptr;
    WrapLabel *m_mixed = nullptr;
    WrapLabel *m_branch = nullptr;
    WrapLabel *m_billing = nullptr;
    WrapLabel *m_connected = nullptr;
    WrapLabel *m_trouble = nullptr;
    AccessPart *m_access = nullptr;
    QWidget *m_parts = nullptr; ///< What only the whole client has
    AccountantsPart *m_accountants = nullptr;
    FirstStepsPart *m_steps = nullptr;
    NotesPart *m_notes = nullptr;
    ClientHistory *m_history = nullptr;
    WrapLabel *m_whyNoDisconnect = nullptr;
    QPushButton *m_disconnect = nullptr;
};

#pragma once

#include "core/session/session.h"
#include "ui/shell/confirmedbar.h"
#include "ui/shell/section.h"

#include <QStackedWidget>

#include <array>

class ActivityPage;
class AttentionPage;
class ClientsPage;
class EvidenceFlow;
class HistoryPage;
class InsightPage;
class InvitationsPage;
class WaitingPage;

/// The pages of the sections, each made when it is shown for the first time.
class SectionPages final : public QStackedWidget
{
    Q_OBJECT

public:
    SectionPages(Session &session, LinkOpener opener, QWidget *parent);

    void showSection(Section section);
    void setBranch(const std::optional<BranchId> &branch);
    /// Of the page that is shown.
    void focusSearch();
    /// Puts the keyboard into the list that is shown.
    void focusList();
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);
    void showInvitation(const InvitationId &id);
    void showInHistory(const InvitationId &id);
    void showClient(const ClientId &id);
    void addClient();
    void manageReplies();
    /// Records as a file or on paper: what the page that is shown is about.
    void writeEvidence();
    /// Calls `goOn` once no word that was typed would be lost.
    void leave(const std::function<void()> &goOn);

signals:
    /// A page leads to another one.
    void sectionAsked(Section section);
    /// To look for `words` on every branch and in every state.
    void finderAsked(const QString &words);

private:
    [[nodiscard]] QWidget *page(Section section);
    [[nodiscard]] QWidget *makePage(Section section);
    [[nodiscard]] QWidget *makeClients();
    [[nodiscard]] QWidget *makeAttention();
    [[nodiscard]] QWidget *makeHistory();
    [[nodiscard]] InvitationsPage &invitations();
    [[nodiscard]] ClientsPage &clients();

    Session &m_session;
    const LinkOpener m_open;
    EvidenceFlow *m_evidence;
    std::optional<BranchId> m_branch;
    std::array<QWidget *, sectionCount> m_pages{};
    InvitationsPage *m_invitations = nullptr;
    ClientsPage *m_clients = nullptr;
    ActivityPage *m_activity = nullptr;
    HistoryPage *m_history = nullptr;
    InsightPage *m_insight = nullptr;
    QByteArray m_layout; ///< Remembered for when the page is made
};

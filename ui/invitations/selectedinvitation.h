#pragma once

#include "core/session/session.h"

class DecisionFlow;
class DetailsPane;
class InvitationsModel;
class InvitationView;

/// Which invitation is being read: kept by its id through new views, its details loaded, acted on. After one's own
/// decision the next one follows; what somebody else took away stays shown, saying so.
class SelectedInvitation final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Session &session;
        InvitationsModel &model;
        InvitationView &view;
        DetailsPane &details;
        DecisionFlow &flow;
    };

    SelectedInvitation(const Parts &parts, QObject *parent);

    /// While one searches, the details don't jump from one to the next with every letter.
    void setSearching(bool searching) { m_searching = searching; }
    /// Another branch: what a link showed is forgotten.
    void unpin() { m_pinned = false; }
    /// Selects it where the list has it; shows its details in any case.
    void show(const InvitationId &id);
    void accept();
    void reject();
    /// Another row of the list.
    void moveBy(int rows);
    void editAndSendAgain(const Operation &operation);

private:
    enum class Wish { None, Accept, Reject };

    void restore();
    void selectFirstOrNothing();
    void takeRow(int row);
    void takeLoadedRows();
    void takeChanges(const ChangeSet &changes);
    void settle(const InvitationId &kept);
    void showNothing();
    void loadDetails();
    void takeDetails(const Result<InvitationDetails> &details);
    void wishFor(Wish wish);
    void fulfilWish();

    Session &m_session;
    InvitationsModel &m_model;
    InvitationView &m_view;
    DetailsPane &m_details;
    DecisionFlow &m_flow;
    std::optional<InvitationId> m_selected; ///< What the details are about
    bool m_pinned = false;                  ///< Shown by a link: stays though the list may not have it
    bool m_restoring = false;
    bool m_searching = false;
    quint64 m_detailsAsked = 0;
    Wish m_wish = Wish::None;
};

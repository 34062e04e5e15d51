#pragma once

#include "core/session/session.h"
#include "ui/common/shownperson.h"
#include "ui/invitations/decisiondialog.h"

#include <QPointer>

class RejectDialog;
class ReplyFlow;

/// From "accept" or "reject" to a decision that is kept: opens the dialog, keeps its draft, tells it when the
/// invitation changes under it, and closes it when the session has kept the decision, or another person's account is
/// shown: what one person read and wrote is never another's decision. One dialog at a time.
class DecisionFlow final : public QObject
{
    Q_OBJECT

public:
    DecisionFlow(Session &session, QWidget *window);

    void accept(const InvitationDetails &details, const std::optional<OperationId> &replaces = {});
    /// With the draft that is kept for it, if there is one.
    void reject(const InvitationDetails &details);
    /// With the words of a decision that did not come about.
    void rejectAgain(const InvitationDetails &details, const Operation &operation);
    [[nodiscard]] DecisionDialog *dialog() const { return m_dialog; }
    [[nodiscard]] ReplyFlow &replies() const { return *m_replies; }

signals:
    /// From now until `kept` or `notKept` the invitation may leave the list by this person's own hand.
    void keeping(const InvitationId &id);
    void kept(const InvitationId &id);
    void notKept(const InvitationId &id);

private:
    [[nodiscard]] bool showOpen();
    void open(DecisionDialog *dialog, const std::optional<OperationId> &replaces);
    RejectDialog *makeRejectDialog(const InvitationDetails &details);
    void decide(const Decision &decision, const std::optional<OperationId> &replaces);
    void follow(const ChangeSet &changes);
    void followSignIn();
    void refresh();
    void saveDraft(const Draft &draft);
    void readDraft(RejectDialog &dialog);
    void leave();

    Session &m_session;
    QWidget *m_window;
    ReplyFlow *m_replies;
    QPointer<DecisionDialog> m_dialog;
    ShownPerson m_person;
    quint64 m_leaves = 0;       ///< How often it was left because the person changed
    bool m_opening = false;     ///< A draft is being looked for
    bool m_draftUnread = false; ///< It could not be read: nothing may be written over it
};

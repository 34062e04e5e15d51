#pragma once

#include "core/session/session.h"

#include <QWidget>

class DecisionFlow;
class DetailsPane;
class InvitationBar;
class InvitationsModel;
class InvitationStates;
class InvitationView;
class NoteKeeper;
class NewAbove;
class QSplitter;
class QStackedWidget;
class QuietLabel;
class SelectedInvitation;

/// Client Invitations: list and details. What is selected stays selected by the invitation, not by its place.
class InvitationsPage final : public QWidget
{
    Q_OBJECT

public:
    InvitationsPage(Session &session, QWidget *parent);

    /// Empty: all branches.
    void setBranch(const std::optional<BranchId> &branch);
    /// Selects it where the list has it; shows its details in any case.
    void showInvitation(const InvitationId &id);
    void focusSearch();
    void acceptSelected();
    void rejectSelected();
    /// Opens the dialog of a decision that did not come about, with its words.
    void editAndSendAgain(const Operation &operation);
    /// Opens the list of reply templates.
    void manageReplies();
    /// Calls `goOn` once no word of an internal note would be lost.
    void leave(std::function<void()> goOn);
    /// Where the splitter stands, and the sort.
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

signals:
    /// What is looked for may be on another branch or in another state; `words`: that were searched for here.
    void finderAsked(const QString &words);

protected:
    void resizeEvent(QResizeEvent *event) override;
    /// What nothing on the page took for itself: A, R, J and K work wherever one does not type.
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeListSide();
    void connectParts();
    void openView();
    void updateStates();
    void turn(bool narrow);

    Session &m_session;
    InvitationsModel *m_model;
    QSplitter *m_splitter;
    InvitationBar *m_bar = nullptr;
    QWidget *m_syncStrip = nullptr;
    QuietLabel *m_syncWords = nullptr;
    QStackedWidget *m_listStack = nullptr;
    InvitationView *m_view = nullptr;
    NewAbove *m_newAbove = nullptr;
    InvitationStates *m_states = nullptr;
    DetailsPane *m_details = nullptr;
    DecisionFlow *m_flow;
    std::optional<BranchId> m_branch;
    SelectedInvitation *m_selected = nullptr;
    NoteKeeper *m_notes = nullptr;
    QList<int> m_wideSizes;
    QList<int> m_narrowSizes;
};

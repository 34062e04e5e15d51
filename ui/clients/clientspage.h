#pragma once

#include "core/session/session.h"

#include <QUrl>
#include <QWidget>

#include <functional>

class AddClientFlow;
class ClientDelegate;
class ClientFlow;
class ClientPane;
class ClientsModel;
class ClientStates;
class QSplitter;
class QStackedWidget;
class QuietLabel;
class RowList;
class SearchField;
class SelectedClient;

/// Clients: the list, and the page of the one that is selected.
class ClientsPage final : public QWidget
{
    Q_OBJECT

public:
    ClientsPage(Session &session, QWidget *parent);

    /// Empty: all branches.
    void setBranch(const std::optional<BranchId> &branch);
    void focusSearch();
    /// Whatever is listed now.
    void showClient(const ClientId &id);
    /// Opens 'Add a Client'.
    void addClient();
    /// Calls `goOn` once no note that was typed would be lost.
    void leave(const std::function<void()> &goOn);

signals:
    /// A checked https link of the service's, to be opened in the browser, or an e-mail to a client.
    void linkActivated(const QUrl &url);
    /// To see it in History.
    void invitationAsked(const InvitationId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeListSide();
    QWidget *makeHead(QWidget *side);
    void connectParts();
    void openView();
    void updateStates();

    Session &m_session;
    ClientsModel *m_model;
    QSplitter *m_splitter;
    QuietLabel *m_count = nullptr;
    SearchField *m_search = nullptr;
    QStackedWidget *m_stack = nullptr;
    RowList *m_list = nullptr;
    ClientDelegate *m_delegate = nullptr;
    ClientStates *m_states = nullptr;
    ClientPane *m_pane = nullptr;
    ClientFlow *m_flow = nullptr;
    AddClientFlow *m_adding = nullptr;
    SelectedClient *m_selected = nullptr;
    std::optional<BranchId> m_branch;
};

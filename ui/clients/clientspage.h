#pragma once

#include "core/session/session.h"
#include "ui/common/liststate.h"

#include <QUrl>
#include <QWidget>

class ClientDelegate;
class ClientPane;
class ClientsModel;
class QSplitter;
class QStackedWidget;
class QuietLabel;
class RowList;
class SearchField;
class StatePanel;

/// Clients: list and details.
class ClientsPage final : public QWidget
{
    Q_OBJECT

public:
    ClientsPage(Session &session, QWidget *parent);

    /// Empty: all branches.
    void setBranch(const std::optional<BranchId> &branch);
    void focusSearch();

signals:
    /// A checked https link of the service's, to be opened in the browser.
    void linkActivated(const QUrl &url);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeListSide();
    void openView();
    void takeOpened();
    void restore();
    void selectFirst();
    void takeRow();
    void showSelected();
    void takeChanges();
    void updateStates();
    /// The button that belongs to the state.
    void offerNext(ListState state);
    void say(ListState state);

    Session &m_session;
    ClientsModel *m_model;
    QSplitter *m_splitter;
    QuietLabel *m_count = nullptr;
    SearchField *m_search = nullptr;
    QStackedWidget *m_stack = nullptr;
    RowList *m_list = nullptr;
    ClientDelegate *m_delegate = nullptr;
    StatePanel *m_states = nullptr;
    ClientPane *m_pane = nullptr;
    std::optional<BranchId> m_branch;
    QString m_selected; ///< The key of the client that was chosen last, whether the view has it or not
    bool m_restoring = false;
    std::optional<ListState> m_state;
};

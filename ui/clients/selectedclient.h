#pragma once

#include "core/session/session.h"

#include <QObject>

class ClientFlow;
class ClientPane;
class ClientsModel;
class RowList;

/// The client that is selected, through every change of the list: keeps its page up to date, and what is decided there
/// on its way.
class SelectedClient final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Session &session;
        ClientsModel &model;
        RowList &list;
        ClientPane &pane;
        ClientFlow &flow;
    };

    SelectedClient(const Parts &parts, QObject *parent);

    /// Whatever is listed now.
    void show(const ClientId &id);

private:
    void restore();
    void selectFirst();
    void takeRow();
    void takeChanges();
    void takeAccount();
    void load();
    void take(const Result<ClientDetails> &details);
    [[nodiscard]] bool isRowShown() const;

    Session &m_session;
    ClientsModel &m_model;
    RowList &m_list;
    ClientPane &m_pane;
    ClientFlow &m_flow;
    QString m_key; ///< Of the row that was chosen last, whether the view has it or not
    std::optional<ClientId> m_id;
    bool m_pinned = false; ///< It was asked for by name: no other one is selected in its place
    bool m_restoring = false;
    bool m_loading = false;
    bool m_again = false; ///< Something has changed since it was asked
    quint64 m_asked = 0;
    std::optional<MemberId> m_whose; ///< Whose words the page may hold
};

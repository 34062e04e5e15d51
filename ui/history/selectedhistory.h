#pragma once

#include "core/session/session.h"

#include <QTimer>

class DetailsPane;
class HistoryModel;
class HistoryView;

/// Which invitation of History is being read: kept by its id through new views and changes.
class SelectedHistory final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Session &session;
        HistoryModel &model;
        HistoryView &list;
        DetailsPane &details;
    };

    SelectedHistory(const Parts &parts, QObject *parent);

    /// Selects it where the list has it; shows its details in any case.
    void show(const InvitationId &id);
    [[nodiscard]] const std::optional<InvitationId> &id() const { return m_selected; }

signals:
    void minuteTurned();

private:
    void restore();
    void selectFirstOrNothing();
    void takeRow(int row);
    void takeLoadedRows();
    void takeChanges(const ChangeSet &changes);
    void loadDetails();
    void takeDetails(const Result<InvitationDetails> &details);
    void showNothing();
    void awaitMinute();

    Session &m_session;
    HistoryModel &m_model;
    HistoryView &m_list;
    DetailsPane &m_details;
    std::optional<InvitationId> m_selected;
    bool m_pinned = false; ///< Shown from elsewhere: stays though the list may not have it
    quint64 m_detailsAsked = 0;
    QTimer m_minute;
};

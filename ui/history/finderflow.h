#pragma once

#include "core/session/session.h"

#include <QPointer>

class FinderDialog;

/// Opens the finder, has the session look for what is typed, and says what was chosen. One finder at a time.
class FinderFlow final : public QObject
{
    Q_OBJECT

public:
    FinderFlow(Session &session, QWidget *window);

    /// `branch`: that the window shows.
    void open(const QString &words, const std::optional<BranchId> &branch);

signals:
    void chosen(const InvitationId &id, bool isPending);

private:
    void tell();

    Session &m_session;
    QWidget *m_window;
    QPointer<FinderDialog> m_dialog;
    std::optional<BranchId> m_branch;
};

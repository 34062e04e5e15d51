#pragma once

#include "core/session/session.h"
#include "ui/common/shownperson.h"

#include <QPointer>

class AddClientDialog;
struct AddClientTerms;

/// Opens 'Add a Client', reads the link for it each time, and has a new one made. One dialog at a time.
class AddClientFlow final : public QObject
{
    Q_OBJECT

public:
    AddClientFlow(Session &session, QWidget *window);

    /// `branch`: that the window shows; empty: all.
    void open(const std::optional<BranchId> &branch);

signals:
    void linkActivated(const QUrl &url);

private:
    [[nodiscard]] AddClientTerms terms() const;
    void follow();
    void load();
    void askNewLink(const BranchId &branch);

    Session &m_session;
    QWidget *m_window;
    QPointer<AddClientDialog> m_dialog;
    ShownPerson m_person;
    quint64 m_asked = 0;
    bool m_loading = false;
    bool m_wasConnected = false;
    std::vector<BranchId> m_askedAnew; ///< As last told
};

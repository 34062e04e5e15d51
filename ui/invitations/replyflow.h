#pragma once

#include "core/session/session.h"
#include "ui/common/shownperson.h"

#include <QPointer>

class RejectDialog;
class RepliesDialog;
class ReplyDialog;
class QWidget;

/// The reply templates of this computer: read, written and changed from the dialog of rejecting or from the window. A
/// dialog closes when the session has kept what is in it.
class ReplyFlow final : public QObject
{
    Q_OBJECT

public:
    ReplyFlow(Session &session, QObject *parent);

    /// Gives the dialog the templates, now and whenever they change, and does what it asks for.
    void serve(RejectDialog &dialog);
    /// Opens the list of them.
    void manage(QWidget &window);

private:
    void forget();
    void read();
    void take(const Result<std::vector<ReplyTemplate>> &replies);
    void edit(const ReplyTemplate &reply, QWidget &window);
    void save(const ReplyTemplate &reply);
    void remove(const ReplyTemplate &reply);
    void restore(const ReplyTemplate &reply);

    Session &m_session;
    ShownPerson m_person;
    std::optional<std::vector<ReplyTemplate>> m_replies = std::vector<ReplyTemplate>();
    QPointer<RejectDialog> m_served;
    QPointer<RepliesDialog> m_list;
    QPointer<ReplyDialog> m_edited;
};

#pragma once

#include "core/session/session.h"
#include "ui/common/shownperson.h"

#include <QPointer>

class NoteEditor;
class UnsavedNoteDialog;

/// Between the editor of internal notes and the session: has them kept, has them tried again when the disk works again,
/// and lets nobody leave with words that are on no disk without having been told.
class NoteKeeper final : public QObject
{
    Q_OBJECT

public:
    NoteKeeper(Session &session, NoteEditor &editor, QObject *parent);

    /// Calls `goOn` once nothing typed would be lost, or the person says that it may be. At once where that is so
    /// already.
    void leave(QWidget &window, std::function<void()> goOn);

private:
    void save(const InvitationId &id, const QString &text);
    void takeChanges(const ChangeSet &changes);
    void takeAccount(const std::optional<SessionFacts> &account);
    void goOn();

    Session &m_session;
    NoteEditor &m_editor;
    ShownPerson m_person;
    bool m_troubled = false;
    QPointer<QWidget> m_window;
    std::function<void()> m_goOn;
    QPointer<UnsavedNoteDialog> m_dialog;
};

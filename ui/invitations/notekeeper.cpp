#include "ui/invitations/notekeeper.h"

#include "ui/common/sentences.h"
#include "ui/invitations/noteeditor.h"
#include "ui/invitations/unsavednotedialog.h"

#include <utility>

NoteKeeper::NoteKeeper(Session &session, NoteEditor &editor, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_editor(editor)
{
    takeAccount(m_session.overview().account);
    connect(&m_editor, &NoteEditor::saveAsked, this, &NoteKeeper::save);
    connect(&m_editor, &NoteEditor::settled, this, &NoteKeeper::goOn);
    connect(&m_session, &Session::changed, this, &NoteKeeper::takeChanges);
    connect(&m_session, &Session::signInStateChanged, this, [this] {
        if (m_session.signInState() == SignInState::SignedOut)
            m_editor.forget();
    });
}

void NoteKeeper::save(const InvitationId &id, const QString &text)
{
    m_session.saveNote(id, text, this, [this, id, text](const Result<void> &kept) {
        if (kept)
            m_editor.takeKept(id, text);
        else
            m_editor.takeNotKept(id, text, Sentences::notSaved(kept.error()));
    });
}

void NoteKeeper::takeAccount(const std::optional<SessionFacts> &account)
{
    if (!m_person.changes(account))
        return;
    if (m_dialog)
        m_dialog->reject(); // It shows the first one's words, and asks what only they can answer
    m_editor.forget();
}

void NoteKeeper::takeChanges(const ChangeSet &changes)
{
    if (!changes.overview)
        return;
    takeAccount(changes.overview->account);
    const bool troubled = !changes.overview->trouble.empty();
    if (std::exchange(m_troubled, troubled) && !troubled)
        m_editor.tryAgain();
}

void NoteKeeper::leave(QWidget &window, std::function<void()> goOn)
{
    m_editor.flush();
    m_window = &window;
    m_goOn = std::move(goOn);
    if (!m_editor.isKeeping())
        this->goOn();
}

void NoteKeeper::goOn()
{
    if (!m_goOn)
        return;
    const QStringList lost = m_editor.unsavedWords();
    if (lost.isEmpty() || !m_window) {
        std::exchange(m_goOn, {})();
        return;
    }
    if (m_dialog)
        return m_dialog->raise();
    m_dialog = new UnsavedNoteDialog(UnsavedNoteDialog::Kind::Internal, lost, m_window);
    connect(m_dialog, &QDialog::rejected, this, [this] { m_goOn = {}; });
    connect(m_dialog, &UnsavedNoteDialog::leaveAsked, this, [this] {
        if (m_goOn)
            std::exchange(m_goOn, {})();
    });
    m_dialog->open();
}

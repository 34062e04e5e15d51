#include "ui/invitations/noteeditor.h"

#include "core/domain/reply.h"
#include "ui/common/announce.h"
#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/limitedtext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

NoteEditor::NoteEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(new LimitedText(QStringLiteral("internalNote"), tr("Internal note"), Most::note, 3, this))
    , m_status(new QuietLabel(QStringLiteral("noteStatus"), this))
    , m_trouble(new WrapLabel(QStringLiteral("noteTrouble"), this))
    , m_again(new QPushButton(tr("Save again"), this))
{
    setObjectName(QStringLiteral("note"));
    auto *caption = new QuietLabel(QStringLiteral("noteCaption"), this);
    caption->setText(tr("Internal note · never leaves this computer"));
    caption->setBuddy(m_text);
    m_text->installEventFilter(this);
    m_status->standAtEnd();
    m_trouble->setFault(true);
    m_again->setObjectName(QStringLiteral("saveNoteAgain"));
    m_again->setAccessibleName(m_again->text());
    m_again->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(caption);
    column->addWidget(m_text);
    column->addWidget(m_status);
    column->addWidget(m_trouble);
    column->addWidget(m_again, 0, Qt::AlignLeading);
    m_pause.setSingleShot(true);
    m_pause.setInterval(800);
    connect(&m_pause, &QTimer::timeout, this, &NoteEditor::flush);
    connect(m_text, &LimitedText::wordsChanged, this, &NoteEditor::takeTyping);
    connect(m_again, &QPushButton::clicked, this, &NoteEditor::tryAgain);
    tell();
}

const NoteEditor::Unsaved *NoteEditor::shownUnsaved() const
{
    const auto at = m_id ? m_unsaved.find(*m_id) : m_unsaved.end();
    return at == m_unsaved.end() ? nullptr : &at->second;
}

void NoteEditor::showNote(const InvitationId &id, const QString &kept)
{
    if (m_id == id) {
        const bool typed = shownUnsaved() || m_text->words() != m_kept;
        const bool same = m_text->words() == kept || (isBlank(m_text->words()) && isBlank(kept));
        if (!typed && !same) {
            const QSignalBlocker quiet(m_text);
            m_text->setWords(kept);
        }
        m_kept = typed || !same ? kept : m_text->words();
        tell();
        return;
    }
    flush();
    m_id = id;
    m_kept = kept;
    m_told = false;
    const QSignalBlocker quiet(m_text);
    m_text->setWords(shownUnsaved() ? shownUnsaved()->text : kept);
    tell();
}

void NoteEditor::leave()
{
    flush();
    m_id.reset();
    const QSignalBlocker quiet(m_text);
    m_text->setWords({});
    tell();
}

void NoteEditor::forget()
{
    m_pause.stop();
    m_unsaved.clear();
    m_kept.clear();
    m_id.reset();
    const QSignalBlocker quiet(m_text);
    m_text->setWords({});
    tell();
    emit settled();
}

void NoteEditor::takeTyping()
{
    if (!m_id)
        return;
    m_pause.start();
    tell();
}

void NoteEditor::flush()
{
    m_pause.stop();
    if (!m_id)
        return;
    const QString text = m_text->words();
    const Unsaved *unsaved = shownUnsaved();
    if (unsaved ? unsaved->isOnItsWay && unsaved->text == text : text == m_kept)
        return;
    if (m_text->left() < 0)
        m_unsaved[*m_id] = {text, {}, false};
    else
        ask(*m_id, text);
    tell();
}

void NoteEditor::ask(const InvitationId &id, const QString &text)
{
    m_unsaved[id] = {text, {}, true};
    emit saveAsked(id, text);
}

void NoteEditor::tryAgain()
{
    flush();
    const std::map<InvitationId, Unsaved> unsaved = m_unsaved;
    for (const auto &[id, words] : unsaved) {
        if (!words.isOnItsWay && !words.why.isEmpty())
            ask(id, words.text);
    }
    tell();
}

void NoteEditor::takeKept(const InvitationId &id, const QString &text)
{
    const auto at = m_unsaved.find(id);
    if (at != m_unsaved.end() && at->second.text == text)
        m_unsaved.erase(at);
    if (m_id == id) {
        m_kept = text;
        m_told = true;
    }
    tell();
    if (!isKeeping())
        emit settled();
}

void NoteEditor::takeNotKept(const InvitationId &id, const QString &text, const QString &why)
{
    const auto at = m_unsaved.find(id);
    if (at != m_unsaved.end() && at->second.text == text) {
        at->second.isOnItsWay = false;
        at->second.why = why;
    }
    tell();
    if (m_id == id)
        announce(*m_trouble, why);
    if (!isKeeping())
        emit settled();
}

bool NoteEditor::isKeeping() const
{
    return std::any_of(m_unsaved.begin(), m_unsaved.end(), [](const auto &each) { return each.second.isOnItsWay; });
}

QStringList NoteEditor::unsavedWords() const
{
    QStringList words;
    for (const auto &[id, unsaved] : m_unsaved) {
        if (!unsaved.isOnItsWay)
            words << unsaved.text;
    }
    return words;
}

void NoteEditor::tell()
{
    setVisible(m_id.has_value()); // Nothing is typed that belongs to none
    const Unsaved *unsaved = shownUnsaved();
    const QString why = unsaved ? unsaved->why : QString();
    const bool tooLong = m_text->left() < 0;
    const bool same = !unsaved && m_text->words() == m_kept;
    m_status->setFault(tooLong);
    if (tooLong)
        m_status->setText(tr("%1 · not saved until it is shorter").arg(m_text->status()));
    else if (!same)
        m_status->setText(why.isEmpty() ? tr("Not saved yet") : QString());
    else if (isBlank(m_kept))
        m_status->setText(m_told ? tr("Deleted") : QString());
    else
        m_status->setText(tr("Saved"));
    m_status->setVisible(why.isEmpty());
    m_trouble->setText(why);
    m_trouble->setVisible(!why.isEmpty());
    m_again->setVisible(!why.isEmpty());
    const QString about = tr("Never leaves this computer");
    m_text->setAccessibleDescription(
        why.isEmpty() && !tooLong ? about : tr("%1. %2").arg(about, why.isEmpty() ? m_status->text() : why));
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        flush();
    return QWidget::eventFilter(watched, event);
}

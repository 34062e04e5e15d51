#include "ui/clients/notespart.h"

#include "core/domain/reply.h"
#include "ui/clients/notelist.h"
#include "ui/clients/parttitle.h"
#include "ui/common/announce.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/limitedtext.h"

#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

NotesPart::NotesPart(QWidget *parent)
    : QWidget(parent)
    , m_notes(new NoteList(this))
    , m_hidden(new WrapLabel(QStringLiteral("notesHidden"), this))
{
    setObjectName(QStringLiteral("clientNotes"));
    setAccessibleName(tr("Notes"));
    auto *about = new WrapLabel(QStringLiteral("notesAbout"), this);
    about->setText(
        tr("Read by everybody at the practice who may read notes, never by the client. A note can't be changed: "
           "write another one."));
    about->setQuiet();
    makeField();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap);
    for (QWidget *part : std::initializer_list<QWidget *>{partTitle(QStringLiteral("notesTitle"), tr("Notes"), this),
                                                          about, m_hidden, m_notes, m_field})
        column->addWidget(part);
}

void NotesPart::makeField()
{
    m_field = new QWidget(this);
    auto *caption = new QuietLabel(QStringLiteral("newNoteCaption"), m_field);
    caption->setText(tr("New note"));
    m_text = new LimitedText(QStringLiteral("newNote"), tr("New note"), Most::note, 3, m_field);
    caption->setBuddy(m_text);
    m_status = new QuietLabel(QStringLiteral("newNoteStatus"), m_field);
    m_status->standAtEnd();
    QSizePolicy room = m_status->sizePolicy();
    room.setRetainSizeWhenHidden(true);
    m_status->setSizePolicy(room);
    m_add = new QPushButton(tr("Add Note"), m_field);
    m_add->setObjectName(QStringLiteral("addNote"));
    m_add->setAccessibleName(m_add->text());
    m_add->setAutoDefault(false);
    m_why = new WrapLabel(QStringLiteral("whyNoNote"), m_field);
    m_trouble = new WrapLabel(QStringLiteral("noteTrouble"), m_field);
    m_trouble->setFault(true);
    m_trouble->hide();
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Measure::gap);
    foot->addWidget(m_add);
    foot->addWidget(m_status, 1);
    auto *column = new QVBoxLayout(m_field);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::grid);
    column->addWidget(caption);
    column->addWidget(m_text);
    column->addLayout(foot);
    column->addWidget(m_why);
    column->addWidget(m_trouble);
    connect(m_text, &LimitedText::wordsChanged, this, &NotesPart::takeTyping);
    connect(m_add, &QPushButton::clicked, this, &NotesPart::add);
}

void NotesPart::showClient(const ClientDetails &details, Instant now)
{
    const bool another = !m_details || m_details->client.id != details.client.id;
    m_details = details;
    const bool maySee = ClientWords::maySee(details, Permission::ViewClientNotes);
    m_hidden->setText(
        maySee ? QString()
               : Sentences::permissionMissing(Permission::ViewClientNotes, branchLine(details.branch->name)));
    m_hidden->setVisible(!maySee);
    m_notes->setVisible(maySee);
    m_notes->showNotes(details, now);
    if (another) {
        const QSignalBlocker quiet(m_text);
        m_text->setWords(m_words[details.client.id]);
        m_trouble->hide();
    }
    showField();
}

void NotesPart::takeTyping()
{
    if (!m_details)
        return;
    m_words[m_details->client.id] = m_text->words();
    showField();
}

void NotesPart::showField()
{
    if (!m_details)
        return;
    const bool isKeeping = m_keeping.contains(m_details->client.id);
    const QString why = ClientWords::whyNot(*m_details, Permission::UpdateClientNotes);
    const bool isEmpty = isBlank(m_text->words());
    m_text->sayStatus(*m_status, tr("Never read by the client"));
    m_status->setVisible(!m_text->words().isEmpty());
    m_text->setReadOnly(isKeeping);
    m_text->setEnabled(why.isEmpty() || !isEmpty); // What was typed can still be copied
    m_add->setEnabled(why.isEmpty() && !isEmpty && !isKeeping && m_text->left() >= 0);
    m_add->setAccessibleDescription(!why.isEmpty()       ? why
                                    : isEmpty            ? tr("Write something first.")
                                    : m_text->left() < 0 ? m_text->status()
                                                         : QString());
    const bool isOver = ClientWords::isOver(*m_details);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty() && (!isOver || !isEmpty));
    m_field->setVisible(!isOver || !isEmpty); // A page that can only be read has no room for more
}

void NotesPart::add()
{
    const ClientId id = m_details->client.id;
    m_keeping.insert(id);
    m_trouble->hide();
    showField();
    emit decided(AddClientNote{id, m_text->words()});
}

void NotesPart::takeAnswer(const AddClientNote &note, const QString &trouble)
{
    m_keeping.erase(note.clientId);
    const bool isShown = m_details && m_details->client.id == note.clientId;
    if (trouble.isEmpty())
        m_words.erase(note.clientId);
    if (!isShown)
        return;
    if (trouble.isEmpty()) {
        const QSignalBlocker quiet(m_text);
        m_text->setWords({});
        m_text->setFocus(Qt::OtherFocusReason);
        announce(*m_text, tr("The note is kept"));
    }
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    if (!trouble.isEmpty())
        announce(*m_trouble, trouble);
    showField();
}

void NotesPart::forget()
{
    m_words.clear();
    m_keeping.clear();
    m_details.reset();
    const QSignalBlocker quiet(m_text);
    m_text->setWords({});
}

QStringList NotesPart::unsavedWords() const
{
    QStringList words;
    for (const auto &[id, text] : m_words) {
        if (!isBlank(text))
            words << text;
    }
    return words;
}

#include "ui/clients/notelist.h"

#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

NoteList::NoteList(QWidget *parent)
    : QWidget(parent)
    , m_none(new WrapLabel(QStringLiteral("noNotes"), this))
    , m_earlier(new QPushButton(this))
    , m_lines(new QVBoxLayout)
{
    setObjectName(QStringLiteral("noteList"));
    m_none->setText(tr("There are no notes yet."));
    m_none->setQuiet();
    m_earlier->setObjectName(QStringLiteral("earlierNotes"));
    m_earlier->setAutoDefault(false);
    m_earlier->hide();
    m_lines->setSpacing(Measure::gap + Measure::grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap);
    column->addWidget(m_none);
    column->addWidget(m_earlier, 0, Qt::AlignLeading);
    column->addLayout(m_lines);
    connect(m_earlier, &QPushButton::clicked, this, [this] {
        m_showsAll = true;
        fill();
    });
}

void NoteList::showNotes(const ClientDetails &details, Instant now)
{
    if (m_client != details.client.id) {
        m_client = details.client.id;
        m_showsAll = false;
    }
    m_notes.clear();
    for (const Note &note : details.client.notes) {
        const QString author = isBlank(note.authorName) ? tr("Somebody") : inSentence(oneLine(note.authorName));
        m_notes.push_back(
            {tr("%1 · %2", "author, time").arg(author, Phrases::moment(note.at, now)), manyLines(note.text)});
    }
    for (const Operation &operation : details.waiting) {
        if (const auto *note = std::get_if<AddClientNote>(&operation.decision))
            m_notes.push_back({tr("You · waiting to send"), manyLines(note->text)});
    }
    m_none->setVisible(m_notes.empty());
    fill();
}

void NoteList::fill()
{
    const size_t left = m_showsAll || m_notes.size() <= most ? 0 : m_notes.size() - most;
    m_earlier->setVisible(left > 0);
    m_earlier->setText(left == 1 ? tr("Show 1 earlier note") : tr("Show %Ln earlier notes", nullptr, int(left)));
    m_earlier->setAccessibleName(m_earlier->text());
    std::vector<Line> lines(m_notes.begin() + qptrdiff(left), m_notes.end());
    if (lines == m_shown)
        return;
    m_shown = std::move(lines);
    while (const auto item = std::unique_ptr<QLayoutItem>(m_lines->takeAt(0)))
        delete item->widget();
    for (const Line &line : m_shown)
        addLine(line);
}

void NoteList::addLine(const Line &line)
{
    auto *row = new QWidget(this);
    auto *head = new WrapLabel(QStringLiteral("noteHead"), row);
    head->setText(line.head);
    head->setQuiet();
    auto *text = new WrapLabel(QStringLiteral("noteText"), row);
    text->setText(line.text);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(head);
    column->addWidget(text);
    m_lines->addWidget(row);
}

#include "ui/outbox/waitingrow.h"

#include "ui/common/countdown.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/ownwords.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace {

/// What was written with it, one after the other.
QString wordsInOneLine(const Operation &operation)
{
    QStringList parts;
    for (const QString &text : writtenWords(operation)) {
        if (!isBlank(text))
            parts << oneLine(text);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

WaitingRow::WaitingRow(EntryList::Clock clock, QWidget *parent)
    : EntryWidget(parent)
    , m_clock(std::move(clock))
    , m_company(new WrapLabel(QStringLiteral("waitingCompany"), this))
    , m_what(new WrapLabel(QStringLiteral("waitingWhat"), this))
    , m_words(new ElidedLabel(QStringLiteral("waitingWords"), this))
    , m_standing(new WrapLabel(QStringLiteral("waitingStanding"), this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_seconds(new QTimer(this))
{
    setObjectName(QStringLiteral("waitingRow"));
    m_company->setFont(themeFont(*this, 0, true));
    m_standing->setQuiet();
    m_undo->setObjectName(QStringLiteral("undoWaiting"));
    m_undo->setAccessibleName(tr("Undo"));
    m_seconds->setInterval(1000);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_company);
    words->addWidget(m_what);
    words->addWidget(m_words);
    words->addWidget(m_standing);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, Measure::gap + 2, 0, Measure::gap + 2);
    line->setSpacing(Measure::margin);
    line->addLayout(words, 1);
    line->addWidget(m_undo, 0, Qt::AlignVCenter);
    connect(m_seconds, &QTimer::timeout, this, &WaitingRow::showStanding);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (m_entry)
            emit undoAsked(m_entry->operation.id);
    });
}

void WaitingRow::setEntry(const OutboxEntry &entry, Instant now)
{
    m_entry = entry;
    m_at = now;
    const Operation &operation = entry.operation;
    const QString company = Sentences::subject(operation);
    m_company->setText(company);
    m_what->setText(tr("%1 · %2 · decided %3", "decision, branch, time")
                        .arg(Sentences::decision(operation), inSentence(branchLine(operation.reviewed.branchName)),
                             Phrases::timeOfDay(operation.decidedAt, now)));
    showWords();
    m_undo->setEnabled(entry.undoable);
    m_undo->setAccessibleDescription(entry.undoable
                                         ? tr("Takes back the decision on %1").arg(company)
                                         : tr("%1: may already have been sent, can't be taken back").arg(company));
    m_undo->setToolTip(plainToolTip(m_undo->accessibleDescription()));
    showStanding();
}

void WaitingRow::showWords()
{
    const QString line = wordsInOneLine(m_entry->operation);
    const QString whole = line.isEmpty() ? QString() : manyLines(ownWords(m_entry->operation));
    m_words->setText(line);
    m_words->setVisible(!line.isEmpty());
    setToolTip(plainToolTip(whole));
    setPlainToolTip(*m_words, whole); // its own would be the one line
    setAccessibleDescription(whole);
}

void WaitingRow::showStanding()
{
    const OutboxEntry shown = countedDown(*m_entry, m_clock() - m_at);
    QString standing = Sentences::standing(shown); // stands inside a sentence elsewhere
    standing.front() = standing.front().toUpper();
    m_standing->setText(standing);
    const bool counting = isCounting(shown);
    if (counting != m_seconds->isActive())
        counting ? m_seconds->start() : m_seconds->stop();
}

void WaitingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeOf(*this).border);
}

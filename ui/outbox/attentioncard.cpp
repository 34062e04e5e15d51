#include "ui/outbox/attentioncard.h"

#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/ownwords.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/outbox/cardwords.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>

#include <memory>

namespace {

constexpr int glyph = 20;

void empty(QLayout &layout)
{
    while (const auto item = std::unique_ptr<QLayoutItem>(layout.takeAt(0))) {
        if (QWidget *widget = item->widget()) {
            // It may be the button whose click brought us here.
            widget->hide();
            widget->deleteLater();
        }
    }
}

bool isOnlyARemark(EndKind kind)
{
    return kind == EndKind::SameDecision;
}

} // namespace

AttentionCard::AttentionCard(Facts facts, QWidget *parent)
    : EntryWidget(parent)
    , m_facts(std::move(facts))
    , m_icon(new QLabel(this))
    , m_title(new WrapLabel(QStringLiteral("cardTitle"), this))
    , m_text(new WrapLabel(QStringLiteral("cardText"), this))
    , m_what(new WrapLabel(QStringLiteral("cardDecision"), this))
    , m_changes(new QWidget(this))
    , m_changeRows(new QGridLayout(m_changes))
    , m_wordsCaption(new WrapLabel(QStringLiteral("cardWordsCaption"), this))
    , m_words(plainLabel(this, QStringLiteral("cardWords"), true))
    , m_trouble(new WrapLabel(QStringLiteral("cardTrouble"), this))
    , m_steps(new QWidget(this))
{
    setObjectName(QStringLiteral("attentionCard"));
    build();
    tint();
}

void AttentionCard::build()
{
    m_icon->setObjectName(QStringLiteral("cardIcon"));
    m_icon->setFixedSize(glyph, glyph);
    m_title->setFont(themeFont(*this, 0.5, true));
    m_what->setQuiet();
    m_wordsCaption->setQuiet();
    m_changes->setObjectName(QStringLiteral("cardChanges"));
    m_changeRows->setContentsMargins(0, Measure::grid, 0, Measure::grid);
    m_changeRows->setHorizontalSpacing(Measure::margin);
    m_changeRows->setColumnStretch(1, 1);
    m_changeRows->setColumnStretch(2, 1);
    m_words->setContentsMargins(Measure::gap + Measure::grid, 0, Measure::gap + Measure::grid, 0);
    m_wordsCaption->setText(tr("What you wrote"));
    m_steps->setObjectName(QStringLiteral("cardSteps"));
    m_steps->setLayout(new FlowLayout(Measure::gap));
    m_trouble->hide();

    auto *column = new QVBoxLayout;
    column->setSpacing(Measure::gap - 2);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_text, m_what, m_changes, m_wordsCaption, m_words,
                                                          m_trouble, m_steps})
        column->addWidget(part);
    column->insertSpacing(column->indexOf(m_steps), Measure::grid);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Measure::margin, Measure::margin - 2, Measure::margin, Measure::margin - 2);
    line->setSpacing(Measure::gap + Measure::grid);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addLayout(column, 1);
}

void AttentionCard::setEntry(const OutboxEntry &entry, Instant now)
{
    m_entry = entry;
    const Operation &operation = entry.operation;
    m_title->setText(Sentences::cardTitle(entry));
    setAccessibleName(m_title->text());
    m_text->setText(Sentences::cardText(entry, now));
    m_what->setText(tr("Your decision · %1 · %2 · decided %3", "decision, branch, time")
                        .arg(Sentences::decision(operation), inSentence(branchLine(operation.reviewed.branchName)),
                             Phrases::timeOfDay(operation.decidedAt, now)));
    sayTrouble({});
    showChanges();
    showWords();
    showSteps();
    tint();
}

void AttentionCard::sayTrouble(const QString &text)
{
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
}

void AttentionCard::showWords()
{
    const QString words = manyLines(ownWords(m_entry->operation));
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_wordsCaption->setVisible(!words.isEmpty());
}

void AttentionCard::showChanges()
{
    empty(*m_changeRows);
    std::vector<FactChange> changes;
    if (m_entry->operation.end.kind == EndKind::Changed)
        changes = changedFacts(m_facts(), *m_entry);
    m_changes->setVisible(!changes.empty());
    const auto put = [this](int row, int column, const QString &text, bool quiet) {
        auto *label = new WrapLabel(quiet ? QStringLiteral("cardFactLabel") : QStringLiteral("cardFact"), m_changes);
        if (quiet)
            label->setQuiet();
        label->setText(text);
        m_changeRows->addWidget(label, row, column, Qt::AlignTop);
    };
    if (!changes.empty()) {
        put(0, 1, tr("As you read it"), true);
        put(0, 2, tr("As it is now"), true);
    }
    int row = 1;
    for (const FactChange &change : changes) {
        put(row, 0, change.label, true);
        put(row, 1, change.reviewed.isEmpty() ? tr("(nothing)") : change.reviewed, false);
        put(row, 2, change.current.isEmpty() ? tr("(nothing)") : change.current, false);
        ++row;
    }
}

QPushButton *AttentionCard::addButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, m_steps);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAccessibleDescription(m_title->text());
    m_steps->layout()->addWidget(button);
    return button;
}

void AttentionCard::showSteps()
{
    empty(*m_steps->layout());
    bool first = true;
    for (const NextStep step : nextSteps(*m_entry)) {
        QPushButton *button = nullptr;
        switch (step) {
        case NextStep::ReviewAgain:
            button = m_entry->currentIsPending ? addButton(QStringLiteral("reviewAgain"), tr("Review again"))
                                               : addButton(QStringLiteral("reviewAgain"), tr("Show invitation"));
            break;
        case NextStep::EditAndSendAgain:
            button = addButton(QStringLiteral("editAndSendAgain"), tr("Edit and send again…"));
            break;
        case NextStep::TryAgain:
            button = addButton(QStringLiteral("tryAgain"), tr("Try again"));
            break;
        case NextStep::SendItAgain:
            button = addButton(QStringLiteral("sendItAgain"), tr("Send it again"));
            break;
        case NextStep::ShowClient:
            button = addButton(QStringLiteral("showClient"), tr("Show client"));
            break;
        }
        if (first && m_entry->operation.end.kind != EndKind::DecidedOtherwise)
            setWeight(*button, ButtonWeight::Primary);
        first = false;
        connect(button, &QPushButton::clicked, this, [this, step] { emit stepAsked(step, *m_entry); });
    }
    const QString words = ownWords(m_entry->operation);
    if (!words.isEmpty()) {
        connect(addButton(QStringLiteral("copyMyWords"), tr("Copy my words")), &QPushButton::clicked, this,
                [words] { QGuiApplication::clipboard()->setText(words); });
    }
    connect(addButton(QStringLiteral("dismissCard"), tr("Dismiss")), &QPushButton::clicked, this,
            [this] { emit dismissAsked(m_entry->operation.id); });
}

void AttentionCard::changeEvent(QEvent *event)
{
    EntryWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void AttentionCard::tint()
{
    const Theme theme = themeOf(*this);
    const bool remark = m_entry && isOnlyARemark(m_entry->operation.end.kind);
    const QIcon icon = remark ? themeIcon(QStringLiteral("info"), theme.accent)
                              : themeIcon(QStringLiteral("attention"), theme.warning);
    m_icon->setPixmap(icon.pixmap(QSize(glyph, glyph), devicePixelRatioF()));
    update();
}

void AttentionCard::paintEvent(QPaintEvent *)
{
    const Theme theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Measure::radius + 2, Measure::radius + 2);
    if (!m_words->isVisible())
        return;
    // What the accountant wrote stands as a quotation.
    const QRect words = m_words->geometry();
    const int x = layoutDirection() == Qt::LeftToRight ? words.left() : words.right() - 2;
    painter.fillRect(QRect(x, words.top(), 3, words.height()), theme.border);
}

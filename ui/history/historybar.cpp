#include "ui/history/historybar.h"

#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/searchfield.h"
#include "ui/common/spokencombo.h"
#include "ui/common/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

HistoryBar::HistoryBar(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this, QStringLiteral("historyTitle")))
    , m_count(new QuietLabel(QStringLiteral("historyCount"), this))
    , m_search(new SearchField(this))
    , m_filters(new QButtonGroup(this))
    , m_period(new QComboBox((speakComboBoxes(), this))) // Before its own first event
    , m_finder(new QPushButton(tr("They say they sent it…"), this))
    , m_evidence(new QPushButton(tr("Export or print…"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Measure::margin, Measure::margin, Measure::margin, Measure::gap);
    layout->setSpacing(Measure::gap + 2);
    layout->addLayout(makeHead());
    layout->addWidget(m_search);
    layout->addLayout(makeFilters());
    layout->addLayout(makePeriod());
    connect(m_search, &SearchField::searched, this, &HistoryBar::viewChosen);
    connect(m_period, &QComboBox::activated, this, &HistoryBar::viewChosen);
    connect(m_finder, &QPushButton::clicked, this, &HistoryBar::finderAsked);
    connect(m_evidence, &QPushButton::clicked, this, &HistoryBar::evidenceAsked);
}

QLayout *HistoryBar::makeHead()
{
    m_title->setText(tr("History"));
    m_title->setFont(themeFont(*this, 4, true));
    m_title->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(Measure::gap + Measure::grid);
    head->addWidget(m_title);
    head->addWidget(m_count, 1, Qt::AlignBottom);
    m_count->setContentsMargins(0, 0, 0, 2); // on the title's baseline
    return head;
}

QLayout *HistoryBar::makeFilters()
{
    addFilter(HistoryFilter::All, QStringLiteral("outcomeAll"), tr("All"));
    addFilter(HistoryFilter::Accepted, QStringLiteral("outcomeAccepted"), tr("Accepted"));
    addFilter(HistoryFilter::Rejected, QStringLiteral("outcomeRejected"), tr("Rejected"));
    addFilter(HistoryFilter::Ended, QStringLiteral("outcomeEnded"), tr("Withdrawn or expired"));
    addFilter(HistoryFilter::Pending, QStringLiteral("outcomePending"), tr("Pending"));
    m_filters->button(int(HistoryFilter::Ended))
        ->setToolTip(plainToolTip(tr("Withdrawn by the client, expired, or replaced by a newer one")));
    m_filters->button(int(m_outcome))->setChecked(true);
    auto *filters = new FlowLayout(Measure::grid);
    for (QAbstractButton *button : m_filters->buttons())
        filters->addWidget(button);
    return filters;
}

void HistoryBar::addFilter(HistoryFilter outcome, const QString &objectName, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    setWeight(*button, ButtonWeight::Quiet);
    m_filters->addButton(button, int(outcome));
    connect(button, &QToolButton::clicked, this, [this, outcome] {
        if (outcome == m_outcome)
            return;
        m_outcome = outcome;
        emit viewChosen();
    });
}

QLayout *HistoryBar::makePeriod()
{
    m_period->setObjectName(QStringLiteral("period"));
    m_period->setAccessibleName(tr("Period"));
    m_period->addItem(tr("All time"), int(HistoryPeriod::All));
    m_period->addItem(tr("Last 30 days"), int(HistoryPeriod::Last30Days));
    m_period->addItem(tr("Last 90 days"), int(HistoryPeriod::Last90Days));
    m_period->addItem(tr("This year"), int(HistoryPeriod::ThisYear));
    m_finder->setObjectName(QStringLiteral("finder"));
    m_finder->setAccessibleName(m_finder->text());
    m_finder->setToolTip(plainToolTip(tr("Looks for an invitation on every branch and in every state (Ctrl+Shift+F)")));
    m_finder->setAutoDefault(false);
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_evidence->setAccessibleName(m_evidence->text());
    m_evidence->setAutoDefault(false);
    auto *line = new FlowLayout(Measure::gap);
    line->addWidget(m_period);
    line->addWidget(m_finder);
    line->addWidget(m_evidence);
    return line;
}

void HistoryBar::setCount(std::optional<qint64> count)
{
    m_count->setText(count ? tr("%1 shown").arg(QLocale().toString(*count)) : QString());
}

HistoryPeriod HistoryBar::period() const
{
    return HistoryPeriod(m_period->currentData().toInt());
}

QString HistoryBar::search() const
{
    return m_search->text();
}

void HistoryBar::clear()
{
    m_outcome = HistoryFilter::All;
    m_filters->button(int(m_outcome))->setChecked(true);
    m_period->setCurrentIndex(0);
    m_search->clear();
    emit viewChosen();
}

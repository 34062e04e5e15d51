#include "ui/insight/insightpage.h"

#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/spokencombo.h"
#include "ui/common/statepanel.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/insight/insightblock.h"
#include "ui/insight/insightperiod.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {
/// Between two readings while changes come in: each looks at every invitation of the period.
constexpr int betweenReadings = 2'000;
} // namespace

InsightPage::InsightPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("insightPage"));
    setAccessibleName(tr("Insight"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    m_stack = new QStackedWidget(this);
    m_scroll = new QScrollArea(m_stack);
    m_scroll->setObjectName(QStringLiteral("insightScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(makeContent());
    m_states = new StatePanel(QStringLiteral("insightStates"), m_stack);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_states);
    layout->addWidget(m_stack, 1);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &InsightPage::load);
    connect(m_period, &QComboBox::activated, this, &InsightPage::load);
    connect(&m_session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (changesFigures(changes))
            loadLater();
        updateStates();
    });
    updateStates();
}

QWidget *InsightPage::makeHead()
{
    auto *head = new QWidget(this);
    QLabel *const title = plainLabel(head, QStringLiteral("insightTitle"));
    title->setText(tr("Insight"));
    title->setFont(themeFont(*this, 4, true));
    speakComboBoxes(); // Before the box's own first event
    m_period = new QComboBox(head);
    m_period->setObjectName(QStringLiteral("insightPeriod"));
    m_period->setAccessibleName(tr("Period"));
    m_period->setMinimumContentsLength(18);
    m_period->addItem(tr("Last 12 months"), int(InsightPeriod::Last12Months));
    m_period->addItem(tr("Last 3 months"), int(InsightPeriod::Last3Months));
    m_period->addItem(tr("This year"), int(InsightPeriod::ThisYear));
    m_period->addItem(tr("Last year"), int(InsightPeriod::LastYear));
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(Measure::margin, Measure::margin, Measure::margin, Measure::gap + Measure::grid);
    column->setSpacing(Measure::gap + 2);
    column->addWidget(title);
    column->addWidget(m_period, 0, Qt::AlignLeading);
    return head;
}

QWidget *InsightPage::makeContent()
{
    auto *content = new QWidget(m_scroll);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_summary = new WrapLabel(QStringLiteral("insightSummary"), content);
    m_median = new WrapLabel(QStringLiteral("insightMedian"), content);
    m_unknown = new WrapLabel(QStringLiteral("insightUnknown"), content);
    auto *meaning = new WrapLabel(QStringLiteral("insightMeaning"), content);
    meaning->setText(tr("Invitations that were sent in these months, as the service has them: a decision that waits to "
                        "be sent still counts as pending."));
    meaning->setQuiet();
    m_byMonth = new InsightBlock(QStringLiteral("insightMonths"), tr("By month"), tr("Figures by month"), content);
    m_monthStates = m_byMonth->addChart(QStringLiteral("monthStates"), tr("What became of them, by month"));
    m_monthOrigins = m_byMonth->addChart(QStringLiteral("monthOrigins"), tr("How they came, by month"));
    m_monthTimes = m_byMonth->addChart(QStringLiteral("monthTimes"), tr("Median time to answer, by month"));
    m_byBranch = new InsightBlock(QStringLiteral("insightBranches"), tr("By branch"), tr("Figures by branch"), content);
    m_branchStates = m_byBranch->addChart(QStringLiteral("branchStates"), tr("What became of them, by branch"));
    m_branchTimes = m_byBranch->addChart(QStringLiteral("branchTimes"), tr("Median time to answer, by branch"));
    m_reasons = new InsightBlock(QStringLiteral("insightReasons"), tr("Why they were rejected"),
                                 tr("Figures by reason"), content);
    m_reasonCounts = m_reasons->addChart(QStringLiteral("reasonCounts"), tr("Rejections by reason"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Measure::margin, Measure::grid, Measure::margin, Measure::margin);
    column->setSpacing(Measure::gap);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_summary, m_median, m_unknown, meaning, m_byMonth, m_byBranch, m_reasons})
        column->addWidget(part);
    column->addStretch(1);
    return content;
}

void InsightPage::setBranch(const std::optional<BranchId> &branch)
{
    if (branch == m_branch)
        return;
    m_branch = branch;
    m_insight.reset(); // Another branch's figures under this one's name would be wrong
    m_due = true;
    if (isVisible())
        load();
    updateStates();
}

void InsightPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_due)
        load();
}

bool InsightPage::changesFigures(const ChangeSet &changes)
{
    bool is = !changes.invitations.empty();
    if (changes.overview) {
        const Overview &now = *changes.overview;
        is = is || now.counts != m_counts || now.branches != m_branches || now.reasons != m_knownReasons;
        m_counts = now.counts;
        m_branches = now.branches;
        m_knownReasons = now.reasons;
    }
    return is;
}

void InsightPage::loadLater()
{
    m_due = true;
    if (isVisible() && !m_soon.isActive())
        m_soon.start(betweenReadings);
}

void InsightPage::load()
{
    if (!isVisible()) {
        m_due = true;
        return;
    }
    m_due = false;
    const QDate today = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(m_session.now())).date();
    const std::vector<QDate> months = insightMonths(InsightPeriod(m_period->currentData().toInt()), today);
    const quint64 asked = ++m_asked;
    m_session.loadInsight({m_branch, insightMoments(months)}, this, [this, asked, months](const Result<Insight> &insight) {
        if (asked != m_asked)
            return;
        m_months = months;
        take(insight);
    });
}

void InsightPage::take(const Result<Insight> &insight)
{
    m_failed = !insight;
    if (insight) {
        m_insight = *insight;
        showFigures();
    } else {
        m_insight.reset();
    }
    updateStates();
}

void InsightPage::showFigures()
{
    const auto months = InsightFigures::byMonth(*m_insight, m_months);
    const auto branches = InsightFigures::byBranch(*m_insight);
    m_summary->setText(InsightFigures::summary(m_insight->all));
    m_median->setText(InsightFigures::median(m_insight->all));
    const QString unknown = InsightFigures::unknown(m_insight->all);
    m_unknown->setText(unknown);
    m_unknown->setVisible(!unknown.isEmpty());
    m_monthStates->setData(InsightFigures::states(months));
    m_monthOrigins->setData(InsightFigures::origins(months));
    m_monthTimes->setData(InsightFigures::times(months));
    m_byMonth->setFigures(InsightFigures::table(tr("Month"), months));
    m_branchStates->setData(InsightFigures::states(branches));
    m_branchTimes->setData(InsightFigures::times(branches));
    m_byBranch->setFigures(InsightFigures::table(tr("Branch"), branches));
    m_byBranch->setVisible(!m_branch && branches.size() > 1);
    m_reasonCounts->setData(InsightFigures::reasons(*m_insight));
    m_reasons->setFigures(InsightFigures::reasonTable(*m_insight));
    m_reasons->setVisible(!m_insight->reasons.empty());
}

void InsightPage::updateStates()
{
    const Overview &overview = m_session.overview();
    ListState state = listState({.opened = m_insight.has_value(),
                                 .total = m_insight ? qsizetype(m_insight->all.received) : 0,
                                 .narrowed = false,
                                 .permitted = mayView(overview, m_branch, Permission::ViewClients)},
                                overview.status);
    if (m_failed && state != ListState::NoPermission)
        state = ListState::Trouble;
    say(state);
    m_stack->setCurrentIndex(state == ListState::Rows ? 0 : 1);
}

void InsightPage::say(ListState state)
{
    const Overview &overview = m_session.overview();
    m_states->showProgress({});
    m_states->clearButtons();
    switch (state) {
    case ListState::Rows:
    case ListState::Loading:
        m_states->say(StatePanel::Drawing::None, {}, {});
        return;
    case ListState::FirstSync:
        m_states->say(StatePanel::Drawing::Hand, tr("Getting the history for the first time"), {});
        m_states->showProgress(tr("%1 received").arg(QLocale().toString(overview.status.received)));
        return;
    case ListState::NoPermission:
        m_states->say(StatePanel::Drawing::Lock, tr("You can't see these figures"),
                      Sentences::permissionMissing(Permission::ViewClients, inSentence(branchName(overview, m_branch))));
        return;
    case ListState::Offline:
        m_states->say(StatePanel::Drawing::Cloud, tr("Nothing is here yet"),
                      tr("The figures come with the first connection. There is none now."));
        return;
    case ListState::Trouble:
        m_states->say(StatePanel::Drawing::Cloud, tr("The figures could not be read"),
                      m_failed ? tr("This computer could not read what Atlas keeps. Nothing is lost: try again.")
                               : Sentences::connectionLine(overview.status, m_session.now()));
        connect(m_states->addButton(QStringLiteral("insightAgain"), tr("Try Again")), &QPushButton::clicked, this,
                &InsightPage::load);
        return;
    case ListState::NoMatch:
    case ListState::Empty:
        m_states->say(StatePanel::Drawing::Hand, tr("No invitation was sent in this period"),
                      tr("Choose another period above, or another branch."));
        return;
    }
}

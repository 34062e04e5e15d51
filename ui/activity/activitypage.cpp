#include "ui/activity/activitypage.h"

#include "ui/activity/activitydelegate.h"
#include "ui/activity/activitymodel.h"
#include "ui/common/limitednote.h"
#include "ui/common/plaintext.h"
#include "ui/common/rowlist.h"
#include "ui/common/searchfield.h"
#include "ui/common/sentences.h"
#include "ui/common/statepanel.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

ActivityPage::ActivityPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ActivityModel(session, this))
    , m_search(new SearchField(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new RowList(m_stack))
    , m_states(new StatePanel(QStringLiteral("activityStates"), m_stack))
{
    setObjectName(QStringLiteral("activityPage"));
    setAccessibleName(tr("Activity"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_list->setObjectName(QStringLiteral("activity"));
    m_list->setAccessibleName(tr("Activity list"));
    m_list->setItemDelegate(new ActivityDelegate(m_list));
    m_list->setModel(m_model);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_states);
    lay();
    connect(m_search, &SearchField::searched, this, &ActivityPage::openView);
    connect(m_search, &SearchField::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_model, &PagedModel::opened, this, &ActivityPage::updateStates);
    connect(&m_session, &Session::changed, this, &ActivityPage::updateStates);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, m_list->viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
    openView();
    updateStates();
}

void ActivityPage::lay()
{
    QLabel *const title = plainLabel(this, QStringLiteral("activityTitle"));
    title->setText(tr("Activity"));
    title->setFont(themeFont(*this, 4, true));
    m_search->setMaximumWidth(480);
    auto *evidence = new QPushButton(tr("Export or print…"), this);
    evidence->setObjectName(QStringLiteral("activityEvidence"));
    evidence->setAccessibleName(evidence->text());
    evidence->setAutoDefault(false);
    connect(evidence, &QPushButton::clicked, this, &ActivityPage::evidenceAsked);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(Measure::margin, Measure::margin, Measure::margin, Measure::gap + Measure::grid);
    bar->setSpacing(Measure::gap + 2);
    bar->addWidget(title);
    bar->addWidget(m_search);
    bar->addWidget(evidence, 0, Qt::AlignLeading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(new LimitedNote(*m_model, this));
}

void ActivityPage::setBranch(const std::optional<BranchId> &branch)
{
    if (branch == m_branch)
        return;
    m_branch = branch;
    openView();
    updateStates();
}

void ActivityPage::openView()
{
    m_model->open({.kind = ListKind::Activity,
                   .branch = m_branch,
                   .filter = InvitationFilter::All,
                   .sort = SortOrder::Newest,
                   .search = m_search->text()});
}

void ActivityPage::updateStates()
{
    const Overview &overview = m_session.overview();
    const ListState state = listState({.opened = m_model->isOpened(),
                                       .total = m_model->rowCount(),
                                       .narrowed = !m_model->query().search.isEmpty(),
                                       .permitted = mayView(overview, m_branch, Permission::ViewAuditLogs)},
                                      overview.status);
    say(state);
    m_stack->setCurrentIndex(state == ListState::Rows ? 0 : 1);
}

void ActivityPage::say(ListState state)
{
    const Overview &overview = m_session.overview();
    m_states->showProgress({});
    switch (state) {
    case ListState::Rows:
    case ListState::Loading:
        m_states->say(StatePanel::Drawing::None, {}, {});
        return;
    case ListState::FirstSync:
        m_states->say(StatePanel::Drawing::Hand, tr("Getting the activity for the first time"), {});
        m_states->showProgress(tr("%1 received").arg(QLocale().toString(overview.status.received)));
        return;
    case ListState::NoPermission:
        m_states->say(
            StatePanel::Drawing::Lock, tr("You can't see the activity"),
            Sentences::permissionMissing(Permission::ViewAuditLogs, inSentence(branchName(overview, m_branch))));
        return;
    case ListState::NoMatch:
        m_states->say(StatePanel::Drawing::Glass,
                      tr("Nothing found for “%1”").arg(oneLine(m_model->query().search, 120)),
                      tr("Looked at names, companies and details."));
        return;
    case ListState::Offline:
        m_states->say(StatePanel::Drawing::Cloud, tr("Nothing is here yet"),
                      tr("The activity comes with the first connection. There is none now."));
        return;
    case ListState::Trouble:
        m_states->say(StatePanel::Drawing::Cloud, tr("The activity could not be read"),
                      Sentences::connectionLine(overview.status, m_session.now()));
        return;
    case ListState::Empty:
        m_states->say(StatePanel::Drawing::Hand, tr("Nothing has happened yet."),
                      tr("What you and your colleagues do is listed here."));
        return;
    }
}

void ActivityPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

#include "ui/shell/sidebar.h"

#include "ui/common/buttons.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/shell/branchselector.h"
#include "ui/shell/sidebardelegate.h"
#include "ui/shell/sidebarmodel.h"
#include "ui/shell/syncstatusbutton.h"

#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

/// Arrows step over the captions, and letters are not a search.
class SectionList final : public QListView
{
public:
    using QListView::QListView;
    void keyboardSearch(const QString &) override {}
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_model(new SidebarModel(this))
    , m_delegate(new SidebarDelegate(this))
    , m_menu(new QToolButton(this))
    , m_practice(new ElidedLabel(QStringLiteral("practiceName"), this))
    , m_branches(new BranchSelector(this))
    , m_list(new SectionList(this))
    , m_status(new SyncStatusButton(this))
{
    setObjectName(QStringLiteral("sidebar"));
    build();
    dress();
    connect(m_menu, &QToolButton::clicked, this, &Sidebar::toggle);
    connect(m_branches, &BranchSelector::chosen, this, [this](const std::optional<BranchId> &branch) {
        if (m_overview)
            m_model->setOverview(*m_overview, branch);
        emit branchChosen(branch);
    });
    connect(m_status, &QAbstractButton::clicked, this, &Sidebar::refreshAsked);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Sidebar::takeRow);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(SidebarModel::SectionRole).isValid())
            emit sectionClicked();
    });
}

void Sidebar::build()
{
    m_menu->setObjectName(QStringLiteral("sidebarMenu"));
    m_menu->setAccessibleName(tr("Sections and branch"));
    m_menu->setToolTip(tr("Sections and branch"));
    m_menu->setFixedSize(40, 40);
    setWeight(*m_menu, ButtonWeight::Quiet);
    m_practice->setFont(themeFont(*this, 1, true));
    m_list->setObjectName(QStringLiteral("sections"));
    m_list->setAccessibleName(tr("Sections"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(14, 14, 14, 4);
    head->setSpacing(Measure::gap);
    head->addWidget(m_practice);
    head->addWidget(m_branches);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(0);
    column->addWidget(m_menu, 0, Qt::AlignHCenter);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(m_status);
}

void Sidebar::dress()
{
    const bool rail = isRail();
    m_menu->setVisible(m_narrow);
    m_menu->setIcon(themeIcon(m_opened ? QStringLiteral("close") : QStringLiteral("menu"), themeOf(*this).secondary));
    m_practice->setVisible(!rail);
    m_branches->setVisible(!rail);
    m_delegate->setRail(rail);
    m_status->setRail(rail);
    setMinimumWidth(rail ? railWidth : leastWidth);
    setMaximumWidth(rail ? railWidth : 420);
    m_list->doItemsLayout();
}

void Sidebar::setOverview(const Overview &overview, Instant now)
{
    m_overview = overview;
    const QString practice = overview.account ? oneLine(overview.account->practiceName) : QString();
    m_practice->setText(practice.isEmpty() ? tr("Atlas") : practice);
    m_branches->setBranches(overview.branches);
    m_model->setOverview(overview, m_branches->branch());
    m_status->setStatus(overview.status, now);
}

void Sidebar::showSection(Section section)
{
    m_list->setCurrentIndex(m_model->indexOf(section));
}

void Sidebar::chooseBranch(const std::optional<BranchId> &branch)
{
    m_branches->choose(branch);
    if (m_overview)
        m_model->setOverview(*m_overview, branch);
}

Section Sidebar::section() const
{
    return Section(m_list->currentIndex().data(SidebarModel::SectionRole).toInt());
}

bool Sidebar::hasStrayBranch() const
{
    return m_branches->isStray();
}

void Sidebar::focusSections()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

const std::optional<BranchId> &Sidebar::branch() const
{
    return m_branches->branch();
}

void Sidebar::takeRow(const QModelIndex &index)
{
    const QVariant section = index.data(SidebarModel::SectionRole);
    if (!section.isValid())
        return;
    if (m_narrow && m_opened)
        toggle();
    emit sectionChosen(Section(section.toInt()));
}

void Sidebar::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    m_opened = false;
    dress();
    emit railChanged();
}

void Sidebar::toggle()
{
    m_opened = !m_opened;
    dress();
    emit railChanged();
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(*this).sidebar);
}

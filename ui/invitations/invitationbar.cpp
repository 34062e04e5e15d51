#include "ui/invitations/invitationbar.h"

#include "ui/common/announce.h"
#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QButtonGroup>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

InvitationBar::InvitationBar(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this, QStringLiteral("invitationsTitle")))
    , m_count(new QuietLabel(QStringLiteral("invitationsCount"), this))
    , m_search(new SearchField(this))
    , m_newAbove(new QToolButton(this))
    , m_filters(new QButtonGroup(this))
    , m_sortButton(new QToolButton(this))
    , m_sortMenu(new QMenu(this))
    , m_sorts(new QActionGroup(this))
{
    auto *narrowing = new QHBoxLayout;
    narrowing->addLayout(makeFilters(), 1);
    makeSort();
    narrowing->addWidget(m_sortButton, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Measure::margin, Measure::margin, Measure::margin, Measure::gap);
    layout->setSpacing(Measure::gap + 2);
    layout->addLayout(makeHead());
    layout->addLayout(makeSearch());
    layout->addLayout(narrowing);
    connect(m_search, &SearchField::searched, this, &InvitationBar::viewChosen);
    setCounts({});
}

QLayout *InvitationBar::makeHead()
{
    m_title->setText(tr("Client Invitations"));
    m_title->setFont(themeFont(*this, 4, true));
    m_title->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(Measure::gap + Measure::grid);
    head->addWidget(m_title);
    head->addWidget(m_count, 1, Qt::AlignBottom);
    m_count->setContentsMargins(0, 0, 0, 2); // on the title's baseline
    return head;
}

/// What has come in above the list is said beside the search: a line of its own would move the rows, and one over them
/// would lie under the pointer that is about to choose one.
QLayout *InvitationBar::makeSearch()
{
    m_newAbove->setObjectName(QStringLiteral("newAbove"));
    m_newAbove->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_newAbove->setFocusPolicy(Qt::StrongFocus);
    m_newAbove->setToolTip(plainToolTip(tr("Shows the invitations that have come in above")));
    setWeight(*m_newAbove, ButtonWeight::Quiet);
    m_newAbove->hide();
    connect(m_newAbove, &QToolButton::clicked, this, &InvitationBar::newAboveAsked);
    auto *line = new QHBoxLayout;
    line->setSpacing(Measure::gap);
    line->addWidget(m_search, 1);
    line->addWidget(m_newAbove);
    return line;
}

QLayout *InvitationBar::makeFilters()
{
    auto *filters = new FlowLayout(Measure::grid);
    for (const auto &[filter, name] :
         {std::pair{InvitationFilter::All, "filterAll"}, std::pair{InvitationFilter::DueSoon, "filterDueSoon"},
          std::pair{InvitationFilter::Overdue, "filterOverdue"},
          std::pair{InvitationFilter::WithMessage, "filterWithMessage"}}) {
        addFilter(filter, QString::fromLatin1(name));
        filters->addWidget(m_filters->button(int(filter)));
    }
    m_filters->button(int(m_filter))->setChecked(true);
    return filters;
}

void InvitationBar::makeSort()
{
    addSort(SortOrder::Urgency, QStringLiteral("sortUrgency"), tr("Overdue first, then oldest"));
    addSort(SortOrder::Newest, QStringLiteral("sortNewest"), tr("Newest first"));
    addSort(SortOrder::Company, QStringLiteral("sortCompany"), tr("Company"));
    m_sortButton->setObjectName(QStringLiteral("sort"));
    m_sortButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_sortButton->setText(tr("Sort") + QStringLiteral(" \u25BE"));
    setWeight(*m_sortButton, ButtonWeight::Quiet);
    m_sortButton->setFocusPolicy(Qt::StrongFocus);
    // QToolButton's own menu runs an event loop of its own.
    connect(m_sortButton, &QToolButton::clicked, m_sortMenu,
            [this] { m_sortMenu->popup(m_sortButton->mapToGlobal(m_sortButton->rect().bottomLeft())); });
    setSort(m_sort);
}

void InvitationBar::addFilter(InvitationFilter filter, const QString &objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    setWeight(*button, ButtonWeight::Quiet);
    m_filters->addButton(button, int(filter));
    connect(button, &QToolButton::clicked, this, [this, filter] { chooseFilter(filter); });
}

void InvitationBar::addSort(SortOrder sort, const QString &objectName, const QString &text)
{
    QAction *action = m_sortMenu->addAction(text);
    action->setObjectName(objectName);
    action->setCheckable(true);
    action->setData(int(sort));
    m_sorts->addAction(action);
    connect(action, &QAction::triggered, this, [this, sort] { chooseSort(sort); });
}

QString InvitationBar::search() const
{
    return m_search->text();
}

void InvitationBar::chooseFilter(InvitationFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    emit viewChosen();
}

void InvitationBar::chooseSort(SortOrder sort)
{
    if (sort == m_sort)
        return;
    setSort(sort);
    emit viewChosen();
}

void InvitationBar::setSort(SortOrder sort)
{
    m_sort = sort;
    for (QAction *action : m_sorts->actions()) {
        if (action->data().toInt() != int(sort))
            continue;
        action->setChecked(true);
        m_sortButton->setToolTip(action->text());
        m_sortButton->setAccessibleName(tr("Sort: %1").arg(action->text()));
    }
}

void InvitationBar::clear()
{
    m_filter = InvitationFilter::All;
    m_filters->button(int(m_filter))->setChecked(true);
    m_search->clear();
    emit viewChosen();
}

void InvitationBar::sayFilter(InvitationFilter filter, const QString &text, qint64 count)
{
    QAbstractButton *button = m_filters->button(int(filter));
    const QString number = QLocale().toString(count);
    button->setText(count > 0 ? text + u' ' + number : text);
    button->setAccessibleName(count > 0 ? text + QStringLiteral(", ") + number : text);
}

void InvitationBar::setNewAbove(int count)
{
    constexpr int most = 99;
    const bool first = count > 0 && m_newAbove->isHidden();
    const QString name = count > most ? tr("99+ new above") : tr("%1 new above").arg(QLocale().toString(count));
    m_newAbove->setText(QStringLiteral("\u2191 ") + name);
    m_newAbove->setAccessibleName(name);
    m_newAbove->setVisible(count > 0);
    if (first)
        announce(*m_newAbove, name);
}

void InvitationBar::setCounts(const PendingCounts &counts, std::optional<qint64> found)
{
    const QString pending = tr("%1 pending").arg(QLocale().toString(counts.pending));
    m_count->setText(found ? tr("%1 · %2 shown").arg(pending, QLocale().toString(*found)) : pending);
    sayFilter(InvitationFilter::All, tr("All"), 0);
    sayFilter(InvitationFilter::DueSoon, tr("Due soon"), counts.dueSoon);
    sayFilter(InvitationFilter::Overdue, tr("Overdue"), counts.overdue);
    sayFilter(InvitationFilter::WithMessage, tr("With message"), counts.withMessage);
}

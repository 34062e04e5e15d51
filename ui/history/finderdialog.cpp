#include "ui/history/finderdialog.h"

#include "ui/common/announce.h"
#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/common/searchfield.h"
#include "ui/common/taborder.h"
#include "ui/common/theme.h"
#include "ui/common/twolinerow.h"
#include "ui/common/wraplabel.h"
#include "ui/history/finderreply.h"
#include "ui/history/finderwords.h"
#include "ui/history/historydelegate.h"
#include "ui/history/historymodel.h"
#include "ui/history/historyview.h"

#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int mostRowsSeen = 5;
/// More are not gone through for what they say together: the search is too wide to answer by.
constexpr int mostWeighed = 64;

struct Weighed
{
    bool whole = true; ///< Every row is here
    bool somePending = false;
    std::set<QString> branches;
};

Weighed weigh(const HistoryModel &model)
{
    Weighed weighed;
    weighed.whole = !model.isLimited() && model.rowCount() <= mostWeighed;
    for (int row = 0; row < std::min(model.rowCount(), mostWeighed); ++row) {
        const QModelIndex index = model.index(row, 0);
        weighed.whole = weighed.whole && index.data(PagedModel::LoadedRole).toBool();
        weighed.somePending = weighed.somePending || index.data(HistoryModel::PendingRole).toBool();
        weighed.branches.insert(index.data(HistoryModel::BranchIdRole).toString());
    }
    return weighed;
}

void sayOrHide(WrapLabel &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

FinderDialog::FinderDialog(HistoryModel &model, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_search(new SearchField(this))
{
    setObjectName(QStringLiteral("finderDialog"));
    setWindowTitle(tr("They say they sent it"));
    setAccessibleName(windowTitle());
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName(QStringLiteral("finderSearch"));
    m_search->setAccessibleName(tr("Company, owner or e-mail address"));
    m_search->setPlaceholderText(tr("Company, owner or e-mail address"));
    m_search->hideShortcut();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Measure::margin + Measure::gap, Measure::margin, Measure::margin + Measure::gap,
                             Measure::gap);
    head->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeContent(), 1);
    layout->addWidget(makeButtons());
    connect(m_search, &SearchField::searched, this, &FinderDialog::searched);
    connect(m_search, &SearchField::left, this, &FinderDialog::leaveSearch);
    resize(QSize(600, 620).boundedTo(screen()->availableSize() * 0.9));
}

QWidget *FinderDialog::makeContent()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("finderScroll"));
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    makeWords(content);
    makeList(content);
    m_reply = new FinderReply(content);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Measure::margin + Measure::gap, Measure::gap, Measure::margin + Measure::gap,
                               Measure::gap);
    column->setSpacing(Measure::gap + Measure::grid);
    for (QWidget *part :
         {static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_notOn),
          static_cast<QWidget *>(m_searched), static_cast<QWidget *>(m_notSearched), static_cast<QWidget *>(m_personal),
          static_cast<QWidget *>(m_reply)})
        column->addWidget(part);
    column->addStretch(1);
    scroll->setWidget(content);
    return scroll;
}

void FinderDialog::makeWords(QWidget *content)
{
    m_verdict = new WrapLabel(QStringLiteral("finderVerdict"), content);
    m_verdict->setFont(themeFont(*this, 1, true));
    m_notOn = new WrapLabel(QStringLiteral("finderNotOn"), content);
    m_searched = new WrapLabel(QStringLiteral("finderSearched"), content);
    m_notSearched = new WrapLabel(QStringLiteral("finderNotSearched"), content);
    m_personal = new WrapLabel(QStringLiteral("finderPersonal"), content);
    m_personal->setText(tr("Sent to a person's own address? It may have gone elsewhere."));
    for (WrapLabel *label : {m_searched, m_notSearched})
        label->setQuiet();
}

void FinderDialog::makeList(QWidget *content)
{
    m_list = new HistoryView(content);
    m_list->setObjectName(QStringLiteral("found"));
    m_list->setAccessibleName(tr("Found"));
    auto *delegate = new HistoryDelegate(HistoryDelegate::SecondLine::Owner, m_list);
    delegate->setShowsBranch(true);
    m_list->setItemDelegate(delegate);
    m_list->setModel(&m_model);
    connect(m_list, &HistoryView::openAsked, this, &FinderDialog::choose);
    connect(m_list, &HistoryView::rowSelected, this, [this](int row) { m_show->setEnabled(row >= 0); });
}

QWidget *FinderDialog::makeButtons()
{
    auto *strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("finderButtons"));
    auto *close = new QPushButton(tr("Close"), strip);
    close->setObjectName(QStringLiteral("closeFinder"));
    m_show = new QPushButton(tr("Show"), strip);
    m_show->setObjectName(QStringLiteral("showFound"));
    m_show->setToolTip(plainToolTip(tr("Shows the selected invitation in the window")));
    m_show->setEnabled(false);
    setWeight(*m_show, ButtonWeight::Primary);
    for (QPushButton *button : {close, m_show}) {
        button->setAccessibleName(button->text());
        button->setMinimumHeight(34);
        button->setAutoDefault(false);
    }
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_show, &QPushButton::clicked, this, &FinderDialog::choose);
    auto *buttons = new QHBoxLayout(strip);
    buttons->setContentsMargins(Measure::margin + Measure::gap, Measure::gap, Measure::margin + Measure::gap,
                                Measure::margin);
    buttons->setSpacing(Measure::gap);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_show);
    return strip;
}

void FinderDialog::setOverview(const Overview &overview, const std::optional<BranchId> &branch, Instant now)
{
    m_overview = overview;
    m_now = now;
    m_reply->setBranches(overview.branches, branch);
    if (overview.account)
        m_reply->setSender({overview.account->userName, overview.account->practiceName});
    showState();
}

void FinderDialog::leaveSearch()
{
    if (m_search->text().isEmpty())
        return reject();
    if (!m_list->isVisible())
        return;
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->selectionModel()->hasSelection())
        m_list->select(0);
}

void FinderDialog::setWords(const QString &words)
{
    m_search->setText(words);
    m_search->selectAll();
}

QString FinderDialog::words() const
{
    return m_search->text().trimmed();
}

bool FinderDialog::isAnswered() const
{
    return !words().isEmpty() && m_model.isOpened() && !m_model.isOpening() &&
           !m_model.query().search.trimmed().isEmpty();
}

void FinderDialog::showState()
{
    sayOrHide(*m_searched, FinderWords::searched(m_overview, m_now));
    sayOrHide(*m_notSearched, FinderWords::notSearched(m_overview));
    if (isAnswered())
        return showAnswer();
    // While the next answer is on its way the last one stays, so that nothing flickers.
    if (!words().isEmpty() && m_model.isOpened())
        return;
    m_verdict->setText(words().isEmpty() ? tr("Type a company, an owner's name or an e-mail address.") : tr("Looking"));
    for (QWidget *part : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_notOn),
                          static_cast<QWidget *>(m_personal), static_cast<QWidget *>(m_reply)})
        part->hide();
    m_show->setEnabled(false);
}

void FinderDialog::showAnswer()
{
    const int found = m_model.rowCount();
    const Weighed weighed = weigh(m_model);
    const QString verdict =
        m_model.isLimited() ? tr("Found many: type more of it") : FinderWords::verdict(m_model.query().search, found);
    m_verdict->setText(verdict);
    m_list->setVisible(found > 0);
    m_list->setFixedHeight(std::max(1, std::min(found, mostRowsSeen)) * twoLineRowHeight(*m_list) + 2);
    sayOrHide(*m_notOn, weighed.whole ? FinderWords::notOn(m_overview, weighed.branches) : QString());
    // Where one is pending there is nothing to write; where so many are found, nobody knows.
    const bool missing = weighed.whole && !weighed.somePending;
    m_personal->setVisible(missing);
    m_reply->setFound(found > 0);
    m_reply->setVisible(missing);
    m_show->setEnabled(m_list->selectionModel()->hasSelection());
    if (m_announced != verdict)
        announce(*m_verdict, verdict);
    m_announced = verdict;
}

void FinderDialog::choose()
{
    const QModelIndex index = m_list->selectionModel()->selectedRows().value(0);
    const std::optional<InvitationId> id = m_model.idAt(index.row());
    if (!index.isValid() || !id)
        return;
    const bool isPending = index.data(HistoryModel::PendingRole).toBool();
    accept();
    emit chosen(*id, isPending);
}

bool FinderDialog::focusNextPrevChild(bool next)
{
    orderTabs(*this);
    return QDialog::focusNextPrevChild(next);
}

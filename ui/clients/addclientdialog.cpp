#include "ui/clients/addclientdialog.h"

#include "ui/clients/linkpart.h"
#include "ui/clients/parttitle.h"
#include "ui/common/factsheet.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/spokencombo.h"
#include "ui/common/taborder.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QComboBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace {

bool sameShown(const std::vector<Branch> &a, const std::vector<Branch> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Branch &x, const Branch &y) {
        return x.id == y.id && x.name == y.name && x.state == y.state;
    });
}

void addWords(QVBoxLayout &column, const QString &objectName, const QString &words, QWidget *content)
{
    auto *label = new WrapLabel(objectName, content);
    label->setText(words);
    column.addWidget(label);
}

} // namespace

AddClientDialog::AddClientDialog(const AddClientTerms &terms, const std::optional<BranchId> &branch, QWidget *parent)
    : QDialog(parent)
    , m_terms(terms)
{
    setObjectName(QStringLiteral("addClientDialog"));
    setWindowTitle(tr("Add a Client"));
    setAccessibleName(windowTitle());
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("dialogScroll"));
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeContent());
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeAddClient"));
    close->setAccessibleName(close->text());
    close->setDefault(true);
    close->setMinimumHeight(34);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Measure::margin + Measure::gap, Measure::gap, Measure::margin + Measure::gap,
                              Measure::margin);
    strip->addStretch(1);
    strip->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addLayout(strip);
    fillBranches(branch);
    resize(QSize(600, 720).boundedTo(screen()->availableSize() * 0.9));
    m_branch->setFocus();
}

QWidget *AddClientDialog::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    const int side = Measure::margin + Measure::gap;
    column->setContentsMargins(side, Measure::margin + Measure::grid, side, Measure::gap);
    column->setSpacing(Measure::gap);
    column->addWidget(makeBranch(content));
    addExternalAccess(*column, content);
    addClientPays(*column, content);
    addChargeUs(*column, content);
    column->addStretch(1);
    return content;
}

QWidget *AddClientDialog::makeBranch(QWidget *content)
{
    auto *row = new QWidget(content);
    auto *caption = new QuietLabel(QStringLiteral("addBranchCaption"), row);
    caption->setText(tr("They want to be a client of"));
    m_branch = new QComboBox((speakComboBoxes(), row)); // Before its own first event
    m_branch->setObjectName(QStringLiteral("addBranch"));
    m_branch->setAccessibleName(tr("Branch"));
    m_branch->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_branch->setMinimumContentsLength(12);
    caption->setBuddy(m_branch);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, Measure::gap);
    line->setSpacing(Measure::gap);
    line->addWidget(caption);
    line->addWidget(m_branch, 1);
    connect(m_branch, &QComboBox::activated, this, [this] {
        showBranch();
        emit linkAsked();
    });
    return row;
}

void AddClientDialog::addExternalAccess(QVBoxLayout &column, QWidget *content)
{
    column.addWidget(
        partTitle(QStringLiteral("externalAccessTitle"), tr("They use Fiskl already: External Access"), content));
    addWords(
        column, QStringLiteral("externalAccessWords"),
        tr("In their Fiskl dashboard they open External Access, invite an accountant, and enter the branch's e-mail "
           "address. Their invitation then comes to Client Invitations."),
        content);
    m_facts = new FactSheet(content);
    m_email = m_facts->addCopiedFact(QStringLiteral("branchAddress"), tr("Branch e-mail address"),
                                     tr("Copy the branch's e-mail address"));
    m_noEmail = new WrapLabel(QStringLiteral("noBranchAddress"), content);
    column.addWidget(m_facts);
    column.addWidget(m_noEmail);
    column.addSpacing(Measure::gap);
}

void AddClientDialog::addClientPays(QVBoxLayout &column, QWidget *content)
{
    column.addWidget(partTitle(QStringLiteral("clientPaysTitle"), tr("They are new to Fiskl: Client Pays"), content));
    addWords(
        column, QStringLiteral("clientPaysWords"),
        tr("Send them the branch's link in an e-mail of your own. They sign up with it, pay for Fiskl themselves, and "
           "their invitation comes to Client Invitations. One link serves any number of clients."),
        content);
    m_link = new LinkPart(content);
    connect(m_link, &LinkPart::loadAsked, this, &AddClientDialog::linkAsked);
    connect(m_link, &LinkPart::newLinkAsked, this, [this] {
        if (const std::optional<BranchId> id = branch())
            emit newLinkAsked(*id);
    });
    column.addWidget(m_link);
    column.addSpacing(Measure::gap);
}

void AddClientDialog::addChargeUs(QVBoxLayout &column, QWidget *content)
{
    column.addWidget(partTitle(QStringLiteral("chargeUsTitle"), tr("You pay for them: Charge Us"), content));
    addWords(
        column, QStringLiteral("chargeUsWords"),
        tr("Your practice pays for the client's subscription. Such a client is added in Atlas in the browser, which "
           "verifies your practice's billing first."),
        content);
    m_openAtlas = new QPushButton(tr("Open Atlas"), content);
    m_openAtlas->setObjectName(QStringLiteral("openAtlas"));
    m_openAtlas->setAccessibleName(m_openAtlas->text());
    m_openAtlas->setAutoDefault(false);
    connect(m_openAtlas, &QPushButton::clicked, this, [this] { emit linkActivated(m_terms.portal); });
    column.addWidget(m_openAtlas, 0, Qt::AlignLeading);
}

void AddClientDialog::fillBranches(const std::optional<BranchId> &chosen)
{
    m_branch->clear();
    for (const Branch &branch : m_terms.branches) {
        const QString name = branchLine(branch.name);
        m_branch->addItem(branch.state == BranchState::Closed ? tr("%1 (closed)").arg(name) : name);
        // Two branches may share a name: the address tells them apart.
        m_branch->setItemData(m_branch->count() - 1, plainToolTip(tr("%1 · %2").arg(name, oneLine(branch.email))),
                              Qt::ToolTipRole);
        if (chosen == branch.id)
            m_branch->setCurrentIndex(m_branch->count() - 1);
    }
    showBranch();
}

std::optional<BranchId> AddClientDialog::branch() const
{
    const int row = m_branch->currentIndex();
    if (row < 0 || row >= int(m_terms.branches.size()))
        return std::nullopt;
    return m_terms.branches[size_t(row)].id;
}

void AddClientDialog::setTerms(const AddClientTerms &terms)
{
    const std::optional<BranchId> before = branch();
    const bool same = sameShown(terms.branches, m_terms.branches);
    m_terms = terms;
    if (same)
        showBranch();
    else
        fillBranches(before);
    if (branch() != before)
        emit linkAsked();
}

void AddClientDialog::showBranch()
{
    const int row = m_branch->currentIndex();
    m_openAtlas->setVisible(m_terms.portal.scheme() == QLatin1StringView("https"));
    const bool known = row >= 0 && row < int(m_terms.branches.size());
    m_branch->setEnabled(known);
    m_link->setVisible(known);
    const Branch *branch = known ? &m_terms.branches[size_t(row)] : nullptr;
    const bool isClosed = branch && branch->state == BranchState::Closed;
    m_facts->setFact(m_email, branch && !isClosed ? oneLine(branch->email, 320) : QString());
    QString none;
    if (!branch)
        none = tr("Your branches have not come from the service yet.");
    else if (isClosed)
        none = tr("This branch is closed: clients can't invite it any more.");
    else if (isBlank(branch->email))
        none = tr("The branch's e-mail address has not come from the service yet.");
    m_noEmail->setText(none);
    m_noEmail->setVisible(!none.isEmpty());
    setPlainToolTip(*m_branch, m_branch->currentText());
    if (!branch)
        return;
    const bool isWaiting =
        std::find(m_terms.askedAnew.begin(), m_terms.askedAnew.end(), branch->id) != m_terms.askedAnew.end();
    m_link->setTerms(*branch, {m_terms.linkHosts, m_terms.isConnected, isWaiting});
}

bool AddClientDialog::focusNextPrevChild(bool next)
{
    orderTabs(*this);
    return QDialog::focusNextPrevChild(next);
}

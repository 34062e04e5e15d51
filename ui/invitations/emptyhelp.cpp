#include "ui/invitations/emptyhelp.h"

#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace {

constexpr size_t mostAddresses = 4;

} // namespace

EmptyHelp::EmptyHelp(QWidget *parent)
    : QWidget(parent)
    , m_addresses(new QVBoxLayout)
    , m_searched(new WrapLabel(QStringLiteral("emptyHelpSearched"), this))
{
    setObjectName(QStringLiteral("emptyHelp"));
    auto *caption = new WrapLabel(QStringLiteral("emptyHelpCaption"), this);
    caption->setFont(themeFont(*this, 0, true));
    caption->setText(tr("Expecting one that is not here?"));
    caption->setAlignment(Qt::AlignHCenter);
    auto *refresh = new QPushButton(tr("Refresh"), this);
    refresh->setObjectName(QStringLiteral("refresh"));
    refresh->setAccessibleName(refresh->text());
    connect(refresh, &QPushButton::clicked, this, &EmptyHelp::refreshAsked);
    auto *find = new QPushButton(tr("They say they sent it…"), this);
    find->setObjectName(QStringLiteral("theySayTheySentIt"));
    find->setAccessibleName(find->text());
    connect(find, &QPushButton::clicked, this, &EmptyHelp::finderAsked);
    auto *compare = new WrapLabel(QStringLiteral("emptyHelpCompare"), this);
    compare->setText(tr("Compare the address it was sent to:"));
    auto *personal = new WrapLabel(QStringLiteral("emptyHelpPersonal"), this);
    personal->setText(tr("Sent to a person's own address? It may have gone elsewhere."));
    for (WrapLabel *label : {compare, personal, m_searched}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setQuiet();
    }
    m_addresses->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Measure::margin, 0, 0);
    layout->setSpacing(Measure::gap);
    layout->addWidget(caption);
    layout->addWidget(refresh, 0, Qt::AlignHCenter);
    layout->addWidget(find, 0, Qt::AlignHCenter);
    layout->addWidget(compare);
    layout->addLayout(m_addresses);
    layout->addWidget(personal);
    layout->addWidget(m_searched);
}

void EmptyHelp::setBranches(const std::vector<Branch> &branches)
{
    if (branches == m_branches && !m_searched->text().isEmpty())
        return;
    m_branches = branches;
    for (QWidget *line : std::exchange(m_lines, {}))
        line->deleteLater();
    QStringList names;
    for (const Branch &branch : branches) {
        names << inSentence(branchLine(branch.name));
        if (m_lines.size() < mostAddresses && !branch.email.isEmpty())
            addAddress(branch);
    }
    m_searched->setText(names.isEmpty()
                            ? tr("Looked through: pending invitations.")
                            : tr("Looked through: pending invitations on %1.").arg(names.join(QStringLiteral(", "))));
}

void EmptyHelp::addAddress(const Branch &branch)
{
    auto *line = new QWidget(this);
    auto *address = new WrapLabel(QStringLiteral("branchAddress:") + branch.id.text(), line);
    address->setText(oneLine(branch.email, 320));
    auto *copy = new QToolButton(line);
    copy->setObjectName(QStringLiteral("copyAddress:") + branch.id.text());
    copy->setText(tr("Copy"));
    copy->setAccessibleName(tr("Copy the address of %1").arg(inSentence(branchLine(branch.name))));
    copy->setFocusPolicy(Qt::StrongFocus);
    setWeight(*copy, ButtonWeight::Quiet);
    connect(copy, &QToolButton::clicked, address,
            [email = branch.email] { QGuiApplication::clipboard()->setText(email); });
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(address);
    layout->addWidget(copy);
    layout->addStretch(1);
    m_addresses->addWidget(line);
    m_lines.push_back(line);
}

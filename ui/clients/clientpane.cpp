#include "ui/clients/clientpane.h"

#include "core/domain/link.h"
#include "ui/clients/clientsmodel.h"
#include "ui/common/buttons.h"
#include "ui/common/factsheet.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/spoofing.h"
#include "ui/common/statepanel.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

ClientPane::ClientPane(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new StatePanel(QStringLiteral("clientNothing"), this))
    , m_company(new WrapLabel(QStringLiteral("clientCompany"), this))
    , m_standing(new WrapLabel(QStringLiteral("clientStanding"), this))
    , m_facts(new FactSheet(this))
    , m_owner(m_facts->addFact(QStringLiteral("clientOwner"), tr("Owner")))
    , m_email(m_facts->addCopiedFact(QStringLiteral("clientEmail"), tr("E-mail"), tr("Copy e-mail address")))
    , m_mixed(m_facts->addFact(QStringLiteral("clientMixedLetters"), tr("Take care")))
    , m_branch(m_facts->addFact(QStringLiteral("clientBranch"), tr("Branch")))
    , m_billing(m_facts->addFact(QStringLiteral("clientBilling"), tr("Billing")))
    , m_connected(m_facts->addFact(QStringLiteral("clientConnected"), tr("Since")))
    , m_why(new WrapLabel(QStringLiteral("clientWhyNot"), this))
    , m_access(new QPushButton(tr("Access Fiskl"), this))
    , m_setUp(new QPushButton(tr("Set Up Access"), this))
    , m_write(new QPushButton(tr("Write e-mail"), this))
{
    setObjectName(QStringLiteral("clientDetails"));
    setAccessibleName(tr("Client details"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_company->setFont(themeFont(*this, 4, true));
    m_access->setObjectName(QStringLiteral("accessFiskl"));
    m_setUp->setObjectName(QStringLiteral("setUpAccess"));
    m_write->setObjectName(QStringLiteral("writeEmail"));
    setWeight(*m_access, ButtonWeight::Primary);
    setWeight(*m_write, ButtonWeight::Quiet);
    for (QPushButton *button : {m_access, m_setUp, m_write}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    connect(m_access, &QPushButton::clicked, this, [this] { emit linkActivated(m_url); });
    connect(m_write, &QPushButton::clicked, this, [this] { emit linkActivated(m_mailUrl); });

    m_stack->addWidget(m_nothing);
    m_stack->addWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

QWidget *ClientPane::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    const int side = Measure::margin + Measure::gap;
    column->setContentsMargins(side, Measure::margin, side, Measure::margin);
    column->setSpacing(Measure::margin);
    for (QWidget *part : std::initializer_list<QWidget *>{m_company, m_standing, m_facts, m_why})
        column->addWidget(part);
    for (QPushButton *button : {m_access, m_setUp, m_write})
        column->addWidget(button, 0, Qt::AlignLeading);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("clientScroll"));
    scroll->setAccessibleName(tr("Client details"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

void ClientPane::showClient(const QModelIndex &index, const QStringList &linkHosts, Instant now)
{
    if (!index.data(PagedModel::LoadedRole).toBool()) {
        m_stack->setCurrentWidget(m_nothing);
        return;
    }
    const auto text = [&](int role) { return index.data(role).toString(); };
    const bool connecting = index.data(ClientsModel::ConnectingRole).toBool();
    m_company->setText(text(ClientsModel::CompanyRole));
    m_standing->setText(text(ClientsModel::StateRole));
    m_standing->setVisible(!m_standing->text().isEmpty());
    m_facts->setFact(m_owner, text(ClientsModel::OwnerRole));
    m_facts->setFact(m_email, text(ClientsModel::EmailRole));
    warnOfMixedLetters(*m_facts, *m_mixed,
                       {m_company->text(), text(ClientsModel::OwnerRole), text(ClientsModel::EmailRole)});
    m_facts->setFact(m_branch, text(ClientsModel::BranchRole));
    m_facts->setFact(m_billing, text(ClientsModel::BillingRole));
    const Instant since = instantFromMs(index.data(ClientsModel::ConnectedRole).toLongLong());
    m_facts->setFact(m_connected, connecting ? QString() : Phrases::moment(since, now));
    showButtons(index, linkHosts);
    m_stack->setCurrentIndex(1);
}

void ClientPane::showButtons(const QModelIndex &index, const QStringList &linkHosts)
{
    const bool connecting = index.data(ClientsModel::ConnectingRole).toBool();
    const bool mine = index.data(ClientsModel::MineRole).toBool();
    const std::optional<QUrl> url = trustedLink(index.data(ClientsModel::UrlRole).toString(), linkHosts);
    m_url = url.value_or(QUrl());
    m_access->setVisible(mine && !connecting);
    m_access->setEnabled(url.has_value());
    m_setUp->setVisible(!mine && !connecting);
    m_setUp->setEnabled(false);
    QString why;
    if (connecting)
        why = tr("Their account can be opened once the service has confirmed your acceptance.");
    else if (!mine)
        why = tr("You are not an assigned accountant of this client. For now, assigning yourself is done in Atlas.");
    else if (!url)
        why = whyNotOpened(index);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_access->setAccessibleDescription(why);
    m_setUp->setAccessibleDescription(why);
    const std::optional<QUrl> mail = mailLink(index.data(ClientsModel::EmailRole).toString());
    m_mailUrl = mail.value_or(QUrl());
    m_write->setVisible(mail.has_value());
}

QString ClientPane::whyNotOpened(const QModelIndex &index) const
{
    const QString why = tr("The service gave no link here that can be trusted, so it is not opened.");
    const QString host = asciiHost(index.data(ClientsModel::UrlRole).toString());
    return host.isEmpty() ? why : why + u' ' + tr("It names the host %1.").arg(oneLine(host, 253));
}

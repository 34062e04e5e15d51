#include "ui/clients/accesspart.h"

#include "core/domain/link.h"
#include "ui/common/announce.h"
#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

AccessPart::AccessPart(QWidget *parent)
    : QWidget(parent)
    , m_why(new WrapLabel(QStringLiteral("clientWhyNot"), this))
    , m_trouble(new WrapLabel(QStringLiteral("accessTrouble"), this))
    , m_access(new QPushButton(tr("Access Fiskl"), this))
    , m_setUp(new QPushButton(tr("Set Up Access"), this))
    , m_write(new QPushButton(tr("Write e-mail"), this))
{
    setObjectName(QStringLiteral("clientAccess"));
    m_access->setObjectName(QStringLiteral("accessFiskl"));
    m_setUp->setObjectName(QStringLiteral("setUpAccess"));
    m_write->setObjectName(QStringLiteral("writeEmail"));
    setWeight(*m_access, ButtonWeight::Primary);
    setWeight(*m_setUp, ButtonWeight::Primary);
    setWeight(*m_write, ButtonWeight::Quiet);
    m_trouble->setFault(true);
    auto *row = new QWidget(this);
    row->setLayout(new FlowLayout(Measure::gap));
    for (QPushButton *button : {m_access, m_setUp, m_write}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        row->layout()->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_why, row, m_trouble})
        column->addWidget(part);
    connect(m_access, &QPushButton::clicked, this, [this] { emit linkActivated(m_url); });
    connect(m_write, &QPushButton::clicked, this, [this] { emit linkActivated(m_mailUrl); });
    connect(m_setUp, &QPushButton::clicked, this, [this] {
        if (!m_assignment)
            return;
        m_asked = m_assignment;
        emit decided(*m_assignment);
    });
    sayTrouble({});
}

void AccessPart::sayTrouble(const QString &words)
{
    m_trouble->setText(words);
    m_trouble->setVisible(!words.isEmpty());
    if (!words.isEmpty())
        announce(*m_trouble, words);
}

bool AccessPart::takeAnswer(const AssignAccountant &assignment, const QString &trouble)
{
    if (m_asked != assignment)
        return false;
    m_asked.reset();
    sayTrouble(trouble);
    return true;
}

void AccessPart::showRow(const ClientRow &client, const ClientTerms &terms)
{
    m_assignment.reset();
    show({client.assignedToMe, client.accountUrl, client.ownerEmail}, terms);
    if (client.connecting) {
        m_access->hide();
        m_setUp->show();
        offerSetUp(
            tr("Their account can be opened once the service has confirmed your acceptance. From then on you can "
               "assign accountants, write notes and tick off the first steps here."));
    } else if (!client.assignedToMe) {
        offerSetUp({});
        m_setUp->setEnabled(false); // Until the whole client is here
    }
}

void AccessPart::showClient(const ClientDetails &details, const ClientTerms &terms)
{
    const Client &client = details.client;
    const auto isMe = [&](const MemberId &id) { return terms.account && terms.account->userId == id; };
    const bool isMine = std::any_of(client.accountants.begin(), client.accountants.end(),
                                    [&](const Accountant &accountant) { return isMe(accountant.memberId); });
    show({isMine, client.accountUrl, client.ownerEmail}, terms);
    m_assignment.reset();
    if (ClientWords::isOver(details)) {
        m_access->hide();
        m_setUp->hide();
        sayWhy({});
    } else if (!isMine) {
        if (terms.account)
            m_assignment = AssignAccountant{client.id, terms.account->userId, AccountantRole::Accountant};
        offerSetUp(whyNoSetUp(details, terms));
    }
}

QString AccessPart::whyNoSetUp(const ClientDetails &details, const ClientTerms &terms) const
{
    const bool waits = terms.account && waiting<AssignAccountant>(details, [&](const AssignAccountant &assignment) {
                           return assignment.memberId == terms.account->userId;
                       });
    if (waits)
        return tr("You are being assigned: it is waiting to send. Their account can be opened once the service has "
                  "confirmed it.");
    return ClientWords::whyNot(details, Permission::GrantClientAccess);
}

void AccessPart::show(const Facts &facts, const ClientTerms &terms)
{
    const std::optional<QUrl> url = trustedLink(facts.url, terms.account ? terms.account->linkHosts : QStringList());
    m_url = url.value_or(QUrl());
    m_access->setVisible(facts.isMine);
    m_access->setEnabled(url.has_value());
    m_setUp->setVisible(!facts.isMine);
    QString why;
    if (facts.isMine && !url) {
        why = tr("The service gave no link here that can be trusted, so it is not opened.");
        const QString host = asciiHost(facts.url);
        if (!host.isEmpty())
            why += u' ' + tr("It names the host %1.").arg(oneLine(host, 253));
    }
    sayWhy(why);
    const std::optional<QUrl> mail = mailLink(facts.email);
    m_mailUrl = mail.value_or(QUrl());
    m_write->setVisible(mail.has_value());
}

void AccessPart::offerSetUp(const QString &why)
{
    m_setUp->setEnabled(why.isEmpty());
    sayWhy(why.isEmpty() ? tr("You are not an accountant of this client. Set Up Access assigns you as one.") : why);
}

void AccessPart::sayWhy(const QString &why)
{
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    for (QPushButton *button : {m_access, m_setUp})
        button->setAccessibleDescription(why);
}

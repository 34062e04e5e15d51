#include "ui/clients/clientpane.h"

#include "ui/clients/accesspart.h"
#include "ui/clients/accountantspart.h"
#include "ui/clients/clienthistory.h"
#include "ui/clients/firststepspart.h"
#include "ui/clients/notespart.h"
#include "ui/common/factsheet.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/spoofing.h"
#include "ui/common/statepanel.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {

QString keyOf(const ClientRow &client)
{
    return client.id ? client.id->text() : client.connecting ? client.connecting->text() : QString();
}

/// What a row would say of it.
ClientRow rowOf(const ClientDetails &details)
{
    const Client &client = details.client;
    ClientRow row{.id = client.id,
                  .connecting = {},
                  .branchId = client.branchId,
                  .branchName = details.branch ? details.branch->name : QString(),
                  .companyName = client.companyName,
                  .ownerName = client.ownerName,
                  .ownerEmail = client.ownerEmail,
                  .billing = client.billing,
                  .state = client.state,
                  .connectedAt = client.connectedAt,
                  .assignedToMe = false,
                  .accountUrl = client.accountUrl};
    return row;
}

} // namespace

ClientPane::ClientPane(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new StatePanel(QStringLiteral("clientNothing"), this))
{
    setObjectName(QStringLiteral("clientDetails"));
    setAccessibleName(tr("Client details"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connectParts();
    sayTrouble({});
}

QWidget *ClientPane::makeContent()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("clientScroll"));
    m_scroll->setAccessibleName(tr("Client details"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(m_scroll);
    m_company = new WrapLabel(QStringLiteral("clientCompany"), content);
    m_company->setFont(themeFont(*this, 4, true));
    m_standing = new WrapLabel(QStringLiteral("clientStanding"), content);
    m_trouble = new WrapLabel(QStringLiteral("clientTrouble"), content);
    m_access = new AccessPart(content);
    makeFacts(content);
    auto *column = new QVBoxLayout(content);
    const int side = Measure::margin + Measure::gap;
    column->setContentsMargins(side, Measure::margin, side, Measure::margin);
    column->setSpacing(Measure::margin);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_company, m_standing, m_facts, m_access, m_trouble, makeParts(content)})
        column->addWidget(part);
    column->addStretch(1);
    m_scroll->setWidget(content);
    return m_scroll;
}

void ClientPane::makeFacts(QWidget *content)
{
    m_facts = new FactSheet(content);
    m_owner = m_facts->addFact(QStringLiteral("clientOwner"), tr("Owner"));
    m_email = m_facts->addCopiedFact(QStringLiteral("clientEmail"), tr("E-mail"), tr("Copy e-mail address"));
    m_mixed = m_facts->addFact(QStringLiteral("clientMixedLetters"), tr("Take care"));
    m_branch = m_facts->addFact(QStringLiteral("clientBranch"), tr("Branch"));
    m_billing = m_facts->addFact(QStringLiteral("clientBilling"), tr("Billing"));
    m_connected = m_facts->addFact(QStringLiteral("clientConnected"), tr("Since"));
}

QWidget *ClientPane::makeParts(QWidget *content)
{
    m_parts = new QWidget(content);
    m_parts->setObjectName(QStringLiteral("clientParts"));
    m_accountants = new AccountantsPart(m_parts);
    m_steps = new FirstStepsPart(m_parts);
    m_notes = new NotesPart(m_parts);
    m_history = new ClientHistory(m_parts);
    m_whyNoDisconnect = new WrapLabel(QStringLiteral("whyNoDisconnect"), m_parts);
    m_disconnect = new QPushButton(tr("Disconnect…"), m_parts);
    m_disconnect->setObjectName(QStringLiteral("disconnectClient"));
    m_disconnect->setAccessibleName(m_disconnect->text());
    m_disconnect->setAutoDefault(false);
    auto *column = new QVBoxLayout(m_parts);
    column->setContentsMargins(0, Measure::gap, 0, 0);
    column->setSpacing(Measure::margin + Measure::gap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_accountants, m_steps, m_notes, m_history})
        column->addWidget(part);
    auto *end = new QVBoxLayout;
    end->setSpacing(Measure::gap);
    end->addWidget(m_whyNoDisconnect);
    end->addWidget(m_disconnect, 0, Qt::AlignLeading);
    column->addLayout(end);
    return m_parts;
}

void ClientPane::connectParts()
{
    connect(m_access, &AccessPart::linkActivated, this, &ClientPane::linkActivated);
    connect(m_access, &AccessPart::decided, this, &ClientPane::decided);
    connect(m_accountants, &AccountantsPart::decided, this, &ClientPane::decided);
    connect(m_steps, &FirstStepsPart::decided, this, &ClientPane::decided);
    connect(m_notes, &NotesPart::decided, this, &ClientPane::decided);
    connect(m_history, &ClientHistory::invitationAsked, this, &ClientPane::invitationAsked);
    connect(m_disconnect, &QPushButton::clicked, this, &ClientPane::disconnectAsked);
}

void ClientPane::showNothing(const QString &title, const QString &words)
{
    m_details.reset();
    m_key.clear();
    m_nothing->say(title.isEmpty() ? StatePanel::Drawing::None : StatePanel::Drawing::Hand, title, words);
    m_stack->setCurrentWidget(m_nothing);
}

void ClientPane::showRow(const ClientRow &client, const ClientTerms &terms)
{
    m_details.reset();
    m_parts->hide();
    fillFacts(client, terms);
    m_standing->setText(ClientWords::state(client));
    m_standing->setVisible(!m_standing->text().isEmpty());
    m_access->showRow(client, terms);
}

void ClientPane::showClient(const ClientDetails &details, const ClientTerms &terms)
{
    m_details = details;
    fillFacts(rowOf(details), terms);
    m_standing->setText(ClientWords::standing(details, terms.now));
    m_standing->setVisible(!m_standing->text().isEmpty());
    m_access->showClient(details, terms);
    m_accountants->showClient(details);
    m_steps->showClient(details);
    m_notes->showClient(details, terms.now);
    m_history->showClient(details, terms.now);
    showDisconnect(terms);
    sayTrouble({});
    m_parts->show();
}

void ClientPane::fillFacts(const ClientRow &client, const ClientTerms &terms)
{
    m_company->setText(companyLine(client.companyName));
    m_facts->setFact(m_owner, ownerLine(client.ownerName));
    m_facts->setFact(m_email, oneLine(client.ownerEmail, 320));
    warnOfMixedLetters(*m_facts, *m_mixed, {client.companyName, client.ownerName, client.ownerEmail});
    m_facts->setFact(m_branch, knownBranchLine(client.branchName));
    m_facts->setFact(m_billing, ClientWords::billing(client.billing));
    m_facts->setFact(m_connected, client.connecting ? QString() : Phrases::moment(client.connectedAt, terms.now));
    m_stack->setCurrentIndex(1);
    if (m_key == keyOf(client))
        return;
    m_key = keyOf(client);
    m_access->sayTrouble({});
    sayTrouble({});
    m_scroll->ensureVisible(0, 0);
}

void ClientPane::showDisconnect(const ClientTerms &terms)
{
    const QString why = ClientWords::whyNotDisconnect(*m_details, terms);
    m_whyNoDisconnect->setText(why);
    m_whyNoDisconnect->setVisible(!why.isEmpty());
    m_disconnect->setEnabled(why.isEmpty());
    m_disconnect->setAccessibleDescription(why);
    m_disconnect->setVisible(!ClientWords::isOver(*m_details));
}

void ClientPane::sayTrouble(const QString &words)
{
    m_trouble->setText(words);
    m_trouble->setVisible(!words.isEmpty());
}

void ClientPane::takeAnswer(const Decision &decision, const QString &trouble)
{
    if (const auto *note = std::get_if<AddClientNote>(&decision))
        return m_notes->takeAnswer(*note, trouble);
    const ClientId *const id = decidedClient(decision);
    if (!id || !m_details || m_details->client.id != *id)
        return;
    const auto *assignment = std::get_if<AssignAccountant>(&decision);
    if (std::holds_alternative<SetFirstStep>(decision))
        m_steps->takeAnswer(trouble);
    else if (!assignment || !m_access->takeAnswer(*assignment, trouble))
        m_accountants->takeAnswer(trouble);
}

void ClientPane::focusContent()
{
    for (QWidget *part : m_access->findChildren<QPushButton *>()) {
        if (part->isVisible() && part->isEnabled())
            return part->setFocus(Qt::ShortcutFocusReason);
    }
    if (auto *copy = m_facts->findChild<QToolButton *>())
        copy->setFocus(Qt::ShortcutFocusReason);
}

void ClientPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QWidget::keyPressEvent(event);
}

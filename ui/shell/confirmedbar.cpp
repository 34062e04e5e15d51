#include "ui/shell/confirmedbar.h"

#include "core/domain/link.h"
#include "ui/common/announce.h"
#include "ui/common/plaintext.h"

#include <QPushButton>

ConfirmedBar::ConfirmedBar(Session &session, LinkOpener opener, QWidget *parent)
    : NoticeBar(QStringLiteral("confirmedBar"), parent)
    , m_session(session)
    , m_open(std::move(opener))
{
    hide();
    connect(&m_session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (changes.overview)
            take(*changes.overview);
    });
    take(m_session.overview());
}

void ConfirmedBar::take(const Overview &overview)
{
    for (const OutboxEntry &entry : overview.recent) {
        const OperationId &id = entry.operation.id;
        if (m_dismissed.contains(id))
            continue;
        if (m_shown != id) {
            m_shown = id;
            showEntry(entry);
        }
        return;
    }
    m_shown.reset();
    hide();
}

void ConfirmedBar::showEntry(const OutboxEntry &entry)
{
    const Reviewed &reviewed = entry.operation.reviewed;
    const QString company = inSentence(companyLine(entry.client ? entry.client->companyName : reviewed.companyName));
    const QString branch = inSentence(branchLine(entry.client ? entry.client->branchName : reviewed.branchName));
    say(Tone::Good, QStringLiteral("check"), tr("%1 is now a client of %2.").arg(company, branch));
    sayMore({});
    m_stepsOpen = false;
    clearButtons();
    addAccess(entry.client);
    connect(addButton(QStringLiteral("showInClients"), tr("Show in Clients"), ButtonWeight::Quiet),
            &QPushButton::clicked, this, [this, client = entry.client] { showClient(client); });
    connect(addButton(QStringLiteral("dismissConfirmed"), tr("Dismiss"), ButtonWeight::Quiet), &QPushButton::clicked,
            this, &ConfirmedBar::dismiss);
    show();
    announce(*this, text());
}

void ConfirmedBar::addAccess(const std::optional<ClientRow> &client)
{
    if (!client || !client->assignedToMe) {
        QPushButton *const setUp = addButton(QStringLiteral("setUpAccess"), tr("Set Up Access"));
        connect(setUp, &QPushButton::clicked, this, [this, client] { showClient(client); });
        return;
    }
    const QStringList hosts = m_session.overview().account ? m_session.overview().account->linkHosts : QStringList();
    const std::optional<QUrl> link = trustedLink(client->accountUrl, hosts);
    QPushButton *const access = addButton(QStringLiteral("accessFiskl"), tr("Access Fiskl"));
    access->setEnabled(link.has_value());
    if (link)
        connect(access, &QPushButton::clicked, this, [this, url = *link] { m_open(url); });
    else
        sayWhyNotOpened(asciiHost(client->accountUrl));
    QPushButton *const steps = addButton(QStringLiteral("firstSteps"), tr("First steps"), ButtonWeight::Quiet);
    connect(steps, &QPushButton::clicked, this, [this] { toggleSteps(); });
}

void ConfirmedBar::sayWhyNotOpened(const QString &host)
{
    QString why =
        tr("Access Fiskl: the address that came with this client is not one of the service's, so it is not opened.");
    if (!host.isEmpty())
        why += u' ' + tr("It names the host %1.").arg(oneLine(host, 253));
    sayMore(why);
}

void ConfirmedBar::showClient(const std::optional<ClientRow> &client)
{
    if (client && client->id)
        emit clientAsked(*client->id);
    else
        emit clientsAsked();
}

void ConfirmedBar::toggleSteps()
{
    m_stepsOpen = !m_stepsOpen;
    sayMore(m_stepsOpen ? tr("First steps: company details and tax settings · chart of accounts · bank accounts · team "
                             "members. Tick them off on the client's page.")
                        : QString());
}

void ConfirmedBar::dismiss()
{
    if (m_shown)
        m_dismissed.insert(*m_shown);
    take(m_session.overview());
}

#include "ui/clients/clientstates.h"

#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"

#include <QLocale>
#include <QPushButton>

ClientStates::ClientStates(QWidget *parent)
    : StatePanel(QStringLiteral("clientStates"), parent)
{}

void ClientStates::offerNext(ListState state)
{
    if (m_state == state)
        return;
    m_state = state;
    clearButtons();
    if (state == ListState::Offline || state == ListState::Trouble)
        connect(addButton(QStringLiteral("tryAgain"), tr("Try Again")), &QPushButton::clicked, this,
                &ClientStates::refreshAsked);
    if (state == ListState::Empty)
        connect(addButton(QStringLiteral("addFirstClient"), tr("Add a Client…")), &QPushButton::clicked, this,
                &ClientStates::addAsked);
}

void ClientStates::showState(ListState state, const ListQuery &query, const Overview &overview, Instant now)
{
    const QString branch = branchName(overview, query.branch);
    showProgress({});
    offerNext(state);
    switch (state) {
    case ListState::Rows:
    case ListState::Loading:
        return say(Drawing::None, {}, {});
    case ListState::FirstSync:
        say(Drawing::Tray, tr("Getting your clients for the first time"), {});
        return showProgress(tr("%1 received").arg(QLocale().toString(overview.status.received)));
    case ListState::NoPermission:
        return say(Drawing::Lock, tr("You can't see these clients"),
                   Sentences::permissionMissing(Permission::ViewClients, inSentence(branch)));
    case ListState::NoMatch:
        return say(Drawing::Glass, tr("Nothing found for “%1”").arg(oneLine(query.search, 120)),
                   tr("Looked at company, owner and e-mail."));
    case ListState::Offline:
        return say(Drawing::Cloud, tr("Nothing is here yet"),
                   tr("Your clients come with the first connection. There is none now."));
    case ListState::Trouble:
        return say(Drawing::Cloud, tr("Your clients could not be read"),
                   Sentences::connectionLine(overview.status, now));
    case ListState::Empty:
        return say(Drawing::Tray,
                   branch.isEmpty() ? tr("There are no clients yet.")
                                    : tr("There are no clients on %1 yet.").arg(inSentence(branch)),
                   tr("Accept an invitation, and the client is here at once."));
    }
}

#include "ui/history/historystates.h"

#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"

#include <QLocale>
#include <QPushButton>

HistoryStates::HistoryStates(QWidget *parent)
    : StatePanel(QStringLiteral("historyStates"), parent)
{}

void HistoryStates::offerNext(ListState state)
{
    if (m_state == state)
        return;
    m_state = state;
    clearButtons();
    if (state == ListState::NoMatch)
        connect(addButton(QStringLiteral("clearNarrowing"), tr("Show All")), &QPushButton::clicked, this,
                &HistoryStates::clearAsked);
    if (state == ListState::NoMatch || state == ListState::Empty)
        connect(addButton(QStringLiteral("findEverywhere"), tr("They say they sent it…")), &QPushButton::clicked, this,
                &HistoryStates::finderAsked);
    if (state == ListState::Offline || state == ListState::Trouble)
        connect(addButton(QStringLiteral("tryAgain"), tr("Try Again")), &QPushButton::clicked, this,
                &HistoryStates::refreshAsked);
}

void HistoryStates::showState(ListState state, const ListQuery &query, const Overview &overview, Instant now)
{
    const QString branch = branchName(overview, query.branch);
    showProgress({});
    offerNext(state);
    switch (state) {
    case ListState::Rows:
    case ListState::Loading:
        say(Drawing::None, {}, {});
        return;
    case ListState::FirstSync:
        say(Drawing::Hand, tr("Getting the history for the first time"), {});
        showProgress(tr("%1 received").arg(QLocale().toString(overview.status.received)));
        return;
    case ListState::NoPermission:
        say(Drawing::Lock, tr("You can't see these invitations"),
            Sentences::permissionMissing(Permission::ViewClients, inSentence(branch)));
        return;
    case ListState::NoMatch:
        sayNoMatch(query, overview);
        return;
    case ListState::Offline:
        say(Drawing::Cloud, tr("Nothing is here yet"),
            tr("The history comes with the first connection. There is none now."));
        return;
    case ListState::Trouble:
        say(Drawing::Cloud, tr("The history could not be read"), Sentences::connectionLine(overview.status, now));
        return;
    case ListState::Empty:
        say(Drawing::Hand,
            branch.isEmpty() ? tr("There have been no invitations yet.")
                             : tr("There have been no invitations on %1 yet.").arg(inSentence(branch)),
            tr("Every invitation is listed here from the day it comes, also once it has been decided."));
        return;
    }
}

void HistoryStates::sayNoMatch(const ListQuery &query, const Overview &overview)
{
    const QString words = oneLine(query.search.trimmed(), 120);
    const QString branch = branchName(overview, query.branch);
    const QString where = branch.isEmpty() ? tr("all branches") : inSentence(branch);
    const bool narrower = query.outcome != HistoryFilter::All || query.since;
    if (words.isEmpty()) {
        say(Drawing::Glass, tr("None of this state and period"), tr("Looked on %1.").arg(where));
        return;
    }
    const QString looked = narrower ? tr("Looked at company, owner, e-mail and message on %1, of the state and period "
                                         "that are chosen above.")
                                    : tr("Looked at company, owner, e-mail and message on %1, in every state.");
    say(Drawing::Glass, tr("Nothing found for “%1”").arg(words), looked.arg(where));
}

#include "ui/invitations/invitationstates.h"

#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/invitations/emptyhelp.h"

#include <QLocale>
#include <QPushButton>

InvitationStates::InvitationStates(QWidget *parent)
    : StatePanel(QStringLiteral("invitationStates"), parent)
    , m_help(new EmptyHelp(this))
{
    setExtra(m_help);
    connect(m_help, &EmptyHelp::refreshAsked, this, &InvitationStates::refreshAsked);
    connect(m_help, &EmptyHelp::finderAsked, this, &InvitationStates::finderAsked);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300);
    connect(&m_patience, &QTimer::timeout, this, [this] { say(Drawing::None, tr("Loading"), {}); });
}

void InvitationStates::showState(ListState state, const ListQuery &query, const Overview &overview)
{
    if (m_state != state) {
        m_state = state;
        clearButtons();
        showProgress({});
        m_patience.stop();
        if (state == ListState::NoMatch) {
            offer(QStringLiteral("clearNarrowing"), tr("Show All Pending"), &InvitationStates::clearAsked);
            offer(QStringLiteral("findEverywhere"), tr("They say they sent it…"), &InvitationStates::finderAsked);
        }
        if (state == ListState::Offline || state == ListState::Trouble)
            offer(QStringLiteral("tryAgain"), tr("Try Again"), &InvitationStates::refreshAsked);
    }
    m_help->setVisible(state == ListState::Empty);
    fill(query, overview);
}

void InvitationStates::offer(const QString &objectName, const QString &text, void (InvitationStates::*asked)())
{
    connect(addButton(objectName, text), &QPushButton::clicked, this, asked);
}

void InvitationStates::fill(const ListQuery &query, const Overview &overview)
{
    switch (*m_state) {
    case ListState::Rows:
        return;
    case ListState::Loading:
        if (!m_patience.isActive())
            m_patience.start();
        say(Drawing::None, {}, {});
        return;
    case ListState::FirstSync:
        say(Drawing::Tray, tr("Getting your invitations for the first time"),
            tr("They are here from then on, also without a connection."));
        showProgress(tr("%1 received").arg(QLocale().toString(overview.status.received)));
        return;
    case ListState::NoPermission:
        say(Drawing::Lock,
            query.branch ? tr("You can't see this branch's invitations") : tr("You can't see any branch's invitations"),
            Sentences::permissionMissing(Permission::ViewClients, inSentence(branchName(overview, query.branch))));
        return;
    case ListState::NoMatch:
        sayNoMatch(query, overview);
        return;
    case ListState::Offline:
        say(Drawing::Cloud, tr("Nothing is here yet"),
            tr("Your invitations come with the first connection. There is none now."));
        return;
    case ListState::Trouble:
        say(Drawing::Cloud, tr("Your invitations could not be read"), Sentences::connectionLine(overview.status, {}));
        return;
    case ListState::Empty:
        sayEmpty(query, overview);
        return;
    }
}

void InvitationStates::sayEmpty(const ListQuery &query, const Overview &overview)
{
    const QString branch = branchName(overview, query.branch);
    say(Drawing::Tray,
        branch.isEmpty() ? tr("No invitations are pending.")
                         : tr("No invitations are pending on %1.").arg(inSentence(branch)),
        tr("New ones appear here by themselves."));
    const Branch *chosen = query.branch ? findBranch(overview, *query.branch) : nullptr;
    m_help->setBranches(chosen ? std::vector<Branch>{*chosen} : overview.branches);
}

void InvitationStates::sayNoMatch(const ListQuery &query, const Overview &overview)
{
    const auto filterName = [&]() -> QString {
        switch (query.filter) {
        case InvitationFilter::All:
            return {};
        case InvitationFilter::DueSoon:
            return tr("Due soon");
        case InvitationFilter::Overdue:
            return tr("Overdue");
        case InvitationFilter::WithMessage:
            return tr("With message");
        }
        return {};
    }();
    const QString words = oneLine(query.search.trimmed(), 120);
    const QString branch = branchName(overview, query.branch);
    const QString where = branch.isEmpty() ? tr("all branches") : inSentence(branch);
    if (words.isEmpty())
        say(Drawing::Glass, tr("None of the filter “%1”").arg(filterName),
            tr("Looked through the pending invitations on %1.").arg(where));
    else
        say(Drawing::Glass, tr("Nothing found for “%1”").arg(words),
            (filterName.isEmpty() ? QString() : tr("With the filter “%1”. ").arg(filterName)) +
                tr("Looked at company, owner, e-mail and message of the pending invitations on %1.").arg(where));
}

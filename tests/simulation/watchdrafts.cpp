#include "tests/simulation/watch.h"

#include <set>

// What was written in a dialog that is still open.

namespace simulation {

void Watch::draftKept(const QString &invitation, const QString &words)
{
    readDesk();
    const auto found = m_account->drafts.find(invitation);
    if (holds(18, found != m_account->drafts.end() && found->second.text == words.toUtf8(),
              QStringLiteral("the words on %1 were kept, and are not on the desk").arg(invitation)))
        found->second.acknowledged = true;
}

void Watch::draftChanged(const DeskChange &change)
{
    if (change.what == DeskChange::What::DraftSaved)
        m_account->drafts[change.invitation] = {change.body, false};
    else
        m_account->drafts.erase(change.invitation);
}

/// Words go with the decision that they were written for, and with nothing else.
void Watch::checkDrafts(const std::vector<DeskChange> &changes)
{
    std::set<QString> decided;
    for (const DeskChange &change : changes) {
        if (change.what == DeskChange::What::Inserted)
            decided.insert(change.invitation);
    }
    for (const DeskChange &change : changes) {
        if (change.what == DeskChange::What::DraftDropped)
            holds(18, decided.contains(change.invitation),
                  QStringLiteral("the words on %1 were dropped, and it was not decided").arg(change.invitation));
    }
    for (const QString &invitation : decided)
        holds(18, !m_account->drafts.contains(invitation),
              QStringLiteral("%1 was decided, and the words for it are still a draft").arg(invitation));
}

/// Before the rows of the outbox are looked at: those that nobody saw before were decided in the moment of the crash.
void Watch::draftsSurvived(const std::vector<DeskChange> &rows, const std::vector<DeskChange> &drafts)
{
    std::set<QString> decided;
    for (const DeskChange &row : rows) {
        if (!m_account->operations.contains(row.id))
            decided.insert(row.invitation);
    }
    std::map<QString, const DeskChange *> there;
    for (const DeskChange &draft : drafts)
        there[draft.invitation] = &draft;
    if (!m_account->draftsDoubtful) {
        for (const auto &[invitation, words] : m_account->drafts) {
            const auto found = there.find(invitation);
            draftSurvived(invitation, words, found == there.end() ? nullptr : found->second, decided.contains(invitation));
        }
    }
    m_account->draftsDoubtful = false;
    m_account->drafts.clear();
    for (const auto &[invitation, draft] : there)
        m_account->drafts[invitation] = {draft->body, true}; // The dialog shows them
}

void Watch::draftSurvived(const QString &invitation, const Words &words, const DeskChange *there, bool decided)
{
    const bool isSame = there && (there->body == words.text || m_account->unsure);
    holds(18, decided || isSame || !words.acknowledged,
          QStringLiteral("the words on %1 were kept, and are gone after a restart").arg(invitation));
    holds(18, !decided || !there,
          QStringLiteral("%1 was decided, and after a restart the words for it are still a draft").arg(invitation));
}

} // namespace simulation

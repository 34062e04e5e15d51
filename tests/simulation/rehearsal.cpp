#include "tests/simulation/rehearsal.h"

using namespace std::chrono_literals;

// What the accountant, a client and a colleague do on that day. What can't be done because something failed is done when
// the faults have stopped.

namespace simulation {

namespace {

const Plan &plainWeather()
{
    static const Plan plan{1, 0, 200, 0, true, false, false, {}};
    return plan;
}

} // namespace

Rehearsal::Rehearsal(const Series &series, quint64 number, CrashVfs &vfs, const std::string &folder, bool keepsTrace)
    : Run(plainWeather(), vfs, folder, keepsTrace)
    , m_series(series)
    , m_number(number)
{
    letFail();
    m_eachStep = [this] { lookOn(); };
}

Rehearsal::~Rehearsal()
{
    // What decides here over calls goes before the files are closed.
    m_program.mendStatements();
    m_program.statementFate = nullptr;
    m_disk.setFate(nullptr);
    m_wire.fate = nullptr;
    m_eachStep = nullptr;
}

RunResult Rehearsal::go()
{
    begin();
    day();
    m_calm = true;
    m_startsAt = m_clock.monotonic();
    advance(10min);
    mustHaveRecovered();
    again();
    advance(10min);
    mustBeDone();
    if (m_number == 0)
        mustBeWhole();
    else
        mustHaveBeenTold();
    m_tally.runs = 1;
    m_tally.virtualMs = m_clock.monotonic().count();
    ++m_tally.deeds["days rehearsed: " + m_series.name];
    return {m_watch.violation(), m_trace.digest(), m_trace.lines(), m_tally};
}

void Rehearsal::begin()
{
    for (size_t i = 0; i < invitations; ++i) {
        const std::string number = std::to_string(i);
        const sandbox::Row row = m_service.world().clients().create({{"branchId", "london"},
                                                                     {"companyName", "Company " + number},
                                                                     {"ownerName", "Owner " + number},
                                                                     {"ownerEmail", "owner" + number + "@example.org"},
                                                                     {"message", "Please. " + Service::canary()}});
        m_ids.push_back(*InvitationId::parse(QString::fromStdString(row.id)));
    }
    m_person.signInAsOneself();
    afterStep();
    advance(10s);
}

void Rehearsal::day()
{
    accept(0);
    advance(12s);
    saveDraft(1);
    advance(1s);
    reject(1);
    advance(12s);
    accept(2);
    advance(3s);
    undo(2);
    advance(8s);
    accept(3);
    advance(2s);
    colleagueRejects(3);
    advance(10s);
    putCardsAway();
    saveDraft(5);
    accept(4);
    advance(3s);
    m_person.quitAndStart();
    afterStep();
    advance(25s);
}

/// A program that is not up has nothing to do by itself: whoever opens it again looks at the clock.
void Rehearsal::advance(Milliseconds by)
{
    constexpr Milliseconds look = 5s;
    for (Milliseconds left = by; left > 0s && !isOver(); left -= look) {
        Run::advance(std::min(look, left));
        if (!m_program.isUp())
            afterStep();
    }
}

QString Rehearsal::words()
{
    return QStringLiteral("Sorry, not this year. ") + QString::fromStdString(Service::canary());
}

// --- Deeds ----------------------------------------------------------------------------------------------------------

/// As the page with an invitation reads it: empty where it can't be shown, which one sees.
std::optional<Invitation> Rehearsal::opened(size_t which)
{
    if (isOver() || !m_program.isUp())
        return std::nullopt;
    m_watch.acted();
    const Result<std::optional<Invitation>> read = m_program.cache().invitation(m_ids[which]);
    m_told += read ? 0 : 1;
    return read ? *read : std::nullopt;
}

void Rehearsal::decide(size_t which, const Decision &decision)
{
    const Result<Operation> kept = m_program.engine()->decide(decision, 8s, std::nullopt);
    afterStep();
    if (!kept) {
        m_told += kept.error().kind == ErrorKind::Conflict ? 0 : 1;
        return;
    }
    m_watch.kept(*kept);
    m_kept[which] = kept->id;
}

void Rehearsal::accept(size_t which)
{
    if (const std::optional<Invitation> invitation = opened(which))
        decide(which, AcceptInvitation{invitation->id, invitation->revision});
}

void Rehearsal::reject(size_t which)
{
    if (const std::optional<Invitation> invitation = opened(which))
        decide(which, RejectInvitation{invitation->id, invitation->revision,
                                       *ReasonId::parse(QStringLiteral("other-rejection")), words(), words()});
}

void Rehearsal::undo(size_t which)
{
    if (isOver() || !m_program.isUp() || !m_kept[which])
        return;
    m_watch.acted();
    const Result<void> undone = m_program.engine()->outbox().undo(*m_kept[which]);
    m_undone = undone.has_value();
    const bool refused = !undone && undone.error().kind == ErrorKind::Conflict;
    m_told += undone || refused ? 0 : 1;
    if (!refused)
        m_watch.undoTried(m_kept[which]->text(), m_undone);
    afterStep();
}

void Rehearsal::saveDraft(size_t which)
{
    if (isOver() || !m_program.isUp())
        return;
    const Result<void> saved =
        m_program.desk().saveDraft({m_ids[which], QStringLiteral("r1"), {}, {}, words()}, m_clock.wall());
    m_drafted[which] = saved.has_value();
    if (!saved)
        m_program.engine()->diskFailed(saved.error()); // As Worker does
    afterStep();
}

void Rehearsal::colleagueRejects(size_t which)
{
    sandbox::Person colleague = *m_service.world().practice().person("tomasz");
    colleague.permissions = {{"*", sandbox::allPermissions()}};
    (void)m_service.world().decideAs(colleague, m_ids[which].text().toStdString(),
                                     {{"type", "reject_invitation"}, {"reasonId", "mismatch"}});
    afterStep();
}

void Rehearsal::putCardsAway()
{
    if (isOver() || !m_program.isUp())
        return;
    m_watch.acted();
    for (const Operation &card : std::vector<Operation>(m_program.cards())) {
        m_watch.dismissed(card.id.text()); // Said before it is done, as Person does
        const Result<void> dismissed = m_program.engine()->outbox().dismiss(card.id);
        m_told += dismissed ? 0 : 1;
        ++m_tally.deeds["cards put away"];
    }
    afterStep();
}

/// What was refused, once the disk and the way work again.
void Rehearsal::again()
{
    for (const size_t which : {0U, 4U}) {
        if (!m_kept[which])
            accept(which);
    }
    if (!m_kept[1])
        reject(1);
    if (!m_drafted[5])
        saveDraft(5);
}

} // namespace simulation

#include "tests/simulation/person.h"

using namespace std::chrono_literals;

namespace simulation {

Person::Person(Program &program, Watch &watch, Disk &disk, Tally &tally)
    : m_program(program)
    , m_watch(watch)
    , m_disk(disk)
    , m_tally(tally)
{}

QString Person::words(Chance &chance) const
{
    QString words = QStringLiteral("Sorry. ") + QString::fromStdString(Service::canary());
    if (chance.oneIn(20))
        words += QString(2'001, u'x'); // More than the service takes
    if (chance.oneIn(5))
        words += QStringLiteral(" \u00e9\u6771\u4eac\n\"");
    return words;
}

std::optional<Decision> Person::decisionOn(const InvitationId &id, Chance &chance)
{
    const Result<std::optional<Invitation>> read = m_program.cache().invitation(id);
    if (!read || !*read)
        return std::nullopt;
    const QString revision = chance.oneIn(25) ? QStringLiteral("r0.0") : (*read)->revision; // Read long ago
    if (chance.oneIn(2))
        return AcceptInvitation{id, revision};
    static const std::vector<QString> reasons{QStringLiteral("capacity-full"), QStringLiteral("mismatch"),
                                              QStringLiteral("other-rejection"), QStringLiteral("of-yesterday")};
    const QString reason = chance.oneIn(8) ? chance.oneOf(reasons) : reasons[0];
    const bool own = reason == reasons[2] && !chance.oneIn(4);
    return RejectInvitation{id, revision, *ReasonId::parse(reason), own ? words(chance).left(400) : QString(),
                            chance.oneIn(3) ? words(chance) : QString()};
}

Decision Person::decisionOn(const ClientId &id, Chance &chance) const
{
    static const std::vector<QString> members{QStringLiteral("amara"), QStringLiteral("priya"), QStringLiteral("tomasz"),
                                              QStringLiteral("of-yesterday")};
    static const std::vector<QString> steps{QStringLiteral("company_details"), QStringLiteral("team"),
                                            QStringLiteral("none-of-them")};
    static const std::vector<QString> reasons{QStringLiteral("client-request"), QStringLiteral("of-yesterday")};
    switch (chance.below(8)) {
    case 0:
        return SetFirstStep{id, chance.oneOf(steps), !chance.oneIn(3)};
    case 1:
        return AssignAccountant{id, *MemberId::parse(chance.oneOf(members)),
                                chance.oneIn(2) ? AccountantRole::Primary : AccountantRole::Accountant};
    case 2:
        return RemoveAccountant{id, *MemberId::parse(chance.oneOf(members))};
    case 3:
        return DisconnectClient{id, *ReasonId::parse(chance.oneIn(6) ? reasons[1] : reasons[0]), {}, words(chance)};
    case 4:
        return RegenerateLink{*BranchId::parse(QStringLiteral("london"))};
    default:
        return AddClientNote{id, words(chance)};
    }
}

void Person::decideOnClient(Chance &chance)
{
    const std::vector<std::string> ids = m_watch.cachedClients();
    if (ids.empty())
        return;
    const auto id = ClientId::parse(QString::fromStdString(chance.oneOf(ids)));
    decideOn(decisionOn(*id, chance), std::nullopt, chance);
    if (chance.oneIn(3)) // One thing after the other
        decideOn(decisionOn(*id, chance), std::nullopt, chance);
}

/// Of a card: the same, thought over.
std::optional<Decision> Person::decisionAgain(const Decision &decision, Chance &chance)
{
    if (const InvitationId *const invitation = decidedInvitation(decision))
        return decisionOn(*invitation, chance);
    const ClientId *const client = decidedClient(decision);
    return client ? std::optional(decisionOn(*client, chance)) : std::nullopt;
}

void Person::decide(Chance &chance)
{
    if (m_program.isUp() && Chance(Chance(chance).next(), 'c').oneIn(3))
        return decideOnClient(chance);
    const std::vector<std::string> ids = m_watch.cachedInvitations(!chance.oneIn(10));
    if (ids.empty() || !m_program.isUp())
        return;
    const auto id = InvitationId::parse(QString::fromStdString(chance.oneOf(ids)));
    const std::optional<Decision> decision = decisionOn(*id, chance);
    if (!decision || leavesOff(*id, Chance(Chance(chance).next(), 'd')))
        return;
    decideOn(*decision, std::nullopt, chance);
    if (chance.oneIn(10)) { // In haste: twice, perhaps the opposite
        if (const std::optional<Decision> again = decisionOn(*id, chance))
            decideOn(*again, std::nullopt, chance);
    }
}

/// Types into the dialog first, which keeps what is typed; now and then it stays at that.
bool Person::leavesOff(const InvitationId &id, Chance typing)
{
    if (!typing.oneIn(3))
        return false;
    const QString text = words(typing) + QString::number(typing.below(1'000'000));
    const Result<void> saved = m_program.desk().saveDraft({id, QStringLiteral("r1"), {}, {}, text}, m_program.engine()->now());
    if (m_disk.isDead())
        return true;
    if (saved)
        m_watch.draftKept(id.text(), text);
    else
        m_program.engine()->diskFailed(saved.error()); // As Worker does
    did(saved ? "words kept as a draft" : "words not kept");
    return typing.oneIn(5);
}

void Person::decideOn(const Decision &decision, const std::optional<OperationId> &replaces, Chance &chance)
{
    static const std::vector<Milliseconds> holds{0s, 8s, 8s, 8s, 60s};
    tellKept(m_program.engine()->decide(decision, chance.oneOf(holds), replaces), replaces);
}

/// A program that dies inside the call tells nothing.
void Person::tellKept(const Result<Operation> &operation, const std::optional<OperationId> &replaces)
{
    if (m_disk.isDead())
        return;
    const bool refused = !operation && (operation.error().kind == ErrorKind::Conflict ||
                                        operation.error().kind == ErrorKind::NotFound);
    if (refused && replaces)
        m_watch.leftThere(replaces->text());
    if (!operation)
        return did("a decision refused");
    did("a decision kept");
    m_watch.kept(*operation);
    if (replaces)
        m_watch.dismissed(replaces->text());
}

void Person::undo(Chance &chance)
{
    std::vector<QString> ids = m_watch.refusedForNow(); // The service is busy: on second thoughts
    if (ids.empty() || chance.oneIn(3))
        ids = m_watch.operations(!chance.oneIn(10));
    if (ids.empty() || !m_program.isUp())
        return;
    const QString id = chance.oneOf(ids);
    const Result<void> undone = m_program.engine()->outbox().undo(*OperationId::parse(id));
    did(undone ? "undone" : "undo refused");
    const bool unsure = !undone && undone.error().kind != ErrorKind::Conflict;
    if (m_disk.isDead() || undone || unsure)
        m_watch.undoTried(id, undone && !m_disk.isDead());
}

void Person::answerCard(Chance &chance)
{
    if (!m_program.isUp() || m_program.cards().empty())
        return;
    answer(Operation(chance.oneOf(m_program.cards())), chance);
}

void Person::answer(const Operation &card, Chance &chance)
{
    const int how = chance.below(4);
    if (how == 0) {
        // Said before it is done: a crash inside leaves it either way.
        m_watch.dismissed(card.id.text());
        (void)m_program.engine()->outbox().dismiss(card.id);
        return did("a card dismissed");
    }
    if (card.end.kind == EndKind::LostInRestore) {
        m_watch.agreed(card.id.text());
        did("sent again after a restore");
        return (void)m_program.engine()->outbox().sendAgain(card.id);
    }
    if (how == 1) {
        did("tried again");
        m_watch.dismissed(card.id.text());
        return tellKept(m_program.engine()->tryAgain(card.id, 8s), card.id);
    }
    if (const std::optional<Decision> again = decisionAgain(card.decision, chance)) {
        did("edited and sent again");
        m_watch.dismissed(card.id.text());
        decideOn(*again, card.id, chance);
    }
}

void Person::sendNow()
{
    if (!m_program.isUp())
        return;
    m_watch.endedHolds();
    m_watch.askedByHand();
    m_program.engine()->sendNow();
}

void Person::refresh()
{
    if (!m_program.isUp())
        return;
    m_watch.askedByHand();
    m_program.engine()->refresh();
}

void Person::hint()
{
    if (m_program.isUp())
        m_program.engine()->hint();
}

void Person::quitAndStart()
{
    m_program.quit();
    (void)m_program.start();
}

void Person::signInAgain()
{
    if (m_program.needsSignIn())
        m_program.signIn(m_program.person());
    else if (m_program.isTooOld())
        refresh();
}

void Person::signInAsOther(Chance &chance)
{
    static const std::vector<std::string> others{"priya", "lena", "viktor"};
    ++m_tally.fired["another person's token"];
    m_program.signIn(m_program.person() == "amara" ? chance.oneOf(others) : "amara");
}

void Person::signInAsOneself()
{
    m_program.signIn("amara");
}

} // namespace simulation

#pragma once

#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"

/// A page of the outbox over a scripted session, and what stands on it.
namespace outboxdesk {

/// A held rejection with own words and a message.
inline OutboxEntry entry(quint64 number, const QString &company = QStringLiteral("Acme Ltd"))
{
    const Invitation invitation =
        samples::invitation(QStringLiteral("i%1").arg(number), company, QStringLiteral("Ann Lee"), 30);
    OutboxEntry made{samples::operation(
        number,
        RejectInvitation{invitation.id, invitation.revision, samples::reasonId(QStringLiteral("other")),
                         QStringLiteral("We act for a rival"), QStringLiteral("Good luck")},
        invitation)};
    made.operation.reviewed.reasonLabel = QStringLiteral("Other");
    made.undoable = true;
    made.holdLeft = made.operation.hold;
    return made;
}

/// The same as a card of Needs attention, of an invitation that is pending.
inline OutboxEntry card(EndKind kind)
{
    OutboxEntry made = entry(7);
    made.operation.state = OperationState::Conflict;
    made.operation.end.kind = kind;
    made.undoable = false;
    made.holdLeft.reset();
    made.current = samples::invitation(QStringLiteral("i7"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"), 30);
    made.currentIsPending = true;
    return made;
}

template <class Page>
struct Shown
{
    FakeSession session;
    std::unique_ptr<Page> page;

    void open()
    {
        page = std::make_unique<Page>(session);
        page->resize(800, 700);
        page->show();
        widgets::settle();
    }
    void publish()
    {
        session.publish();
        widgets::settle();
    }
    [[nodiscard]] QString text() const { return widgets::visibleText(*page); }
};

} // namespace outboxdesk

#include "core/session/notekeeping.h"

namespace {

/// A state that this version doesn't know may be as open as pending.
bool isOpen(const std::optional<Invitation> &invitation)
{
    return invitation &&
           (invitation->status == InvitationStatus::Pending || invitation->status == InvitationStatus::Unknown);
}

} // namespace

Result<int> tidyNotes(CacheStore &cache, DeskStore &desk, Instant now)
{
    const Result<std::vector<InvitationId>> noted = desk.notedInvitations();
    if (!noted)
        return failure(noted.error());
    for (const InvitationId &id : *noted) {
        const Result<std::optional<Invitation>> invitation = cache.invitation(id);
        if (!invitation)
            return failure(invitation.error());
        const std::optional<Instant> ended = isOpen(*invitation) ? std::nullopt : std::optional<Instant>(now);
        if (const Result<void> said = desk.setNoteEnded(id, ended); !said)
            return failure(said.error());
    }
    return desk.deleteNotesEndedBefore(now - notesStayFor);
}

#pragma once

#include "core/domain/changeset.h"

#include <QCoreApplication>

/// What is said of one invitation, in words. Service text comes out as one line or several, made safe to show.
class InvitationWords
{
    Q_DECLARE_TR_FUNCTIONS(InvitationWords)

public:
    /// "Pending · answer within 14 hours", "Accept · waiting to send", "Withdrawn by the client"
    [[nodiscard]] static QString standing(const InvitationDetails &details, Instant now);
    /// Who decided, when and why; empty while it is pending.
    [[nodiscard]] static QString decided(const InvitationDetails &details, Instant now);
    /// "London · london@practice.example"; the closed one says so.
    [[nodiscard]] static QString branch(const InvitationDetails &details);
    [[nodiscard]] static QString branchName(const InvitationDetails &details);
    [[nodiscard]] static QString country(const QString &code);
    [[nodiscard]] static QString cameBy(const Word<InvitationOrigin> &origin);
    /// "Sun 22 Nov, 09:30 (34 h ago)"
    [[nodiscard]] static QString sent(const Invitation &invitation, Instant now);
    [[nodiscard]] static QString expires(const Invitation &invitation, Instant now);
    /// Why the buttons are disabled; empty where they are not.
    [[nodiscard]] static QString whyNot(const InvitationDetails &details);

    [[nodiscard]] static bool isPending(const InvitationDetails &details);
    /// A live decision waits, or one that was confirmed and has not come back with the feed.
    [[nodiscard]] static bool isDecidedHere(const InvitationDetails &details);
};

#pragma once

#include "core/domain/id.h"
#include "core/domain/time.h"

#include <QStringList>

/// What the service says of the signed-in person and its limits (GET /v1/session).
struct SessionFacts
{
    MemberId userId;
    QString userName;
    QString userEmail;
    PracticeId practiceId;
    QString practiceName;
    int replyMessageLimit = 2000;    ///< Most Unicode code points in a message to a client
    int respondWithinHours = 48;     ///< The practice's response target
    QStringList linkHosts;           ///< Hosts a link may name, lower case; the service's own where it gave none
    Instant serverTime;

    friend bool operator==(const SessionFacts &, const SessionFacts &) = default;
};

/// Whose cache and outbox these are: (service, practice, user). Another of the three is another account.
struct AccountKey
{
    QString origin; ///< scheme://host:port, lower case, port always said
    PracticeId practiceId;
    MemberId userId;

    friend bool operator==(const AccountKey &, const AccountKey &) = default;
};

#pragma once

#include "core/domain/changeset.h"

#include <QCoreApplication>

/// Letters to a client that a person copies into an e-mail of their own. What the client or the service wrote is in
/// them as one line each, with what can't be seen made visible.
class ClientLetters
{
    Q_DECLARE_TR_FUNCTIONS(ClientLetters)

public:
    struct Sender
    {
        QString userName;     ///< Empty: signed by the practice alone
        QString practiceName; ///< Empty: by the branch
    };

    /// After a rejection that should not have been: an apology, and how to invite again.
    [[nodiscard]] static QString apology(const InvitationDetails &details, const Branch &branch);
    /// "They say they sent it": how to invite the right address. `found`: there is one, but none that is pending.
    [[nodiscard]] static QString invitationMissing(const Branch &branch, const Sender &sender, bool found);

private:
    [[nodiscard]] static QString howToInvite(const Branch &branch);
    [[nodiscard]] static QString signedBy(const QStringList &names);
};

#pragma once

#include "core/domain/dealing.h"
#include "core/domain/lists.h"
#include "core/domain/overview.h"

/// What one commit (or one change of the connection) changed, for the interface. Absent means unchanged.
struct ChangeSet
{
    std::optional<Overview> overview;
    std::vector<ListDiff> lists;            ///< For the open views, in order
    std::vector<InvitationId> invitations;  ///< Whose facts, state or operation changed
};

/// An invitation with what belongs to it, for the details pane and the dialogs.
struct InvitationDetails
{
    Invitation invitation;
    std::optional<Branch> branch; ///< Empty: not come yet
    Instant dueAt;
    std::optional<Operation> operation; ///< The live one, or the last that ended
    QString reasonLabel; ///< Of a rejection
    std::optional<Dealings> dealings{}; ///< Empty: they could not be read
    QString note{};      ///< What was written here for colleagues at this computer; empty where there is none
};

/// A client with what belongs to it, for its page.
struct ClientDetails
{
    static constexpr int mostActivity = 20;

    Client client;
    std::optional<Branch> branch{};         ///< Empty: not come yet
    std::vector<Member> members{};          ///< Of the whole practice, by name
    std::vector<Operation> waiting{};       ///< On this client and live, oldest first
    std::optional<Invitation> invitation{}; ///< That it came from, where that is known here
    std::vector<ActivityRow> activity{};    ///< Newest first, at most `mostActivity`
};

/// What a person had typed into a dialog they had not confirmed.
struct Draft
{
    InvitationId invitationId;
    QString revision;
    QString reasonId; ///< Empty: none chosen yet
    QString reasonText;
    QString message;

    friend bool operator==(const Draft &, const Draft &) = default;
};

#pragma once

#include "core/domain/overview.h"
#include "core/domain/result.h"

#include <QCoreApplication>
#include <QString>

/// Sentences for people: what happened, what was kept, what to do next. Never a code alone, never blame.
class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)

public:
    /// A decision that could not be kept.
    [[nodiscard]] static QString notKept(const Error &error);
    /// The same in the words that the decision's kind has for it.
    [[nodiscard]] static QString notKept(const Error &error, const Decision &decision);
    /// A decision that could not be taken back.
    [[nodiscard]] static QString notUndone(const Error &error);
    /// A card that could not be put away.
    [[nodiscard]] static QString notDismissed(const Error &error);
    /// Words that stay on this computer (a note, a template) and could not be kept: they are still in their field.
    [[nodiscard]] static QString notSaved(const Error &error);
    /// Such words that could not be deleted, or not be read.
    [[nodiscard]] static QString notDeleted(const Error &error);
    [[nodiscard]] static QString notRead(const Error &error);
    /// Why signing in did not work.
    [[nodiscard]] static QString signIn(const Error &error);
    /// A permission that is missing: "You need the permission Create clients on London; ask your administrator"
    [[nodiscard]] static QString permissionMissing(Permission permission, const QString &branchName);
    /// The contract's word for a permission as a person reads it: "Create clients"
    [[nodiscard]] static QString permissionName(const QString &permission);

    /// Whom or what an operation is about, in one line: the company; with a new link the branch.
    [[nodiscard]] static QString subject(const Operation &operation);
    /// What an operation of the outbox does: "Accept" / "Reject: Capacity full"
    [[nodiscard]] static QString decision(const Operation &operation);
    /// Where it stands: "will be sent in 8 s", "waits for a connection", "being sent", "may already have been sent: …"
    [[nodiscard]] static QString standing(const OutboxEntry &entry);
    /// The same with whose it is, for the Undo bar: "Acme Ltd: rejection will be sent in 8 s"
    [[nodiscard]] static QString waiting(const OutboxEntry &entry);
    /// A card's headline and text: "Priya accepted it at 14:02. Your rejection had no effect; the client was not told
    /// of it."
    [[nodiscard]] static QString cardTitle(const OutboxEntry &entry);
    [[nodiscard]] static QString cardText(const OutboxEntry &entry, Instant now);

    /// The connection: 'Online', 'Offline', 'Synchronising' (accessible names of product.md), and a quiet line below
    /// that says why.
    [[nodiscard]] static QString connectionName(const SyncStatus &status);
    [[nodiscard]] static QString connectionLine(const SyncStatus &status, Instant now);
    /// What a person must do or know about the connection beyond its state; empty where there is nothing. `error`: why
    /// the last sign-in did not work.
    [[nodiscard]] static QString connectionTrouble(const SyncStatus &status, const std::optional<Error> &error);
    [[nodiscard]] static QString trouble(const StoreTrouble &trouble);
    [[nodiscard]] static QString unreadable(const UnreadableCard &card);
};

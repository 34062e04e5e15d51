#pragma once

#include "core/domain/overview.h"
#include "core/domain/result.h"

#include <QCoreApplication>
#include <QString>

/// Sentences' part about decisions on clients and on a branch's link: never called a rejection or an acceptance.
class ClientSentences
{
    Q_DECLARE_TR_FUNCTIONS(ClientSentences)

public:
    /// "Disconnect: Client request", "Assign Priya Shah"
    [[nodiscard]] static QString decision(const Operation &operation);
    /// The same as a thing: "disconnection", "first step “Bank accounts” (done)". Stands inside sentences.
    [[nodiscard]] static QString noun(const Operation &operation);
    [[nodiscard]] static QString cardTitle(const OutboxEntry &entry);
    [[nodiscard]] static QString cardText(const OutboxEntry &entry, Instant now);
    /// A decision on a client that could not be kept; empty where it is as with every other.
    [[nodiscard]] static QString notKept(const Error &error, const Decision &decision);

    /// The first steps that are known here, in their order, in the contract's words.
    [[nodiscard]] static QStringList knownSteps();
    /// "Bank accounts"; a step that is not known here in the service's word.
    [[nodiscard]] static QString step(const QString &step);
};

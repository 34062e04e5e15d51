#pragma once

#include "core/session/livesession.h"
#include "core/session/accountindex.h"

#include <QTemporaryDir>

#include <memory>

/// A computer on which the accountant has worked: a data folder with decisions that wait to be sent, invitations that were
/// read, and a program that starts on it offline, so that everything it shows comes from the files.
class Computer
{
public:
    static constexpr int decisions = 400; ///< Waiting to be sent
    static constexpr int pending = 3;     ///< Invitations without one

    /// How the program ended: with the log settled into the file, or killed with all of it still in the log.
    enum class Ended { Closed, Killed };
    explicit Computer(Ended ended = Ended::Closed, int waiting = decisions);
    /// In this folder, which exists.
    Computer(const QString &dataDir, Ended ended, int waiting);

    [[nodiscard]] QString desk() const { return m_account + QStringLiteral("/desk.db"); }
    [[nodiscard]] QString cache() const { return m_account + QStringLiteral("/cache.db"); }
    [[nodiscard]] QString accountFolder() const { return m_account; }

    /// Starts the program, and waits until it has said where the person stands, and shown it.
    void start();
    void quit() { session.reset(); }

    // --- What the person sees ----------------------------------------------------------------------------------------
    [[nodiscard]] bool isUp() const { return session->signInState() == SignInState::SignedIn; }
    [[nodiscard]] std::vector<StoreTrouble::Kind> troubles() const;
    [[nodiscard]] bool says(StoreTrouble::Kind kind) const;
    [[nodiscard]] const StoreTrouble &trouble(StoreTrouble::Kind kind) const;
    [[nodiscard]] int waiting() const { return int(session->overview().waiting.size()); }
    [[nodiscard]] qint64 pendingShown() const { return session->overview().counts.all.pending; }
    /// Accepts the n-th of the pending ones.
    [[nodiscard]] Result<Operation> accept(int number);

    std::unique_ptr<LiveSession> session;

private:
    void prepare(Ended ended, int waiting);
    void write(const QString &folder, int waiting) const;

    QTemporaryDir m_folder;
    QString m_dataDir;
    QString m_account;
};

/// Lets events pass until it holds; false when it does not within a minute.
[[nodiscard]] bool eventually(const std::function<bool()> &holds);

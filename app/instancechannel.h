#pragma once

#include "app/summons.h"
#include "core/domain/time.h"

#include <QObject>

#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;

/// The channel on which a second start of the program on the same data folder reaches the first. Its listening end: takes
/// one Summons a connection, answers "ok" and closes. What is longer, slower or anything else is dropped without effect,
/// and so is what comes while as many are heard as there is room for. Thread: the interface's.
class InstanceChannel final : public QObject
{
    Q_OBJECT

public:
    /// How long a caller may take for its message.
    explicit InstanceChannel(Milliseconds patience = Milliseconds(2'000), QObject *parent = nullptr);
    ~InstanceChannel() override;

    /// Open to the same user only; in place of what a crash left there. False where that can't be: then the program runs
    /// without, and a second start finds nobody. Not where somebody listens already: handOver() looks for that.
    bool listen(const QString &place);

signals:
    void summoned(const Summons &summons);

private:
    void takeCallers();
    void hear(QLocalSocket *caller);

    const Milliseconds m_patience;
    std::unique_ptr<QLocalServer> m_server;
};

/// What became of a call to the program that may be running already.
enum class Handover {
    Taken,    ///< It did as asked
    Nobody,   ///< Nobody listens there: this start is the first
    NoAnswer, ///< Somebody is there, but does not answer in time
};

/// Waits at most `patience`, blocking: before there is a window.
[[nodiscard]] Handover handOver(const QString &place, const Summons &summons, Milliseconds patience);

/// Where the channel of this user for this data folder is: a socket's path, or a pipe's name on Windows. Another data
/// folder has another; the same one spelled otherwise has the same. Empty where there is no place for one.
[[nodiscard]] QString channelPlace(const QString &dataDir);

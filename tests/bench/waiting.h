#pragma once

#include <QEventLoop>
#include <QObject>
#include <QTimer>

/// Runs the event loop until `done` says yes after one of `sender`'s `signal`; false after `mostMs`.
template <class Sender, class Signal, class Done>
bool waitFor(Sender &sender, Signal signal, Done done, int mostMs = 600'000)
{
    if (done())
        return true;
    QEventLoop loop;
    QTimer::singleShot(mostMs, &loop, [&loop] { loop.exit(1); });
    QObject::connect(&sender, signal, &loop, [&loop, &done] {
        if (done())
            loop.exit(0);
    });
    return loop.exec() == 0;
}

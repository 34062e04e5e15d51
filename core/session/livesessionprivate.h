#pragma once

#include "core/session/crossing.h"
#include "core/session/livesession.h"
#include "core/session/worker.h"

#include <QPointer>
#include <QThread>

class LiveSession::Private
{
public:
    Private(LiveSession &owner, SessionOptions options)
        : session(owner)
        , server(options.server)
        , hasToken(!options.token.isEmpty())
        , latest(std::make_shared<LatestLists>())
        , worker(std::make_unique<Worker>(std::move(options), latest))
        , toWorker(new Crossing(worker.get()))
    {
    }

    /// Runs `call` on the worker and brings its result back to `context`, if that still lives.
    template <class T, class Call>
    void ask(QObject *context, Answer<T> answer, Call call)
    {
        const QPointer<QObject> guard(context);
        Worker *const theWorker = worker.get();
        Crossing *const home = &toSession;
        post([theWorker, home, guard, answer = std::move(answer), call = std::move(call)] {
            home->post([guard, answer, result = call(*theWorker)] {
                if (guard)
                    answer(result);
            });
        });
    }

    /// The same for the account that is shown: refused where the worker has opened another since, as when the service has
    /// said that the token is somebody else's.
    template <class T, class Call>
    void askShown(QObject *context, Answer<T> answer, Call call)
    {
        ask<T>(context, std::move(answer), [whose = shown, call = std::move(call)](Worker &theWorker) -> Result<T> {
            if (theWorker.hasOpenedAnother(whose))
                return failure(ErrorKind::SignedOut, QStringLiteral("this account is not open"));
            return call(theWorker);
        });
    }

    void post(std::function<void()> call) { toWorker->post(std::move(call)); }

    /// A signal of the worker, told again on the session's thread with copies of what it said.
    template <class... Values, class Slot>
    void bring(void (Worker::*signal)(Values...), Slot slot)
    {
        connect(
            worker.get(), signal, worker.get(),
            [home = &toSession, slot](const std::decay_t<Values> &...values) {
                home->post([slot, values...] { slot(values...); });
            },
            Qt::DirectConnection);
    }

    void connectWorker();

    LiveSession &session;
    SignInState signInState = SignInState::Starting;
    std::optional<Error> signInError;
    QUrl server;
    bool hasToken; ///< Given at the start, and neither used nor refused yet
    Overview overview;
    std::optional<AccountKey> shown; ///< Whose `overview` is, or was until the files were closed
    Milliseconds clockOffset{0};
    quint64 lastGeneration = 0;
    std::shared_ptr<LatestLists> latest;
    QThread thread;
    Crossing toSession;
    std::unique_ptr<Worker> worker;
    Crossing *toWorker; ///< Goes where the worker goes, and with it.
};

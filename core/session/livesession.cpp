#include "core/session/livesession.h"

#include "core/session/worker.h"

#include <QPointer>
#include <QThread>

class LiveSession::Private
{
public:
    Private(LiveSession &owner, SessionOptions options)
        : session(owner), server(options.server), latest(std::make_shared<LatestLists>())
        , worker(std::make_unique<Worker>(std::move(options), latest))
    {
    }

    /// Runs `call` on the worker and brings its result back to `context`, if that still lives.
    template <class T, class Call>
    void ask(QObject *context, Answer<T> answer, Call call)
    {
        const QPointer<QObject> guard(context);
        Worker *const theWorker = worker.get();
        LiveSession *const here = &session;
        post([theWorker, here, guard, answer = std::move(answer), call = std::move(call)] {
            Result<T> result = call(*theWorker);
            QMetaObject::invokeMethod(
                here,
                [guard, answer, result = std::move(result)] {
                    if (guard)
                        answer(result);
                },
                Qt::QueuedConnection);
        });
    }

    template <class Call>
    void post(Call call)
    {
        QMetaObject::invokeMethod(worker.get(), std::move(call), Qt::QueuedConnection);
    }

    void connectWorker();

    LiveSession &session;
    SignInState signInState = SignInState::Starting;
    std::optional<Error> signInError;
    QUrl server;
    Overview overview;
    Milliseconds clockOffset{0};
    quint64 lastGeneration = 0;
    std::shared_ptr<LatestLists> latest;
    QThread thread;
    std::unique_ptr<Worker> worker;
};

void LiveSession::Private::connectWorker()
{
    connect(worker.get(), &Worker::signInChanged, &session,
            [this](SignInState state, const std::optional<Error> &error, const QUrl &address) {
                signInState = state;
                signInError = error;
                server = address;
                if (state != SignInState::SignedIn)
                    overview = {};
                emit session.signInStateChanged();
            });
    connect(worker.get(), &Worker::changed, &session, [this](const ChangeSet &changes, Milliseconds offset) {
        clockOffset = offset;
        if (changes.overview)
            overview = *changes.overview;
        emit session.changed(changes);
    });
    connect(worker.get(), &Worker::listOpened, &session, [this](const ListOpened &list) {
        if (list.generation == (*latest)[static_cast<size_t>(list.query.kind)].load())
            emit session.listOpened(list);
    });
    connect(worker.get(), &Worker::rowsLoaded, &session, &Session::rowsLoaded);
    connect(worker.get(), &Worker::readyToQuit, &session, &Session::readyToQuit);
}

LiveSession::LiveSession(SessionOptions options, QObject *parent)
    : Session(parent), d(std::make_unique<Private>(*this, std::move(options)))
{
    d->connectWorker();
    d->thread.setObjectName(QStringLiteral("atlas-worker"));
    d->worker->moveToThread(&d->thread);
}

LiveSession::~LiveSession()
{
    if (!d->thread.isRunning())
        return;
    // The worker goes on its own thread: its files and sockets belong to it.
    connect(&d->thread, &QThread::finished, d->worker.release(), &QObject::deleteLater);
    d->thread.quit();
    d->thread.wait();
}

void LiveSession::start()
{
    d->thread.start();
    d->post([worker = d->worker.get()] { worker->start(); });
}

// --- What to show ---------------------------------------------------------------------------------------------------

SignInState LiveSession::signInState() const
{
    return d->signInState;
}

std::optional<Error> LiveSession::signInError() const
{
    return d->signInError;
}

QUrl LiveSession::server() const
{
    return d->server;
}

const Overview &LiveSession::overview() const
{
    return d->overview;
}

Instant LiveSession::now() const
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()) + d->clockOffset;
}

// --- Lists ----------------------------------------------------------------------------------------------------------

quint64 LiveSession::openList(const ListQuery &query)
{
    const quint64 generation = ++d->lastGeneration;
    (*d->latest)[static_cast<size_t>(query.kind)].store(generation);
    d->post([worker = d->worker.get(), query, generation] { worker->openList(query, generation); });
    return generation;
}

void LiveSession::closeList(ListKind kind)
{
    (*d->latest)[static_cast<size_t>(kind)].store(++d->lastGeneration);
    d->post([worker = d->worker.get(), kind] { worker->closeList(kind); });
}

void LiveSession::loadRows(ListKind kind, quint64 generation, qsizetype first, qsizetype count)
{
    d->post([worker = d->worker.get(), kind, generation, first, count] {
        worker->loadRows(kind, generation, first, count);
    });
}

void LiveSession::findInvitation(const InvitationId &id, QObject *context, Answer<qsizetype> answer)
{
    d->ask<qsizetype>(context, std::move(answer), [id](Worker &worker) { return worker.findInvitation(id); });
}

void LiveSession::loadDetails(const InvitationId &id, QObject *context, Answer<InvitationDetails> answer)
{
    d->ask<InvitationDetails>(context, std::move(answer), [id](Worker &worker) { return worker.details(id); });
}

// --- Decisions ------------------------------------------------------------------------------------------------------

void LiveSession::decide(const Decision &decision, const std::optional<OperationId> &replaces, QObject *context,
                         Answer<Operation> answer)
{
    d->ask<Operation>(context, std::move(answer),
                      [decision, replaces](Worker &worker) { return worker.decide(decision, replaces); });
}

void LiveSession::undo(const OperationId &id, QObject *context, Answer<void> answer)
{
    d->ask<void>(context, std::move(answer), [id](Worker &worker) { return worker.undo(id); });
}

void LiveSession::tryAgain(const OperationId &id, QObject *context, Answer<Operation> answer)
{
    d->ask<Operation>(context, std::move(answer), [id](Worker &worker) { return worker.tryAgain(id); });
}

void LiveSession::sendAgain(const OperationId &id, QObject *context, Answer<void> answer)
{
    d->ask<void>(context, std::move(answer), [id](Worker &worker) { return worker.sendAgain(id); });
}

void LiveSession::dismiss(const OperationId &id, QObject *context, Answer<void> answer)
{
    d->ask<void>(context, std::move(answer), [id](Worker &worker) { return worker.dismiss(id); });
}

void LiveSession::sendNow()
{
    d->post([worker = d->worker.get()] { worker->sendNow(); });
}

void LiveSession::saveDraft(const Draft &draft)
{
    d->post([worker = d->worker.get(), draft] { worker->saveDraft(draft); });
}

void LiveSession::dropDraft(const InvitationId &id)
{
    d->post([worker = d->worker.get(), id] { worker->dropDraft(id); });
}

void LiveSession::loadDraft(const InvitationId &id, QObject *context, Answer<std::optional<Draft>> answer)
{
    d->ask<std::optional<Draft>>(context, std::move(answer), [id](Worker &worker) { return worker.draft(id); });
}

// --- Connection -----------------------------------------------------------------------------------------------------

void LiveSession::refresh()
{
    d->post([worker = d->worker.get()] { worker->refresh(); });
}

void LiveSession::hintActivity()
{
    d->post([worker = d->worker.get()] { worker->hintActivity(); });
}

void LiveSession::signIn(const SignIn &signIn)
{
    d->post([worker = d->worker.get(), signIn] { worker->signIn(signIn); });
}

void LiveSession::signOut(bool deleteDesk, QObject *context, Answer<void> answer)
{
    d->ask<void>(context, std::move(answer), [deleteDesk](Worker &worker) { return worker.signOut(deleteDesk); });
}

void LiveSession::prepareToQuit(QuitAnswer answer)
{
    d->post([worker = d->worker.get(), answer] { worker->prepareToQuit(answer); });
}

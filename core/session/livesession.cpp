#include "core/session/livesession.h"

#include "core/session/livesessionprivate.h"

void LiveSession::Private::connectWorker()
{
    bring(&Worker::signInChanged, [this](SignInState state, const std::optional<Error> &error, const QUrl &address) {
        signInState = state;
        signInError = error;
        server = address;
        if (state != SignInState::SignedIn)
            overview = {};
        if (state == SignInState::SignedIn || (error && error->kind == ErrorKind::SignedOut))
            hasToken = false;
        emit session.signInStateChanged();
    });
    using Whose = std::optional<AccountKey>;
    bring(&Worker::changed, [this](const ChangeSet &changes, Milliseconds offset, const Whose &whose) {
        clockOffset = offset;
        if (changes.overview) {
            overview = *changes.overview;
            shown = whose;
        }
        emit session.changed(changes);
    });
    bring(&Worker::listOpened, [this](const ListOpened &list) {
        if (list.generation == (*latest)[static_cast<size_t>(list.query.kind)].load())
            emit session.listOpened(list);
    });
    bring(&Worker::rowsLoaded, [this](const RowPage &page) { emit session.rowsLoaded(page); });
    bring(&Worker::readyToQuit, [this](bool everythingSent) { emit session.readyToQuit(everythingSent); });
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
    // What was asked before still happens: a draft saved a moment ago is one of these.
    d->post([thread = &d->thread] { thread->quit(); });
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

bool LiveSession::hasToken() const
{
    return d->hasToken;
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

void LiveSession::findClient(const ClientId &id, QObject *context, Answer<qsizetype> answer)
{
    d->ask<qsizetype>(context, std::move(answer), [id](Worker &worker) { return worker.findClient(id); });
}

void LiveSession::findInHistory(const InvitationId &id, QObject *context, Answer<qsizetype> answer)
{
    d->ask<qsizetype>(context, std::move(answer), [id](Worker &worker) { return worker.findInHistory(id); });
}

void LiveSession::loadDetails(const InvitationId &id, QObject *context, Answer<InvitationDetails> answer)
{
    d->ask<InvitationDetails>(context, std::move(answer), [id](Worker &worker) { return worker.details(id); });
}

void LiveSession::loadClient(const ClientId &id, QObject *context, Answer<ClientDetails> answer)
{
    d->ask<ClientDetails>(context, std::move(answer), [id](Worker &worker) { return worker.clientDetails(id); });
}

void LiveSession::loadLink(const BranchId &branch, QObject *context, Answer<ClientPaysLink> answer)
{
    Crossing *const home = &d->toSession;
    d->post([worker = d->worker.get(), home, branch, guard = QPointer<QObject>(context), answer = std::move(answer)] {
        worker->readLink(branch, [home, guard, answer](const Result<ClientPaysLink> &link) {
            home->post([guard, answer, link] {
                if (guard)
                    answer(link);
            });
        });
    });
}

// --- Decisions ------------------------------------------------------------------------------------------------------
// These, and all else that is kept, for whom the interface showed when they were asked for.

void LiveSession::decide(const Decision &decision, const std::optional<OperationId> &replaces, QObject *context,
                         Answer<Operation> answer)
{
    d->askShown<Operation>(context, std::move(answer),
                           [decision, replaces](Worker &worker) { return worker.decide(decision, replaces); });
}

void LiveSession::undo(const OperationId &id, QObject *context, Answer<void> answer)
{
    d->askShown<void>(context, std::move(answer), [id](Worker &worker) { return worker.undo(id); });
}

void LiveSession::tryAgain(const OperationId &id, QObject *context, Answer<Operation> answer)
{
    d->askShown<Operation>(context, std::move(answer), [id](Worker &worker) { return worker.tryAgain(id); });
}

void LiveSession::sendAgain(const OperationId &id, QObject *context, Answer<void> answer)
{
    d->askShown<void>(context, std::move(answer), [id](Worker &worker) { return worker.sendAgain(id); });
}

void LiveSession::dismiss(const OperationId &id, QObject *context, Answer<void> answer)
{
    d->askShown<void>(context, std::move(answer), [id](Worker &worker) { return worker.dismiss(id); });
}

void LiveSession::sendNow()
{
    d->post([worker = d->worker.get(), whose = d->shown] {
        if (!worker->hasOpenedAnother(whose))
            worker->sendNow();
    });
}

void LiveSession::saveDraft(const Draft &draft)
{
    if (d->shown) // Else nobody can have written it
        d->post([worker = d->worker.get(), change = DraftChange{*d->shown, draft.invitationId, draft}] {
            worker->changeDraft(change);
        });
}

void LiveSession::dropDraft(const InvitationId &id)
{
    if (d->shown)
        d->post([worker = d->worker.get(), change = DraftChange{*d->shown, id, {}}] { worker->changeDraft(change); });
}

void LiveSession::loadDraft(const InvitationId &id, QObject *context, Answer<std::optional<Draft>> answer)
{
    d->askShown<std::optional<Draft>>(context, std::move(answer), [id](Worker &worker) { return worker.draft(id); });
}

// --- What never leaves this computer --------------------------------------------------------------------------------

void LiveSession::loadReplyTemplates(QObject *context, Answer<std::vector<ReplyTemplate>> answer)
{
    d->askShown<std::vector<ReplyTemplate>>(context, std::move(answer),
                                            [](Worker &worker) { return worker.replyTemplates(); });
}

void LiveSession::saveReplyTemplate(const ReplyTemplate &reply, QObject *context, Answer<ReplyTemplate> answer)
{
    d->askShown<ReplyTemplate>(context, std::move(answer),
                               [reply](Worker &worker) { return worker.saveReplyTemplate(reply); });
}

void LiveSession::deleteReplyTemplate(const ReplyTemplateId &id, QObject *context, Answer<void> answer)
{
    d->askShown<void>(context, std::move(answer), [id](Worker &worker) { return worker.deleteReplyTemplate(id); });
}

void LiveSession::saveNote(const InvitationId &id, const QString &text, QObject *context, Answer<void> answer)
{
    d->askShown<void>(context, std::move(answer), [id, text](Worker &worker) { return worker.saveNote(id, text); });
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
    if (!signIn.token.isEmpty())
        d->hasToken = false;
    d->post([worker = d->worker.get(), signIn] { worker->signIn(signIn); });
}

void LiveSession::signOut(bool deleteDesk, QObject *context, Answer<void> answer)
{
    d->hasToken = false;
    // While nobody is shown, whoever may come meanwhile is to go, too.
    const std::optional<AccountKey> whose = d->signInState == SignInState::SignedIn ? d->shown : std::nullopt;
    d->ask<void>(context, std::move(answer), [deleteDesk, whose](Worker &worker) -> Result<void> {
        if (whose && worker.hasOpenedAnother(whose))
            return failure(ErrorKind::SignedOut, QStringLiteral("this account is not open"));
        return worker.signOut(deleteDesk);
    });
}

void LiveSession::prepareToQuit(QuitAnswer answer)
{
    d->post([worker = d->worker.get(), answer, whose = d->shown] { worker->prepareToQuit(answer, whose); });
}

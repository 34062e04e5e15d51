#pragma once

#include "core/domain/changeset.h"
#include "core/domain/insight.h"
#include "core/domain/record.h"
#include "core/domain/reply.h"
#include "core/domain/result.h"

#include <QObject>
#include <QUrl>

#include <functional>

/// What a person gives on the sign-in page.
struct SignIn
{
    QUrl server;      ///< From readServerAddress (core/domain/serveraddress.h)
    QString caFile;
    QByteArray token; ///< Empty: the one that the program was started with (`Session::hasToken()`)
};

/// Where the person stands: which page the window shows.
enum class SignInState {
    Starting,  ///< Looking into the data folder: a moment
    SignedOut, ///< The sign-in page; `Session::signInError()` says why, where there is a why
    Checking,  ///< The service is being asked who this is, and nothing is cached here yet; or the account's files can't be
               ///< opened now (`signInError()`), which is tried again
    SignedIn,  ///< There is an account to show, confirmed or not (SyncStatus says)
};

/// How the person wants to leave with something unsent.
enum class QuitAnswer { SendNowAndQuit, QuitSendNextTime };

/// The only door from the interface to the core: what to show, what to do, what changed. The program's is LiveSession;
/// tests of the interface alone have a scripted one. Thread: the interface's; no call waits. Answers come by callback on
/// the interface's thread, never from inside the call, and not at all once `context` is gone.
class Session : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Answer = std::function<void(const Result<T> &)>;

    using QObject::QObject;

    /// Opens the last account of this service from its cache,
    /// then asks the network; without a token it is shown signed out
    /// (`SyncStatus::noToken`), and nothing is asked.
    virtual void start() = 0;

    // --- What to show: the last that is known, at once --------------------------------------------------------------
    [[nodiscard]] virtual SignInState signInState() const = 0;
    [[nodiscard]] virtual std::optional<Error> signInError() const = 0;
    /// The service's address that was used last, for the sign-in page.
    [[nodiscard]] virtual QUrl server() const = 0;
    /// The program was started with a token, and has had no use for it yet: only the address is to be asked for.
    [[nodiscard]] virtual bool hasToken() const = 0;
    [[nodiscard]] virtual const Overview &overview() const = 0;
    /// The wall clock corrected by the service's last `Date`.
    [[nodiscard]] virtual Instant now() const = 0;

    // --- Lists: one open view a kind ---------------------------------------------------------------------------------
    /// Asks for a view; `listOpened` answers with the generation returned here, and again whenever an account is opened.
    /// An older one's answer is not delivered.
    virtual quint64 openList(const ListQuery &query) = 0;
    virtual void closeList(ListKind kind) = 0;
    /// `rowsLoaded` answers, unless the view has changed meanwhile (then `changed` comes and one asks again).
    virtual void loadRows(ListKind kind, quint64 generation, qsizetype first, qsizetype count) = 0;
    /// Where an invitation stands in the open view: -1 where it isn't in it.
    virtual void findInvitation(const InvitationId &id, QObject *context, Answer<qsizetype> answer) = 0;
    /// The same of a client.
    virtual void findClient(const ClientId &id, QObject *context, Answer<qsizetype> answer) = 0;
    /// The same of an invitation in History.
    virtual void findInHistory(const InvitationId &id, QObject *context, Answer<qsizetype> answer) = 0;
    virtual void loadDetails(const InvitationId &id, QObject *context, Answer<InvitationDetails> answer) = 0;
    virtual void loadClient(const ClientId &id, QObject *context, Answer<ClientDetails> answer) = 0;
    /// Asks the service, each time: a link is kept nowhere. Errors as SyncEngine::readLink.
    virtual void loadLink(const BranchId &branch, QObject *context, Answer<ClientPaysLink> answer) = 0;

    // --- Evidence ----------------------------------------------------------------------------------------------------
    /// Which records there are, of all that is kept here.
    virtual void findRecords(const RecordQuery &query, QObject *context, Answer<RecordList> answer) = 0;
    /// The records of a part of such a list: a few hundred, so that what is decided meanwhile need not wait. One that is
    /// gone is left out. SignedOut: the list is of other files than those that are open now.
    virtual void loadRecords(const RecordList &part, QObject *context, Answer<std::vector<Record>> answer) = 0;

    /// Counts of what is kept here, as the service has it: what waits to be sent does not count yet.
    virtual void loadInsight(const InsightQuery &query, QObject *context, Answer<Insight> answer) = 0;

    // What is kept, here and below, is kept for whom `overview()` showed at the call: SignedOut where the service has said
    // meanwhile that the token is somebody else's, and their account was opened.

    // --- Decisions ---------------------------------------------------------------------------------------------------
    /// Keeps the decision durably, then answers; only then may the interface say "kept". An error keeps nothing, and the
    /// words stay where they are. `replaces`: the card's operation that this one stands in for ("Edit and send again").
    virtual void decide(const Decision &decision, const std::optional<OperationId> &replaces, QObject *context,
                        Answer<Operation> answer) = 0;
    /// Takes a decision back. Conflict: it may already have been sent.
    virtual void undo(const OperationId &id, QObject *context, Answer<void> answer) = 0;
    /// A card: the same decision under a new name.
    virtual void tryAgain(const OperationId &id, QObject *context, Answer<Operation> answer) = 0;
    /// A card "lost in a restore": the same operation, the same bytes.
    virtual void sendAgain(const OperationId &id, QObject *context, Answer<void> answer) = 0;
    virtual void dismiss(const OperationId &id, QObject *context, Answer<void> answer) = 0;
    /// Ends every hold and opens the gate.
    virtual void sendNow() = 0;

    virtual void saveDraft(const Draft &draft) = 0;
    virtual void dropDraft(const InvitationId &id) = 0;
    virtual void loadDraft(const InvitationId &id, QObject *context, Answer<std::optional<Draft>> answer) = 0;

    // --- What never leaves this computer ----------------------------------------------------------------------------
    virtual void loadReplyTemplates(QObject *context, Answer<std::vector<ReplyTemplate>> answer) = 0;
    /// Keeps it durably, then answers with its id: a new one where it has none.
    virtual void saveReplyTemplate(const ReplyTemplate &reply, QObject *context, Answer<ReplyTemplate> answer) = 0;
    virtual void deleteReplyTemplate(const ReplyTemplateId &id, QObject *context, Answer<void> answer) = 0;
    /// Keeps an invitation's internal note durably (InvitationDetails::note), then answers. Without text it is deleted.
    virtual void saveNote(const InvitationId &id, const QString &text, QObject *context, Answer<void> answer) = 0;

    // --- Connection --------------------------------------------------------------------------------------------------
    /// F5, "Try again".
    virtual void refresh() = 0;
    /// The window was activated, the network came back, the computer woke: a hint to try now.
    virtual void hintActivity() = 0;
    virtual void signIn(const SignIn &signIn) = 0;
    /// Wipes the cache; the desk stays, unless `deleteDesk`.
    virtual void signOut(bool deleteDesk, QObject *context, Answer<void> answer) = 0;

    /// Leaves: with SendNowAndQuit holds end and up to 10 s are given to what waits. `readyToQuit` comes once.
    virtual void prepareToQuit(QuitAnswer answer) = 0;

signals:
    void signInStateChanged();
    /// After each commit, and after each change of the connection: at most one a pass of the event loop.
    void changed(const ChangeSet &changes);
    void listOpened(const ListOpened &list);
    void rowsLoaded(const RowPage &page);
    void readyToQuit(bool everythingSent);
};

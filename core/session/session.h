#pragma once

#include "core/domain/changeset.h"
#include "core/domain/result.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>
#include <memory>

/// How the program was started.
struct SessionOptions
{
    QUrl server;            ///< An https origin; empty: ask on the sign-in page
    QString caFile;         ///< An additional trusted root (PEM); empty: none
    QByteArray token;       ///< Empty: ask on the sign-in page, or offline
    QString dataDir;        ///< The machine's own data folder of this program
    bool offline = false;   ///< Ask the network nothing
    Milliseconds hold{8'000}; ///< How long a decision can be taken back before it is sent, 0 to 60 s
};

/// What a person gives on the sign-in page.
struct SignIn
{
    QUrl server;      ///< From readServerAddress
    QString caFile;
    QByteArray token;
};

/// Where the person stands: which page the window shows.
enum class SignInState {
    Starting,  ///< Looking into the data folder: a moment
    SignedOut, ///< The sign-in page; `Session::signInError()` says why, where there is a why
    Checking,  ///< The service is being asked who this is, and nothing is cached here yet
    SignedIn,  ///< There is an account to show, confirmed or not (SyncStatus says)
};

/// How the person wants to leave with something unsent.
enum class QuitAnswer { SendNowAndQuit, QuitSendNextTime };

/// The only door from the interface to the core: what to show, what to do, what changed. Owns the worker thread, on which
/// everything below happens. Thread: the interface's; no call waits. Answers come by callback on the interface's thread,
/// never from inside the call, and not at all once `context` is gone.
class Session final : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Answer = std::function<void(const Result<T> &)>;

    explicit Session(SessionOptions options, QObject *parent = nullptr);
    /// Stops the worker: what is committed is kept; waits at most for the commit under way.
    ~Session() override;

    /// Starts the worker. Opens the last account of this service from its cache, then asks the network.
    void start();

    // --- What to show: the last that is known, at once --------------------------------------------------------------
    [[nodiscard]] SignInState signInState() const;
    [[nodiscard]] std::optional<Error> signInError() const;
    /// The service's address that was used last, for the sign-in page.
    [[nodiscard]] QUrl server() const;
    [[nodiscard]] const Overview &overview() const;
    /// The wall clock corrected by the service's last `Date`.
    [[nodiscard]] Instant now() const;
    /// The same clock as milliseconds to add to this computer's (for phrases about time).
    [[nodiscard]] Milliseconds clockOffset() const;

    // --- Lists: one open view a kind ---------------------------------------------------------------------------------
    /// Asks for a view; `listOpened` answers with the generation returned here. An older one's answer is not delivered.
    quint64 openList(const ListQuery &query);
    void closeList(ListKind kind);
    /// `rowsLoaded` answers, unless the view has changed meanwhile (then `listChanged` comes and one asks again).
    void loadRows(ListKind kind, quint64 generation, qsizetype first, qsizetype count);
    /// Where an invitation stands in the open view: -1 where it isn't in it.
    void findInvitation(const InvitationId &id, QObject *context, Answer<qsizetype> answer);
    void loadDetails(const InvitationId &id, QObject *context, Answer<InvitationDetails> answer);

    // --- Decisions ---------------------------------------------------------------------------------------------------
    /// Keeps the decision durably, then answers; only then may the interface say "kept". An error keeps nothing, and the
    /// words stay where they are. `replaces`: the card's operation that this one stands in for ("Edit and send again").
    void decide(const Decision &decision, const std::optional<OperationId> &replaces, QObject *context,
                Answer<Operation> answer);
    /// Takes a decision back. Conflict: it may already have been sent.
    void undo(const OperationId &id, QObject *context, Answer<void> answer);
    /// A card: the same decision under a new name.
    void tryAgain(const OperationId &id, QObject *context, Answer<Operation> answer);
    /// A card "lost in a restore": the same operation, the same bytes.
    void sendAgain(const OperationId &id, QObject *context, Answer<void> answer);
    void dismiss(const OperationId &id, QObject *context, Answer<void> answer);
    /// Ends every hold and opens the gate.
    void sendNow();

    void saveDraft(const Draft &draft);
    void dropDraft(const InvitationId &id);
    void loadDraft(const InvitationId &id, QObject *context, Answer<std::optional<Draft>> answer);

    // --- Connection --------------------------------------------------------------------------------------------------
    /// F5, "Try again".
    void refresh();
    /// The window was activated, the network came back, the computer woke: a hint to try now.
    void hintActivity();
    void signIn(const SignIn &signIn);
    /// Wipes the cache; the desk stays, unless `deleteDesk`.
    void signOut(bool deleteDesk, QObject *context, Answer<void> answer);

    /// Leaves: with SendNowAndQuit holds end and up to 10 s are given to what waits. `readyToQuit` comes once.
    void prepareToQuit(QuitAnswer answer);

signals:
    void signInStateChanged();
    /// After each commit, and after each change of the connection: at most one a pass of the event loop.
    void changed(const ChangeSet &changes);
    void listOpened(const ListOpened &list);
    void rowsLoaded(const RowPage &page);
    void readyToQuit(bool everythingSent);

private:
    class Private;
    std::unique_ptr<Private> d;
};

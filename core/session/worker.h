#pragma once

#include "core/api/httptransport.h"
#include "core/session/accountindex.h"
#include "core/session/accountprobe.h"
#include "core/session/livesession.h"
#include "core/session/realports.h"
#include "core/store/listview.h"
#include "core/sync/syncengine.h"

#include <array>
#include <atomic>
#include <set>

/// How many kinds of lists there are: one view of each can be open.
inline constexpr size_t listKinds = 5;

/// Which view the interface asked for last, so that one asked for before it is not even opened. Written by the interface's
/// thread, read by the worker's.
using LatestLists = std::array<std::atomic<quint64>, listKinds>;

/// A draft that was written, or dropped.
struct DraftChange
{
    AccountKey whose;
    InvitationId id;
    std::optional<Draft> draft; ///< Empty: there is none any more
};

/// Everything below the interface, on the worker thread: the account's files, its engine, the network, the open views. All
/// calls and signals are queued between the threads.
class Worker final : public QObject
{
    Q_OBJECT

public:
    Worker(SessionOptions options, std::shared_ptr<const LatestLists> latest);
    ~Worker() override;

    void start();
    /// `shown`: whose account the interface shows. With nobody's open this is false: each call says that by itself.
    [[nodiscard]] bool hasOpenedAnother(const std::optional<AccountKey> &shown) const;

    // --- Lists ------------------------------------------------------------------------------------------------------
    void openList(const ListQuery &query, quint64 generation);
    void closeList(ListKind kind);
    void loadRows(ListKind kind, quint64 generation, qsizetype first, qsizetype count);
    [[nodiscard]] Result<qsizetype> findInvitation(const InvitationId &id);
    [[nodiscard]] Result<qsizetype> findInHistory(const InvitationId &id);
    [[nodiscard]] Result<qsizetype> findClient(const ClientId &id);
    [[nodiscard]] Result<InvitationDetails> details(const InvitationId &id);
    [[nodiscard]] Result<ClientDetails> clientDetails(const ClientId &id);
    /// `heard` is called on the worker's thread, perhaps at once; not at all where the account is closed before.
    void readLink(const BranchId &branch, std::function<void(const Result<ClientPaysLink> &)> heard);

    // --- Evidence ---------------------------------------------------------------------------------------------------
    [[nodiscard]] Result<RecordList> findRecords(const RecordQuery &query);
    [[nodiscard]] Result<std::vector<Record>> records(const RecordList &part);
    [[nodiscard]] Result<Insight> insight(const InsightQuery &query);

    // --- Decisions --------------------------------------------------------------------------------------------------
    [[nodiscard]] Result<Operation> decide(const Decision &decision, const std::optional<OperationId> &replaces);
    [[nodiscard]] Result<void> undo(const OperationId &id);
    [[nodiscard]] Result<Operation> tryAgain(const OperationId &id);
    [[nodiscard]] Result<void> sendAgain(const OperationId &id);
    [[nodiscard]] Result<void> dismiss(const OperationId &id);
    void sendNow();
    /// Where that account's files are not open, or the disk refuses, it is kept here until they are, or it does not.
    void changeDraft(const DraftChange &change);
    [[nodiscard]] Result<std::optional<Draft>> draft(const InvitationId &id);

    // --- What never leaves this computer ----------------------------------------------------------------------------
    [[nodiscard]] Result<std::vector<ReplyTemplate>> replyTemplates();
    [[nodiscard]] Result<ReplyTemplate> saveReplyTemplate(ReplyTemplate reply);
    [[nodiscard]] Result<void> deleteReplyTemplate(const ReplyTemplateId &id);
    [[nodiscard]] Result<void> saveNote(const InvitationId &id, const QString &text);

    // --- Connection -------------------------------------------------------------------------------------------------
    void refresh();
    void hintActivity();
    void signIn(const SignIn &signIn);
    [[nodiscard]] Result<void> signOut(bool deleteDesk);
    /// `shown`: of another account nothing is sent.
    void prepareToQuit(QuitAnswer answer, const std::optional<AccountKey> &shown);

signals:
    void signInChanged(SignInState state, const std::optional<Error> &error, const QUrl &server);
    /// `clockOffset`: to add to this computer's clock. `whose`: the account that they are of.
    void changed(const ChangeSet &changes, Milliseconds clockOffset, const std::optional<AccountKey> &whose);
    void listOpened(const ListOpened &list);
    void rowsLoaded(const RowPage &page);
    void readyToQuit(bool everythingSent);

private:
    // --- worker.cpp: whose files, which wire ------------------------------------------------------------------------
    [[nodiscard]] Result<void> makeTransport();
    void openLastOrAsk();
    void probe();
    void openAccountLater(const SessionFacts &facts);
    void openAccount(const AccountKey &key, const std::optional<SessionFacts> &facts);
    void startEngine(const AccountKey &key);
    void closeAccount();
    void endQuit(bool everythingSent);
    void say(SignInState state, const std::optional<Error> &error = std::nullopt);
    [[nodiscard]] QString host() const { return m_options.server.host(QUrl::FullyEncoded).toLower(); }

    // --- workeroverview.cpp: what is told after each commit ---------------------------------------------------------
    [[nodiscard]] EngineEvents engineEvents();
    void touch(const Touched &touched);
    void touchStatus();
    void schedulePublish();
    void publish();
    void minutePassed();
    [[nodiscard]] Overview readOverview();
    [[nodiscard]] SyncStatus status() const;
    void addOutbox(Overview &overview);
    void addConnectingClients(Overview &overview);
    [[nodiscard]] OutboxEntry entryOf(const Operation &operation);
    [[nodiscard]] std::optional<ClientRow> clientRow(const ClientId &id);
    [[nodiscard]] std::vector<OutboxEntry> confirmedEntries();

    // --- workerfiles.cpp: the account's files -----------------------------------------------------------------------
    [[nodiscard]] Result<void> openStores(const QString &folder);
    void openAgainLater(const AccountKey &key, const std::optional<SessionFacts> &facts, const Error &error);
    void reopenIfDamaged();
    [[nodiscard]] static bool isPassing(const StoreTrouble &trouble);
    [[nodiscard]] StoreTrouble::Kind passingTrouble(const Error &error) const;
    void fileFailed(const Error &error);
    void diskFailed(const Error &error);
    void diskWorked();

    // --- workerdecisions.cpp: drafts --------------------------------------------------------------------------------
    void keepDrafts();
    [[nodiscard]] Result<void> write(const DraftChange &change);

    // --- workerwriting.cpp: what never leaves this computer ---------------------------------------------------------
    void readNoted();
    void tidyNotesDaily();

    // --- workerlists.cpp: the open views ----------------------------------------------------------------------------
    void updateLists(ChangeSet &changes, const Touched &touched);
    void openWantedLists();
    [[nodiscard]] bool isLatest(ListKind kind, quint64 generation) const;
    void finishList(ListKind kind, quint64 generation);
    void listFailed(const Error &error);
    [[nodiscard]] Result<qsizetype> findIn(ListKind kind, const InvitationId &id);
    [[nodiscard]] std::optional<Dealings> dealings(const Invitation &invitation);
    [[nodiscard]] ListContext listContext();
    [[nodiscard]] int respondWithinHours() const;
    [[nodiscard]] std::unique_ptr<ListView> &view(ListKind kind) { return m_views[static_cast<size_t>(kind)]; }

    template <class T>
    [[nodiscard]] Result<T> nobodySignedIn() const
    {
        return failure(ErrorKind::NotFound, QStringLiteral("no account is open"));
    }

    SessionOptions m_options;
    std::shared_ptr<const LatestLists> m_latest;
    SystemClock m_clock;
    EventLoopScheduler m_scheduler;
    SystemRandomness m_randomness;
    AccountIndex m_index;
    std::unique_ptr<HttpTransport> m_transport;
    std::unique_ptr<AccountProbe> m_probe;
    std::optional<AccountKey> m_account;
    std::optional<AccountKey> m_unopened; ///< With no account: whose files could not be opened
    QString m_folder; ///< Of either
    quint64 m_openings = 0; ///< How often an account's files were opened: row ids are of one opening
    std::unique_ptr<CacheStore> m_cache;
    std::unique_ptr<DeskStore> m_desk;
    std::unique_ptr<SyncEngine> m_engine;
    struct WantedList
    {
        ListQuery query;
        quint64 generation = 0;
    };
    std::array<std::optional<WantedList>, listKinds> m_wanted; ///< What the interface shows, whoever is signed in
    std::array<std::unique_ptr<ListView>, listKinds> m_views;

    std::optional<SessionFacts> m_facts;
    std::vector<StoreTrouble> m_trouble;
    bool m_indexSaved = true;
    bool m_listsFailed = false;
    std::optional<ErrorKind> m_cantOpen; ///< What was said of files that are tried again
    std::optional<Milliseconds> m_reopenedAt;
    std::set<InvitationId> m_noted; ///< Invitations with an internal note
    std::optional<Milliseconds> m_notesTidiedAt;
    std::vector<DraftChange> m_unkept; ///< On no disk yet: at most one for an account's invitation
    Counts m_counts; ///< As they could last be read
    Touched m_touched; ///< Since the last publish()
    bool m_publishDue = false;
    Milliseconds m_publishedAt{0};
    Milliseconds m_publishTook{0};
    std::optional<std::vector<Branch>> m_branches; ///< Read once, until they are touched
    std::optional<std::vector<Reason>> m_reasons;
    OwnedTimer m_minute;
    OwnedTimer m_publishTimer;
    OwnedTimer m_quitTimer;
    OwnedTimer m_openTimer;
    std::optional<AccountKey> m_quitting; ///< Whose decisions are being waited for
    quint64 m_signIns = 0; ///< And outs: how often the token has changed
};

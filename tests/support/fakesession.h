#pragma once

#include "core/session/session.h"
#include "tests/support/fakelists.h"
#include "tests/support/samples.h"

#include <QPointer>

/// A session by script, for tests of the interface: holds what it shows in memory, answers from the event loop as the
/// real one does, and writes down what it was asked. Change the public members, then call `publish()`.
class FakeSession final : public Session
{
    Q_OBJECT

public:
    struct Load
    {
        ListKind kind = ListKind::Invitations;
        quint64 generation = 0;
        qsizetype first = 0;
        qsizetype count = 0;
    };

    explicit FakeSession(QObject *parent = nullptr);

    // --- The script --------------------------------------------------------------------------------------------------
    SignInState standing = SignInState::SignedIn;
    std::optional<Error> whySignedOut;
    QUrl address;
    bool tokenGiven = false;
    Overview shown = samples::overview();
    FakeWorld world;
    Instant clock = samples::now();
    std::map<InvitationId, Draft> drafts;
    std::map<InvitationId, Dealings> dealings; ///< For `loadDetails`; none where there is no entry
    std::map<ClientId, ClientDetails> clientDetails; ///< For `loadClient`, with what waits
    std::optional<ClientPaysLink> link;              ///< For `loadLink`; none: no answer (Network)
    bool dealingsUnread = false;
    std::vector<ReplyTemplate> replies;
    std::vector<Operation> ended;       ///< Operations no longer live, for `loadDetails`
    std::optional<Error> nextError;     ///< What the next decide, undo, tryAgain, sendAgain, dismiss or signOut answers
    std::optional<Error> nextLoadError; ///< The same for findInvitation, loadDetails, loadDraft and loadReplyTemplates
    std::optional<Error> savingError;   ///< What every saveNote, saveReplyTemplate and deleteReplyTemplate answers
    std::optional<Error> recordsError;  ///< What every findRecords and loadRecords answers
    Insight insight;                    ///< What loadInsight answers, unless there is an error
    std::optional<Error> insightError;
    bool answersHeld = false;           ///< Answers wait for `releaseAnswers()`
    bool listsHeld = false;             ///< `openList` and `loadRows` are written down and not answered

    /// Brings the counts up to date and sends what differs from the last time: overview, exact list diffs, and
    /// `invitations` as those whose facts changed.
    void publish(const std::vector<InvitationId> &touched = {});
    void releaseAnswers();
    void answerLists();
    [[nodiscard]] Invitation *find(const InvitationId &id);
    [[nodiscard]] OutboxEntry *liveOperation(const InvitationId &id);

    // --- What it was asked
    // --------------------------------------------------------------------------------------------
    std::vector<ListQuery> opened;
    std::vector<ListKind> closed;
    std::vector<Load> loads;
    std::vector<RecordQuery> recordQueries;
    std::vector<InsightQuery> insightQueries;
    std::vector<qsizetype> recordParts; ///< How many were asked for at once
    std::vector<BranchId> linksAsked;
    std::vector<Decision> decisions;
    std::vector<std::optional<OperationId>> replaced; ///< Beside `decisions`
    std::vector<OperationId> undone;
    std::vector<OperationId> triedAgain;
    std::vector<OperationId> sentAgain;
    std::vector<OperationId> dismissed;
    std::vector<Draft> savedDrafts;
    std::vector<InvitationId> droppedDrafts;
    std::vector<std::pair<InvitationId, QString>> savedNotes;
    std::vector<SignIn> signIns;
    std::vector<bool> signOuts; ///< `deleteDesk`
    std::vector<QuitAnswer> quits;
    int starts = 0;
    int sendNows = 0;
    int refreshes = 0;
    int hints = 0;

    // --- Session -----------------------------------------------------------------------------------------------------
    void start() override { ++starts; }
    [[nodiscard]] SignInState signInState() const override { return standing; }
    [[nodiscard]] std::optional<Error> signInError() const override { return whySignedOut; }
    [[nodiscard]] QUrl server() const override { return address; }
    [[nodiscard]] bool hasToken() const override { return tokenGiven; }
    [[nodiscard]] const Overview &overview() const override { return shown; }
    [[nodiscard]] Instant now() const override { return clock; }

    quint64 openList(const ListQuery &query) override;
    void closeList(ListKind kind) override;
    void loadRows(ListKind kind, quint64 generation, qsizetype first, qsizetype count) override;
    void findInvitation(const InvitationId &id, QObject *context, Answer<qsizetype> answer) override;
    void findClient(const ClientId &id, QObject *context, Answer<qsizetype> answer) override;
    void findInHistory(const InvitationId &id, QObject *context, Answer<qsizetype> answer) override;
    void loadClient(const ClientId &id, QObject *context, Answer<ClientDetails> answer) override;
    void loadLink(const BranchId &branch, QObject *context, Answer<ClientPaysLink> answer) override;
    void loadDetails(const InvitationId &id, QObject *context, Answer<InvitationDetails> answer) override;

    /// The records of `world`, by their place in it.
    void findRecords(const RecordQuery &query, QObject *context, Answer<RecordList> answer) override;
    void loadRecords(const RecordList &part, QObject *context, Answer<std::vector<Record>> answer) override;

    /// What `insight` is when it is asked for.
    void loadInsight(const InsightQuery &query, QObject *context, Answer<Insight> answer) override;

    /// Keeps it as Held with a hold of 8 s at the end of `shown.waiting`, takes it out of the list, publishes, answers.
    void decide(const Decision &decision, const std::optional<OperationId> &replaces, QObject *context,
                Answer<Operation> answer) override;
    void undo(const OperationId &id, QObject *context, Answer<void> answer) override;
    void tryAgain(const OperationId &id, QObject *context, Answer<Operation> answer) override;
    void sendAgain(const OperationId &id, QObject *context, Answer<void> answer) override;
    void dismiss(const OperationId &id, QObject *context, Answer<void> answer) override;
    void sendNow() override { ++sendNows; }

    void saveDraft(const Draft &draft) override;
    void dropDraft(const InvitationId &id) override;
    void loadDraft(const InvitationId &id, QObject *context, Answer<std::optional<Draft>> answer) override;

    void loadReplyTemplates(QObject *context, Answer<std::vector<ReplyTemplate>> answer) override;
    void saveReplyTemplate(const ReplyTemplate &reply, QObject *context, Answer<ReplyTemplate> answer) override;
    void deleteReplyTemplate(const ReplyTemplateId &id, QObject *context, Answer<void> answer) override;
    void saveNote(const InvitationId &id, const QString &text, QObject *context, Answer<void> answer) override;

    void refresh() override { ++refreshes; }
    void hintActivity() override { ++hints; }
    void signIn(const SignIn &given) override;
    void signOut(bool deleteDesk, QObject *context, Answer<void> answer) override;
    void prepareToQuit(QuitAnswer answer) override;

private:
    struct OpenView
    {
        ListQuery query;
        quint64 generation = 0;
        std::vector<Row> rows; ///< As last told
        bool told = false;
    };

    [[nodiscard]] OpenView &view(ListKind kind) { return m_views[size_t(kind)]; }
    [[nodiscard]] qsizetype placeOf(ListKind kind, const QString &key);
    /// Runs `call` from the event loop while `context` lives.
    void later(QObject *context, std::function<void()> call);
    template <class T>
    void answerOnce(std::optional<Error> &scripted, QObject *context, const Answer<T> &answer,
                    std::function<Result<T>()> make);
    void tellOpened(ListKind kind);
    void tellRows(const Load &load);
    [[nodiscard]] std::optional<ListDiff> diffOf(ListKind kind);
    void publishAbout(const Decision &decision);
    [[nodiscard]] Result<Operation> made(const Decision &decision);
    [[nodiscard]] Result<Operation> keep(const Decision &decision, const std::optional<OperationId> &replaces);

    std::array<OpenView, 5> m_views;
    quint64 m_generation = 0;
    quint64 m_operations = 0;
    std::vector<std::pair<QPointer<QObject>, std::function<void()>>> m_heldAnswers;
    std::vector<Load> m_heldLoads;
};

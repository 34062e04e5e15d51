#pragma once

#include "core/session/session.h"

#include <memory>

/// How the program was started.
struct SessionOptions
{
    QUrl server;            ///< An https origin; empty: the last account's, else ask on the sign-in page
    QString caFile;         ///< An additional trusted root (PEM); empty: none
    QByteArray token;       ///< Empty: until one signs in, nothing is asked
    QString dataDir;        ///< The machine's own data folder of this program
    bool offline = false;   ///< Ask the network nothing
    Milliseconds hold{8'000}; ///< How long a decision can be taken back before it is sent, 0 to 60 s
};

/// The program's session: owns the worker thread, on which the engine, both databases and the network live.
class LiveSession final : public Session
{
    Q_OBJECT

public:
    explicit LiveSession(SessionOptions options, QObject *parent = nullptr);
    /// Stops the worker: what is committed is kept; waits at most for the commit under way.
    ~LiveSession() override;

    void start() override;
    [[nodiscard]] SignInState signInState() const override;
    [[nodiscard]] std::optional<Error> signInError() const override;
    [[nodiscard]] QUrl server() const override;
    [[nodiscard]] bool hasToken() const override;
    [[nodiscard]] const Overview &overview() const override;
    [[nodiscard]] Instant now() const override;

    quint64 openList(const ListQuery &query) override;
    void closeList(ListKind kind) override;
    void loadRows(ListKind kind, quint64 generation, qsizetype first, qsizetype count) override;
    void findInvitation(const InvitationId &id, QObject *context, Answer<qsizetype> answer) override;
    void findClient(const ClientId &id, QObject *context, Answer<qsizetype> answer) override;
    void findInHistory(const InvitationId &id, QObject *context, Answer<qsizetype> answer) override;
    void loadClient(const ClientId &id, QObject *context, Answer<ClientDetails> answer) override;
    void loadLink(const BranchId &branch, QObject *context, Answer<ClientPaysLink> answer) override;
    void loadDetails(const InvitationId &id, QObject *context, Answer<InvitationDetails> answer) override;

    void findRecords(const RecordQuery &query, QObject *context, Answer<RecordList> answer) override;
    void loadRecords(const RecordList &part, QObject *context, Answer<std::vector<Record>> answer) override;
    void loadInsight(const InsightQuery &query, QObject *context, Answer<Insight> answer) override;

    void decide(const Decision &decision, const std::optional<OperationId> &replaces, QObject *context,
                Answer<Operation> answer) override;
    void undo(const OperationId &id, QObject *context, Answer<void> answer) override;
    void tryAgain(const OperationId &id, QObject *context, Answer<Operation> answer) override;
    void sendAgain(const OperationId &id, QObject *context, Answer<void> answer) override;
    void dismiss(const OperationId &id, QObject *context, Answer<void> answer) override;
    void sendNow() override;

    void saveDraft(const Draft &draft) override;
    void dropDraft(const InvitationId &id) override;
    void loadDraft(const InvitationId &id, QObject *context, Answer<std::optional<Draft>> answer) override;

    void loadReplyTemplates(QObject *context, Answer<std::vector<ReplyTemplate>> answer) override;
    void saveReplyTemplate(const ReplyTemplate &reply, QObject *context, Answer<ReplyTemplate> answer) override;
    void deleteReplyTemplate(const ReplyTemplateId &id, QObject *context, Answer<void> answer) override;
    void saveNote(const InvitationId &id, const QString &text, QObject *context, Answer<void> answer) override;

    void refresh() override;
    void hintActivity() override;
    void signIn(const SignIn &signIn) override;
    void signOut(bool deleteDesk, QObject *context, Answer<void> answer) override;

    void prepareToQuit(QuitAnswer answer) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

#pragma once

#include "ui/invitations/decisiondialog.h"

#include "core/domain/reply.h"

#include <QTimer>

class LimitedText;
class MessageCard;
class QPushButton;
class QuietLabel;
class ReasonList;
class ReplyField;
class WrapLabel;

/// What a rejection is made with.
struct RejectionTerms
{
    std::vector<Reason> reasons; ///< The service's, in its order
    int messageLimit = 2'000;    ///< Code points
    QString practiceName;
    QString accountant{}; ///< Who is signed in: for {accountant} in a template
};

/// 'Reject Invitation': a reason, a message if wanted, and what the client will be told, word for word.
class RejectDialog final : public DecisionDialog
{
    Q_OBJECT

public:
    RejectDialog(const InvitationDetails &reviewed, const RejectionTerms &terms, QWidget *parent);

    /// The service's reasons as they are now: taken where there were none, so that nothing moves under the pointer.
    void takeReasons(const std::vector<Reason> &reasons);
    /// The templates that were written here; empty: they can't be read.
    void setReplies(const std::optional<std::vector<ReplyTemplate>> &own);
    /// Words from before: a draft, or those of an operation that is to be sent again.
    void setWords(const Draft &words, bool areDraft);
    [[nodiscard]] Draft words() const;
    /// Whether there is a draft can't be told now; what is written meanwhile is not kept as one.
    void sayDraftUnread();
    void sayDraftRead();
    /// Tells what was typed at once.
    void flushDraft();

    void reject() override;

signals:
    /// What was typed, half a second after the last key and when the dialog is left. Without words: nothing to keep.
    void draftChanged(const Draft &draft);
    void draftDiscarded();
    /// What is written is to become a template.
    void templateAsked(const ReplyTemplate &reply);
    /// To look through the templates.
    void templatesAsked();

protected:
    [[nodiscard]] Decision decision() const override;
    [[nodiscard]] QString missing() const override;
    [[nodiscard]] bool isFaultMissing() const override;

private:
    void addDraftLine();
    void addReasons();
    void addReply(int limit, const QString &accountant);
    void addPreview(const QString &practiceName);
    void noteChange();
    void setReasons(const std::vector<Reason> &reasons);
    void refresh();
    [[nodiscard]] QString draftLine(const Draft &draft) const;
    [[nodiscard]] QString messageToSend() const;
    [[nodiscard]] QString toldToClient() const;

    QWidget *m_draftLine = nullptr;
    WrapLabel *m_draftWords = nullptr;
    QPushButton *m_discard = nullptr;
    WrapLabel *m_noReasons = nullptr;
    ReasonList *m_reasons = nullptr;
    LimitedText *m_ownWords = nullptr;
    QuietLabel *m_ownStatus = nullptr;
    ReplyField *m_reply = nullptr;
    MessageCard *m_preview = nullptr;
    QTimer m_pause;
    std::optional<Draft> m_told; ///< The draft as last told
};

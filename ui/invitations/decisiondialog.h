#pragma once

#include "core/domain/changeset.h"
#include "core/domain/error.h"
#include "ui/common/confirmdialog.h"

class FactSheet;
class ReviewNotice;
class WrapLabel;

/// What the dialogs of accepting and rejecting share: they repeat what is being decided on, from the revision that was
/// read, say so when that is no longer what stands there, and stay open, with every word in them, until it is kept.
class DecisionDialog : public ConfirmDialog
{
    Q_OBJECT

public:
    /// What was read; the decision is bound to it.
    [[nodiscard]] const InvitationDetails &reviewed() const { return m_reviewed; }

    /// What is known of the invitation now: where that is another revision, it wants a fresh look; where there is
    /// nothing left to decide, the dialog says so and keeps the words.
    void setCurrent(const InvitationDetails &current, Instant now);
    /// It is no longer here.
    void setGone();
    void showError(const Error &error);
    [[nodiscard]] QString noticeWords() const;

signals:
    void confirmed(const Decision &decision);

protected:
    DecisionDialog(const QString &objectName, const QString &title, const QString &confirm,
                   const InvitationDetails &reviewed, QWidget *parent);

    /// The part between the facts and the buttons.
    [[nodiscard]] QVBoxLayout &body() const { return *m_body; }
    [[nodiscard]] virtual Decision decision() const = 0;
    /// It is another revision that is decided on, or more is known of it.
    virtual void reviewedChanged() {}
    /// Why it can't be confirmed yet; empty where it can.
    [[nodiscard]] virtual QString missing() const { return {}; }
    /// What is missing() is wrong in what was written, not only still to be done.
    [[nodiscard]] virtual bool isFaultMissing() const { return false; }
    void confirm() final;
    [[nodiscard]] QString whyNot() const final;
    [[nodiscard]] bool isFault() const final;

private:
    enum class Standing { AsRead, ChangedUnseen, Closed };

    void makeFacts();
    void fillFacts();
    void lookAgain();
    void close(const QString &words);

    InvitationDetails m_reviewed;
    std::optional<InvitationDetails> m_current; ///< Where it differs from what was read
    Standing m_standing = Standing::AsRead;
    QVBoxLayout *m_body = nullptr;
    ReviewNotice *m_notice = nullptr;
    FactSheet *m_facts = nullptr;
    WrapLabel *m_company = nullptr;
    WrapLabel *m_owner = nullptr;
    WrapLabel *m_email = nullptr;
    WrapLabel *m_mixed = nullptr;
    WrapLabel *m_branch = nullptr;
};

#pragma once

#include "core/domain/operation.h"
#include "ui/clients/clientwords.h"
#include "ui/common/confirmdialog.h"

class FactSheet;
class LimitedText;
class QuietLabel;
class ReasonList;
class ReviewNotice;
class WrapLabel;

/// 'Disconnect Client': a reason, a message if wanted, and what can't be taken back. It stays open, with every word in
/// it, until the decision is kept.
class DisconnectDialog final : public ConfirmDialog
{
    Q_OBJECT

public:
    DisconnectDialog(const ClientDetails &details, const std::vector<Reason> &reasons, const ClientTerms &terms,
                     QWidget *parent);

    [[nodiscard]] const ClientDetails &details() const { return m_details; }
    /// What is known of the client now.
    void setCurrent(const ClientDetails &details, const ClientTerms &terms);
    /// The service's reasons as they are now: taken where there were none, so that nothing moves under the pointer.
    void takeReasons(const std::vector<Reason> &reasons);
    /// It could not be kept.
    void sayTrouble(const QString &words);

signals:
    void confirmed(const Decision &decision);

protected:
    void confirm() override;
    [[nodiscard]] QString whyNot() const override;
    [[nodiscard]] bool isFault() const override;

private:
    void addHead();
    void addWarning();
    void addReasons(const std::vector<Reason> &reasons);
    QWidget *makeOwnWords();
    void addMessage(int limit);
    void setReasons(const std::vector<Reason> &reasons);
    void refresh();
    [[nodiscard]] QString missing() const;

    ClientDetails m_details;
    ClientTerms m_terms;
    ReviewNotice *m_notice = nullptr;
    WrapLabel *m_noReasons = nullptr;
    ReasonList *m_reasons = nullptr;
    LimitedText *m_ownWords = nullptr;
    QuietLabel *m_ownStatus = nullptr;
    LimitedText *m_message = nullptr;
    QuietLabel *m_messageStatus = nullptr;
};

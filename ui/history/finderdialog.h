#pragma once

#include "core/domain/overview.h"

#include <QDialog>

class FinderReply;
class HistoryModel;
class HistoryView;
class QPushButton;
class QScrollArea;
class SearchField;
class WrapLabel;

/// "They say they sent it": looks for an invitation on every branch and in every state, says what is there and what is
/// not, and offers a reply that names the right address.
class FinderDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `model`: of what is found; outlives the dialog's use of it.
    FinderDialog(HistoryModel &model, QWidget *parent);

    /// `branch`: that is shown in the window: the reply names it first.
    void setOverview(const Overview &overview, const std::optional<BranchId> &branch, Instant now);
    void setWords(const QString &words);
    [[nodiscard]] QString words() const;
    /// What was found, or what is known of it, is another.
    void showState();

signals:
    void searched(const QString &words);
    void chosen(const InvitationId &id, bool isPending);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    QWidget *makeContent();
    void makeList(QWidget *content);
    void makeWords(QWidget *content);
    QWidget *makeButtons();
    void leaveSearch();
    void choose();
    [[nodiscard]] bool isAnswered() const;
    void showAnswer();

    HistoryModel &m_model;
    Overview m_overview;
    Instant m_now;
    QString m_announced;
    SearchField *m_search;
    WrapLabel *m_verdict = nullptr;
    HistoryView *m_list = nullptr;
    WrapLabel *m_notOn = nullptr;
    WrapLabel *m_searched = nullptr;
    WrapLabel *m_notSearched = nullptr;
    WrapLabel *m_personal = nullptr;
    FinderReply *m_reply = nullptr;
    QPushButton *m_show = nullptr;
};

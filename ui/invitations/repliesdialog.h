#pragma once

#include "core/domain/practice.h"
#include "core/domain/reply.h"

#include <QDialog>

class NoticeBar;
class QListWidget;
class QPushButton;
class QVBoxLayout;

/// 'Reply templates': those that were written here, and the ones that the program brings, to be copied. What is deleted
/// can be brought back from here.
class RepliesDialog final : public QDialog
{
    Q_OBJECT

public:
    RepliesDialog(const std::vector<Reason> &reasons, QWidget *parent);

    void setReplies(const std::vector<ReplyTemplate> &own);
    /// Something did not come about.
    void sayTrouble(const QString &words);
    /// It is gone, and can be brought back.
    void sayDeleted(const ReplyTemplate &reply);
    /// It could not be brought back: `why`. It can be tried again.
    void sayNotRestored(const ReplyTemplate &reply, const QString &why);

signals:
    /// To be written or changed; without an id it is a new one.
    void editAsked(const ReplyTemplate &reply);
    void deleteAsked(const ReplyTemplate &reply);
    void restoreAsked(const ReplyTemplate &reply);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    void addList(QVBoxLayout &column);
    void addButtons(QVBoxLayout &column);
    QPushButton *makeButton(const QString &objectName, const QString &text);
    void showRow(int row, const ReplyTemplate &reply);
    [[nodiscard]] const ReplyTemplate *chosen() const;
    void edit();
    void updateButtons();
    void offerUndo(const ReplyTemplate &reply);

    const std::vector<Reason> m_reasons;
    std::vector<ReplyTemplate> m_shown; ///< Row by row: one's own, then the starters, which have no id
    QListWidget *m_list = nullptr;
    NoticeBar *m_notice = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_delete = nullptr;
};

#pragma once

#include "core/domain/mergefields.h"
#include "core/domain/practice.h"
#include "core/domain/reply.h"

#include <QWidget>

#include <functional>

class CautionNote;
class LimitedText;
class QuietLabel;
class ReplyMenu;

/// 'Message to the client (optional)': the words, what is left of their length, the templates, and what to think of
/// before it is sent.
class ReplyField final : public QWidget
{
    Q_OBJECT

public:
    /// `limit` in code points; `values`: what a template is filled in with.
    ReplyField(int limit, std::function<MergeValues()> values, QWidget *parent);

    [[nodiscard]] QString words() const;
    void setWords(const QString &words);
    /// Below 0: so many code points too many.
    [[nodiscard]] qsizetype left() const;

    void setReplies(const std::optional<std::vector<ReplyTemplate>> &own);
    void setReasons(const std::vector<Reason> &reasons);
    /// The reason that is chosen, and what is written for it beside the message.
    void setReason(const Reason *reason, const QString &ownWords);

signals:
    void wordsChanged();
    /// A line that warns has come or gone.
    void sizeChanged();
    /// What is written is to become a template.
    void saveAsked(const ReplyTemplate &reply);
    void manageAsked();

private:
    void addWords(int limit);
    void addFoot();
    void refresh();

    std::function<MergeValues()> m_values;
    LimitedText *m_text = nullptr;
    QuietLabel *m_status = nullptr;
    ReplyMenu *m_menu = nullptr;
    CautionNote *m_caution = nullptr;
    std::optional<Reason> m_reason;
    QString m_ownWords;
};

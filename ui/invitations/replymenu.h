#pragma once

#include "core/domain/mergefields.h"
#include "core/domain/practice.h"
#include "core/domain/reply.h"

#include <QToolButton>

#include <functional>

class QMenu;

/// The button "Templates": a menu of the replies for the chosen reason and for any, each filled in when it is taken.
class ReplyMenu final : public QToolButton
{
    Q_OBJECT

public:
    explicit ReplyMenu(QWidget *parent);

    /// Those that were written here. Empty: they can't be read.
    void setReplies(const std::optional<std::vector<ReplyTemplate>> &own);
    void setReasons(const std::vector<Reason> &reasons) { m_reasons = reasons; }
    void setReason(const std::optional<ReasonId> &reason) { m_reason = reason; }
    /// Asked when one is taken: the invitation may have changed since.
    void setValues(std::function<MergeValues()> values) { m_values = std::move(values); }
    /// Whether there is anything written that could become a template.
    void setSavable(bool savable) { m_savable = savable; }

signals:
    /// Filled in.
    void taken(const QString &text);
    void saveAsked();
    void manageAsked();

private:
    void openMenu();
    void fillMenu();
    void addReplies(const std::vector<ReplyTemplate> &replies, bool forReason);
    void addReply(const ReplyTemplate &reply);
    [[nodiscard]] MergeValues values() const { return m_values ? m_values() : MergeValues(); }

    QMenu *m_menu;
    std::optional<std::vector<ReplyTemplate>> m_own = std::vector<ReplyTemplate>();
    std::vector<Reason> m_reasons;
    std::optional<ReasonId> m_reason;
    std::function<MergeValues()> m_values;
    bool m_savable = false;
};

#pragma once

#include "core/domain/practice.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

/// The service's reasons as radio buttons, in its order, each with a line of what it means.
class ReasonList final : public QWidget
{
    Q_OBJECT

public:
    /// Of the reasons that are set, those for `use`.
    explicit ReasonList(QWidget *parent, ReasonUse use = ReasonUse::Rejection);

    /// A choice that is still among them stays.
    void setReasons(const std::vector<Reason> &reasons);
    [[nodiscard]] bool isEmpty() const { return m_reasons.empty(); }
    [[nodiscard]] const Reason *chosen() const;
    /// Empty: none.
    void choose(const QString &reasonId);
    /// Something that belongs to the reason whose words are required, right below it.
    void setOwnWords(QWidget *field);
    [[nodiscard]] QWidget *firstButton() const;

signals:
    /// Also that none is any more.
    void reasonChosen();

private:
    void addReason(int number);

    const ReasonUse m_use;
    std::vector<Reason> m_reasons;
    QButtonGroup *m_buttons;
    QVBoxLayout *m_layout;
    std::vector<QWidget *> m_rows;
    QWidget *m_ownWords = nullptr;
};

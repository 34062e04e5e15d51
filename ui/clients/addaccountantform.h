#pragma once

#include "ui/clients/clientwords.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class WrapLabel;

/// Which colleague is assigned to a client, and as what.
class AddAccountantForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AddAccountantForm(QWidget *parent);

    /// `candidates`: the branch's members who are not assigned; who is chosen among them stays chosen. `primary`: whose
    /// place a primary accountant takes; empty where there is none.
    void setChoices(const std::vector<Member> &candidates, const QString &primary);
    [[nodiscard]] bool hasChoices() const { return !m_candidates.empty(); }
    void begin();
    /// While it is being made durable.
    void setKeeping(bool keeping);

signals:
    void chosen(const MemberId &id, AccountantRole role);
    void cancelled();

private:
    void sayRole();
    void update();

    std::vector<Member> m_candidates;
    QString m_primary;
    bool m_keeping = false;
    QComboBox *m_who;
    QComboBox *m_role;
    WrapLabel *m_about;
    QPushButton *m_add;
    QPushButton *m_cancel;
};

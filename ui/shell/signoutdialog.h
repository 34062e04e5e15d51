#pragma once

#include "ui/common/shownperson.h"

#include <QDialog>

class QCheckBox;

/// Signing out: says what goes and what stays, and offers to delete that, too.
class SignOutDialog final : public QDialog
{
    Q_OBJECT

public:
    SignOutDialog(int unsent, int cards, QWidget *parent);
    /// Whose account is shown: with another person's it closes, for it would delete theirs.
    void follow(const std::optional<SessionFacts> &account);

signals:
    void confirmed(bool deleteDesk);

private:
    [[nodiscard]] QLayout *makeButtons();

    QCheckBox *m_delete;
    ShownPerson m_person;
};

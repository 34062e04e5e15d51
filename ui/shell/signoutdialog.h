#pragma once

#include "core/session/session.h"
#include "ui/common/shownperson.h"

#include <QDialog>

class QCheckBox;

/// Signing out: says what goes and what stays, and offers to delete that, too.
class SignOutDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Closes where another person's account is shown, for it would delete theirs.
    SignOutDialog(const Session &session, QWidget *parent);

signals:
    void confirmed(bool deleteDesk);

private:
    [[nodiscard]] QLayout *makeButtons();

    QCheckBox *m_delete;
    ShownPerson m_person;
};

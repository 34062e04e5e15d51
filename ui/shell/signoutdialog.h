#pragma once

#include <QDialog>

class QCheckBox;

/// Signing out: says what goes and what stays, and offers to delete that, too.
class SignOutDialog final : public QDialog
{
    Q_OBJECT

public:
    SignOutDialog(int unsent, int cards, QWidget *parent);

signals:
    void confirmed(bool deleteDesk);

private:
    [[nodiscard]] QLayout *makeButtons();

    QCheckBox *m_delete;
};

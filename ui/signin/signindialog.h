#pragma once

#include "core/session/session.h"

#include <QDialog>

class SignInForm;

/// Signing in again in place, with everything staying as it is: opened where the token is not valid any more.
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    SignInDialog(const QUrl &server, QWidget *parent);

signals:
    void confirmed(const SignIn &signIn);
};

#pragma once

#include "core/session/session.h"

#include <QWidget>

class BusyBar;
class SignInForm;

/// Where nobody is signed in: what this is, the form, and while the service is being asked, that.
class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(Session &session, QWidget *parent = nullptr);

    /// Signs out, and says where something stays behind that should not.
    void signOut(bool deleteDesk);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeCard();
    void showState();

    Session &m_session;
    SignInForm *m_form;
    BusyBar *m_progress;
};
